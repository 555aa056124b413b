import { equal, match, notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { partitionKeyOf, tableKeyOf, textOfTableKey } from '../../../storage/azure/tableKeys.ts';

const text = fc.string({ unit: 'binary', maxLength: 300 });

describe('a key of Azure Tables', () => {
  it('is one that the service takes, for any text', () => {
    fc.assert(
      fc.property(text, (id) => {
        const key = tableKeyOf(id);
        ok(key.length > 0 && key.length <= 255 && !/\p{Surrogate}/u.test(key));
        match(key, /^[%&(-.0-9:->@A-[\]-~\u00a0-\u{10ffff}]+$/u);
        if (!key.startsWith('~')) equal(textOfTableKey(key), id);
      }),
    );
  });

  it('is another one for another text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        if (one === other) equal(tableKeyOf(one), tableKeyOf(other));
        else notEqual(tableKeyOf(one), tableKeyOf(other));
      }),
    );
    notEqual(tableKeyOf(`${'x'.repeat(300)}a`), tableKeyOf(`${'x'.repeat(300)}b`));
    notEqual(
      partitionKeyOf({ kind: 'customers', partner: 'a:b' }),
      partitionKeyOf({ kind: 'customers', partner: 'a%003ab' }),
    );
  });

  it('begins with the key of what the text begins with, as the history of a record is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        (start, rest) => {
          ok(tableKeyOf(start + rest).startsWith(tableKeyOf(start)));
        },
      ),
    );
  });
});

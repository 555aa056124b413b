import { equal, match, notEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { isHashedName, fileNameOf, textOfFileName } from '../../../storage/lowdb/paths.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: fc.constantFrom('a', 'A', '.', '/', '%', '\ud800', 'é', '~'), maxLength: 30 }),
);

describe('file names', () => {
  it('are short and harmless on every disk, whatever the text', () => {
    fc.assert(fc.property(text, (any) => match(fileNameOf(any), /^[a-z0-9_%~-]{1,65}$/)));
  });

  it('give their text back, or say that it must be looked up', () => {
    fc.assert(
      fc.property(text, (any) => {
        const name = fileNameOf(any);
        equal(textOfFileName(name), isHashedName(name) ? undefined : any);
      }),
    );
  });

  it('differ when texts differ', () => {
    fc.assert(fc.property(text, text, (a, b) => (a === b ? equal : notEqual)(fileNameOf(a), fileNameOf(b))));
  });

  it('are not read from names that were never given', () => {
    for (const name of ['', 'README', '%41B', '%e4', '%', 'a.b', 'x'.repeat(65)])
      equal(textOfFileName(name), undefined);
  });
});

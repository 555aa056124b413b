import assert from 'node:assert/strict';
import { understand } from '../../../dialogs/sentences/grammar.ts';
import { sentencesOf } from './tables.ts';
import { written } from './written.ts';

describe('typed sentences', () => {
  for (const [locale, all] of Object.entries(sentencesOf)) {
    it(`are 300 at least in ${locale}, each once`, () => {
      assert.ok(all.length >= 300, String(all.length));
      assert.equal(new Set(all.map(([text]) => text)).size, all.length);
    });

    it(`are understood in ${locale}, 95 of 100 at least`, () => {
      const wrong = all.flatMap(([text, meant]) => {
        const seen = written(understand(text));
        return seen === meant ? [] : [`${text} → ${seen}, not ${meant}`];
      });
      assert.ok(
        wrong.length <= all.length * 0.05,
        `${String(wrong.length)} of ${String(all.length)}\n${wrong.join('\n')}`,
      );
    });
  }
});

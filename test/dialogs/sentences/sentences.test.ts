import assert from 'node:assert/strict';
import { understand } from '../../../dialogs/sentences/grammar.ts';
import { fuzzyIntent } from '../../../dialogs/sentences/fuzzyIntent.ts';
import { nameIn } from '../../../dialogs/sentences/fallbackIntent.ts';
import { isNearName } from '../../../dialogs/sentences/typos.ts';
import { topics } from '../../../locales/sentences.ts';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { relativeSentences } from './relative.ts';
import { strangersSentences } from './strangers.ts';
import { taskSentences } from './taskTable.ts';
import { sentencesOf } from './tables.ts';
import { pairsOf, written } from './written.ts';

/** The customers of whom strangers write. */
const customers = [
  'Contoso',
  'Contoso Retail',
  'Fourth Coffee',
  'Northwind Traders',
  'Blue Yonder Airlines',
  '蓝色远航',
];

/** The intent that is acted on: that of the second look where the first finds nobody, or nothing. */
function readTwice(text: string): string {
  const first = understand(text);
  const name = nameIn(first);
  const isFound = name === '' ? first.kind !== 'unknown' : customers.some((one) => isNearName(name, one));
  return written(isFound ? first : (fuzzyIntent(text, customers) ?? first));
}

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

  for (const [locale, table] of Object.entries(strangersSentences))
    it(`of strangers are understood at the second look at least in ${locale}`, () => {
      const wrong = pairsOf(table).flatMap(([text, meant]) => {
        const seen = readTwice(text);
        return seen === meant ? [] : [`${text} → ${seen}, not ${meant}`];
      });
      assert.deepEqual(wrong, []);
    });

  it('never take fewer for an order, a change for a number, a share for licenses, or two wishes for one', () => {
    const wrong = Object.values(relativeSentences)
      .flatMap(pairsOf)
      .flatMap(([text, meant]) => {
        const seen = written(understand(text));
        return seen === meant ? [] : [`${text} → ${seen}, not ${meant}`];
      });
    assert.deepEqual(wrong, []);
  });

  it('tell each task about a customer from the others, in every language', () => {
    const wrong = Object.values(taskSentences)
      .flatMap(pairsOf)
      .flatMap(([text, meant]) => {
        const seen = written(understand(text));
        return seen === meant ? [] : [`${text} → ${seen}, not ${meant}`];
      });
    assert.deepEqual(wrong, []);
  });

  it('explain a word by the title of its own explanation, in every language', () => {
    for (const locale of locales)
      for (const topic of topics) {
        const title = words(locale).t(`topic.${topic}`);
        const seen = written(understand(title));
        // “Drafts” and the like are commands as well.
        assert.ok(seen === `explain ${topic}` || understand(title).kind === 'command', `${title} → ${seen}`);
      }
  });
});

import assert from 'node:assert/strict';
import { understand } from '../../../dialogs/sentences/grammar.ts';
import { topics } from '../../../locales/sentences.ts';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { relativeSentences } from './relative.ts';
import { taskSentences } from './taskTable.ts';
import { sentencesOf } from './tables.ts';
import { pairsOf, written } from './written.ts';

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

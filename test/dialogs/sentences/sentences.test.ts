import assert from 'node:assert/strict';
import { understand } from '../../../dialogs/sentences/grammar.ts';
import type { Locale } from '../../../locales/translator.ts';
import { englishSentences } from './english.ts';
import { laterSentences } from './later.ts';
import { mainlandSentences } from './mainland.ts';
import { russianSentences } from './russian.ts';
import { taiwanSentences } from './taiwan.ts';
import { pairsOf, type SentenceTable, written } from './written.ts';

const tables: Readonly<Record<Locale, readonly SentenceTable[]>> = {
  en: [englishSentences, laterSentences.en],
  'zh-TW': [taiwanSentences, laterSentences['zh-TW']],
  'zh-CN': [mainlandSentences, laterSentences['zh-CN']],
  ru: [russianSentences, laterSentences.ru],
};

describe('typed sentences', () => {
  for (const [locale, parts] of Object.entries(tables)) {
    const all = parts.flatMap(pairsOf);

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

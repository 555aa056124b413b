import type { Locale } from '../../../locales/translator.ts';
import { englishSentences } from './english.ts';
import { freshSentences } from './fresh.ts';
import { hastySentences } from './hasty.ts';
import { joinedSentences } from './joined.ts';
import { laterSentences } from './later.ts';
import { mainlandSentences } from './mainland.ts';
import { russianSentences } from './russian.ts';
import { taiwanSentences } from './taiwan.ts';
import { unseenSentences } from './unseen.ts';
import { pairsOf } from './written.ts';

/** All sentences of the tests, each with its intent, by the language they are typed in. */
export const sentencesOf: Readonly<Record<Locale, readonly (readonly [text: string, intent: string])[]>> = {
  en: [
    englishSentences,
    laterSentences.en,
    hastySentences.en,
    unseenSentences.en,
    freshSentences.en,
    joinedSentences.en,
  ].flatMap(pairsOf),
  'zh-TW': [
    taiwanSentences,
    laterSentences['zh-TW'],
    hastySentences['zh-TW'],
    unseenSentences['zh-TW'],
    freshSentences['zh-TW'],
    joinedSentences['zh-TW'],
  ].flatMap(pairsOf),
  'zh-CN': [
    mainlandSentences,
    laterSentences['zh-CN'],
    hastySentences['zh-CN'],
    unseenSentences['zh-CN'],
    freshSentences['zh-CN'],
    joinedSentences['zh-CN'],
  ].flatMap(pairsOf),
  ru: [
    russianSentences,
    laterSentences.ru,
    hastySentences.ru,
    unseenSentences.ru,
    freshSentences.ru,
    joinedSentences.ru,
  ].flatMap(pairsOf),
};

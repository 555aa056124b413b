import type { Locale } from '../translator.ts';
import { phrasesEn } from './en.ts';
import type { Phrases } from './phrases.ts';
import { phrasesRu } from './ru.ts';
import { phrasesZhCN } from './zh-CN.ts';
import { phrasesZhTW } from './zh-TW.ts';

/** Sentences that people type, by language. */
export const phraseBook: Readonly<Record<Locale, Phrases>> = {
  en: phrasesEn,
  'zh-TW': phrasesZhTW,
  'zh-CN': phrasesZhCN,
  ru: phrasesRu,
};

import type { Locale } from './translator.ts';
import { phrasesEn } from './en/phrases.ts';
import type { Phrases } from './phrases.ts';
import { phrasesRu } from './ru/phrases.ts';
import { phrasesZhCN } from './zh-CN/phrases.ts';
import { phrasesZhTW } from './zh-TW/phrases.ts';

/** Sentences that people type, by language. */
export const phraseBook: Readonly<Record<Locale, Phrases>> = {
  en: phrasesEn,
  'zh-TW': phrasesZhTW,
  'zh-CN': phrasesZhCN,
  ru: phrasesRu,
};

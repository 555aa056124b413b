import type { Locale } from './translator.ts';
import { sentencesEn } from './en/sentences.ts';
import { sentencesRu } from './ru/sentences.ts';
import type { SentenceWords } from './sentences.ts';
import { sentencesZhCN } from './zh-CN/sentences.ts';
import { sentencesZhTW } from './zh-TW/sentences.ts';

/** Sentences with names and numbers, and small talk, by language. */
export const sentenceBook: Readonly<Record<Locale, SentenceWords>> = {
  en: sentencesEn,
  'zh-TW': sentencesZhTW,
  'zh-CN': sentencesZhCN,
  ru: sentencesRu,
};

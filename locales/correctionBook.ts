import type { CorrectionWords } from './corrections.ts';
import { correctionsEn } from './en/corrections.ts';
import { correctionsRu } from './ru/corrections.ts';
import type { Locale } from './translator.ts';
import { correctionsZhCN } from './zh-CN/corrections.ts';
import { correctionsZhTW } from './zh-TW/corrections.ts';

/** Short texts that are meant for the card that is open, by language. */
export const correctionBook: Readonly<Record<Locale, CorrectionWords>> = {
  en: correctionsEn,
  'zh-TW': correctionsZhTW,
  'zh-CN': correctionsZhCN,
  ru: correctionsRu,
};

import type { Locale } from '../model/languages.ts';
import { chatPage } from './chatPage.ts';
import { locales } from './translator.ts';

/** Name of each language in itself. */
export const languageNames = Object.fromEntries(
  locales.map((locale) => [locale, chatPage[locale].languageName]),
) as Readonly<Record<Locale, string>>;

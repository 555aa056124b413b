import type { CommandName } from '../locales/commandNames.ts';
import { words } from '../locales/words.ts';
import type { Locale } from '../model/languages.ts';

/** The words with which a command is typed in a language: the first of those it goes by. */
export const commandWords = (name: CommandName, locale: Locale = 'en'): string =>
  words(locale).t(`command.${name}`).split('|')[0] ?? '';

import { foldKey } from '../lib/foldCase.ts';
import { phraseBook } from '../locales/phraseBook.ts';
import { type CommandName, commandNames, isCommandName } from '../locales/commandNames.ts';
import { type Locale, locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { lazy } from '../lib/lazy.ts';

const syntaxMarks = /[()[\]/|]/;

const escapeRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?{}]/g, String.raw`\$&`);

const groupSyntax: Readonly<Record<string, string>> = {
  '(': '(?:',
  ')': ')',
  '[': '(?:',
  ']': ')?',
  '/': '|',
  '|': '|',
};

/** Regular expression source, over normalized text, of phrases in the catalogues' syntax: a|b, (a/b), [a/b]. */
function patternSource(phrases: string): string {
  const parts = phrases.split(/([()[\]/|])/).filter((part) => part !== '');
  return `(?:${parts.map((part) => (syntaxMarks.test(part) ? groupSyntax[part] : escapeRegExp(foldKey(part)))).join('')})`;
}

/**
 * Normalized text for comparison with phrases: without mentions, mark-up, entities, and characters other than letters
 * and digits.
 */
const typedText = (text: string): string =>
  foldKey(
    text
      .slice(0, 400)
      .replaceAll(/<at\b[^>]*>[^<]*<\/at>|<[^>]*>/gi, ' ')
      .replaceAll(/&(?:nbsp|#160|#xa0);/gi, ' ')
      .replaceAll('&amp;', '&'),
  );

export { type CommandName, commandNames, isCommandName };

/** Most characters of a command, without blanks and punctuation. */
const maxCommandLength = 60;

/** Names of the commands as help and buttons show them, normalized for comparison. */
const plainNames = lazy(
  (): ReadonlyMap<string, CommandName> =>
    new Map(
      locales.flatMap((locale) =>
        commandNames.flatMap((name) =>
          words(locale)
            .t(`command.${name}`)
            .split('|')
            .map((typed) => [foldKey(typed) === '' ? typed : foldKey(typed), name] as const),
        ),
      ),
    ),
);

type Pattern<T> = readonly [pattern: RegExp, meaning: T];

// Built at the first typed text. Few repetitions: matching time must not grow with the text.
const sentence = (locale: Locale, middle: string): RegExp => {
  const { before, after } = phraseBook[locale];
  return new RegExp(`^${patternSource(before)}{0,4}${middle}${patternSource(after)}{0,3}$`, 'u');
};

const commandPatterns = lazy((): readonly Pattern<CommandName>[] =>
  locales.flatMap((locale) =>
    commandNames.map((name): Pattern<CommandName> => [
      sentence(locale, patternSource(phraseBook[locale].commands[name])),
      name,
    ]),
  ),
);

const languagePatterns = lazy((): readonly Pattern<Locale>[] =>
  locales.flatMap((locale) =>
    locales.map((meant): Pattern<Locale> => {
      const { speak, languages } = phraseBook[locale];
      return [sentence(locale, `${patternSource(speak)}{0,2}${patternSource(languages[meant])}`), meant];
    }),
  ),
);

/** Distinct meanings of a text under these patterns. */
function meanings<T>(text: string, patterns: readonly Pattern<T>[]): T[] {
  const typed = typedText(text);
  if (typed === '' || typed.length > maxCommandLength) return [];
  return [...new Set(patterns.filter(([pattern]) => pattern.test(typed)).map(([, meaning]) => meaning))];
}

/**
 * Command that a typed text names, in any language; undefined for other text, and when two commands match. Case, width,
 * punctuation, emoji, mentions, politeness and the Chinese script do not matter.
 */
export function typedCommand(text: string): CommandName | undefined {
  const named = plainNames().get(typedText(text)) ?? plainNames().get(text.trim().normalize('NFKC'));
  if (named !== undefined) return named;
  const [found, another] = meanings(text, commandPatterns());
  return another === undefined ? found : undefined;
}

/** Language that a typed text names, alone or as a request: “English”, “говори по-русски”. */
export function typedLanguage(text: string): Locale | undefined {
  const [found, another] = meanings(text, languagePatterns());
  return another === undefined ? found : undefined;
}

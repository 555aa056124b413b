import { phraseBook } from '../locales/phrases/phraseBook.ts';
import type { PhraseName } from '../locales/phrases/phrases.ts';
import { locales, type Locale } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { once } from '../partner-center/once.ts';
import { compared } from '../storage/folded.ts';
import { patternSource, typedText } from './phrasePatterns.ts';

/** Commands that can be typed, or pressed, at any moment. */
export const commandNames = [
  'help',
  'hello',
  'addCustomer',
  'customers',
  'renewals',
  'importCustomers',
  'drafts',
  'invite',
  'back',
  'cancel',
  'startOver',
  'language',
] as const satisfies readonly PhraseName[];
export type CommandName = (typeof commandNames)[number];

/** Longest text that can be a command, in characters without blanks and punctuation. */
const longest = 60;

/** Plain names of the commands, as help and buttons call them, compared. */
const plainNames = once(
  (): ReadonlyMap<string, CommandName> =>
    new Map(
      locales.flatMap((locale) =>
        commandNames.flatMap((name) =>
          words(locale)
            .t(`command.${name}`)
            .split('|')
            .map((typed) => [compared(typed) === '' ? typed : compared(typed), name] as const),
        ),
      ),
    ),
);

type Pattern<T> = readonly [pattern: RegExp, meaning: T];

// Made at the first typed text. Few repetitions: the time a pattern takes must not grow with what is typed.
const sentence = (locale: Locale, middle: string): RegExp => {
  const { before, after } = phraseBook[locale];
  return new RegExp(`^${patternSource(before)}{0,4}${middle}${patternSource(after)}{0,3}$`, 'u');
};

const commandPatterns = once((): readonly Pattern<CommandName>[] =>
  locales.flatMap((locale) =>
    commandNames.map((name): Pattern<CommandName> => [
      sentence(locale, patternSource(phraseBook[locale].commands[name])),
      name,
    ]),
  ),
);

const languagePatterns = once((): readonly Pattern<Locale>[] =>
  locales.flatMap((locale) =>
    locales.map((meant): Pattern<Locale> => {
      const { speak, languages } = phraseBook[locale];
      return [sentence(locale, `${patternSource(speak)}{0,2}${patternSource(languages[meant])}`), meant];
    }),
  ),
);

/** Every meaning of a text among those patterns, each once. */
function meanings<T>(text: string, patterns: readonly Pattern<T>[]): T[] {
  const typed = typedText(text);
  if (typed === '' || typed.length > longest) return [];
  return [...new Set(patterns.filter(([pattern]) => pattern.test(typed)).map(([, meaning]) => meaning))];
}

/**
 * The command that a typed text is, in whichever of the languages; undefined for any other text, and where it could be two.
 * Case, width, punctuation, emoji, mentions, politeness and the Chinese script do not matter.
 */
export function commandOf(text: string): CommandName | undefined {
  const named = plainNames().get(typedText(text)) ?? plainNames().get(text.trim().normalize('NFKC'));
  if (named !== undefined) return named;
  const [found, another] = meanings(text, commandPatterns());
  return another === undefined ? found : undefined;
}

/** The language whose name a typed text is, alone or asked for: “English”, “говори по-русски”. */
export function languageOf(text: string): Locale | undefined {
  const [found, another] = meanings(text, languagePatterns());
  return another === undefined ? found : undefined;
}

/** Is this the name of a command, as buttons send it? */
export const isCommandName = (name: string): name is CommandName => commandNames.some((one) => one === name);

/**
 * A blank where a line must not end: behind a number that counts something or a word of one letter, before a dash and before
 * the year of a date.
 */
const unbroken =
  /(?<=\d) (?!(?:и|или) )(?=[%\p{Script=Cyrillic}])|(?<=(?<![\p{L}\p{N}])[авикосуя]) | (?=—)|(?<=[ая]) (?=\d{4} г)/giu;

/** The blank between a placeholder and the word it may count. */
const counted = /(\{\w+\}) (?!(?:и|или) )(?=\p{Script=Cyrillic})/gu;

/**
 * A Russian sentence whose numbers and words of one letter never end a line, and whose dashes never begin one. `isNumber`
 * tells which of its placeholders are numbers; what is put for them stays as it is.
 */
export const russianSentence = (sentence: string, isNumber: (name: string) => boolean): string =>
  sentence
    .replace(unbroken, '\u00A0')
    .replace(counted, (pair, placeholder: string) =>
      isNumber(placeholder.slice(1, -1)) ? `${placeholder}\u00A0` : pair,
    );

/** A Russian date or duration within which no line ends: it is read as one. */
export const russianDate = (text: string): string => text.replaceAll(/\s/g, '\u00A0');

/** Items of a list in one text, whose “и” never ends a line. */
export const russianJoined = (parts: readonly string[]): string =>
  parts.map((part) => (part === ' и ' ? ' и\u00A0' : part)).join('');

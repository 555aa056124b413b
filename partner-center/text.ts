const blanks = /\s+/gu;

// Pasted with a text and seen by nobody: soft hyphens, zero-width blanks, byte order marks, and the embeddings, overrides
// and isolates that contacts and web pages put around numbers, which can make a name read as another one.
const unseen = /[\u00AD\u180E\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

// Plain direction marks are ordinary writing inside a text, and nothing at its ends.
const marksAtEnds = /^[\s\u200E\u200F\u061C]+|[\s\u200E\u200F\u061C]+$/gu;

/** Text as it is kept: NFC, without what nobody sees, no blanks at its ends, white space inside (line breaks and tabs too) as one blank. */
export const cleanText = (text: string): string =>
  text.replace(unseen, '').normalize('NFC').replace(blanks, ' ').replace(marksAtEnds, '');

const unsafe = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/** What no kept text may hold: control, bidi-override and lone surrogate characters. White space is no fault. */
export const textFault = (text: string): 'control-characters' | undefined =>
  unsafe.test(text.replace(blanks, ' ')) ? 'control-characters' : undefined;

/** The digit a character of any script's decimal digits stands for: each script has its ten in a row. */
const digitOf = (digit: string): string => {
  const place = digit.codePointAt(0) ?? 0;
  let zero = place;
  while (place - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(place - zero);
};

/**
 * A text that is read by rules and not by people, such as a number or an address of e-mail: NFKC (no full width), digits
 * of every script as 0 to 9, and no character that has no shape.
 */
export const plainText = (text: string): string =>
  cleanText(text.replace(/\p{Cf}/gu, '').normalize('NFKC')).replace(/(?![0-9])\p{Nd}/gu, digitOf);

/** A plain text in capitals. Some letters come apart when they become capitals, such as ΐ, and are joined again. */
export const plainCapitals = (text: string): string => plainText(plainText(text).toUpperCase());

/** Somebody else's text as it may be shown: clean, on one line, without those characters. */
export const harmlessText = (text: string): string =>
  cleanText(cleanText(text.replace(/\p{Cc}+/gu, ' ')).replace(new RegExp(unsafe.source, 'gu'), ''));

/** A place's name with the Russian о-в and о-ва, as Intl shortens island and islands, written out. */
export const islandsWrittenOut = (name: string): string =>
  name.replace(/(?<!\p{L})о-в(?:а(?!\p{L})|(?!\p{L}))/gu, (short) => (short === 'о-ва' ? 'острова' : 'остров'));

/** A text with a capital letter first, as a sentence, an item of a list or a line by itself begins. */
export const capitalized = (text: string, locale: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
};

/** A pattern, from a table or the service, with or without anchors, that matches whole texts only. */
export const wholePattern = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** Does the pattern match the whole text? */
export const matchesWhole = (pattern: RegExp, text: string): boolean =>
  new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, '')).test(text);

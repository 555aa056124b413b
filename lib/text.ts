const blanks = /\s+/gu;

// Invisible characters of pasted text: soft hyphens, zero-width blanks, byte order marks, and the embeddings, overrides
// and isolates that contacts and web pages put around numbers, which can make a name read as another one.
const invisible = /[\u00AD\u180E\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

// Plain direction marks are ordinary inside a text, and meaningless at its ends.
const marksAtEnds = /^[\s\u200E\u200F\u061C]+|[\s\u200E\u200F\u061C]+$/gu;

/**
 * Cleans text for storage: NFC, without invisible characters, trimmed, inner white space (breaks, tabs) as one blank.
 */
export const cleanText = (text: string): string =>
  text.replace(invisible, '').normalize('NFC').replace(blanks, ' ').replace(marksAtEnds, '');

const unsafeCharacters = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/** Fault of a text with control, bidi-override or lone surrogate characters. White space is no fault. */
export const textFault = (text: string): 'control-characters' | undefined =>
  unsafeCharacters.test(text.replace(blanks, ' ')) ? 'control-characters' : undefined;

/** ASCII digit for a decimal digit of any script: each script has its ten digits in a row. */
const digitOf = (digit: string): string => {
  const place = digit.codePointAt(0) ?? 0;
  let zero = place;
  while (place - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(place - zero);
};

/**
 * Normalises text that is parsed, such as a number or an e-mail address: NFKC (no full width), digits of every script
 * as 0 to 9, and no invisible characters.
 */
export const plainText = (text: string): string =>
  cleanText(text.replace(/\p{Cf}/gu, '').normalize('NFKC')).replace(/(?![0-9])\p{Nd}/gu, digitOf);

/** A plain text in capitals. Some letters come apart when they become capitals, such as ΐ, and are joined again. */
export const plainCapitals = (text: string): string => plainText(plainText(text).toUpperCase());

/** Foreign text made safe to show: clean, on one line, without the characters of `textFault`. */
export const harmlessText = (text: string): string =>
  cleanText(cleanText(text.replace(/\p{Cc}+/gu, ' ')).replace(new RegExp(unsafeCharacters.source, 'gu'), ''));

/** Expands Intl's Russian abbreviations of island and islands, о-в and о-ва, in a place name. */
export const expandIslands = (name: string): string =>
  name.replace(/(?<!\p{L})о-в(?:а(?!\p{L})|(?!\p{L}))/gu, (short) => (short === 'о-ва' ? 'острова' : 'остров'));

/** The text with its first letter in upper case. */
export const capitalize = (text: string, locale: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
};

/** A pattern, from a table or the service, with or without anchors, that matches whole texts only. */
export const wholePattern = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** True when the pattern matches the whole text. */
export const matchesWhole = (pattern: RegExp, text: string): boolean =>
  new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, '')).test(text);

/**
 * A name with nothing that a client could read as Markdown, a mention or a template: letters, digits, blanks and plain
 * punctuation. For titles of buttons and choices, which clients render in their own ways.
 */
export const withoutMarkup = (name: string): string =>
  cleanText(name.replace(/[^\p{L}\p{M}\p{N}\s.,:;'"’‘“”«»„「」（）、。，：；&()+/×·–—…%@-]/gu, ' '));

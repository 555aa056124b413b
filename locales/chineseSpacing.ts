/** A Han character or full-width punctuation: nothing stands between two of them. */
const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u;

/** A Han character, which a blank parts from Latin letters and digits (style guides of Microsoft for both scripts). */
const han = /\p{Script=Han}/u;

/** A Latin letter or digit, or a bracket of such words, as in “Azure AD Basic (Nonprofit)”. */
const opens = /[\p{Script=Latin}\d(]/u;
const closes = /[\p{Script=Latin}\d)]/u;

/** A number at the end, which is no part of a Latin name, as in “Microsoft 365”. */
const number = /(?:^|[^\p{Script=Latin}\s\d])[ \u00A0]?\d[\d,]*$/u;

/** The blanks of “the third” as it is written in a sentence, as between its placeholders and the characters beside them. */
const counted = /(?<=第) (?=\d)|(?<=第[ \u00A0]?\d+) (?=\p{Script=Han})/gu;

/** Fills the placeholders of a Chinese sentence; the blank beside each depends on the two characters that meet. */
export function chineseSentence(text: string, value: (name: string) => string): string {
  const sentence = text.replaceAll(counted, '\u00A0');
  let said = '';
  let rest = 0;
  for (const { 0: placeholder, 1: name = '', index } of sentence.matchAll(/\{(\w+)\}/g)) {
    said = joined(said, endedOnce(said, sentence.slice(rest, index)));
    said = joined(said, value(name));
    rest = index + placeholder.length;
  }
  return joined(said, endedOnce(said, sentence.slice(rest)));
}

/** The text behind what ends in a full stop itself, such as “Ltd.”: without another one. */
const endedOnce = (before: string, after: string): string =>
  /[.…]$/.test(before) && after.startsWith('。') ? after.replace(/^。(?=.)/u, ' ').replace(/^。$/, '') : after;

/** Parts of a Chinese sentence one after another, such as the items of a list and what stands between them. */
export const chineseJoined = (parts: readonly string[]): string => parts.reduce(joined, '');

/**
 * Sentences one after another: nothing parts two that end in a full stop, a blank what ends in a Latin one. A quotation
 * ends without one, and would run on into the next sentence.
 */
export const chineseSentences = (parts: readonly string[]): string =>
  parts.reduce((before, after) => {
    if (after === '' || before === '') return before + after;
    if (/[.!?]$/.test(before)) return `${before} ${after}`;
    return /(?<![.!?…。！？])[」”]$/.test(before) ? `${before}。${after}` : before + after;
  }, '');

/** Two parts of a sentence, with a blank between them where one belongs. */
function joined(before: string, after: string): string {
  const left = before.trimEnd();
  const right = after.trimStart();
  const end = Array.from(left).at(-1) ?? '';
  const [start = ''] = Array.from(right);
  const isBlank = /^[ ]?$/.test(before.slice(left.length) + after.slice(0, after.length - right.length));
  if (end === '' || start === '' || !isBlank) return before + after;
  if (wide.test(end) && wide.test(start)) return left + right;
  // No line ends between a number and the word that counts with it.
  if (/\d/.test(end) && han.test(start) && number.test(left)) return `${left}\u00A0${right}`;
  // Nor within “the third”, and no line ends with the sign of an order.
  if (end === '第' && /\d/.test(start)) return `${left}\u00A0${right}`;
  const meets = (han.test(end) && opens.test(start)) || (closes.test(end) && han.test(start));
  return meets ? `${left} ${right}` : before + after;
}

/**
 * A date or duration of `Intl` with blanks between digits and Han, within which no line ends: it is read as one.
 */
export const chineseDate = (text: string): string =>
  text.replace(/(?<=\d)\s?(?=\p{Script=Han})|(?<=\p{Script=Han})\s?(?=\d)/gu, '\u00A0');

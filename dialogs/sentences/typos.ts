import { distance } from 'fastest-levenshtein';
import { foldCase } from '../../lib/foldCase.ts';
import { utteranceOf, type Utterance } from './utterance.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { isOfferWholly } from './products.ts';

const sorted = (word: string): string => Array.from(word).sort().join('');

/** True for a word with one typing error, or two in a long word. */
export function isMistyped(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 2) return false;
  const errors = distance(typed, meant);
  if (errors === 2 && typed.length === meant.length && sorted(typed) === sorted(meant)) return true;
  return errors <= (meant.length >= 8 ? 2 : meant.length >= 5 ? 1 : 0);
}

/** The one word that a mistyped word was meant as; undefined where there is none, or several. */
export function meantWord(typed: string, vocabulary: Iterable<string>): string | undefined {
  const meant = [...vocabulary].filter((word) => isMistyped(typed, word));
  const closest = Math.min(...meant.map((word) => distance(typed, word)));
  const [one, another] = meant.filter((word) => distance(typed, word) === closest);
  // “renewal” and “renewals” are as good as one word.
  return one !== undefined && (another === undefined || another.startsWith(one) || one.startsWith(another))
    ? one
    : undefined;
}

/** The text with its mistyped words put right where one word is clear; undefined where none is. */
export function withoutTypos(sentence: Utterance): Utterance | undefined {
  const { text, folded } = sentence;
  const known = languagesOf(sentence).map(lexicon);
  let made = '';
  let from = 0;
  for (const { 0: word, index } of folded.matchAll(/\p{L}{4,}/gu)) {
    // “Teams” is no mistyped “terms”.
    if (/\p{Script=Han}/u.test(word) || known.some((one) => one.vocabulary.has(word) || isOfferWholly(word, one)))
      continue;
    const meant = known.map(({ vocabulary }) => meantWord(word, vocabulary)).find((one) => one !== undefined);
    if (meant === undefined) continue;
    made += text.slice(from, index) + meant;
    from = index + word.length;
  }
  return from === 0 ? undefined : utteranceOf(made + text.slice(from));
}

/** True when every word of a typed name is a word of the other, but for typing errors and endings. */
export function isNearName(typed: string, name: string): boolean {
  const own = foldCase(name).toLowerCase().split(' ');
  const asked = foldCase(typed).toLowerCase().split(' ');
  return asked.every((word) =>
    own.some((other) => word === other || isMistyped(word, other) || isSameStem(word, other)),
  );
}

/** True for two forms of a word that differ in a short ending: Ромашка, Ромашкой. */
const isSameStem = (one: string, other: string): boolean => {
  const stem = Math.min(one.length, other.length) - 1;
  return stem >= 4 && Math.abs(one.length - other.length) <= 2 && one.slice(0, stem) === other.slice(0, stem);
};

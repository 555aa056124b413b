import traditional from 'opencc-js/dict/TSCharacters';

/**
 * True when two names are the same as people type them: case, spaces, accents, quotation marks, dashes, apostrophes, ё
 * or е, traditional or simplified do not matter. An empty name equals none.
 */
export function isSameName(one: string, other: string): boolean {
  const key = nameKey(one);
  return key !== '' && key === nameKey(other);
}

/** Key that two names share exactly when they are the same; empty for an empty name. A name of symbols alone is its own key. */
export const nameKey = (name: string): string => nameKeyOf(name, foldCase(name));

/** The same key, where the folded name is known. */
export const nameKeyOf = (name: string, folded: string): string => folded.replaceAll(' ', '') || name.trim();

/** Marks that Latin and Greek letters carry, and the dots of ё: й without its mark would be another letter. */
const marks = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036F]+|(?<=[Ее])\u0308/gu;

/** Apostrophes, straight, typographic and modifier letters; invisible format characters and variation selectors. */
const invisible = /['`´‘’‛′\u02B9-\u02BC\uA78C\p{Cf}\p{Variation_Selector}]+/gu;

/** Runs of characters other than letters, their marks and digits: quotation marks, dashes, brackets, stops, blanks. */
const separators = /[^\p{L}\p{M}\p{N}]+/gu;

const han = /\p{Script=Han}/gu;
const beyondAscii = /[^\p{ASCII}]/u;

let simplified: ReadonlyMap<string, string> | undefined;

/** OpenCC's table of traditional characters, each with its simplified form; made when the first Chinese text is folded. */
function simplifiedForms(): ReadonlyMap<string, string> {
  if (simplified !== undefined) return simplified;
  const pairs = new Map(
    traditional.split('|').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
  // One form leads to another that has one itself: both are to become the same.
  for (const [from, to] of pairs) pairs.set(from, pairs.get(to) ?? to);
  return (simplified = pairs);
}

/**
 * Folds a text for search: its words in upper case with a blank between them. Case, width, accents, ё and е,
 * apostrophes, quotation marks, dashes and other punctuation, and traditional or simplified Chinese do not matter.
 * Upper case has no final letter forms, so the end of a word also matches within a word.
 */
export function foldCase(text: string): string {
  if (!beyondAscii.test(text)) return foldWords(text.replaceAll(invisible, ''));
  const plain = foldWords(text.normalize('NFKD').replaceAll(marks, '').replaceAll(invisible, '')).normalize('NFC');
  if (plain.search(han) < 0) return plain;
  const forms = simplifiedForms();
  return plain.replaceAll(han, (character) => forms.get(character) ?? character);
}

const foldWords = (text: string): string => text.toLowerCase().toUpperCase().replaceAll(separators, ' ').trim();

/** Key to compare names, headers and choices by: the folded text without blanks. Empty without a letter or a digit. */
export const foldKey = (text: string): string => foldCase(text).replaceAll(' ', '');

/** The folded words of a text, longest first: most texts that are searched for them lack that one. */
export const foldedWords = (text: string): string[] =>
  foldCase(text)
    .split(' ')
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);

/** Predicate that a folded text contains every word of `find`, in any order; undefined where `find` has no word. */
export function matcher(find: string): ((text: string) => boolean) | undefined {
  const words = foldedWords(find);
  const [only] = words;
  if (only === undefined) return undefined;
  if (words.length === 1) return (text) => text.includes(only);
  return (text) => words.every((word) => text.includes(word));
}

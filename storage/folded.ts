import traditional from 'opencc-js/dict/TSCharacters';

/** Marks that Latin and Greek letters carry, and the dots of ё: й without its mark would be another letter. */
const marks = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036F]+|(?<=[Ее])\u0308/gu;

/** Apostrophes, straight and typographic, also those that count as letters; what is not seen, and chooses among looks. */
const unseen = /['`´‘’‛′\u02B9-\u02BC\uA78C\p{Cf}\p{Variation_Selector}]+/gu;

/** Everything that is no letter, no mark of one, and no digit: quotation marks, dashes, brackets, stops, blanks. */
const between = /[^\p{L}\p{M}\p{N}]+/gu;

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
 * A text as it is found and compared: its words in upper case with a blank between them. Case, width, accents, ё and е,
 * apostrophes, quotation marks, dashes and other punctuation, and traditional or simplified Chinese do not matter. Upper
 * case, because it knows no final forms: what is found at the end of a word is found within one too.
 */
export function folded(text: string): string {
  if (!beyondAscii.test(text)) return cased(text.replaceAll(unseen, ''));
  const plain = cased(text.normalize('NFKD').replaceAll(marks, '').replaceAll(unseen, '')).normalize('NFC');
  if (plain.search(han) < 0) return plain;
  const forms = simplifiedForms();
  return plain.replaceAll(han, (character) => forms.get(character) ?? character);
}

const cased = (text: string): string => text.toLowerCase().toUpperCase().replaceAll(between, ' ').trim();

/** A text as names, headers and choices are compared: folded, and blanks do not matter either. Empty where it holds no letter and no digit. */
export const compared = (text: string): string => folded(text).replaceAll(' ', '');

/** Tells whether a folded text holds every word of what is looked for, in any order; undefined where that has no word. */
export function matcher(find: string): ((text: string) => boolean) | undefined {
  const words = folded(find)
    .split(' ')
    .filter((word) => word !== '')
    // The longest is the one that most texts lack.
    .sort((a, b) => b.length - a.length);
  const [only] = words;
  if (only === undefined) return undefined;
  if (words.length === 1) return (text) => text.includes(only);
  return (text) => words.every((word) => text.includes(word));
}

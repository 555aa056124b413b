/**
 * A text as it is searched for: width, case and runs of blanks do not matter. Upper case comes last, because it knows no
 * final forms: what is found at the end of a word is found within one too.
 */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();

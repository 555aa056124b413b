import { chineseNumber } from '../../locales/chineseNumber.ts';
import type { Lexicon } from './lexicon.ts';
import { utteranceOf } from './utterance.ts';

/** The number that stands in a sentence's slot: digits, Chinese characters, or a word of the language. */
export const numberOf = (n: string, { numbers }: Pick<Lexicon, 'numbers'>): number => {
  const { folded } = utteranceOf(n);
  return Number(numbers.get(folded) ?? chineseNumber(folded) ?? n.replaceAll(/\D/g, ''));
};

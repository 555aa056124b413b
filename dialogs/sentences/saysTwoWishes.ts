import type { Lexicon } from './lexicon.ts';
import { is, isNumber, spokenParts } from './spokenWords.ts';
import type { Utterance } from './utterance.ts';

/** True where a second number of licenses stands behind an “and” or a comma: two wishes are not one of them. */
export function saysTwoWishes(sentence: Utterance, known: Lexicon): boolean {
  const { text, folded } = sentence;
  const parts = spokenParts(sentence, known);
  const [, ...others] = parts.filter(isNumber);
  return others.some((number) => {
    const before = parts[parts.indexOf(number) - 1];
    const next = parts[parts.indexOf(number) + 1];
    const gap = before === undefined ? '' : text.slice(before.from, number.from);
    const said = before === undefined ? '' : folded.slice(before.from, before.to).trim();
    const isJoined = /(?<!\d)[,，;；、+&]\s*$|[,，;]\s+$/u.test(gap) || said.search(known.differences.and) === 0;
    return isJoined && (is(next, 'offer') || is(next, 'to') || is(next, 'other')) && !is(next, 'people');
  });
}

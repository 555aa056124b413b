import type { Lexicon } from './lexicon.ts';
import { is, spokenParts } from './spokenWords.ts';
import type { Utterance } from './utterance.ts';

/** True for a wish that something is to end, not to be done: “don't renew it”, “不要 e3 了”. */
export function isEndingWish(sentence: Utterance, known: Lexicon): boolean {
  const parts = spokenParts(sentence, known);
  const [first] = parts;
  const isOfOffer =
    parts.some((part) => is(part, 'offer')) &&
    (is(first, 'name') || /了\s*$/u.test(sentence.folded)) &&
    !parts.some((part) => is(part, 'new'));
  return parts.some(
    (part) =>
      (is(part, 'ending') && (is(part, 'renewal') || isOfOffer)) ||
      (is(part, 'fewer') && /^.?不/u.test(sentence.folded.slice(part.from, part.to))),
  );
}

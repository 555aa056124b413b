import { chineseNumber } from '../../locales/chineseNumber.ts';
import { languagesOf, type Lexicon, lexicon, numberOf } from './lexicon.ts';
import type { Intent } from './intent.ts';
import { cleanName } from './names.ts';
import { withoutPolitenessInside } from './politeness.ts';
import { isProductLike } from './products.ts';
import { is, isNumber, spokenParts } from './spokenWords.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** An order, or a number of licenses there shall be. */
type Wish = Extract<Intent, { kind: 'order' | 'licenses' }>;

/** True where a second number of licenses stands behind an “and” or a comma: two wishes are not one of them. */
function saysTwoWishes(sentence: Utterance, known: Lexicon): boolean {
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

const placesOf = (pattern: RegExp, folded: string): [from: number, to: number][] =>
  [...folded.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.trimEnd().length]);

/**
 * True where one of the words stands outside the customer's name: “Cut & Color” is called so, but “alpine minus” ends in
 * the word, with more of the sentence behind it.
 */
function isSaid(pattern: RegExp, { folded }: Utterance, customer: string): boolean {
  const name = utteranceOf(customer).folded.trim();
  const start = name === '' ? -1 : folded.indexOf(name);
  const end = start + name.length;
  const isInName = ([from, to]: readonly [number, number]): boolean =>
    start >= 0 && from >= start && to <= end && (to < end || folded.slice(end).trim() === '');
  return placesOf(pattern, folded).some((place) => !isInName(place));
}

/** The name without a word of difference at its end. */
function nameBefore(pattern: RegExp, customer: string, known: Lexicon): string {
  const { text, folded } = utteranceOf(customer);
  const last = placesOf(pattern, folded).find(([, to]) => to === folded.trimEnd().length);
  return last === undefined ? customer : cleanName(text.slice(0, last[0]), known);
}

const startsWithNumber = (folded: string, { numbers }: Lexicon): boolean =>
  /^\d/.test(folded) ||
  chineseNumber(/^\p{Script=Han}/u.exec(folded)?.[0] ?? '') !== undefined ||
  numbers.has(folded.split(' ')[0] ?? '');

/** True where a second number stands with an offer behind an “and”. */
const hasSecondOffer = ({ customer, product }: Wish, known: Lexicon): boolean =>
  [customer, product]
    .flatMap((part) => utteranceOf(part).folded.split(known.differences.and).slice(1))
    .some((part) => startsWithNumber(part.trim(), known) && isProductLike(part.trim(), known));

/** The wish as a number of licenses more or fewer; as a look at the subscriptions where it says no number. */
function differenceOf(wish: Wish, way: 'more' | 'fewer', pattern: RegExp, known: Lexicon): Intent {
  const { product } = wish;
  const customer = nameBefore(pattern, wish.customer, known);
  const n = wish.kind === 'order' ? wish.n : wish.change?.n;
  if (customer === '') return { kind: 'unknown' };
  if (n === undefined || (wish.kind === 'licenses' && wish.change?.way === 'more' && way === 'fewer'))
    return { kind: 'subscriptions', customer };
  return { kind: 'licenses', customer, product, change: { way, n } };
}

/** The wish as a number there shall be, where what stands before that was taken for the end of the name: “ромашку до 30”. */
function withNumberNamed(wish: Extract<Wish, { kind: 'licenses' }>, { folded }: Utterance, known: Lexicon): Wish {
  const name = utteranceOf(wish.customer).folded.trimEnd();
  const to = (known.differences.toNumber.exec(folded)?.index ?? 0) - folded.indexOf(name);
  return wish.change === undefined || to <= 0 || to >= name.length
    ? wish
    : { ...wish, customer: cleanName(wish.customer.slice(0, to), known), change: { way: 'to', n: wish.change.n } };
}

/** The number that a sentence says there shall be. */
const toNumberOf = ({ folded }: Utterance, known: Lexicon): number | undefined => {
  const n = known.differences.toNumber.exec(folded)?.groups?.['n'];
  return n === undefined ? undefined : numberOf(n, known);
};

function readDifference(wish: Wish, sentence: Utterance, known: Lexicon): Intent {
  const { increase, toNumber, percent } = known.differences;
  const { fewer } = known.keywords;
  if (sentence.folded.search(percent) >= 0) return { kind: 'unknown' };
  if (hasSecondOffer(wish, known) || saysTwoWishes(sentence, known)) return { kind: 'unknown', isTwo: true };
  if (wish.kind === 'licenses' && wish.change?.way !== 'to' && wish.change?.way !== 'more')
    return withNumberNamed(wish, sentence, known);
  const isTo = toNumber.test(sentence.folded);
  if (isTo && wish.kind === 'licenses') {
    const said = isSaid(fewer, sentence, wish.customer)
      ? 'fall'
      : isSaid(increase, sentence, wish.customer)
        ? 'rise'
        : undefined;
    return wish.change?.way !== 'to' || said === undefined ? wish : { ...wish, change: { ...wish.change, said } };
  }
  if (isTo && isSaid(fewer, sentence, wish.customer))
    return { kind: 'subscriptions', customer: nameBefore(fewer, wish.customer, known) };
  // “Asked for their e3 to be 12” says how many there shall be.
  if (isTo && wish.kind === 'order' && wish.n !== undefined && toNumberOf(sentence, known) === wish.n)
    return { kind: 'licenses', customer: wish.customer, product: wish.product, change: { way: 'to', n: wish.n } };
  if (isSaid(fewer, sentence, wish.customer)) return differenceOf(wish, 'fewer', fewer, known);
  return isSaid(increase, sentence, wish.customer) && !isTo ? differenceOf(wish, 'more', increase, known) : wish;
}

/**
 * The intent of a sentence with its words of difference minded, whatever form it was read by: what says fewer is no order
 * and no number there shall be, a share is no number of licenses, and two wishes are not one of them.
 */
export function withDifference(intent: Intent, typed: Utterance): Intent {
  if (intent.kind !== 'order' && intent.kind !== 'licenses') return intent;
  // “Signed off” takes nothing off.
  const sentence = withoutPolitenessInside(typed);
  return languagesOf(sentence).reduce<Intent>(
    (read, locale) =>
      read.kind === 'order' || read.kind === 'licenses' ? readDifference(read, sentence, lexicon(locale)) : read,
    intent,
  );
}

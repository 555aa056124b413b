import { languagesOf, lexicon } from './lexicon.ts';
import { isReferring, understand } from './grammar.ts';
import { isThem } from './heldNames.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords, spokenOf } from './keywords.ts';
import { maxSentence, utteranceOf } from './utterance.ts';

/** A wish of a message that has two, as it could be typed alone. */
export interface TypedWish {
  readonly text: string;
  readonly intent: Intent;
}

/** Fewest characters of a message with two wishes. */
const fewestCharacters = 12;

const marks = /[,，;；。.!！]+\s*/gu;

/** Kinds of intents that are something to do, or to look at, and no answer. */
const wished: ReadonlySet<Intent['kind']> = new Set([
  'order',
  'licenses',
  'manage',
  'task',
  'history',
  'subscriptions',
  'invite',
  'export',
] as const);

const isWish = (intent: Intent): boolean =>
  wished.has(intent.kind) || (intent.kind === 'command' && intent.command === 'addCustomer');

const productOf = (intent: Intent): string => ('product' in intent ? intent.product : '');

const customerOf = (intent: Intent): string => ('customer' in intent ? intent.customer : '');

/** Places where a message may be two: behind a mark, and around a word for “and”. */
function cuts(text: string): readonly (readonly [from: number, to: number])[] {
  const sentence = utteranceOf(text);
  const ands = languagesOf(sentence).flatMap((locale) => [
    ...sentence.folded.matchAll(lexicon(locale).differences.and),
  ]);
  return [...sentence.text.matchAll(marks), ...ands]
    .map(({ 0: found, index }) => [index, index + found.length] as const)
    .toSorted(([one], [other]) => one - other);
}

/** The parts of a text between its marks and words for “and”; none where there is one. */
export function partsOfText(typed: string): readonly string[] {
  const { text } = utteranceOf(typed.trim());
  const found = cuts(text);
  const starts = [0, ...found.map(([, to]) => to)];
  const parts = starts.map((from, index) => text.slice(from, found[index]?.[0] ?? text.length).trim());
  return found.length === 0 || text.length > maxSentence ? [] : parts.filter((part) => part !== '');
}

/**
 * The two wishes that a message says one after the other; undefined where it says one, or where a part of it says none.
 * `forCustomer` writes a wish for the customer whom only the other one names.
 */
export function twoWishes(
  typed: string,
  forCustomer: (wish: string, customer: string) => string,
): readonly [TypedWish, TypedWish] | undefined {
  const { text } = utteranceOf(typed.trim());
  if (text.length < fewestCharacters || text.length > maxSentence || /[\r\n]/.test(typed.trim())) return undefined;
  // “Contoso has not paid, suspend them” is one.
  if (isReferring(text)) return undefined;
  for (const [from, to] of cuts(text)) {
    const parts = [text.slice(0, from).trim(), text.slice(to).trim()] as const;
    if (parts.some((part) => part.length < 3)) continue;
    const [first, second] = parts.map((part) => ({ text: part, intent: understand(part) }));
    if (first === undefined || second === undefined) continue;
    const name = customerOf(first.intent) || customerOf(second.intent);
    const [one, other] = [first, ofSameOffer(second, first)].map((wish) => named(wish, name, forCustomer));
    if (one !== undefined && other !== undefined && areTwo(one, other)) return [one, other];
  }
  return undefined;
}

/** True for two wishes that are not the same one said twice: “fabrikam lost 2 people, remove 2 licenses”. */
function areTwo({ intent: one, text: first }: TypedWish, { intent: other }: TypedWish): boolean {
  if (!isWish(one) || !isWish(other) || one.kind === 'command') return false;
  if ([one, other].some((each) => isThem(customerOf(each)))) return false;
  if ([one, other].some((each) => customerOf(each) !== '' && !isName(customerOf(each)))) return false;
  const [mine, its] = [customerOf(one), customerOf(other)].map((name) => name.toLowerCase());
  if (mine !== its) return true;
  if (one.kind === 'subscriptions' && saysLack(first)) return false;
  const products = [productOf(one), productOf(other)].filter((product) => product !== '');
  return products.length === 2 ? products[0] !== products[1] : looks.has(one.kind) !== looks.has(other.kind);
}

/** True for a text that says no more than what is wrong: “contoso says there are not enough E3”. */
function saysLack(text: string): boolean {
  const sentence = utteranceOf(text);
  return languagesOf(sentence).some((locale) => {
    const { said } = spokenOf(sentence, lexicon(locale));
    return said.has('not') || said.has('more') || said.has('fewer');
  });
}

/** Kinds of intents that look at something, where the others change it. */
const looks: ReadonlySet<Intent['kind']> = new Set(['history', 'subscriptions', 'export', 'command'] as const);

/** True for a text that may name somebody: more than numbers and words of sentences. */
function isName(text: string): boolean {
  const sentence = utteranceOf(text);
  return /\p{L}{2}/u.test(text) && !languagesOf(sentence).some((locale) => isOnlyWords(text, lexicon(locale), true));
}

/** The wish with the offer of the first one where it says a number alone: “and 3 to contoso”. */
function ofSameOffer(wish: TypedWish, { intent }: TypedWish): TypedWish {
  if (isWish(wish.intent) || productOf(intent) === '') return wish;
  const text = wish.text.replace(/\d+/, `$& ${productOf(intent)}`);
  return text === wish.text ? wish : { text, intent: understand(text) };
}

/** The wish with the customer of the other one, where it names none itself. */
function named(wish: TypedWish, name: string, forCustomer: (wish: string, customer: string) => string): TypedWish {
  if (name === '' || customerOf(wish.intent) !== '' || (isWish(wish.intent) && !('customer' in wish.intent)))
    return wish;
  const text = forCustomer(wish.text, name);
  const intent = understand(text);
  return isWish(intent) && customerOf(intent).toLowerCase() === name.toLowerCase() ? { text, intent } : wish;
}

/** The order of two offers for the same customer, where both wishes are an order; undefined for any others. */
export function oneOrder([{ intent: one }, { intent: other }]: readonly [TypedWish, TypedWish]): Intent | undefined {
  if (one.kind !== 'order' || other.kind !== 'order' || one.customer.toLowerCase() !== other.customer.toLowerCase())
    return undefined;
  const { product, n } = other;
  return { ...one, also: n === undefined ? { product } : { product, n } };
}

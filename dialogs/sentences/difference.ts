import { firstDefined } from '../../lib/optional.ts';
import { chineseNumber } from '../../locales/chineseNumber.ts';
import { languagesOf, type Lexicon, lexicon, numberOf } from './lexicon.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords } from './keywords.ts';
import { likelyWishes } from './likelyWish.ts';
import { cleanName } from './names.ts';
import { withoutPolitenessInside } from './politeness.ts';
import { isProductLike, productName } from './products.ts';
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

/** A word of a list at the end of a text, or at its beginning. */
const lengthAtEnd = (pattern: RegExp, text: string): number =>
  new RegExp(`${pattern.source}$`, 'u').exec(text)?.[0].length ?? 0;
const isAtStart = (pattern: RegExp, text: string): boolean => new RegExp(`^ *${pattern.source}`, 'u').test(text);

/** The folded sentence with blanks in place of the customer's name, whose words say nothing of a number. */
function withoutName({ folded }: Utterance, customer: string): string {
  const name = utteranceOf(customer).folded.trim();
  // “Three starters at northwind” is more than a name.
  const isName = customer.split(' ').every((word, _at, { length }) => length < 3 || /^[\p{Lu}&]/u.test(word));
  return name === '' || !isName ? folded : folded.replace(name, ' '.repeat(name.length));
}

/** A number with what stands before it, and behind it in its clause. */
interface Counted {
  readonly n: number;
  readonly before: string;
  readonly behind: string;
  readonly isOfPeople: boolean;
  /** True behind a word that may say how many there shall be, or by how many more: “на”. */
  readonly isBehindTo: boolean;
}

/** The numbers of a sentence: not those of periods. */
function countedIn(sentence: Utterance, folded: string, known: Lexicon): readonly Counted[] {
  const parts = spokenParts(sentence, known);
  return parts.flatMap((part, at) => {
    if (part.value === undefined || !isNumber(part) || is(parts[at + 1], 'period')) return [];
    const next = parts.slice(at + 1).find(isNumber);
    const clause = /^[^,，;；。.!！?？]*/u.exec(sentence.text.slice(part.to))?.[0].length ?? 0;
    return {
      n: part.value,
      before: folded.slice(0, part.from),
      behind: folded.slice(part.to, Math.min(part.to + clause, next?.from ?? folded.length)),
      isBehindTo: is(parts[at - 1], 'to'),
      isOfPeople: [part, ...parts.slice(at + 1, at + 3)].some((one) => is(one, 'people')),
    };
  });
}

/** The number that a sentence wishes, and the one that it says there is; undefined where several may be wished. */
function wishedOf(all: readonly Counted[], { differences }: Lexicon) {
  const isPresent = ({ before, behind }: Counted): boolean =>
    lengthAtEnd(differences.present, before) > lengthAtEnd(differences.to, before) ||
    new RegExp(`${differences.there.source}`, 'u').test(behind);
  const present = all.length > 1 ? all.filter(isPresent) : [];
  const left = present.length < all.length ? all.filter((one) => !present.includes(one)) : all;
  const ofLicenses = left.filter(({ isOfPeople }) => !isOfPeople);
  const [only, ...others] = ofLicenses.length > 0 ? ofLicenses : left;
  return only === undefined || others.length > 0 ? undefined : { only, present: present[0]?.n };
}

type Way = 'to' | 'more' | 'fewer' | 'unclear';

/** The way of a number by the words beside it: those that stand closest say it. */
function wayBeside({ before, behind }: Counted, { differences, keywords }: Lexicon): Way | undefined {
  const ends = (pattern: RegExp): number => lengthAtEnd(pattern, before);
  const from = before.slice(0, before.length - ends(differences.by));
  const most = (...patterns: readonly RegExp[]): number => Math.max(...patterns.map((one) => lengthAtEnd(one, from)));
  const more = most(keywords.more, differences.adding, differences.joined, differences.increase);
  const fewer = most(keywords.fewer, differences.left);
  const [to, adding] = [ends(differences.to), ends(differences.adding)];
  if (isAtStart(keywords.more, behind)) return 'more';
  if (to > adding) return 'to';
  if (more > fewer) return 'more';
  if (fewer > more) return 'fewer';
  return new RegExp(differences.total.source, 'u').test(behind) ? 'to' : undefined;
}

/** The way of a number by all words of its sentence; undefined where they say none. */
function wayBySentence(folded: string, { differences, keywords }: Lexicon): Way | undefined {
  const says = (...patterns: readonly RegExp[]): boolean => patterns.some((pattern) => folded.search(pattern) >= 0);
  const isMore = says(keywords.more, differences.increase, differences.joined);
  const isFewer = says(keywords.fewer, differences.left);
  return isMore && isFewer ? 'unclear' : isMore ? 'more' : isFewer ? 'fewer' : undefined;
}

/** The offer whose name stands in a sentence in one piece; empty where none does. */
export function offerIn(sentence: Utterance, known: Lexicon): string {
  const parts = spokenParts(sentence, known).filter((part) => is(part, 'offer'));
  const [from = 0, to = 0] = [parts[0]?.from, parts.at(-1)?.to];
  const isOne = parts.every((part, at) => at === 0 || part.from - (parts[at - 1]?.to ?? 0) <= 1);
  return isOne ? productName(sentence.text.slice(from, to), known) : '';
}

/** The least share of a way to count by which the likeness tells it. */
const leastOfWay = 0.75;

/** The way of a number by the likeness of its sentence; the one read otherwise, which is none where it says how many there shall be. */
function wayByLikeness({ text }: Utterance, own: Way | undefined): Way {
  const [[kind, share] = ['other', 0] as const] = likelyWishes(text, []).wishes;
  const like = kind === 'moreLicenses' ? 'more' : kind === 'fewerLicenses' ? 'fewer' : undefined;
  if (like !== undefined && share >= leastOfWay) return like;
  return own === undefined || own === 'to' ? 'unclear' : own;
}

/** The customer without an offer or other words behind its ’s: “northwind's E3 licenses”. */
function ownerOf(customer: string, known: Lexicon): string {
  const [, owner = '', rest = ''] = /^(.+?)['’]s\s+(.+)$/u.exec(customer) ?? [];
  return owner !== '' && isOnlyWords(rest, known, true) ? owner : customer;
}

/** The wish with its number as the words of the sentence say that it is meant. */
function readCount(wish: Wish, sentence: Utterance, known: Lexicon): Wish {
  const folded = withoutName(sentence, wish.customer);
  const wished = wishedOf(countedIn(sentence, folded, known), known);
  if (wished === undefined || /[-−–]\s*$/u.test(sentence.text.slice(0, wished.only.before.length))) return wish;
  const { only, present = only.n } = wished;
  const own = wish.kind === 'order' ? undefined : wish.change?.way;
  const said = wayBySentence(folded, known);
  const beside = wayBeside(only, known);
  const isBy = own === 'to' && !only.isBehindTo && lengthAtEnd(known.differences.by, only.before) > 0;
  const isOpen = isBy || (only.isOfPeople && own !== 'more') || (wish.kind === 'order' && only.n > present);
  const isUnclear = said === 'unclear' || (said === undefined && isOpen);
  const way = beside ?? (isUnclear ? wayByLikeness(sentence, own) : said);
  const customer = ownerOf(wish.customer, known);
  const product = wish.product === '' ? offerIn(sentence, known) : wish.product;
  if (way === undefined)
    return product === wish.product && customer === wish.customer ? wish : { ...wish, product, customer };
  if (way === 'unclear') return { kind: 'licenses', customer, product, unclear: only.n };
  if (wish.kind === 'order' && way === 'more' && (product === '' || (beside === undefined && wish.n !== undefined)))
    return wish;
  const told = said === 'more' ? 'rise' : said === 'fewer' ? 'fall' : undefined;
  return {
    kind: 'licenses',
    customer,
    product,
    change: { way, n: only.n, ...(way === 'to' && told !== undefined ? { said: told } : {}) },
  };
}

/** The licenses to be taken back of people who went, “two people left, remove their e3”; undefined for another sentence. */
function leaversIn(sentence: Utterance, customer: string, known: Lexicon): Intent | undefined {
  const folded = withoutName(sentence, customer);
  const [only, ...others] = countedIn(sentence, folded, known);
  const product = offerIn(sentence, known);
  const isOfLeavers = only?.isOfPeople === true && others.length === 0 && folded.search(known.differences.left) >= 0;
  return only === undefined || !isOfLeavers || product === ''
    ? undefined
    : { kind: 'licenses', customer, product, change: { way: 'fewer', n: only.n } };
}

/** True for a text whose only number is of people, with one offer for them: it says one wish, in two sentences. */
export function isOfPeople(typed: string): boolean {
  const sentence = utteranceOf(typed);
  return languagesOf(sentence).some((locale) => {
    const known = lexicon(locale);
    const [only, ...others] = countedIn(sentence, sentence.folded, known);
    return only?.isOfPeople === true && others.length === 0 && offerIn(sentence, known) !== '';
  });
}

/**
 * The wish with its number as the text says that it is meant, by whatever reading it was found: the number there shall be, so many
 * more, or so many fewer. Where the text leaves it open, the wish has none, as a wrong number changes licenses.
 */
export function withMeantNumber(intent: Intent, typed: string): Intent {
  const sentence = withoutPolitenessInside(utteranceOf(typed));
  if (intent.kind === 'manage')
    return firstDefined(languagesOf(sentence), (one) => leaversIn(sentence, intent.customer, lexicon(one))) ?? intent;
  if ((intent.kind !== 'order' && intent.kind !== 'licenses') || intent.customer === '') return intent;
  if (intent.kind === 'order' && (intent.also !== undefined || intent.plan !== undefined)) return intent;
  for (const locale of languagesOf(sentence)) {
    const read = readCount(intent, sentence, lexicon(locale));
    if (read !== intent) return read;
  }
  return intent;
}

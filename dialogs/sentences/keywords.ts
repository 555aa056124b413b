import { type KeywordKind, keywordKinds } from '../../locales/sentences.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import type { Intent } from './intent.ts';
import { type Lexicon, topicIn } from './lexicon.ts';
import { cleanName, isSentence, searchedWords } from './names.ts';
import { isPolite } from './politeness.ts';
import { productName } from './products.ts';
import { is, isNumber, spokenParts, type SpokenPart } from './spokenWords.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** A sentence by its words alone, in whatever order they stand. */
export interface Spoken {
  readonly said: ReadonlySet<KeywordKind>;
  /** The number of licenses; undefined where there is none, or several. */
  readonly n: number | undefined;
  readonly numbers: number;
  /** True where “more” stands right behind the number. */
  readonly isMore: boolean;
  /** True where the number is the one there shall be. */
  readonly isTo: boolean;
  readonly days: number | undefined;
  readonly product: string;
  readonly customer: string;
  readonly names: number;
}

const isKeyword = (kind: string): kind is KeywordKind => keywordKinds.some((one) => one === kind);

type Way = 'to' | 'more' | 'fewer';

/** The numbers that count licenses: not those of people, and not the one there was of “from 3 to 5”. */
function licenseNumbers(parts: readonly SpokenPart[]): readonly SpokenPart[] {
  const all = parts.filter(isNumber);
  const isOfOthers = (part: SpokenPart): boolean => {
    const next = parts.slice(parts.indexOf(part) + 1, parts.indexOf(part) + 3);
    return is(next[0], 'period') || (all.length > 1 && [part, ...next].some((one) => is(one, 'people')));
  };
  const counted = all.filter((one) => !isOfOthers(one));
  const [first, second] = counted;
  if (counted.length !== 2 || first === undefined || second === undefined) return counted;
  const between = parts.slice(parts.indexOf(first) + 1, parts.indexOf(second));
  return between.length > 0 &&
    is(between.at(-1), 'to') &&
    between.every((one) => is(one, 'to') || is(one, 'other') || is(one, 'subscriptions'))
    ? [second]
    : counted;
}

/** Words that may stand between two words of a company's name. */
const joiners = /^(?:and|of|the|и|&)$/u;

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** The names in a sentence: what no list of words knows, in one piece where nothing stands between. */
function namesOf(
  { text, folded }: Utterance,
  parts: readonly SpokenPart[],
  known: Lexicon,
): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [];
  for (const [index, part] of parts.entries()) {
    if (!is(part, 'name')) continue;
    const last = runs.at(-1);
    const between = parts.slice(0, index).filter(({ from }) => last !== undefined && from >= last[1]);
    const gap = last === undefined ? '' : folded.slice(last[1], part.from);
    const isOne =
      last !== undefined &&
      (between.length === 0 ||
        (between.length === 1 &&
          (joiners.test(gap.trim()) ||
            (gap.length === 1 &&
              gap !== ' ' &&
              /\p{Script=Han}/u.test(gap) &&
              !known.aroundNames.includes(gap) &&
              gap.search(known.differences.and) < 0))));
    if (isOne) runs[runs.length - 1] = [last[0], part.to];
    else runs.push([part.from, part.to]);
  }
  return runs.filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

/** The texts in a sentence that no list of words knows: its names, and words that are not known. */
export const namesIn = (sentence: Utterance, known: Lexicon): string[] =>
  namesOf(sentence, spokenParts(sentence, known), known).map(([from, to]) => sentence.text.slice(from, to));

/** Words before whom something is for. */
const beforeName = /(?:^|\s)(?:for|to|of|at|у|для|к|по)\s+$/u;

/** The run of unknown words that is likeliest a name: behind “for” and the like, with an ’s, or at the beginning. */
function likeliestName({ text, folded }: Utterance, runs: readonly (readonly [number, number])[]): string | undefined {
  const marks = runs.map(
    ([from, to]) =>
      (beforeName.test(folded.slice(0, from)) ? 2 : 0) + (folded.startsWith("'s", to) ? 2 : 0) + (from === 0 ? 1 : 0),
  );
  const most = Math.max(...marks);
  const [best, another] = runs.filter((_run, index) => marks[index] === most);
  return best === undefined || another !== undefined ? undefined : text.slice(...best);
}

/** The parts of a sentence and what they say. */
export function spokenOf(sentence: Utterance, known: Lexicon): Spoken {
  const all = spokenParts(sentence, known);
  const runs = namesOf(sentence, all, known);
  const parts = all.filter(
    (part) => !runs.some(([from, to]) => part.from >= from && part.to <= to && part.to - part.from < to - from),
  );
  const names = runs.map(([from, to]) => sentence.text.slice(from, to));
  const numbers = licenseNumbers(parts);
  const [number] = numbers;
  const [before, behind] = [-1, 1].map((by) => (number === undefined ? undefined : parts[parts.indexOf(number) + by]));
  const capitals = names.filter(isCapital);
  const name = (names.length > 1 && capitals.length === 1 ? capitals[0] : likeliestName(sentence, runs)) ?? '';
  const offer = parts.filter((part) => is(part, 'offer')).map(({ from, to }) => sentence.text.slice(from, to));
  const period = parts.findIndex((part) => is(part, 'period'));
  const count = parts[period - 1];
  return {
    said: new Set(parts.flatMap(({ kinds }) => kinds).filter((kind): kind is KeywordKind => isKeyword(kind))),
    n: numbers.length === 1 ? number?.value : undefined,
    numbers: numbers.length,
    isMore: is(behind, 'more') && !is(behind, 'fewer'),
    isTo: is(before, 'to'),
    days:
      period < 0
        ? undefined
        : (parts[period]?.value ?? 0) * (count !== undefined && isNumber(count) ? (count.value ?? 1) : 1),
    product: productName(offer.join(' '), known),
    customer: cleanName(name, known),
    names: names.length,
  };
}

/** True where more stands in a name's place than a name: a word that says more, fewer or no. */
export const saysDifference = (text: string, { keywords }: Lexicon): boolean => {
  const { folded } = utteranceOf(text);
  return /\S .*\S/u.test(folded) && [keywords.more, keywords.fewer, keywords.not].some((one) => folded.search(one) > 0);
};

/** The way of a number: one there shall be, or one more or fewer; undefined where it is an order. */
function wayOf({ said, isTo, isMore, product }: Spoken): Way | undefined {
  if (isMore) return 'more';
  if (isTo && (said.has('set') || said.has('fewer') || said.has('increase') || said.has('order'))) return 'to';
  if (said.has('fewer') || said.has('ending')) return 'fewer';
  if (said.has('more') || said.has('increase')) return 'more';
  if (said.has('set') || isTo) return 'to';
  return product === '' && said.has('subscriptions') && (said.has('order') || said.has('new')) ? 'more' : undefined;
}

/** The intent of a sentence with one name and one number. */
function readNumber(spoken: Spoken, n: number, customer: string): Intent | undefined {
  const { product } = spoken;
  const way = wayOf(spoken);
  if (way !== undefined) return { kind: 'licenses', customer, product, change: { way, n } };
  return product === '' ? undefined : { kind: 'order', customer, product, n };
}

/** The intent of a sentence with a name, by what its words say; the first that fits. */
const named: readonly (readonly [
  fits: (spoken: Spoken) => boolean,
  read: (customer: string, product: string) => Intent,
])[] = [
  [
    ({ said, n }) => said.has('relationship') && n === undefined && (said.has('ending') || said.has('manage')),
    (customer) => ({ kind: 'task', task: 'endRelationship', customer }),
  ],
  [({ said }) => said.has('invite'), (customer) => ({ kind: 'invite', customer })],
  [
    ({ said, product, n }) =>
      said.has('ending') ||
      said.has('manage') ||
      (said.has('renewal') && n !== undefined) ||
      (said.has('fewer') && product !== ''),
    (customer, product) => ({ kind: 'manage', customer, product }),
  ],
  [
    ({ said, customer, product }) =>
      product === '' && (said.has('new') || said.has('customers')) && legalFormCountries(customer) !== undefined,
    (customer) => ({ kind: 'newCustomer', name: customer }),
  ],
  [
    ({ said }) => said.has('password') && (said.has('set') || said.has('ask') || said.has('new')),
    (customer) => ({ kind: 'task', task: 'newPassword', customer }),
  ],
  [({ said }) => said.has('unfinished'), () => ({ kind: 'command', command: 'drafts' })],
  [({ said }) => said.has('chart'), (customer) => ({ kind: 'task', task: 'chart', customer })],
  [({ said }) => said.has('history'), (customer) => ({ kind: 'history', customer })],
  [({ said }) => said.has('details'), (customer) => ({ kind: 'customer', customer })],
  [
    ({ said, product }) => product !== '' && said.has('have') && !said.has('order'),
    (customer) => ({ kind: 'subscriptions', customer }),
  ],
  [
    ({ said, product }) => product !== '' && said.has('order'),
    (customer, product) => ({ kind: 'order', customer, product }),
  ],
  [
    ({ said, product }) => product !== '' && (said.has('set') || said.has('increase')),
    (customer, product) => ({ kind: 'licenses', customer, product }),
  ],
  [
    ({ said, product }) => said.has('subscriptions') || product !== '',
    (customer) => ({ kind: 'subscriptions', customer }),
  ],
  [({ said }) => said.has('renewal'), (customer) => ({ kind: 'subscriptions', customer })],
  [({ said }) => said.has('new') && said.has('customers'), (customer) => ({ kind: 'newCustomer', name: customer })],
  [({ said }) => said.has('find') || said.has('have'), (customer) => ({ kind: 'find', find: customer, sure: true })],
];

/** A month by its number in Chinese, or a year. */
const monthOrYear = /\d ?月|(?<!\d)20\d\d(?!\d)/u;

/** The intent of a sentence that names nobody. */
function readNameless({ folded }: Utterance, { said, days, n, product }: Spoken): Intent | undefined {
  if (n !== undefined && product !== '' && !said.has('have')) return { kind: 'order', customer: '', product, n };
  // No list is of those without something: all of them are shown.
  if (said.has('not') && said.has('customers') && said.has('subscriptions'))
    return { kind: 'command', command: 'customers', isWider: true };
  if (said.has('not') && !said.has('unfinished')) return undefined;
  if (said.has('unfinished')) return { kind: 'command', command: 'drafts' };
  if (said.has('invite')) return { kind: 'command', command: 'invite' };
  if (said.has('load') && (said.has('file') || said.has('customers')))
    return { kind: 'command', command: 'importCustomers' };
  if (said.has('chart') && !said.has('renewal')) return { kind: 'command', command: 'licenseChart' };
  if ((said.has('file') || said.has('save')) && (said.has('customers') || (said.has('file') && said.has('save'))))
    return { kind: 'export' };
  if (said.has('renewal') && (said.has('month') || said.has('chart') || monthOrYear.test(folded)))
    return { kind: 'command', command: 'renewalChart' };
  if (said.has('renewal'))
    return days === undefined
      ? { kind: 'command', command: 'renewals' }
      : { kind: 'renewals', days: days <= 31 ? 30 : days <= 62 ? 60 : 90 };
  if (said.has('new') && said.has('customers')) return { kind: 'command', command: 'addCustomer' };
  if (said.has('history') && product === '' && n === undefined) return { kind: 'history', customer: '' };
  return said.has('today') ? { kind: 'command', command: 'agenda' } : undefined;
}

const isChange = (said: Spoken['said']): boolean => said.has('set') || said.has('new');

function readSpoken(sentence: Utterance, spoken: Spoken, known: Lexicon): Intent | undefined {
  const { said, n, numbers, customer: name, names, product } = spoken;
  const isAsking = said.has('ask') || (said.has('details') && /[?？]\s*$/u.test(sentence.text));
  const topic = isAsking ? topicIn(sentence, name, names, known) : undefined;
  if (topic !== undefined) return { kind: 'explain', topic };
  if (said.has('price') && !said.has('not')) return { kind: 'explain', topic: 'invoices' };
  if (names === 0) return readNameless(sentence, spoken);
  if (name.length < 2 || numbers > 1 || isSentence(name, known) || isPolite(name, known)) return undefined;
  if (said.has('not') && !said.has('ending')) return undefined;
  const customer = searchedWords(name);
  // A new address has numbers that count nothing.
  if (said.has('details') && n !== undefined && product === '' && !said.has('subscriptions') && isChange(said))
    return { kind: 'task', task: 'updateAccount', customer };
  if (n !== undefined && !said.has('renewal')) return readNumber(spoken, n, customer);
  return named.find(([fits]) => fits(spoken))?.[1](customer, product);
}

/**
 * The intent of a sentence by the words it holds, in whatever order: one name, and beside it an offer, a number or a
 * word that says what is asked for; or no name at all. Undefined where something is denied, or where the words leave it
 * open.
 */
export const readKeywords = (sentence: Utterance, known: Lexicon): Intent | undefined =>
  readSpoken(sentence, spokenOf(sentence, known), known);

/** True where a word of the language stands in a sentence. */
export const saysAnything = (sentence: Utterance, known: Lexicon): boolean => spokenOf(sentence, known).said.size > 0;

/** True where nothing but words of a sentence stands, and names of offers where those are asked for: a name taken from it is none. */
export const isOnlyWords = (text: string, known: Lexicon, hasOffers = false): boolean =>
  spokenParts(utteranceOf(text), known).every((part) => !is(part, 'name') && (hasOffers || !is(part, 'offer')));

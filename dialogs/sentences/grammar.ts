import type { FrameName, Topic } from '../../locales/sentences.ts';
import type { Locale } from '../../locales/translator.ts';
import { typedCommand, typedLanguage } from '../commands.ts';
import { type Utterance, utteranceOf, maxSentence } from './utterance.ts';
import { isOfForm, languagesOf, type Lexicon, lexicon, type SentenceForm, topicKey } from './lexicon.ts';
import type { Intent, QuantityChange } from './intent.ts';
import { cleanName, isIdOrDomain, searchedWords } from './names.ts';
import { isProductLike, productName, splitProduct } from './products.ts';
import { smallTalk } from './smallTalk.ts';
import { withoutTypos } from './typos.ts';

/** The texts that stand in the slots of a sentence. */
interface Slots {
  readonly c: string;
  readonly p: string;
  readonly x: string;
  readonly n: string;
  readonly hasVerb: boolean;
}

type FrameReader = (slots: Slots, known: Lexicon) => Intent | undefined;

const named = (slot: string, known: Lexicon): string => cleanName(slot, known);

const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');

/** True for a text that is a sentence about anything, and no name. */
const isSentence = (name: string, { sentenceWords }: Lexicon): boolean => {
  const { folded } = utteranceOf(name);
  if (wordsOf(folded).some((word) => sentenceWords.has(word))) return true;
  return (
    /\p{Script=Han}/u.test(folded) &&
    [...sentenceWords].some((word) => /\p{Script=Han}/u.test(word) && folded.includes(word))
  );
};

const numberOf = (n: string, { numbers }: Lexicon): number =>
  Number(numbers.get(utteranceOf(n).folded) ?? n.replaceAll(/\D/g, ''));

/** Reader of a sentence about one customer. */
const about =
  (kind: 'customer' | 'subscriptions' | 'history'): FrameReader =>
  ({ c }, known) => {
    const customer = named(c, known);
    return customer === '' || isSentence(customer, known) ? undefined : { kind, customer: searchedWords(customer) };
  };

const licenses =
  (way: QuantityChange['way']): FrameReader =>
  ({ c, p, n }, known) => {
    const split = p === '' ? splitProduct(named(c, known), known) : { customer: c, product: p };
    const parts = { customer: named(split.customer, known), product: productName(split.product, known) };
    if (parts.customer === '' || isSentence(parts.customer, known)) return undefined;
    if (parts.product !== '' && !isProductLike(parts.product, known)) return undefined;
    return {
      kind: 'licenses',
      customer: searchedWords(parts.customer),
      product: parts.product,
      ...(n === '' ? {} : { change: { way, n: numberOf(n, known) } }),
    };
  };

const order: FrameReader = ({ c, p, n, hasVerb }, known) => {
  const customer = named(c, known);
  const product = productName(p, known);
  if (customer === '' || isSentence(customer, known)) return undefined;
  if (p !== '' && !isProductLike(product, known) && (!hasVerb || n === '')) return undefined;
  return { kind: 'order', customer: searchedWords(customer), product, ...(n === '' ? {} : { n: numberOf(n, known) }) };
};

function renewalDays(n: number): 30 | 60 | 90 {
  if (n <= 30) return 30;
  return n <= 60 ? 60 : 90;
}

/** Kinds of sentences in the order in which they are tried: those that say most come first. */
const readers: readonly (readonly [FrameName, FrameReader])[] = [
  ['moreLicenses', licenses('more')],
  ['fewerLicenses', licenses('fewer')],
  ['renewals', ({ n }, known) => ({ kind: 'renewals', days: n === '' ? 90 : renewalDays(numberOf(n, known)) })],
  ['export', () => ({ kind: 'export' })],
  [
    'newCustomer',
    ({ c }, known) => {
      const name = named(c, known);
      return name === '' || isSentence(name, known) ? undefined : { kind: 'newCustomer', name };
    },
  ],
  ['licenses', licenses('to')],
  ['order', order],
  ['history', about('history')],
  ['subscriptions', about('subscriptions')],
  ['customer', about('customer')],
  ['invite', ({ c }, known) => (named(c, known) === '' ? undefined : { kind: 'command', command: 'invite' })],
  [
    'find',
    ({ c }, known) => {
      const find = named(c, known);
      return find === '' || isSentence(find, known)
        ? undefined
        : { kind: 'find', find: searchedWords(find), sure: true };
    },
  ],
];

/** The texts of the slots, as they were typed. */
function slotsOf({ text, folded }: Utterance, { pattern, hasVerb }: SentenceForm): Slots {
  const groups = pattern.exec(folded)?.indices?.groups;
  const slot = (name: string): string => text.slice(...(groups?.[name] ?? [0, 0]));
  return { c: slot('c'), p: slot('p'), x: slot('x'), n: slot('n'), hasVerb };
}

/** The intent of a text as one of the kinds of sentences of a language: of those that begin with a name, or the others. */
function readFrames(sentence: Utterance, known: Lexicon, isNameFirst: boolean): Intent | undefined {
  for (const [name, read] of readers)
    for (const form of known.frames[name]) {
      if (form.hasVerb === isNameFirst) continue;
      if (!isOfForm(sentence.folded, form)) continue;
      const intent = read(slotsOf(sentence, form), known);
      if (intent !== undefined) return intent;
    }
  return undefined;
}

const topicOf = (folded: string, { topicNames, topicForms }: Lexicon): Topic | undefined =>
  topicNames.get(topicKey(folded)) ?? topicForms.find(([, form]) => isOfForm(folded, form))?.[0];

/** The topic of a question, or of a text that names nothing else. */
function readTopic(sentence: Utterance, known: Lexicon): Intent | undefined {
  const asked = known.frames.explain.flatMap((form) => {
    return isOfForm(sentence.folded, form) ? [utteranceOf(slotsOf(sentence, form).x).folded] : [];
  });
  const topic = [...asked, sentence.folded].map((text) => topicOf(text, known)).find((one) => one !== undefined);
  return topic === undefined ? undefined : { kind: 'explain', topic };
}

const cut = ({ text, folded }: Utterance, from: number, to: number): Utterance => ({
  text: text.slice(from, to),
  folded: folded.slice(from, to),
});

/** The sentence without “please”, “I want to” and the like. */
function withoutPoliteness(sentence: Utterance, { before, after }: Lexicon): Utterance {
  const from = before.exec(sentence.folded)?.[0].length ?? 0;
  const rest = cut(sentence, from, sentence.folded.length);
  const to = after.exec(rest.folded)?.index ?? rest.folded.length;
  return to === 0 ? sentence : cut(rest, 0, to);
}

const isRefusal = ({ folded }: Utterance, known: Lexicon): boolean =>
  known.frames.refuse.some((form) => isOfForm(folded, form));

/** The intent of a text that says in words what it is about: a refusal, a question, a verb with a name. */
function readVerbIn(sentence: Utterance, locale: Locale): Intent | undefined {
  const known = lexicon(locale);
  const plain = withoutPoliteness(sentence, known);
  if (isRefusal(sentence, known) || isRefusal(plain, known)) return { kind: 'unknown' };
  return (
    readTopic(sentence, known) ??
    readTopic(plain, known) ??
    readFrames(plain, known, false) ??
    (plain === sentence ? undefined : readFrames(sentence, known, false))
  );
}

/** The intent of a text that begins with a name or a number. */
function readNameFirstIn(sentence: Utterance, locale: Locale): Intent | undefined {
  const known = lexicon(locale);
  const plain = withoutPoliteness(sentence, known);
  const intent = readFrames(plain, known, true) ?? readFrames(sentence, known, true);
  const short = readShortForm(sentence, known);
  // “contoso: 30 e3” is the number there shall be.
  const isShort = intent?.kind === 'order' && short?.kind === 'licenses' && intent.customer === short.customer;
  return isShort && /[:：]/u.test(sentence.text) ? short : (intent ?? short);
}

const firstOf = (sentence: Utterance, read: typeof readVerbIn): Intent | undefined => {
  for (const locale of languagesOf(sentence)) {
    const intent = read(sentence, locale);
    if (intent !== undefined) return intent;
  }
  return undefined;
};

// “contoso: 30 e3”, “contoso 30 e3”, “contoso: +5”.
const shortForm =
  /^(.{2,80}?)(\s*[:,;：，]\s*|\s+[-–—=]?\s*)([+＋]?)\s*(\d{1,3}(?:[ ,.]\d{3})+|\d{1,7})(?!\S*[.\d])\s*(?:[x×*]\s+)?(.*)$/u;

/** The customer, the number and the offer of “contoso: 30 e3”. */
function readShortForm({ text }: Utterance, known: Lexicon): Intent | undefined {
  const [, c = '', gap = '', plus = '', n = '', p = ''] = shortForm.exec(text) ?? [];
  const { customer, product } =
    p === '' ? splitProduct(named(c, known), known) : { customer: named(c, known), product: p };
  const meant = productName(product, known);
  if (customer === '' || isSentence(customer, known)) return undefined;
  if (p !== '' && meant !== '' && !isProductLike(meant, known)) return undefined;
  if (meant === '' && !/[:：+]/u.test(gap + plus)) return undefined;
  const change = { way: plus === '' ? ('to' as const) : ('more' as const), n: numberOf(n, known) };
  return { kind: 'licenses', customer: searchedWords(customer), product: meant, change };
}

/** Most words of a bare name, and most Chinese characters. */
const maxNameWords = 6;
const maxNameCharacters = 14;

/** A text that may be a customer's name and nothing else. */
function readBareName({ text, folded }: Utterance, languages: readonly Locale[]): Intent {
  const known = languages.map(lexicon);
  const [first = lexicon('en')] = known;
  const plain = cut(withoutPolitenessAtEnd({ text, folded }, first), 0, text.length);
  const name = cleanName(plain.text, first);
  const isLong =
    wordsOf(folded).length > maxNameWords ||
    text.length > 60 ||
    (/\p{Script=Han}/u.test(folded) && folded.length > maxNameCharacters);
  const isLongQuestion = wordsOf(folded).length > 3 || (/\p{Script=Han}/u.test(folded) && folded.length > 7);
  const isName =
    isIdOrDomain(name) ||
    (/[\p{L}\p{N}]/u.test(name) &&
      !isLong &&
      !known.some((one) => isSentence(name, one)) &&
      !(isLongQuestion && /[?？]$/u.test(text)));
  return isName ? { kind: 'find', find: searchedWords(name), sure: false } : { kind: 'unknown' };
}

// A company may be called “Please”, but hardly with something behind it.
function withoutPolitenessAtEnd(sentence: Utterance, known: Lexicon): Utterance {
  const to = known.after.exec(sentence.folded)?.index ?? 0;
  return to === 0 ? sentence : cut(sentence, 0, to);
}

/** The sentence with blanks for polite words in its middle. */
function withoutPolitenessInside(sentence: Utterance): Utterance {
  let { text, folded } = sentence;
  for (const locale of languagesOf(sentence))
    for (const { 0: found, index } of sentence.folded.matchAll(lexicon(locale).anywhere)) {
      const blanks = ' '.repeat(found.length);
      text = text.slice(0, index) + blanks + text.slice(index + found.length);
      folded = folded.slice(0, index) + blanks + folded.slice(index + found.length);
    }
  return { text, folded };
}

function readSentence(typed: string): Intent {
  const text = typed.trim();
  if (/[\r\n]/.test(text) || text.length > maxSentence) return { kind: 'unknown' };
  const sentence = utteranceOf(text);
  const talk = smallTalk(text, sentence);
  if (talk !== undefined) return { kind: 'smallTalk', talk };
  const said = firstOf(withoutPolitenessInside(sentence), readVerbIn) ?? firstOf(sentence, readVerbIn);
  if (said !== undefined) return said;
  const corrected = withoutTypos(sentence);
  return (
    (corrected === undefined ? undefined : (commandIn(corrected.text) ?? firstOf(corrected, readVerbIn))) ??
    firstOf(sentence, readNameFirstIn) ??
    (corrected === undefined ? undefined : firstOf(corrected, readNameFirstIn)) ??
    readBareName(sentence, languagesOf(sentence))
  );
}

function commandIn(text: string): Intent | undefined {
  const command = typedCommand(text);
  if (command !== undefined) return { kind: 'command', command };
  const locale = typedLanguage(text);
  return locale === undefined ? undefined : { kind: 'language', locale };
}

/**
 * The intent of a typed text, in any of the languages: a command, a language, a sentence with names and numbers, small
 * talk, or a name alone. Nobody is looked up, and nothing is done.
 */
export function understand(typed: string): Intent {
  const known = commandIn(typed);
  if (known === undefined) return readSentence(typed);
  if (known.kind !== 'command' || known.command !== 'renewals' || !/\d/.test(typed)) return known;
  // “renewals in 60 days” says more than the command.
  const said = readSentence(typed);
  return said.kind === 'renewals' ? said : known;
}

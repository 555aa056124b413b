import { renewalDays } from '../../partner-center/lifecycle.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { memoizeLast } from '../../lib/memoize.ts';
import { firstDefined } from '../../lib/optional.ts';
import type { CustomerTask, FrameName } from '../../locales/sentences.ts';
import type { Locale } from '../../locales/translator.ts';
import { typedCommand, typedLanguage } from '../commands.ts';
import { type Utterance, firstWords, utteranceOf, maxSentence } from './utterance.ts';
import { isOfForm, languagesOf, type Lexicon, lexicon, topicOf, numberOf } from './lexicon.ts';
import { withDifference } from './difference.ts';
import type { Intent, QuantityChange } from './intent.ts';
import { readKeywords, saysDifference, saysAnything } from './keywords.ts';
import { isEndingWish, isRefusal, saysKind } from './spokenWords.ts';
import { isTitle, readBareName, readDetailed } from './bareName.ts';
import { heldName, readPart, readReferring, withHeldName } from './heldNames.ts';
import { saysMore } from './saysMore.ts';
import { cleanName, customerIn, isSentence, searchedWords } from './names.ts';
import {
  isLongProduct,
  isOfferWholly,
  isProductLike,
  ownerIn,
  productName,
  splitProduct,
  splitProductFirst,
} from './products.ts';
import {
  asWritten,
  isPolite,
  withoutPoliteness,
  withoutPolitenessAtEnd,
  withoutPolitenessInside,
} from './politeness.ts';
import { readShortForm, readTerm, type Slots, slotsOf } from './slots.ts';
import { smallTalk } from './smallTalk.ts';
import { withoutTypos } from './typos.ts';

type FrameReader = (slots: Slots, known: Lexicon) => Intent | undefined;
const startsWithPreposition = /^(?:of|for|at|on|to|для|у|на|с)\s/iu;

/** Reader of a sentence about one customer. */
const about =
  (kind: 'customer' | 'subscriptions' | 'history' | 'invite'): FrameReader =>
  ({ c }, known) => {
    const customer = customerIn(c, known);
    if (customer === undefined) return undefined;
    return { kind, customer: kind === 'subscriptions' ? ownerIn(customer, known) : customer };
  };

/** Reader of a task about one customer. */
const task =
  (name: CustomerTask): FrameReader =>
  ({ c, x }, known) => {
    const customer = customerIn(c, known);
    if (customer === undefined) return undefined;
    return { kind: 'task', task: name, customer, ...(x === '' ? {} : { name: cleanName(x, known) }) };
  };

/** Reader of a record that is to go: “delete the Fabrikam draft” is about one of the drafts, “delete Draft Beer” is not. */
const deleteRecord: FrameReader = (slots, known) =>
  !isTitle(slots.c.trim()) && saysKind(slots.c, 'unfinished', known)
    ? { kind: 'command', command: 'drafts' }
    : task('deleteRecord')(slots, known);

/** Reader of what is to become of a customer's subscriptions. */
const manage: FrameReader = ({ c, p }, known) => {
  const customer = customerIn(c, known);
  const product = productName(p, known);
  // “delete the record of contoso” names no offer.
  if (customer === undefined || (product !== '' && !isProductLike(product, known))) return undefined;
  return { kind: 'manage', customer, product };
};

const newCustomer: FrameReader = ({ c }, known) => {
  const name = cleanName(c, known);
  return name === '' || isSentence(name, known) || isPolite(name, known) ? undefined : { kind: 'newCustomer', name };
};

const licenses =
  (way: QuantityChange['way']): FrameReader =>
  ({ c, p, n, hasVerb, isNegative }, known) => {
    const split = p === '' ? splitProduct(cleanName(c, known), known) : { customer: c, product: p };
    const first = split.product === '' ? splitProductFirst(split.customer, known) : split;
    const isFirst = first !== split && first.product !== '';
    // “10 licenses e3 for contoso” is an order, and “e3 for contoso” is read by a pattern that has the “for”.
    if (isFirst && (way === 'more' || startsWithPreposition.test(first.customer))) return undefined;
    const parts = { customer: cleanName(first.customer, known), product: productName(first.product, known) };
    if (parts.customer === '' || isSentence(parts.customer, known)) return undefined;
    // “contoso lost two, remove 2 licenses” has no number there shall be.
    if (way === 'to' && saysDifference(parts.customer, known)) return undefined;
    if (parts.product !== '' && !isProductLike(parts.product, known)) return undefined;
    if (isLongProduct(parts.product)) return undefined;
    // “Add -3” takes three away; “set it to -3” says no number there can be, and the card asks for one.
    const isAsked = n === '' || (isNegative && way === 'to' && hasVerb);
    return {
      kind: 'licenses',
      customer: searchedWords(parts.customer),
      product: parts.product,
      ...(isAsked ? {} : { change: { way: isNegative ? 'fewer' : way, n: numberOf(n, known) } }),
    };
  };

const order: FrameReader = ({ c, p, n, hasVerb, isNegative }, known) => {
  const customer = customerIn(c, known);
  const product = productName(p, known);
  if (customer === undefined || isLongProduct(product)) return undefined;
  if (p !== '' && !isProductLike(product, known) && (!hasVerb || n === '')) return undefined;
  if (isNegative)
    return {
      kind: 'licenses',
      customer,
      product,
      change: { way: 'fewer', n: numberOf(n, known) },
    };
  return { kind: 'order', customer, product, ...(n === '' ? {} : { n: numberOf(n, known) }) };
};

/** Reader of an order that names no customer: no word is left that could be one. */
const orderForWhom: FrameReader = ({ p, n }, known) => {
  const product = productName(p, known);
  return isOfferWholly(product, known) ? { kind: 'order', customer: '', product, n: numberOf(n, known) } : undefined;
};

const renewals: FrameReader = ({ n, t }, known) => {
  const period = known.periods.get(utteranceOf(t).folded.trim());
  const count = n === '' ? undefined : numberOf(n, known);
  const days = period === undefined ? count : (count ?? 1) * Number(period);
  if (days === undefined) return { kind: 'renewals', days: 90 };
  // A month may have 31 days.
  const within = renewalDays.find((most) => days <= most + most / 30);
  return within === undefined ? { kind: 'renewals', days: 90, beyond: true } : { kind: 'renewals', days: within };
};

/** Kinds of sentences in the order in which they are tried: those that say most come first. */
const readers: readonly (readonly [FrameName, FrameReader])[] = [
  // The names of these say in words what is asked for.
  ...(['newPassword', 'welcomeText', 'asDraft', 'updateAccount', 'chart', 'addOns', 'endRelationship'] as const).map(
    (name) => [name, task(name)] as const,
  ),
  ['moreLicenses', licenses('more')],
  ['fewerLicenses', licenses('fewer')],
  ['renewals', renewals],
  ['export', () => ({ kind: 'export' })],
  ['newCustomer', newCustomer],
  // “add Contoso Ltd” names no customer in so many words, and “add Contoso” may mean anything.
  ['newCompany', (slots, known) => (legalFormCountries(slots.c) === undefined ? undefined : newCustomer(slots, known))],
  ['licenses', licenses('to')],
  ['orderForWhom', orderForWhom],
  ['order', order],
  ['history', about('history')],
  ['manage', manage],
  ['subscriptions', about('subscriptions')],
  // “remove contoso” says less than “remove 5 seats of contoso”.
  ['deleteRecord', deleteRecord],
  ['customer', about('customer')],
  ['invite', about('invite')],
  [
    'find',
    ({ c }, known) => {
      const find = customerIn(c, known);
      return find === undefined ? undefined : { kind: 'find', find, sure: true };
    },
  ],
];

/** The intent of a text as one of the kinds of sentences of a language: of those that begin with a name, or the others. */
function readFrames(sentence: Utterance, known: Lexicon, isNameFirst: boolean): Intent | undefined {
  for (const [name, read] of readers)
    for (const form of known.frames[name]) {
      if (form.hasVerb === isNameFirst) continue;
      if (!isOfForm(sentence.folded, form)) continue;
      const intent = read(slotsOf(sentence, form, known), known);
      if (intent !== undefined) return intent;
    }
  return undefined;
}

/** The topic of a question, or of a text that names nothing else. */
function readTopic(sentence: Utterance, known: Lexicon): Intent | undefined {
  const asked = known.frames.explain.flatMap((form) => {
    return isOfForm(sentence.folded, form) ? [utteranceOf(slotsOf(sentence, form, known).x).folded] : [];
  });
  const topic = [...asked, sentence.folded].map((text) => topicOf(text, known)).find((one) => one !== undefined);
  return topic === undefined ? undefined : { kind: 'explain', topic };
}

/** The intent of a text that says in words what it is about: a refusal, a question, a verb with a name. */
const readVerbIn = (sentence: Utterance, locale: Locale): Intent | undefined =>
  readVerbs(`${locale}\n${sentence.folded}\n${sentence.text}`, sentence, locale);

const readVerbs = memoizeLast(200, (_key, sentence: Utterance, locale: Locale): Intent | undefined => {
  const known = lexicon(locale);
  const forms = [...withoutPoliteness(sentence, known), sentence];
  const [plain = sentence] = forms;
  if ((isRefusal(sentence, known) || isRefusal(plain, known)) && !isEndingWish(sentence, known))
    return { kind: 'unknown', refused: true };
  return (
    readTopic(sentence, known) ?? readTopic(plain, known) ?? firstDefined(forms, (one) => readFrames(one, known, false))
  );
});

/** The intent of a text that begins with a name or a number. */
function readNameFirstIn(sentence: Utterance, locale: Locale): Intent | undefined {
  const known = lexicon(locale);
  const forms = [...withoutPoliteness(sentence, known), sentence];
  const intent = firstDefined(forms, (one) => readFrames(one, known, true));
  const short = readShortForm(withoutPolitenessAtEnd(sentence, known), known);
  // “contoso: 30 e3” is the number there shall be.
  const isShort = intent?.kind === 'order' && short?.kind === 'licenses' && intent.customer === short.customer;
  return isShort && /[:：]/u.test(sentence.text) ? short : (intent ?? short);
}

const firstOf = (sentence: Utterance, read: typeof readVerbIn): Intent | undefined =>
  firstDefined(languagesOf(sentence), (locale) => read(sentence, locale));

/** True for a text that names a customer first, and then says “them”. */
export const isReferring = (text: string): boolean => readReferring(text, readForms) !== undefined;

function readSentence(typed: string): Intent {
  const referring = readReferring(typed, readForms);
  if (referring !== undefined) return referring;
  const held = heldName(typed);
  const text = held?.text ?? typed;
  const read = ofTopic(readTerm(text, readWhole) ?? readWhole(text));
  const isOpen = read.kind === 'find' ? !read.sure : read.kind === 'unknown' && read.refused !== true;
  const intent = isOpen ? (readPart(text, (part) => commandIn(part) ?? readWhole(part)) ?? read) : read;
  return held === undefined ? intent : withHeldName(intent, held);
}

/** The explanation of a word of the trade that is looked for as if it were a customer: “где найти gdap”. */
function ofTopic(intent: Intent): Intent {
  const name = intent.kind === 'find' && intent.sure ? utteranceOf(intent.find) : undefined;
  return (name && firstOf(name, (one, locale) => readTopic(one, lexicon(locale)))) ?? intent;
}

const readWhole = (text: string): Intent => withDifference(readForms(text), utteranceOf(text));

function readForms(typed: string): Intent {
  const text = typed.trim();
  if (/[\r\n]/.test(text) || text.length > maxSentence) return { kind: 'unknown' };
  const sentence = utteranceOf(text);
  const talk = smallTalk(text, sentence);
  if (talk !== undefined) return { kind: 'smallTalk', talk };
  const customer = readDetailed(sentence, (head) => commandIn(head) ?? readForms(head));
  if (customer !== undefined) return customer;
  const form = readFormsOf(sentence);
  const byWords = readByWords(sentence);
  if (byWords !== undefined && (form === undefined ? !isTitle(sentence.text) : saysMore(byWords, form, sentence)))
    return byWords;
  return form ?? readBareName(sentence, languagesOf(sentence));
}

/** The intent by the words of the sentence; by English ones only where a name alone is in another script. */
function readByWords(sentence: Utterance): Intent | undefined {
  const languages = languagesOf(sentence);
  const isMixed =
    languages.length > 1 && languages.some((locale) => locale !== 'en' && saysAnything(sentence, lexicon(locale)));
  return firstDefined(languages, (locale) =>
    isMixed && locale === 'en' ? undefined : readKeywords(sentence, lexicon(locale)),
  );
}

function readFormsOf(sentence: Utterance): Intent | undefined {
  const asTyped = firstOf(sentence, readVerbIn);
  // “Could you not …” denies nothing once that is taken off.
  const isDenied = asTyped?.kind === 'unknown';
  const said = firstOf(withoutPolitenessInside(sentence), readVerbIn) ?? (isDenied ? undefined : asTyped);
  if (said !== undefined) return said;
  const corrected = withoutTypos(sentence);
  return (
    (corrected === undefined ? undefined : (commandIn(corrected.text) ?? firstOf(corrected, readVerbIn))) ??
    firstOf(sentence, readNameFirstIn) ??
    (corrected === undefined ? undefined : firstOf(corrected, readNameFirstIn))
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
export function understand(dictated: string): Intent {
  const typed = asWritten(dictated);
  const [greeting, wish] = firstWords(typed);
  if (wish !== '' && typedCommand(greeting) === 'hello') return understand(wish);
  // “How are you” begins with the word of a greeting in Chinese, and ends with the word of the agenda in Russian.
  if (smallTalk(typed.trim(), utteranceOf(typed)) === 'wellbeing') return { kind: 'smallTalk', talk: 'wellbeing' };
  const known = commandIn(typed);
  if (known === undefined) return readSentence(typed);
  if (known.kind !== 'command' || known.command !== 'renewals') return known;
  // “renewals in 60 days” says more than the command.
  const said = readSentence(typed);
  return said.kind === 'renewals' ? said : known;
}

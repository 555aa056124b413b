import { isSameName } from '../../lib/foldCase.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import { shownDraft } from '../drafts.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import type { Turn } from '../turn.ts';
import { isTitle } from './bareName.ts';
import { customerOnScreen, namedIn, searchOf } from './customerMatches.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { typedCommand } from '../commands.ts';
import { intentOfWish, isOfWish, likelyWishes, type Named, titleOfWish, type Wishes } from './likelyWish.ts';
import { writtenName } from './names.ts';
import { defined } from '../../lib/optional.ts';
import { understand } from './grammar.ts';
import { heldStand, isStand, isThem, withNameForThem } from './heldNames.ts';
import { maxSentence, utteranceOf, wordsOf } from './utterance.ts';
import type { Topic } from '../../locales/sentences.ts';
import { saysKind } from './spokenWords.ts';
import { isWishKind, type WishKind } from '../../locales/wishes.ts';
import { twoWishes } from './wishes.ts';

/** The name an intent speaks of; empty where it names nobody. */
export const nameIn = (intent: Intent): string =>
  'customer' in intent ? intent.customer : intent.kind === 'find' ? intent.find : '';

/** True for an answer by words: nothing is put in the place of the open card by it. */
const isAnswer = ({ kind }: Intent): boolean => kind === 'explain' || kind === 'smallTalk';

const han = /\p{Script=Han}/u;

/**
 * True where what the first name has beside the one found is no part of a name: “northwind only” is Northwind, but
 * “Contoso Suites” may be another customer than Contoso.
 */
function isFiller(name: string, found: string, entries: readonly DirectoryEntry[]): boolean {
  const parts = found.toLowerCase().split(', ');
  const rest = parts.reduce((left, part) => left.replace(part, ' '), name.toLowerCase()).trim();
  if (rest === '' || (han.test(rest) && !han.test(found))) return true;
  const isWhole = entries.some(({ companyName }) => isSameName(companyName, found));
  if (han.test(rest) && isWhole) return true;
  if (languagesOf(utteranceOf(rest)).some((locale) => isOnlyWords(rest, lexicon(locale), true))) return true;
  return !han.test(rest) && isOfSentence(name, parts, rest);
}

/** Endings of verbs in Russian, which no name that is typed without capitals needs. */
const verbEnding = /(?:[аеиуыюя]л[аи]?|[аеиуюя]т|ть|[аеилтю]ся|ись)$/u;

/**
 * True where the rest of a name is of a sentence: without capitals beside a name that has them, or more than one word, or a verb.
 * “Contoso Suites” may be another customer than Contoso.
 */
function isOfSentence(name: string, found: readonly string[], rest: string): boolean {
  const words = rest.split(/[^\p{L}\p{N}'’&-]+/u).filter((word) => word !== '');
  const own = utteranceOf(name).text;
  const isCapital = (word: string): boolean => {
    const at = own.toLowerCase().indexOf(word);
    return /^\p{Lu}/u.test(own.slice(at));
  };
  if (words.some(isCapital)) return false;
  return words.length > 1 || found.every(isCapital) || words.every((word) => verbEnding.test(word));
}

/** The meaning of a text at a second look: one thing, or several of which none is likely enough. */
export type SecondLook =
  | { readonly intent: Intent; readonly isSure: boolean; readonly kind?: WishKind }
  /** Nothing that is done here. */
  | { readonly isOutside: true }
  | { readonly choices: readonly WishKind[]; readonly named: Named };

/** The least share of the likest wish by which its card is opened, and by which that is not said to be a guess. */
const likely = 0.55;
const sure = 0.9;

/** The least share of a wish that is offered as a choice, and most choices. */
const possible = 0.05;
const mostChoices = 4;

/** The least share of the likest wish by which choices are offered: of less, none is worth it. */
const leastOfChoices = 0.25;

/** Words that a text must have beside a name, so that it says more than whom it looks for. */
const wordsOfWish = 4;

/** True for a text that says more than whom it looks for. */
const isSentence = (text: string, name: string): boolean =>
  wordCount(text) - wordCount(name) >= (name === '' ? wordsOfWish - 2 : wordsOfWish);

/** The words of a text, a Chinese character being half of one. */
const wordCount = (text: string): number =>
  wordsOf(text.replaceAll(/\p{Script=Han}/gu, ' ')).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;

/**
 * The meaning of a text at a second look, where nothing was understood at the first or nobody has the name that was read: by the
 * customers whose names stand in it, and its likeness to the examples of each wish. Undefined where that says no more.
 */
export async function secondLook(turn: Turn, first: Intent): Promise<SecondLook | undefined> {
  const { text } = utteranceOf(turn.text);
  if (text.length > maxSentence || /[\r\n]/.test(turn.text.trim())) return undefined;
  const { entries, isWhole, wishes, named, onScreen } = await lookInto(turn);
  const name = nameIn(first);
  const [only, ...others] = entries;
  const [[kind, share] = ['other', 0] as const] = wishes;
  // Whom nobody knows may be the new customer.
  if (kind === 'newCustomer' && share >= likely && entries.length === 0 && looksWritten(name))
    return { intent: { kind: 'newCustomer', name }, isSure: true };
  const searched = kind === 'narrowed' ? await searchOf(turn, first) : undefined;
  if (searched !== undefined) return { intent: searched, isSure: true };
  if (!mayPassOver(name, named.customer, entries)) return undefined;
  // Whom nobody is called is found neither by a list.
  if (first.kind === 'find' && first.sure && only === undefined && isOfWish(first, kind)) return undefined;
  // Nothing more is understood than who is named.
  if (kind === 'other' && only !== undefined && isWhole && others.length === 0)
    return { intent: { kind: 'find', find: only.companyName, sure: true }, isSure: true };
  const counted = countedIntent(first, named, wishes.slice(0, mostChoices + 1));
  if (counted !== undefined) return { intent: counted, isSure: true };
  const meant = share >= likely ? intentOfWish(kind, onScreen) : undefined;
  if (share >= likely && kind === 'other' && isSentence(text, name)) return { isOutside: true };
  if (share >= likely && meant === undefined) return undefined;
  if (kind === 'newCustomer' && share >= likely && entries.length === 0 && shownDraft(turn) === undefined)
    return { intent: { kind: 'newCustomer', name: writtenName(text) }, isSure: true };
  if (meant !== undefined && onScreen.customer === heldStand && isFact(meant, text))
    return { intent: { kind: 'customer', customer: heldStand }, isSure: true };
  if (meant !== undefined && (shownDraft(turn) === undefined || isAnswer(meant)))
    return { intent: meant, isSure: share >= sure };
  const choices = wishes
    .slice(0, mostChoices)
    .flatMap(([one, part]) => (part >= possible && titleOfWish(one) !== undefined ? [one] : []));
  const isWorthIt = choices.length > 0 && share >= leastOfChoices && isSentence(text, name);
  return isWorthIt ? { choices, named: onScreen } : undefined;
}

/**
 * Fewest words of a text, and the least share of its likest wish, by which that is taken in place of what the patterns read: of
 * short texts they read all, of long ones some words that are often not the matter.
 */
const [overruledWords, overruling] = [5, 0.6];

function isOverruled(first: Intent, text: string, [kind, share]: Wishes[number], isNamed?: boolean): boolean {
  // The name of a new customer may be any words.
  if (share < overruling || first.kind === 'newCustomer') return false;
  return wordCount(text) >= overruledWords && !isOfWish(first, kind, isNamed);
}

/**
 * The meaning of a text by its likeness to the examples, where that is another one than the patterns read: with the customers
 * whose names stand in it. Undefined where both are the same, or the likeness says too little.
 */
export async function likelierLook(turn: Turn, first: Intent): Promise<SecondLook | undefined> {
  const { text } = utteranceOf(turn.text);
  if (text.length > maxSentence || /[\r\n]/.test(turn.text.trim()) || typedCommand(text) !== undefined)
    return undefined;
  const [guess] = likelyWishes(text, []).wishes;
  if (guess === undefined || !isOverruled(first, text, guess)) return undefined;
  if (twoWishes(text, (wish, name) => turn.words.t('sentence.wishFor', { wish, name })) !== undefined) return undefined;
  const { entries, wishes, onScreen } = await lookInto(turn);
  const written = looksWritten(nameIn(first)) ? nameIn(first) : '';
  const named = { ...onScreen, customer: onScreen.customer || written };
  const [likest] = wishes;
  if (likest === undefined || !isOverruled(first, text, likest, named.customer !== '')) return undefined;
  const [kind, share] = likest;
  if (kind === 'other') return entries.length === 0 ? { isOutside: true } : undefined;
  if (kind === 'newCustomer' && entries.length > 0) return undefined;
  if (kind === 'narrowed' && (await searchOf(turn, first)) !== undefined) return undefined;
  const meant = intentOfWish(
    kind,
    kind === 'newCustomer' ? { ...named, customer: written || writtenName(text) } : named,
  );
  if (meant === undefined || (shownDraft(turn) !== undefined && !isAnswer(meant))) return undefined;
  return { intent: meant, isSure: share >= sure, kind };
}

/** Kinds of wishes by which licenses are ordered or counted. */
const ofLicenses: ReadonlySet<WishKind> = new Set<WishKind>([
  'order',
  'moreLicenses',
  'fewerLicenses',
  'setLicenses',
  'several',
]);

/**
 * The order or the licenses that a first look read, for the customer who was found in the words it took for a name: with the
 * offer and the number that stand in the text. Undefined where the text is hardly like that.
 */
function countedIntent(first: Intent, { customer, product, n }: Named, wishes: Wishes): Intent | undefined {
  if (customer === '' || (first.kind !== 'order' && first.kind !== 'licenses')) return undefined;
  if (!wishes.some(([kind]) => ofLicenses.has(kind))) return undefined;
  if (first.kind === 'order')
    return product === '' ? undefined : { kind: 'order', customer, product, ...defined({ n }) };
  const { change } = first;
  const own = change === undefined || n === undefined ? change : { way: change.way, n };
  return { kind: 'licenses', customer, product, ...defined({ change: own }) };
}

/** The customers whose names stand in a text, the wishes it may say, and what it names: somebody else's or the open customer. */
async function lookInto(turn: Turn) {
  const text = turn.text.trim();
  const { entries, isWhole, places } = await namedIn(turn, text);
  const { wishes, named } = likelyWishes(text, places);
  const isOpen = named.customer === '' && customerOnScreen(turn) !== undefined;
  return { entries, isWhole, wishes, named, onScreen: isOpen ? { ...named, customer: heldStand } : named };
}

/** The intent of a wish that was chosen by its button: of the kind that the button names, or as it is understood by itself. */
export async function chosenIntent(turn: Turn, wish: string): Promise<Intent> {
  const { kind = '' } = turn.press?.values ?? {};
  const meant = isWishKind(kind) ? intentOfWish(kind, (await lookInto({ ...turn, text: wish })).onScreen) : undefined;
  return meant ?? understand(wish);
}

/** True for a name that is written as one, or has a legal form. */
const looksWritten = (name: string): boolean =>
  name !== '' && (isTitle(name) || legalFormCountries(name) !== undefined);

/** True where the first name, which is nobody's, is no more than the customers found and words around them; or is no name. */
const mayPassOver = (name: string, found: string, entries: readonly DirectoryEntry[]): boolean =>
  name === '' || (found === '' ? !isTitle(name) : isFiller(name, found, entries));

/** Kinds of intents that a text may have about the customer whose card is open. */
const ofOpenCustomer: ReadonlySet<Intent['kind']> = new Set([
  'subscriptions',
  'licenses',
  'order',
  'manage',
  'history',
  'task',
  'customer',
] as const);

/** Topics that are facts of each customer, and most words of a text that asks for one: “domain?”, “who is the contact”. */
const facts: ReadonlySet<Topic> = new Set<Topic>([
  'domain',
  'microsoftId',
  'tenant',
  'agreement',
  'reseller',
  'contactPerson',
]);
const wordsOfFact = 4;

/** Kinds of words by which a text asks more of a fact than for it: what it is, and whether it can be changed. */
const kindsOfQuestions = ['ask', 'set'] as const;

/** True for the explanation of what stands on each customer's card, where the text asks for that and not what it is. */
const isFact = (intent: Intent, text: string): boolean =>
  intent.kind === 'explain' &&
  facts.has(intent.topic) &&
  wordCount(text) <= wordsOfFact &&
  !languagesOf(utteranceOf(text)).some((locale) =>
    kindsOfQuestions.some((kind) => saysKind(text, kind, lexicon(locale))),
  );

/** True for an intent that names nobody, and may be about the customer on the screen. */
function mayMeanOpen(intent: Intent, text: string): boolean {
  if ((intent.kind === 'order' && intent.customer === '') || isFact(intent, text)) return true;
  if ('customer' in intent) return isThem(intent.customer) || (intent.kind === 'history' && intent.customer === '');
  if (intent.kind === 'unknown') return intent.isTwo !== true;
  const isRenewals = intent.kind === 'renewals' || (intent.kind === 'command' && intent.command === 'renewals');
  // “Renewals” are those of all customers, “e3不续了” is about one of them.
  if (isRenewals)
    return (
      withNameForThem(text) !== undefined || text.includes(' ') || /\p{Script=Han}{4}|\d\p{Script=Han}/u.test(text)
    );
  return intent.kind === 'find' && !intent.sure;
}

/**
 * The intent of a text that names nobody while a customer's card is on the screen: “bump it to 30”, “when does it renew”. Its
 * customer is the word that stands for that one. `isNobody`: also where the customer named is nobody's name.
 */
export function openCustomerIntent(turn: Turn, intent: Intent, isNobody = false): Intent | undefined {
  const text = turn.text.trim();
  if (customerOnScreen(turn) === undefined || (!isNobody && !mayMeanOpen(intent, text))) return undefined;
  if (typedCommand(text) !== undefined) return undefined;
  if (isFact(intent, text)) return { kind: 'customer', customer: heldStand };
  const named = withNameForThem(text);
  const { words } = turn;
  const glue = /\p{Script=Han}/u.test(text) ? '' : ' ';
  const wishes =
    named === undefined
      ? [words.t('sentence.wishFor', { wish: text, name: heldStand }), `${heldStand}${glue}${text}`]
      : [named];
  const meant = wishes
    .map((wish) => understand(wish))
    .find((one) => ofOpenCustomer.has(one.kind) && 'customer' in one && isStand(one.customer));
  // A number of no offer is one of what the customer has.
  return meant?.kind === 'order' && meant.product === '' && meant.n !== undefined
    ? { kind: 'licenses', customer: meant.customer, product: '', change: { way: 'more', n: meant.n } }
    : meant;
}

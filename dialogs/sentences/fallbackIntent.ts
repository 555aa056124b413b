import { isSameName } from '../../lib/foldCase.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import { openDraft } from '../drafts.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { isTitle } from './bareName.ts';
import { customerOnScreen, customersStandingIn, mentionedCustomers } from './customerMatches.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { typedCommand } from '../commands.ts';
import { fuzzyIntent } from './fuzzyIntent.ts';
import { understand } from './grammar.ts';
import { heldStand, isStand, isThem, withNameForThem } from './heldNames.ts';
import { utteranceOf } from './utterance.ts';

/** The name an intent speaks of; empty where it names nobody. */
export const nameIn = (intent: Intent): string =>
  'customer' in intent ? intent.customer : intent.kind === 'find' ? intent.find : '';

/** True for an answer by words: nothing is put in the place of the open card by it. */
const isAnswer = ({ kind }: Intent): boolean => kind === 'explain' || kind === 'smallTalk';

/** The customers who are named in a text: by words of their names, or by whole names that nothing divides from the rest. */
async function namedIn(turn: Turn, text: string): Promise<{ entries: readonly DirectoryEntry[]; isWhole: boolean }> {
  const { entries } = await mentionedCustomers(turn, text);
  return entries.length > 0
    ? { entries, isWhole: false }
    : { entries: await customersStandingIn(turn, text), isWhole: true };
}

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

/**
 * The intent of a text at a second look, where nothing was understood at the first or nobody has the name that was read:
 * the customers whose names stand in it are looked up, and what no list of words knows is passed over. Undefined where
 * that says no more.
 */
export async function fallbackIntent(turn: Turn, first: Intent): Promise<Intent | undefined> {
  const text = turn.text.trim();
  const isOpen = openDraft(turn) !== undefined;
  const isLookedUp = !isOpen && may(turn, 'view');
  const { entries, isWhole } = isLookedUp ? await namedIn(turn, text) : { entries: [], isWhole: false };
  const again = fuzzyIntent(
    text,
    entries.map(({ companyName }) => companyName),
  );
  const name = nameIn(first);
  const [only] = entries;
  // Nothing more is understood than who is named.
  if (again === undefined && name === '' && isWhole && only !== undefined && entries.length === 1)
    return { kind: 'find', find: only.companyName, sure: true };
  if (again === undefined || (isOpen && !isAnswer(again))) return undefined;
  const found = nameIn(again);
  if (name === '') return again;
  if (found !== '') return isFiller(name, found, entries) ? again : undefined;
  // Somebody is named whom nobody knows: no order is for nobody, and a name that is written like one is no filler.
  return again.kind === 'order' || isTitle(name) ? undefined : again;
}

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

/** True for an intent that names nobody, and may be about the customer on the screen. */
function mayMeanOpen(intent: Intent, text: string): boolean {
  if ('customer' in intent) return isThem(intent.customer) || (intent.kind === 'history' && intent.customer === '');
  if (intent.kind === 'unknown') return intent.isTwo !== true;
  const isRenewals = intent.kind === 'renewals' || (intent.kind === 'command' && intent.command === 'renewals');
  // “Renewals” are those of all customers.
  if (isRenewals) return withNameForThem(text) !== undefined || text.includes(' ') || /\p{Script=Han}{4}/u.test(text);
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

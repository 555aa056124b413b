import { choiceCard, maxChoices, nameOrAnswerCard, nothingFoundCard } from '../../cards/sentenceCards.ts';
import { command, type PressData } from '../../cards/elements.ts';
import { customerDisplayName } from '../../partner-center/cachedList.ts';
import { foldCase, foldKey, isSameName } from '../../lib/foldCase.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import { openDraft, shownDraft } from '../drafts.ts';
import { addRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { isStand } from './heldNames.ts';
import type { Intent } from './intent.ts';
import {
  type CustomerMatches,
  customersHeardIn,
  customersNamedIn,
  customersStandingIn,
  mentionedCustomers,
  mostCompared,
  mostEntries,
  mostHeard,
  mostSearches,
  type NamePlace,
  placesOf,
  search,
} from './mentionedCustomers.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { soundingLike } from './soundsLike.ts';
import { isMistyped, isNearName } from './typos.ts';
import { utteranceOf, wordsOf } from './utterance.ts';

/** Customers by a typed name, part of a name, domain or Microsoft ID; by a similar name where there is none. */
export async function matchCustomers(turn: Turn, name: string): Promise<CustomerMatches> {
  const all = await search(turn, name, mostEntries);
  // A search finds what a reseller is called as well; whoever is named is not meant by that.
  const own = all.filter(({ companyName }) => isNearName(name, companyName));
  const found = own.length > 0 ? own : all;
  const exact = found.filter((one) => isSameName(one.companyName, name));
  if (found.length > 0) return { entries: exact.length === 1 ? exact : found, nearly: false };
  const near = await nearlyNamed(turn, name);
  const several = near.length > 0 ? [] : await severalNamed(turn, name);
  const named = [...new Map(several.flat().map((one) => [one.ref, one])).values()];
  if (named.length > 0)
    return {
      entries: named.slice(0, mostEntries),
      nearly: true,
      isPart: true,
      ...(several.every(({ length }) => length > 0) && named.length > 1 ? { several } : {}),
    };
  const heard = near.length > 0 ? near : await search(turn, '', mostHeard);
  const joined = near.length > 0 ? [] : heard.filter(({ companyName }) => isJoined(name, companyName));
  const sounding = near.length > 0 ? near : joined.length > 0 ? joined : await soundingLike(name, heard);
  return sounding.length > 0
    ? { entries: sounding.slice(0, mostEntries), nearly: true }
    : mentionedCustomers(turn, name);
}

/** True for a name of several words that is typed as one, as in a mail address: “fourthcoffee”, or “fourthcofee” for it. */
function isJoined(typed: string, name: string): boolean {
  const [one, own] = [typed.toLowerCase(), foldKey(name).toLowerCase()];
  if (typed.length < fewestJoined || !/^[a-z\d]+$/i.test(typed)) return false;
  return (
    own.startsWith(one) || isMistyped(one, own.slice(0, one.length)) || isMistyped(one, own.slice(0, one.length + 1))
  );
}

const fewestJoined = 7;

/** Customers whose name a typed one nearly is. */
async function nearlyNamed(turn: Turn, name: string): Promise<readonly DirectoryEntry[]> {
  const seen = new Map<string, DirectoryEntry>();
  for (const part of partsOf(name)) for (const one of await search(turn, part, mostCompared)) seen.set(one.ref, one);
  return [...seen.values()].filter((one) => isNearName(name, one.companyName));
}

/** Customers by each of the names that stand one after the other, “alpine and contoso”; none where one stands alone. */
async function severalNamed(turn: Turn, names: string): Promise<readonly (readonly DirectoryEntry[])[]> {
  const { text, folded } = utteranceOf(names);
  const ands = languagesOf({ text, folded }).flatMap((locale) => [...folded.matchAll(lexicon(locale).differences.and)]);
  const marked = ands.reduce(
    (rest, { 0: { length }, index }) => `${rest.slice(0, index)}${','.repeat(length)}${rest.slice(index + length)}`,
    text,
  );
  const parts = marked
    .split(/[,，、;；/]+/u)
    .map((part) => part.trim())
    .filter((part) => part.length >= 2);
  if (parts.length < 2 || parts.length > mostSearches) return [];
  const found: (readonly DirectoryEntry[])[] = [];
  for (const part of parts) {
    const all = await search(turn, part, maxChoices);
    const exact = all.filter((one) => isSameName(one.companyName, part));
    found.push(exact.length === 1 ? exact : all.length > 0 ? all : await nearlyNamed(turn, part));
  }
  return found;
}

/** Halves of a name's longest word: one typing error leaves one of them as it was meant. */
function partsOf(name: string): string[] {
  const [longest = ''] = foldCase(name)
    .split(' ')
    .toSorted((a, b) => b.length - a.length);
  const letters = Array.from(longest);
  if (letters.length < 4) return [];
  const middle = Math.ceil(letters.length / 2);
  return [letters.slice(0, middle).join(''), letters.slice(middle).join('')].filter((part) => part.length >= 2);
}

/** A customer's name as buttons show it. */
export const nameOfEntry = (entry: DirectoryEntry): string => customerDisplayName(entry);

/** A sentence's step for one customer: run at once, or behind a button where several are meant. */
export interface CustomerStep {
  run(ref: string): Promise<void>;
  data(ref: string): PressData;
  /** Takes the step for several that are named together; absent where it is taken for one at a time. */
  runForAll?(named: NonNullable<CustomerMatches['several']>): Promise<void>;
}

/** Verbs of the buttons that are about the customer of their card. */
const ofCustomer: ReadonlySet<string> = new Set([
  'customer',
  'customerDetails',
  'subscriptions',
  'history',
  'addSubscription',
  'licenses',
  'manage',
]);

/** The customer whose card is on the screen, or that of its subscriptions; undefined where none or several are. */
export function customerOnScreen(turn: Turn): string | undefined {
  if (shownDraft(turn) !== undefined) return undefined;
  const refs = (turn.person.card?.buttons ?? []).flatMap(({ data }) =>
    ofCustomer.has(data['verb'] ?? '') ? [(data['argument'] ?? '').split(' ')[0] ?? ''] : [],
  );
  const [only, ...others] = new Set(refs);
  return others.length === 0 && only !== '' ? only : undefined;
}

/** The subscription whose card is on the screen; undefined where none or several are. */
export function subscriptionOnScreen(turn: Turn): string | undefined {
  const ids = (turn.person.card?.buttons ?? []).flatMap(({ data }) =>
    data['verb'] === 'licenses' ? [(data['argument'] ?? '').split(' ')[1] ?? ''] : [],
  );
  const [only, ...others] = new Set(ids);
  return customerOnScreen(turn) === undefined || others.length > 0 || only === '' ? undefined : only;
}

/**
 * Takes another way where a name is nobody's, or only part of it is somebody's; true when it was taken. `only`
 * where several known customers are named, or where one thing is denied and another wished.
 */
export type OtherWay = (only?: 'several' | 'contrast') => Promise<boolean>;

/** True for a text by which both of two customers are meant: “both contosos”. */
function saysBoth(text: string): boolean {
  const sentence = utteranceOf(text);
  return languagesOf(sentence).some((locale) => sentence.folded.search(lexicon(locale).differences.both) >= 0);
}

/** True where a name in a text has an “and” beside it, behind which another one may stand. */
function hasJoined(text: string, name: string): boolean {
  const sentence = utteranceOf(text);
  const own = utteranceOf(name).folded;
  const at = sentence.folded.indexOf(own);
  if (at < 0 || own === '') return false;
  const [before, behind] = [sentence.text.slice(0, at).trimEnd(), sentence.text.slice(at + own.length).trimStart()];
  if (before.endsWith('、') || behind.startsWith('、')) return true;
  return languagesOf(sentence).some((locale) =>
    [...sentence.folded.matchAll(lexicon(locale).differences.and)].some(
      ({ 0: found, index }) => index + found.length === at || index === sentence.text.length - behind.length,
    ),
  );
}

/** Takes the step for the one customer of that name; asks which, or says that there is none. */
export async function forCustomerNamed(
  turn: Turn,
  name: string,
  step: CustomerStep,
  otherwise?: OtherWay,
): Promise<void> {
  const open = isStand(name) ? customerOnScreen(turn) : undefined;
  if (open !== undefined) return step.run(open);
  const matches = await matchCustomers(turn, name);
  const { entries, isPart = false } = matches;
  const [only, ...others] = entries;
  const several =
    matches.several ??
    (others.length === 1 && !isPart && saysBoth(turn.text) ? entries.map((one) => [one]) : undefined);
  if (several !== undefined && step.runForAll !== undefined) return step.runForAll(several);
  if (several === undefined && hasJoined(turn.text, name) && (await otherwise?.('several')) === true) return;
  if ((only === undefined || (isPart && several === undefined)) && (await otherwise?.()) === true) return;
  if (only === undefined) return showNobodyFound(turn, name);
  if (others.length === 0 && !isPart) return step.run(only.ref);
  askWhich(turn, name, matches, step);
}

/** Asks which of several customers was meant, or which of those named comes first, with a button for each. */
export function askWhich(
  { replies, words }: Turn,
  name: string,
  { entries, nearly, several }: CustomerMatches,
  step: Pick<CustomerStep, 'data'>,
): void {
  const all = { verb: 'findCustomers', findCustomer: nearly ? '' : name };
  replies.show(
    choiceCard(
      words.t(several === undefined ? 'sentence.whichCustomer' : 'sentence.oneFirst'),
      name,
      entries.map((entry) => ({ title: nameOfEntry(entry), data: step.data(entry.ref) })),
      words,
      all,
    ),
  );
}

/** Says that no customer has that name, and offers the list and a new customer; with a form open it stays with that. */
export function showNobodyFound(turn: Turn, name: string): void {
  const { replies, words, partner } = turn;
  const { t } = words;
  const draft = openDraft(turn);
  if (draft !== undefined) return replies.show(nameOrAnswerCard(name, draft.id, words));
  const add = { title: t('button.addCustomer'), data: command('addCustomer') };
  replies.show(
    nothingFoundCard(
      t('sentence.noCustomer', { name: name.slice(0, 80) }),
      [
        { title: t('button.allCustomers'), data: command('customers') },
        ...(addRefusal(partner) === undefined ? [add] : []),
      ],
      words,
      t('sentence.foundBy'),
    ),
  );
}

/** Customers who are named in a text, and where; `isWhole` where their names stand there from beginning to end. */
interface NamedIn {
  readonly entries: readonly DirectoryEntry[];
  readonly isWhole: boolean;
  readonly places: readonly NamePlace[];
}

/** The customers who are named in a text: by words of their names, by whole names that nothing divides from the rest, or by their sound. */
export async function namedIn(turn: Turn, text: string): Promise<NamedIn> {
  if (!may(turn, 'view')) return { entries: [], isWhole: false, places: [] };
  const sentence = utteranceOf(text);
  const named = await customersNamedIn(turn, text);
  if (named.length > 0)
    return {
      entries: named.flatMap(({ entries }) => entries),
      isWhole: named.every(({ entries, place }) =>
        entries.some(({ companyName }) => isSameName(companyName, sentence.text.slice(...place))),
      ),
      places: named.map(({ place }) => place),
    };
  const found = (entries: readonly DirectoryEntry[], isWhole: boolean): NamedIn => ({
    entries,
    isWhole,
    places: placesOf(
      sentence,
      entries.map(({ companyName }) => companyName),
    ),
  });
  // “contoso的订阅”: no blank parts a name from Chinese.
  const apart = text.replaceAll(
    /(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\p{Script=Latin})/gu,
    ' ',
  );
  const { entries } = await mentionedCustomers(turn, apart);
  if (entries.length > 0) return found(entries, false);
  const standing = await customersStandingIn(turn, apart);
  const heard = standing.length > 0 ? undefined : await customersHeardIn(turn, apart);
  if (heard === undefined) return found(standing, true);
  const at = sentence.text.toUpperCase().indexOf(heard.word);
  return { entries: heard.entries, isWhole: false, places: at < 0 ? [] : [[at, at + heard.word.length]] };
}

/** The search by a word of a name that somebody has, in place of a list narrowed down: “只看blue的”. */
export async function searchOf(turn: Turn, first: Intent): Promise<Intent | undefined> {
  if (first.kind !== 'find') return undefined;
  const words = first.find.split(/(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})|\s+/iu);
  for (const find of words.filter((word) => /^\p{L}{3,}$/u.test(word)))
    if (
      (await search(turn, find, 1)).some(({ companyName }) => wordsOf(foldCase(companyName)).includes(foldCase(find)))
    )
      return { kind: 'find', find, sure: true };
  return undefined;
}

import { isSameName } from '../../lib/foldCase.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import { openDraft } from '../drafts.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { isTitle } from './bareName.ts';
import { customersStandingIn, mentionedCustomers } from './customerMatches.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { fuzzyIntent } from './fuzzyIntent.ts';
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
  if (han.test(rest)) return isWhole;
  return languagesOf(utteranceOf(rest)).some((locale) => isOnlyWords(rest, lexicon(locale), true));
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

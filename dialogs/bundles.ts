import { bundleListCard, bundleNameCard, deleteBundleCard } from '../cards/bundleCards.ts';
import type { Card } from '../cards/elements.ts';
import { linesInShort } from '../cards/readyCarts.ts';
import type { Context } from '../forms/context.ts';
import { cardTokenOf, dropAsking, inputValues, keepTyped } from '../forms/draftFlow.ts';
import { bundleLinesOf } from '../forms/readyCarts.ts';
import { section } from '../forms/sections.ts';
import { isLastAsked, showAsking } from './openQuestion.ts';
import { isSameName } from '../lib/foldCase.ts';
import { defined } from '../lib/optional.ts';
import { cleanText, withoutMarkup } from '../lib/text.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import {
  type Bundle,
  type BundleLine,
  bundlesId,
  maxBundleNameLength,
  maxBundles,
  type ReadyCart,
  type ReadyCarts,
} from '../model/bundle.ts';
import type { Draft } from '../model/draft.ts';
import type { OrderedOffer } from '../model/stages.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import { unlessNewer } from '../storage/collection.ts';
import { insertOnce, updateItem } from '../storage/conflicts.ts';
import { may } from './rights.ts';
import type { Press, Turn } from './turn.ts';

/** Latest submissions of a user among which the last customer with a cart is looked for. */
const looked = 6;

/** The bundles of the partners file; their ids are their names. */
export const fixedBundles = ({ bundles = [] }: Partner): Bundle[] =>
  bundles.map((one) => ({ id: `file:${one.name}`, name: one.name, lines: [...one.lines] }));

type BundleSource = Pick<Turn, 'savedBundles' | 'partner'>;

async function readSaved({ savedBundles, partner }: BundleSource): Promise<readonly Bundle[]> {
  return (await savedBundles.get(partner.tenantId, bundlesId))?.value.bundles ?? [];
}

/** The saved bundles, none where a newer version wrote them: a customer can be added without. */
const readableSaved = async (source: BundleSource): Promise<readonly Bundle[]> =>
  (await unlessNewer(readSaved(source))) ?? [];

interface CartReads {
  saved?: Promise<readonly Bundle[]>;
  last?: Promise<ReadyCart | undefined>;
}

// A turn may ask when it takes in a press, and again for the card that it shows.
const readsOfTurns = new WeakMap<Turn, CartReads>();

/**
 * The carts that are ready for the customer of a draft: the partner's bundles and, where it is wanted, the last customer's
 * cart; each read once a turn.
 */
export async function readyCartsOf(turn: Turn, isLastWanted: boolean): Promise<ReadyCarts> {
  const reads = readsOfTurns.get(turn) ?? {};
  readsOfTurns.set(turn, reads);
  reads.saved ??= readableSaved(turn);
  if (isLastWanted) reads.last ??= lastCart(turn);
  const [saved, last] = await Promise.all([reads.saved, reads.last]);
  return { bundles: [...fixedBundles(turn.partner), ...saved], ...defined({ last }), mayKeep: may(turn, 'add') };
}

/** The cart of the customer that this user added last, among the latest submissions; undefined where none had one. */
async function lastCart({ person, customers, jobs, partner: { tenantId } }: Turn): Promise<ReadyCart | undefined> {
  for (const id of (person.submitted ?? []).slice(-looked).toReversed()) {
    const record = (await unlessNewer(customers.get(tenantId, id)))?.value;
    const job = record === undefined ? (await unlessNewer(jobs.get(tenantId, id)))?.value : undefined;
    const lines = (record ?? job)?.stages.subscriptions?.lines ?? [];
    const name = record?.companyName ?? job?.request.customer.companyName ?? '';
    if (lines.length > 0) return { name, lines: lines.map(toBundleLine) };
  }
  return undefined;
}

/** An ordered offer as a bundle keeps it. */
export const toBundleLine = ({ offerId, offerName, term, billing, quantity }: OrderedOffer): BundleLine => ({
  offer: offerId,
  offerName,
  plan: { term, billing },
  ...defined({ quantity }),
});

/** Lines of the cart that a draft holds now. */
const linesOfDraft = (draft: Draft, context: Context): BundleLine[] =>
  bundleLinesOf(inputValues(draft, section('subscriptions'), context), context);

/** Card that asks for the name under which the draft's cart is saved. */
export function nameBundleCard(
  draft: Draft,
  context: Context,
  words: Words,
  typed: { name?: string; fault?: string } = {},
): Card {
  const token = cardTokenOf(draft);
  return bundleNameCard({
    words,
    name: typed.name ?? '',
    ...defined({ fault: typed.fault }),
    about: linesInShort(linesOfDraft(draft, context), words),
    save: { verb: 'saveBundle', token },
    back: { verb: 'resume', token },
  });
}

type NameFault = Extract<
  MessageKey,
  'fault.bundle.noName' | 'fault.bundle.longName' | 'fault.bundle.sameName' | 'fault.bundle.tooMany'
>;

/** The fault of a name for a bundle, beside these others; undefined where it can be used. */
function nameFault(name: string, others: readonly Bundle[]): NameFault | undefined {
  if (withoutMarkup(name) === '') return 'fault.bundle.noName';
  if (name.length > maxBundleNameLength) return 'fault.bundle.longName';
  return others.some((one) => isSameName(one.name, name)) ? 'fault.bundle.sameName' : undefined;
}

const typedName = (press: Press | undefined): string => cleanText(press?.values['bundleName'] ?? '');

/** Changes the partner's saved bundles; `change` returns undefined where nothing is to be changed. */
async function changeSaved(
  turn: Turn,
  change: (bundles: readonly Bundle[]) => readonly Bundle[] | undefined,
): Promise<void> {
  const {
    savedBundles,
    partner: { tenantId },
  } = turn;
  readsOfTurns.delete(turn);
  await insertOnce(savedBundles, tenantId, bundlesId, { bundles: [] });
  await updateItem(savedBundles, tenantId, bundlesId, ({ bundles }) => {
    const changed = change(bundles);
    return changed === undefined ? undefined : { bundles: [...changed] };
  });
}

/** Result of saving a cart: the draft to go on with, or the card that asks for another name. */
type Saved = { readonly draft: Draft } | { readonly card: Card };

/** Saves the draft's cart as a bundle of the partner, for all of its users, under the typed name. */
export async function saveBundle(turn: Turn, draft: Draft, context: Context, press: Press): Promise<Saved> {
  const { words } = turn;
  const name = typedName(press);
  const lines = linesOfDraft(draft, context);
  let fault: NameFault | undefined;
  await changeSaved(turn, (bundles) => {
    fault = nameFault(name, [...fixedBundles(turn.partner), ...bundles]);
    if (fault === undefined && bundles.length >= maxBundles) fault = 'fault.bundle.tooMany';
    return fault === undefined ? [...bundles, { id: turn.newId(), name, lines }] : undefined;
  });
  if (fault !== undefined) return { card: nameBundleCard(draft, context, words, { name, fault: words.t(fault) }) };
  const cart = inputValues(draft, section('subscriptions'), context);
  // Said on the cart's card until the next press: a message would stay beneath it.
  return { draft: keepTyped(dropAsking(draft), 'subscriptions', { ...cart, bundleSaved: name }, cart) };
}

/** Shows the partner's bundles, to rename or delete them; `from` is the number of those before the first one shown. */
export async function showBundles(turn: Turn, result?: string, from = 0): Promise<void> {
  const { words, partner, person, replies } = turn;
  const saved = await readSaved(turn);
  const draft = person.open;
  replies.show(bundleListCard({ words, saved, fixed: fixedBundles(partner), from, ...defined({ draft, result }) }));
}

/** The saved bundle of that id; without one the list is shown, which says that it is gone. */
async function findSaved(turn: Turn, id: string): Promise<Bundle | undefined> {
  const found = (await readSaved(turn)).find((one) => one.id === id);
  if (found === undefined) await showBundles(turn, turn.words.t('bundle.gone'));
  return found;
}

/** Asks for another name of a bundle. */
export async function askBundleName(turn: Turn, id: string): Promise<void> {
  const found = await findSaved(turn, id);
  if (found !== undefined) turn.replies.show(renameCard(turn.words, found));
}

const renameCard = (words: Words, { id, name, lines }: Bundle, fault?: string): Card =>
  bundleNameCard({
    words,
    name,
    ...defined({ fault }),
    about: linesInShort(lines, words),
    save: { verb: 'setBundleName', argument: id },
    back: { verb: 'bundleList' },
    remove: { verb: 'deleteBundle', argument: id },
  });

/** Gives a bundle the typed name. */
export async function renameBundle(turn: Turn, id: string): Promise<void> {
  const found = await findSaved(turn, id);
  if (found === undefined) return;
  const { words } = turn;
  const name = typedName(turn.press);
  let fault: NameFault | undefined;
  await changeSaved(turn, (bundles) => {
    const others = bundles.filter((one) => one.id !== id);
    fault = nameFault(name, [...fixedBundles(turn.partner), ...others]);
    return fault === undefined ? bundles.map((one) => (one.id === id ? { ...one, name } : one)) : undefined;
  });
  if (fault !== undefined) return turn.replies.show(renameCard(words, { ...found, name }, words.t(fault)));
  await showBundles(turn, words.t('bundle.renamed', { name }));
}

/** Asks before a bundle is deleted. */
export async function askDeleteBundle(turn: Turn, id: string): Promise<void> {
  const found = await findSaved(turn, id);
  if (found !== undefined) showAsking(turn, deleteBundleCard(found, turn.words), { yes: ['dropBundle'], key: id });
}

/** Deletes a bundle for everybody of the partner. */
export async function deleteBundle(turn: Turn, id: string): Promise<void> {
  const found = await findSaved(turn, id);
  if (found === undefined) return;
  if (!isLastAsked(turn, id)) return askDeleteBundle(turn, id);
  await changeSaved(turn, (bundles) => bundles.filter((one) => one.id !== id));
  await showBundles(turn, turn.words.t('bundle.deleted', { name: found.name }));
}

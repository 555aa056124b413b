import { changeDraftTitle, type DraftLine } from '../cards/draftCards.ts';
import { rulesWithExtraInputs } from '../forms/rejectedDraft.ts';
import { acceptedAnswers, type Context, countryOf, type DraftAnswers } from '../forms/context.ts';
import {
  bumpRevision,
  cardTokenOf,
  draftName,
  dropAsking,
  inputValues,
  isDraftEmpty,
  newCustomerDraft,
  parseCardToken,
} from '../forms/draftFlow.ts';
import { nextOpen, openSections, stepOf } from '../forms/steps.ts';
import type { Catalog } from '../partner-center/rules/catalog.ts';
import { cloud } from '../partner-center/rules/clouds.ts';
import { market } from '../partner-center/rules/countries.ts';
import type { Words } from '../locales/words.ts';
import type { Draft } from '../model/draft.ts';
import type { User } from '../model/user.ts';
import type { Turn } from './turn.ts';
import { draftRefusalCard } from '../cards/questionCards.ts';
import { PartnerCenterError } from '../partner-center/rules/fault.ts';
import { hasUnreadOffers } from '../forms/subscriptionsSection.ts';
import { cartRows } from '../forms/cartRows.ts';
import { readyCartEdits } from '../forms/readyCarts.ts';
import { section } from '../forms/sections.ts';
import { readyCartsOf } from './bundles.ts';
import { defined } from '../lib/optional.ts';
import { dayMs } from '../lib/durations.ts';

/** Days a draft is kept after it was last touched. */
export const draftDays = 90;

/** Most drafts of one user. */
export const maxDrafts = 20;

/** No offers, for contexts that need none: a catalog takes a thousand calls to read. */
const noOffers: Catalog = { offers: [], sample: false, state: 'read', leftOut: 0 };

type ContextSource = Pick<Turn, 'partner' | 'partnerCenter' | 'today'> &
  Partial<Pick<Turn, 'words' | 'customers' | 'person'>>;

/** A context made in a turn, and what it was made from. */
interface MadeContext {
  readonly madeFrom: readonly unknown[];
  readonly context: Context;
}

const contextsOfTurns = new WeakMap<ContextSource, readonly MadeContext[]>();

/**
 * Context of a draft: everything its sections depend on. Rules and resellers come from Partner Center's caches; offers
 * are never waited for, so only those read so far are in it. Within a turn it is made once, and again when the answers,
 * the language or the catalog change.
 */
export async function contextOf(
  turn: ContextSource,
  answered: DraftAnswers,
  wanted: { readonly offers: boolean } = { offers: true },
): Promise<Context> {
  const { partner, partnerCenter, words } = turn;
  const { accepted, purpose, keptName, orderedAgain, alsoAsked } = answered;
  const catalog =
    wanted.offers && purpose?.kind !== 'account' ? partnerCenter.offersSoFar(countryOf(answered, partner)) : noOffers;
  // Compared by identity: a changed answer is another object, and a catalog keeps its list of offers until it has more.
  const answers = [accepted, purpose, keptName, orderedAgain, alsoAsked];
  const catalogParts: readonly unknown[] = Object.values(catalog);
  const madeFrom = [...answers, words?.locale, ...catalogParts];
  const same = contextsOfTurns.get(turn)?.find((one) => isSameList(one.madeFrom, madeFrom));
  if (same !== undefined) return same.context;
  const context = await makeContext(turn, answered, catalog);
  contextsOfTurns.set(turn, [...(contextsOfTurns.get(turn) ?? []), { madeFrom, context }]);
  return context;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

async function makeContext(turn: ContextSource, answered: DraftAnswers, catalog: Catalog): Promise<Context> {
  const { partner, partnerCenter, today, words, customers, person } = turn;
  const { accepted, purpose, keptName, orderedAgain } = answered;
  const country = countryOf(answered, partner);
  const [rules, resellers] = await Promise.all([partnerCenter.countryRules(country), partnerCenter.resellers()]);
  const { offers, sample, ...state } = catalog;
  return {
    partner,
    cloud: cloud(partner.cloud),
    agreementWay: partnerCenter.agreementWay,
    market: market(partner.country),
    today,
    ...defined({ locale: words?.locale, purpose, keptName, orderedAgain, lastReseller: person?.lastReseller }),
    accepted,
    country,
    rules: rulesWithExtraInputs(rules, answered),
    offers,
    catalog: state,
    ...(customers === undefined ? {} : { sold: () => customers.sold(partner.tenantId) }),
    sampleOffers: sample,
    resellers,
  };
}

/** Draft that the user is at, also while another card is on the screen. */
export const openDraft = ({ person }: Turn): Draft | undefined => person.drafts.find(({ id }) => id === person.open);

/**
 * Draft whose card is on the screen, alone or with answers beneath it: nothing is said of one as open, nor put into it, while
 * another card was shown since.
 */
export const shownDraft = (turn: Turn): Draft | undefined =>
  turn.person.away === true && turn.person.beside !== true ? undefined : openDraft(turn);

/** Draft whose present card has this token. */
export function draftOfToken({ person }: Turn, token: string): Draft | undefined {
  const card = parseCardToken(token);
  return person.drafts.find(({ id, revision }) => id === card?.id && revision === card.revision);
}

/** Saves a changed draft and opens it; all its earlier cards are out of date. */
export function saveDraft(turn: Turn, draft: Draft): Draft {
  const { person, now } = turn;
  const next = bumpRevision(draft, now.toISOString());
  person.drafts = [next, ...person.drafts.filter(({ id }) => id !== draft.id)];
  person.open = draft.id;
  return next;
}

/** Opens an empty draft: a new one, or one that was started and left empty. */
export function beginDraft(turn: Turn): Draft {
  const { person, now, partner } = turn;
  const empty = person.drafts.find((draft) => draft.purpose === undefined && isDraftEmpty(draft));
  if (empty !== undefined) {
    // A user who starts a customer no longer wants to stop: the question is dropped.
    const begun = dropAsking(empty);
    person.drafts = person.drafts.map((one) => (one === empty ? begun : one));
    person.open = begun.id;
    return begun;
  }
  const draft = newCustomerDraft(turn.newId(), now.toISOString(), partner);
  person.drafts = [draft, ...person.drafts];
  person.open = draft.id;
  return draft;
}

/** Remembers the reseller that was chosen, which the next card of this user begins with. */
export function rememberReseller({ person }: Turn, { accepted }: Pick<Draft, 'accepted'>): void {
  const chosen = accepted['reseller']?.['reseller'];
  if (chosen !== undefined) person.lastReseller = chosen;
}

/** Deletes a draft; no draft is open when it was the open one. */
export function deleteDraft({ person }: Turn, id: string): void {
  person.drafts = person.drafts.filter((draft) => draft.id !== id);
  if (person.open === id) delete person.open;
}

/** Milliseconds for which a deleted draft can be restored. */
const restorableMs = dayMs;

/** Deletes a draft at the user's wish; it can be restored for a day, or until another one is deleted. */
export function discardKeeping(turn: Turn, id: string): void {
  const { person, now } = turn;
  const draft = person.drafts.find((one) => one.id === id);
  if (draft !== undefined) person.deleted = { draft: dropAsking(draft), at: now.toISOString() };
  deleteDraft(turn, id);
}

/** True for a deleted draft that can no longer be restored. A clock that was set back does not keep it longer. */
export const isForgotten = ({ at }: NonNullable<User['deleted']>, time: Date): boolean =>
  Math.abs(time.getTime() - Date.parse(at)) > restorableMs;

/** Restores the deleted draft of that id and opens it; undefined when it is gone. */
export function undeleteDraft(turn: Turn, id: string): Draft | undefined {
  const { person, now } = turn;
  const { deleted } = person;
  if (deleted?.draft.id !== id || isForgotten(deleted, now)) return undefined;
  delete person.deleted;
  return saveDraft(turn, deleted.draft);
}

/** True when a draft was not touched for `draftDays`. */
export const isExpired = ({ touchedAt }: Pick<Draft, 'touchedAt'>, time: Date): boolean =>
  Date.parse(touchedAt) <= time.getTime() - draftDays * dayMs;

/** Title of a draft; empty while a new customer has no name. */
export const titleOfDraft = (draft: Draft, words: Words): string =>
  draft.purpose === undefined ? draftName(draft) : changeDraftTitle(draft.purpose, words);

/** Drafts that are not empty, latest first. */
export const begunDrafts = ({ person }: Pick<Turn, 'person'>): Draft[] =>
  person.drafts.filter((draft) => !isDraftEmpty(draft));

/** List lines of the drafts that are not empty. */
export const draftLines = (turn: Turn): Promise<DraftLine[]> =>
  Promise.all(begunDrafts(turn).map((draft) => draftLine(turn, draft)));

/** List line of a draft. */
export async function draftLine(turn: Turn, draft: Draft): Promise<DraftLine> {
  const context = await contextOf(turn, draft, { offers: false });
  const until = new Date(Date.parse(draft.touchedAt) + draftDays * dayMs).toISOString().slice(0, 10);
  const step = stepOf(draft, context);
  return { id: draft.id, name: titleOfDraft(draft, turn.words), step, until: turn.words.day(until) };
}

/** Saves the draft unchanged, and shows Partner Center's refusal with a button to try again; throws any other error. */
export function showDraftRefusal(turn: Turn, draft: Draft, error: unknown): void {
  if (!(error instanceof PartnerCenterError)) throw error;
  const kept = saveDraft(turn, draft);
  turn.replies.show(draftRefusalCard({ words: turn.words, token: cardTokenOf(kept) }, error));
}

/** Offers of a country as far as they are read; while they are being read, waits briefly. */
export async function offersSoon(
  { partnerCenter, waitBriefly }: Pick<Turn, 'partnerCenter' | 'waitBriefly'>,
  country: string,
): Promise<Catalog> {
  if (partnerCenter.offersSoFar(country).state === 'reading') await waitBriefly(partnerCenter.offers(country));
  return partnerCenter.offersSoFar(country);
}

/** Context of a press on a draft's open card; waits briefly for offers when the card is about them. */
export async function pressContext(turn: Turn, draft: Draft): Promise<Context> {
  const context = await offersContext(turn, draft);
  const isPutIn = Object.hasOwn(readyCartEdits, turn.press?.verb ?? '');
  return isPutIn && isCartOpen(draft, context) ? { ...context, readyCarts: await readyCartsOf(turn, true) } : context;
}

/** Context of a draft's open card; waits briefly for offers when the card is about them. */
export async function cardContext(turn: Turn, draft: Draft): Promise<Context> {
  const context = await offersContext(turn, draft);
  if (!isCartOpen(draft, context)) return context;
  // The last customer's cart is offered for an empty one.
  const isEmpty = cartRows(inputValues(draft, section('subscriptions'), context)).length === 0;
  return { ...context, readyCarts: await readyCartsOf(turn, isEmpty) };
}

async function offersContext(turn: Turn, draft: Draft): Promise<Context> {
  const context = await contextOf(turn, draft);
  const isReading = isAboutOffers(draft, context) && context.catalog?.state === 'reading';
  return isReading ? contextWithOffers(turn, draft, context) : context;
}

const isCartOpen = (draft: Draft, context: Context): boolean =>
  isAboutOffers(draft, context) && openSections(draft, context).some(({ id }) => id === 'subscriptions');

async function contextWithOffers(turn: Turn, draft: Draft, context: Context): Promise<Context> {
  // Starts loading the records meanwhile, so that the offers sold before come first.
  context.sold?.();
  await offersSoon(turn, context.country);
  return contextOf(turn, draft);
}

function isAboutOffers(draft: Draft, context: Context): boolean {
  return nextOpen(draft, context) === 'review'
    ? cartRows(acceptedAnswers(context, 'subscriptions')).length > 0
    : openSections(draft, context).some(({ id }) => id === 'subscriptions');
}

/** True when all offers of the cart are read, so that it can be ordered; otherwise says so and starts reading them. */
export function canOrder({ partnerCenter, replies, words }: Turn, context: Context): boolean {
  if (!hasUnreadOffers(acceptedAnswers(context, 'subscriptions'), context)) return true;
  partnerCenter.offersSoFar(context.country, true);
  replies.say(words.t('cart.notOrderable'));
  return false;
}

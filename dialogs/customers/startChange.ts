import { isDeepStrictEqual } from 'node:util';
import { addOnsOf } from '../../forms/cartRows.ts';
import { noReseller } from '../../forms/resellerSection.ts';
import { activeOfferIds, activeSubscriptions, heldLicenses } from '../../partner-center/customerSubscriptions.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { approvedSegments } from '../../partner-center/rules/qualification.ts';
import type { Draft, DraftKind } from '../../model/draft.ts';
import { customerAnswers } from './customerProfile.ts';
import { readOpenOrders } from './openChanges.ts';
import { type FoundCustomer, manageableCustomer, orShowManageRefusal } from './customerAccess.ts';
import { contextOf, draftLine, offersSoon } from '../drafts.ts';
import type { Turn } from '../turn.ts';
import { continueCard } from '../../cards/draftCards.ts';
import { noAddOnCard } from '../../cards/customers/subscriptionCards.ts';
import { isDraftEmpty, newDraft } from '../../forms/draftFlow.ts';
import { prefillDraft } from '../../forms/changeDraft.ts';
import { reopenRefusedLines } from '../../forms/rejectedDraft.ts';
import { lineRefusals } from '../../partner-center/orderResults.ts';
import { hasRoom } from '../add/startDraft.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { refOf } from '../../model/customerRef.ts';
import { defined } from '../../lib/optional.ts';

/** The kind of a draft that orders subscriptions. */
export type CartKind = Extract<DraftKind, { kind: 'subscriptions' }>;

type CartSources = Pick<Turn, 'partner' | 'partnerCenter' | 'jobs' | 'changes' | 'audit' | 'now'>;

/** Cart for an existing customer, with the facts its offers depend on. May raise PartnerCenterError. */
export async function cartKindFor(where: CartSources, found: FoundCustomer): Promise<CartKind> {
  const { country } = await customerAnswers(where, found);
  const reseller = await activeReseller(where, found.record?.sections['reseller']?.['reseller']);
  return {
    kind: 'subscriptions',
    customer: found.target,
    ...defined({ country }),
    ...(await cartFacts(where, found)),
    ...defined({ reseller }),
  };
}

/**
 * Facts that decide what a customer may order: offers of its subscriptions, offers already ordered, and its approved
 * segments. May raise PartnerCenterError.
 */
export async function cartFacts(
  where: CartSources,
  found: FoundCustomer,
): Promise<Pick<CartKind, 'owned' | 'held' | 'waiting' | 'segments'>> {
  const { management } = where.partnerCenter;
  const { microsoftId } = found.target;
  const [subscriptions, segments] = await Promise.all([
    management.subscriptions(microsoftId),
    management.qualifications(microsoftId).then(approvedSegments).catch(unreadSegments),
  ]);
  const open = await readOpenOrders(where, found, subscriptions);
  return {
    owned: activeOfferIds(subscriptions),
    held: heldLicenses(subscriptions),
    ...(open.length === 0 ? {} : { waiting: open.map(({ offerId, offerName }) => ({ offerId, offerName })) }),
    ...(segments === undefined ? {} : { segments: [...segments] }),
  };
}

/** Segments that could not be read do not stop commercial offers; the cart says so. */
function unreadSegments(error: unknown): undefined {
  if (!(error instanceof PartnerCenterError)) throw error;
}

/** The recorded reseller while it is active; for any other nothing would be ordered, so the provider chooses again. */
export async function activeReseller(
  { partnerCenter }: Pick<Turn, 'partnerCenter'>,
  recorded: string | undefined,
): Promise<string | undefined> {
  if (recorded === undefined || recorded === noReseller) return recorded;
  const active = await partnerCenter.resellers();
  return active.some(({ tenantId }) => tenantId === recorded) ? recorded : undefined;
}

/**
 * The same cart for add-ons of one subscription, or only its name when no add-on fits; undefined when the subscription
 * is gone.
 */
async function addOnCartKindFor(
  turn: CartSources & Pick<Turn, 'waitBriefly'>,
  cart: CartKind,
  subscriptionId: string,
): Promise<{ readonly name: string; readonly purpose?: CartKind } | undefined> {
  const { partner, partnerCenter } = turn;
  const subscriptions = activeSubscriptions(await partnerCenter.management.subscriptions(cart.customer.microsoftId));
  const base = subscriptions.find(({ id }) => id === subscriptionId);
  if (base === undefined) return undefined;
  const { name, offerId = '' } = base;
  const { offers, state } = await offersSoon(turn, cart.country ?? partner.country);
  if (state === 'read' && addOnsOf(offerId, offers, cart.segments ?? []).length === 0) return { name };
  return { name, purpose: { ...cart, base: { subscriptionId, offerId, name } } };
}

/** Opens a draft about the customer of a button's reference; with `anew` a second one beside an existing draft. */
type DraftStarter = (turn: Turn, argument: string, anew?: boolean) => Promise<void>;

type DraftOpener = (
  turn: Turn,
  found: FoundCustomer,
  more: { readonly id: string; readonly anew: boolean },
) => Promise<void>;

/** Starter that opens the draft when this user may manage the customer and it exists. */
const draftStarter =
  (open: DraftOpener): DraftStarter =>
  (turn, argument, anew = false) => {
    turn.replies.keep();
    const [ref = '', id = ''] = argument.split(' ');
    return orShowManageRefusal(turn, async () => {
      const found = await manageableCustomer(turn, ref);
      if (found !== undefined) await open(turn, found, { id, anew });
    });
  };

/** Add subscription: opens a cart for an existing customer. */
export const addSubscription = draftStarter(async (turn, found, { anew }) =>
  openDraftFor(turn, await turn.withinAnswerTime(cartKindFor(turn, found)), [], anew),
);

/** Choose another offer: opens a cart of the lines refused when the customer was added, each with the reason. */
export const replaceRefusedOffers = draftStarter(async (turn, found, { anew }) => {
  const { sections = {}, stages } = found.record ?? {};
  const { subscriptions: cart = {} } = sections;
  const faults = stages?.subscriptions === undefined ? [] : lineRefusals(stages.subscriptions);
  if (faults.every((fault) => fault === undefined)) return turn.replies.say(turn.words.t('order.nothingRefused'));
  const lines = faults.map((fault) => (fault === undefined ? {} : { fault }));
  return openDraftFor(
    turn,
    { ...(await turn.withinAnswerTime(cartKindFor(turn, found))), instead: true },
    [],
    anew,
    (draft) => ({
      ...reopenRefusedLines({ ...draft, accepted: { subscriptions: cart } }, lines),
      accepted: draft.accepted,
    }),
  );
});

/** Add-on licenses: opens a cart of the add-ons for one subscription, whose id follows the customer in the argument. */
export const addOns = draftStarter(async (turn, found, { id, anew }) => {
  const { replies, words } = turn;
  const base = await turn.withinAnswerTime(
    addOnCartKindFor(turn, await turn.withinAnswerTime(cartKindFor(turn, found)), id),
  );
  if (base === undefined) return replies.say(words.t('addOns.gone'));
  if (base.purpose === undefined) return replies.show(noAddOnCard(base.name, refOf(found.target), words));
  return openDraftFor(turn, base.purpose, [], anew);
});

/** Update account info: opens the review of the present data, each part with its Update. */
export const updateAccount = draftStarter(async (turn, found, { anew }) => {
  const { country, accounts } = await turn.withinAnswerTime(customerAnswers(turn, found));
  const where = country === undefined ? {} : { country };
  return openDraftFor(turn, { kind: 'account', customer: found.target, ...where, before: {} }, accounts, anew);
});

/** Starts another draft of the same kind; the former one is kept. */
export async function startAnotherDraft(turn: Turn, id: string): Promise<void> {
  const purpose = turn.person.drafts.find((draft) => draft.id === id)?.purpose;
  if (purpose === undefined) return turn.replies.say(turn.words.t('outdated.gone'));
  const ref = refOf(purpose.customer);
  if (purpose.kind === 'account') return updateAccount(turn, ref, true);
  const { base, instead, also } = purpose;
  // The same customers once more.
  if (also !== undefined) return openDraftFor(turn, purpose, [], true);
  if (instead === true) return replaceRefusedOffers(turn, ref, true);
  return base === undefined ? addSubscription(turn, ref, true) : addOns(turn, `${ref} ${base.subscriptionId}`, true);
}

/** Opens a draft of this kind; offers to continue one that was started before. */
export async function openDraftFor(
  turn: Turn,
  purpose: DraftKind,
  accounts: readonly Draft['accepted'][],
  anew: boolean,
  filled: (draft: Draft) => Draft = (draft) => draft,
): Promise<void> {
  const { person, replies, words } = turn;
  const former = person.drafts.filter((draft) => isSameChange(draft.purpose, purpose));
  const begun = former.find((draft) => !isDraftEmpty(draft));
  if (begun !== undefined && !anew) {
    const again = { verb: 'beginAgain', argument: begun.id };
    return replies.show(continueCard(await draftLine(turn, begun), words, again));
  }
  if (!(await hasRoom(turn))) return;
  const fresh = filled(await newChangeDraft(turn, purpose, accounts));
  // The button may be pressed twice: an untouched draft with the same content is opened again.
  const same = former.find((draft) => isDraftEmpty(draft) && isDeepStrictEqual(draft.purpose, fresh.purpose));
  if (same === undefined) person.drafts = [fresh, ...withoutIdleDrafts(person.drafts, former)];
  person.open = (same ?? fresh).id;
  await showCurrentCard(turn);
}

async function newChangeDraft(turn: Turn, purpose: DraftKind, accounts: readonly Draft['accepted'][]): Promise<Draft> {
  const { record } = purpose.customer;
  const empty = newDraft(turn.newId(), turn.now.toISOString());
  // With the record's id the draft is erased together with the record.
  const draft = { ...empty, ...defined({ from: record }) };
  return prefillDraft(draft, purpose, accounts, await contextOf(turn, { accepted: {}, purpose }));
}

const isSameChange = (a: DraftKind | undefined, b: DraftKind): boolean =>
  a?.kind === b.kind && refOf(a.customer) === refOf(b.customer) && isDeepStrictEqual(cartKey(a), cartKey(b));

const cartKey = (purpose: DraftKind) =>
  purpose.kind === 'subscriptions'
    ? [purpose.base?.subscriptionId, purpose.instead === true, purpose.also?.map(({ customer }) => refOf(customer))]
    : [];

/** Untouched drafts about customers that are kept, because their cards may still be used. */
const maxIdleDrafts = 4;

function withoutIdleDrafts(drafts: readonly Draft[], replaced: readonly Draft[]): Draft[] {
  const idle = drafts.filter((draft) => draft.purpose !== undefined && isDraftEmpty(draft));
  const leaving = new Set([...idle.filter((draft) => replaced.includes(draft)), ...idle.slice(maxIdleDrafts)]);
  return drafts.filter((draft) => !leaving.has(draft));
}

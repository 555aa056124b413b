import {
  chosenRefs,
  mostSeveral,
  severalCard,
  type CustomerChoice,
  type SeveralView,
} from '../../cards/customers/severalCards.ts';
import { maxFindLength } from '../../cards/customers/customerListCard.ts';
import type { Context } from '../../forms/context.ts';
import { noReseller } from '../../forms/resellerSection.ts';
import { defined } from '../../lib/optional.ts';
import type { ChangeKind } from '../../model/change.ts';
import { heldLicenses } from '../../partner-center/customerSubscriptions.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Draft } from '../../model/draft.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { saveDraft } from '../drafts.ts';
import type { Turn } from '../turn.ts';
import {
  canManage,
  findCustomer,
  type FoundCustomer,
  isRelated,
  orShowManageRefusal,
  orShowRefusal,
} from './customerAccess.ts';
import { isPartnersCustomer } from './customerDirectory.ts';
import { readOpenOrders } from './openChanges.ts';
import { activeReseller, type CartKind, cartKindFor, openDraftFor } from './startChange.ts';

/** Customers found that the card lists besides the chosen ones. */
const mostFound = 15;

/**
 * Shows the card that chooses the customers of one order; the argument is the id of the draft whose order it is, else the
 * order is begun afterwards.
 */
export async function chooseSeveral(turn: Turn, argument = ''): Promise<void> {
  turn.replies.keep();
  const kind = draftOf(turn, argument)?.purpose;
  const refs =
    kind?.kind === 'subscriptions'
      ? [kind.customer, ...(kind.also ?? []).map(({ customer }) => customer)].map(refOf)
      : [];
  await showChoice(turn, { draft: argument, searched: '', refs });
}

/** Shows the same card with these customers chosen, and the order begun afterwards. */
export const chooseThese = (turn: Turn, refs: readonly string[]): Promise<void> =>
  showChoice(turn, { draft: '', searched: '', refs });

/** Shows the customers that a text finds besides the chosen ones, in place of the pressed card. */
export const findSeveral = (turn: Turn, argument: string): Promise<void> =>
  showChoice(turn, { draft: argument, searched: searchedIn(turn), refs: chosenIn(turn) });

/** Opens the order for the chosen customers: its review, or a cart that is begun for them. */
export async function orderForSeveral(turn: Turn, argument: string): Promise<void> {
  const refs = chosenIn(turn);
  const again = { draft: argument, searched: searchedIn(turn), refs };
  if (refs.length === 0) return showChoice(turn, { ...again, fault: 'several.none' });
  if (refs.length > mostSeveral) return showChoice(turn, { ...again, fault: 'several.tooMany' });
  if (!canManage(turn)) return;
  await orShowManageRefusal(turn, async () => {
    const found = await findChosen(turn, refs);
    if (found.length < refs.length) {
      turn.replies.say(turn.words.t('several.gone'));
      return showChoice(turn, { ...again, refs: found.map(({ target }) => refOf(target)) });
    }
    await openOrder(turn, found, draftOf(turn, argument));
  });
}

async function openOrder(turn: Turn, [first, ...others]: readonly FoundCustomer[], draft?: Draft): Promise<void> {
  if (first === undefined) return;
  const purpose = await cartKindForAll(turn, first, others);
  if (draft === undefined) return openDraftFor(turn, purpose, [], false);
  const { from: _former, ...kept } = draft;
  saveDraft(turn, { ...kept, ...defined({ from: first.target.record }), purpose });
  await showCurrentCard(turn);
}

/** Cart of one order for these customers, the first and the others. May raise PartnerCenterError. */
export async function cartKindForAll(
  turn: Turn,
  first: FoundCustomer,
  others: readonly FoundCustomer[],
): Promise<CartKind> {
  const held = await readLicenses(turn, others);
  const also = await Promise.all(
    others.map(async ({ target, record }, at) => {
      const reseller = await activeReseller(turn, record?.sections['reseller']?.['reseller']);
      return { customer: target, ...defined({ reseller, held: held[at] }) };
    }),
  );
  const cart = await turn.withinAnswerTime(cartKindFor(turn, first));
  return { ...cart, ...(also.length === 0 ? {} : { also }) };
}

/** Licenses that each of these customers has; undefined where they could not be read while a turn may wait. */
async function readLicenses(turn: Turn, found: readonly FoundCustomer[]) {
  const ids = found.map(({ target }) => target.microsoftId);
  try {
    await turn.withinAnswerTime(turn.keptSubscriptions.read(ids));
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
  }
  return ids.map((id) => {
    const known = turn.keptSubscriptions.peek(id);
    return known === undefined || known instanceof PartnerCenterError ? undefined : heldLicenses(known);
  });
}

const searchedIn = ({ press }: Turn): string => (press?.values['findCustomer'] ?? '').slice(0, maxFindLength).trim();

const chosenIn = ({ press }: Turn): readonly string[] => chosenRefs(press?.values ?? {});

/** The user's draft of an order whose customers can be chosen. */
const draftOf = ({ person }: Turn, id: string): Draft | undefined =>
  person.drafts.find((draft) => draft.id === id && draft.purpose?.kind === 'subscriptions');

/** The chosen customers that there are, and that have a relationship. May raise PartnerCenterError. */
export async function findChosen(turn: Turn, refs: readonly string[]): Promise<FoundCustomer[]> {
  const found = await turn.withinAnswerTime(
    Promise.all(refs.slice(0, mostSeveral + 1).map((ref) => findCustomer(turn, ref))),
  );
  return found.filter((one) => one !== undefined).filter(isRelated);
}

interface Choice extends Pick<SeveralView, 'draft' | 'searched' | 'fault'> {
  readonly refs: readonly string[];
}

async function showChoice(turn: Turn, { refs, draft, searched, fault }: Choice): Promise<void> {
  if (!canManage(turn)) return;
  const read = await orShowRefusal(turn, async () => ({
    chosen: await findChosen(turn, refs),
    page: await turn.withinAnswerTime(turn.directory.page({ find: searched, reseller: '' }, {}, mostFound)),
  }));
  if (read === undefined) return;
  const { entries, total, asOf } = read.page;
  const chosen = read.chosen.map(({ target }): CustomerChoice => ({ ...target, ref: refOf(target) }));
  const found = entries.filter(isPartnersCustomer).filter(({ ref }) => !chosen.some((one) => one.ref === ref));
  turn.replies.show(
    severalCard({
      words: turn.words,
      draft,
      searched,
      chosen,
      found,
      more: Math.max(0, (total ?? 0) - entries.length),
      ...defined({ fault, asOf: asOf?.toISOString() }),
    }),
  );
}

/** Offers with an open order of one of the further customers, as far as that is known without a call. */
export async function alsoWaiting(turn: Turn, { also = [] }: CartKind): Promise<NonNullable<CartKind['waiting']>> {
  const { customers, partner, keptSubscriptions } = turn;
  const open = await Promise.all(
    also.map(async ({ customer }) => {
      const record =
        customer.record === undefined ? undefined : (await customers.get(partner.tenantId, customer.record))?.value;
      const known = keptSubscriptions.peek(customer.microsoftId);
      return readOpenOrders(
        turn,
        { target: customer, relationship: 'reseller', ...defined({ record }) },
        known instanceof Error ? [] : (known ?? []),
      );
    }),
  );
  return open.flat().map(({ offerId, offerName }) => ({ offerId, offerName }));
}

/** The change that a draft's order is: one for its customer, or the same for several. */
export function orderOrOrders(
  turn: Turn,
  { id, purpose }: Pick<Draft, 'id' | 'purpose'>,
  what: ChangeKind,
  { resellers }: Pick<Context, 'resellers'>,
): ChangeKind {
  if (what.kind !== 'order' || purpose?.kind !== 'subscriptions' || purpose.also === undefined) return what;
  const mpnIdOf = (reseller: string | undefined): string | undefined => {
    if (reseller === undefined) return what.partnerIdOnRecord;
    return reseller === noReseller ? undefined : resellers.find(({ tenantId }) => tenantId === reseller)?.mpnId;
  };
  const one = { customer: purpose.customer, ...defined({ partnerIdOnRecord: what.partnerIdOnRecord }) };
  const others = purpose.also.map(({ customer, reseller }) => ({
    customer,
    ...defined({ partnerIdOnRecord: mpnIdOf(reseller) }),
  }));
  return {
    kind: 'orders',
    offers: what.lines,
    orders: [one, ...others].map((order, index) => ({
      ...order,
      id: `${id}c${String(index + 1).padStart(2, '0')}`,
      requestId: turn.newRequestId(),
    })),
  };
}

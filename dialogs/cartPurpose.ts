import { addOnsOf } from '../forms/cart.ts';
import { noReseller } from '../forms/reseller.ts';
import { aliveOf, ownedOffers } from '../partner-center/owned.ts';
import { PartnerCenterError } from '../partner-center/fault.ts';
import { approvedSegments } from '../partner-center/qualification.ts';
import type { Purpose } from '../storage/draft.ts';
import { knownOf } from './customers/knownCustomer.ts';
import { readOpenOrders } from './customers/openOrders.ts';
import type { Targeted } from './customers/targets.ts';
import { offersSoon } from './offers.ts';
import type { Turn } from './turn.ts';

/** The purpose of a cart. */
export type CartPurpose = Extract<Purpose, { kind: 'subscriptions' }>;

type Where = Pick<Turn, 'partner' | 'partnerCenter' | 'jobs' | 'changes' | 'audit' | 'now'>;

/** A cart for a customer that exists, with what it has by now. May raise PartnerCenterError. */
export async function cartPurpose(where: Where, found: Targeted): Promise<CartPurpose> {
  const { country } = await knownOf(where, found);
  const reseller = await activeReseller(where, found.record?.sections['reseller']?.['reseller']);
  return {
    kind: 'subscriptions',
    customer: found.target,
    ...(country === undefined ? {} : { country }),
    ...(await ownedNow(where, found)),
    ...(reseller === undefined ? {} : { reseller }),
  };
}

/**
 * Of a customer what it may have depends on: offers of its present subscriptions, those of which an order waits or is on its
 * way, and segments it is approved for. May raise PartnerCenterError.
 */
export async function ownedNow(
  where: Where,
  found: Targeted,
): Promise<Pick<CartPurpose, 'owned' | 'waiting' | 'segments'>> {
  const { management } = where.partnerCenter;
  const { microsoftId } = found.target;
  const [subscriptions, segments] = await Promise.all([
    management.subscriptions(microsoftId),
    management.qualifications(microsoftId).then(approvedSegments).catch(unread),
  ]);
  const open = await readOpenOrders(where, found, subscriptions);
  return {
    owned: ownedOffers(subscriptions),
    ...(open.length === 0 ? {} : { waiting: open.map(({ offerId, offerName }) => ({ offerId, offerName })) }),
    ...(segments === undefined ? {} : { segments: [...segments] }),
  };
}

/** That they could not be read stands in no way of commercial offers; the cart says so. */
function unread(error: unknown): undefined {
  if (!(error instanceof PartnerCenterError)) throw error;
}

// For one that is no longer active nothing would be ordered: the provider is asked again.
async function activeReseller({ partnerCenter }: Where, recorded: string | undefined): Promise<string | undefined> {
  if (recorded === undefined || recorded === noReseller) return recorded;
  const active = await partnerCenter.resellers();
  return active.some(({ tenantId }) => tenantId === recorded) ? recorded : undefined;
}

/** That cart for add-ons of one subscription, or only its name where no add-on fits; undefined: it is not there any more. */
export async function addOnsPurpose(
  turn: Where & Pick<Turn, 'briefly'>,
  cart: CartPurpose,
  subscriptionId: string,
): Promise<{ readonly name: string; readonly purpose?: CartPurpose } | undefined> {
  const { partner, partnerCenter } = turn;
  const subscriptions = aliveOf(await partnerCenter.management.subscriptions(cart.customer.microsoftId));
  const base = subscriptions.find(({ id }) => id === subscriptionId);
  if (base === undefined) return undefined;
  const { name, offerId = '' } = base;
  const { offers, state } = await offersSoon(turn, cart.country ?? partner.country);
  if (state === 'read' && addOnsOf(offerId, offers, cart.segments ?? []).length === 0) return { name };
  return { name, purpose: { ...cart, base: { subscriptionId, offerId, name } } };
}

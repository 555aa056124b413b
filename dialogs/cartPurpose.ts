import { addOnsOf } from '../forms/cart.ts';
import { noReseller } from '../forms/reseller.ts';
import { aliveOf, ownedOffers } from '../partner-center/owned.ts';
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

/** Offers of the customer's present subscriptions, and those of which an order waits or is on its way. */
export async function ownedNow(where: Where, found: Targeted): Promise<Pick<CartPurpose, 'owned' | 'waiting'>> {
  const subscriptions = await where.partnerCenter.management.subscriptions(found.target.microsoftId);
  const open = await readOpenOrders(where, found, subscriptions);
  return {
    owned: ownedOffers(subscriptions),
    ...(open.length === 0 ? {} : { waiting: open.map(({ offerId, offerName }) => ({ offerId, offerName })) }),
  };
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
  if (state === 'read' && addOnsOf(offerId, offers).length === 0) return { name };
  return { name, purpose: { ...cart, base: { subscriptionId, offerId, name } } };
}

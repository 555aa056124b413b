import type { OfferFacts } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Offer } from '../../partner-center/rules/catalog.ts';
import type { Turn } from '../turn.ts';
import type { FoundCustomer } from './customerAccess.ts';

/** Facts about a subscription's offer, as far as the catalog is read: what is pressed does not wait for them. */
export function offerFactsSoFar(
  { partnerCenter, partner }: Turn,
  { record }: FoundCustomer,
  { offerId }: Subscription,
) {
  const { offers } = partnerCenter.offersSoFar(record?.country ?? partner.country);
  return offerFacts(offers.find(({ id }) => id === offerId));
}

/** Facts about an offer that the sentences of its subscriptions need. */
export const offerFacts = (offer: Offer | undefined): OfferFacts =>
  offer === undefined ? {} : { monthlyPlan: offer.plans.some(({ term }) => term === 'P1M') };

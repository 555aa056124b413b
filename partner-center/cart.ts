import { isFor, type Offer, type Plan, type Segment } from './offer.ts';

/** Most lines of one submission. */
export const maxLines = 15;

/** One line of a cart; `plan` is a place in the offer's plans, or the term and billing cycle themselves. */
export interface CartLine {
  readonly offerId: string;
  readonly plan?: number | { readonly term: string; readonly billing: string } | undefined;
  /** Absent for usage-based offers. */
  readonly quantity?: number | undefined;
}

/** Why a line cannot be ordered; `data` holds the offer's own numbers for the message. */
export interface LineFault {
  readonly reason:
    | 'unknown-offer'
    | 'unknown-plan'
    | 'segment'
    | 'needs-base'
    | 'limit'
    | 'quantity-missing'
    | 'quantity-not-whole'
    | 'quantity-fixed'
    | 'quantity-min'
    | 'quantity-max';
  readonly data?: { readonly min: number; readonly max: number; readonly limit?: number };
}

/** The plan a line means, or undefined when its offer has none such. */
export const planOf = (offer: Offer, plan: CartLine['plan']): Plan | undefined =>
  typeof plan === 'number'
    ? offer.plans[plan]
    : offer.plans.find(({ term, billing }) => term === plan?.term && billing === plan.billing);

/** Judges a count of licenses by the offer's minimum and maximum; usage-based offers have no count. */
export const quantityFault = (offer: Offer, quantity: number | undefined): LineFault | undefined => {
  const data = { min: offer.min, max: offer.max };
  if (offer.unit === 'usage') return undefined;
  if (quantity === undefined) return { reason: 'quantity-missing', data };
  if (!Number.isSafeInteger(quantity)) return { reason: 'quantity-not-whole', data };
  if (offer.min === offer.max && quantity !== offer.min) return { reason: 'quantity-fixed', data };
  if (quantity < offer.min) return { reason: 'quantity-min', data };
  return quantity > offer.max ? { reason: 'quantity-max', data } : undefined;
};

const count = (ids: readonly string[], id: string): number => ids.filter((other) => other === id).length;

const limitFault = (offer: Offer, before: readonly string[]): LineFault | undefined => {
  const { min, max, limit } = offer;
  return limit !== undefined && count(before, offer.id) >= limit
    ? { reason: 'limit', data: { min, max, limit } }
    : undefined;
};

/**
 * Why this line of a cart cannot be ordered, or undefined. `line` is one of `lines` (the very object), or one about to be
 * added; lines beyond an offer's limit are the later ones. `segments` is what the customer is qualified for (commercial
 * offers are open to everybody), `owned` the offer ids of its present subscriptions.
 */
export const lineFault = (
  line: CartLine,
  lines: readonly CartLine[],
  offers: readonly Offer[],
  segments: readonly Segment[],
  owned: readonly string[] = [],
): LineFault | undefined => {
  const offer = offers.find(({ id }) => id === line.offerId);
  if (offer === undefined) return { reason: 'unknown-offer' };
  if (planOf(offer, line.plan) === undefined) return { reason: 'unknown-plan' };
  if (!isFor(offer, segments)) return { reason: 'segment' };
  const there = new Set([...lines.filter((other) => other !== line).map(({ offerId }) => offerId), ...owned]);
  if (offer.addOnTo.length > 0 && !offer.addOnTo.some((id) => there.has(id))) return { reason: 'needs-base' };
  const at = lines.indexOf(line);
  const before = lines.slice(0, at === -1 ? lines.length : at).map(({ offerId }) => offerId);
  return limitFault(offer, [...before, ...owned]) ?? quantityFault(offer, line.quantity);
};

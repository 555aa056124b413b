import { isOpenTo, type Offer, type Plan, type Segment } from './catalog.ts';
import type { PartnerCenterFault } from './fault.ts';

/** Maximum number of lines of one submission. */
export const maxLines = 15;

/** One line of a cart; `plan` is a place in the offer's plans, or the term and billing cycle themselves. */
export interface CartLine {
  readonly offerId: string;
  readonly plan?: number | { readonly term: string; readonly billing: string } | undefined;
  /** Absent for usage-based offers. */
  readonly quantity?: number | undefined;
}

/** An offer's minimum and maximum, and what a customer has of it and can still have. */
export interface QuantityData {
  readonly min: number;
  readonly max: number;
  /** A number that would be accepted, in digits alone. */
  readonly sample?: string;
  readonly had?: number;
  readonly left?: number;
}

/** Licenses of each offer a customer has. */
export type HeldLicenses = readonly { readonly offerId: string; readonly n: number }[];

/** Fault of a cart line; `data` holds the offer's own numbers for the message. */
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
    | 'quantity-max'
    | 'quantity-total'
    | 'quantity-none';
  readonly data?: QuantityData & { readonly limit?: number };
}

/** The plan of a line; undefined when its offer has no such plan. */
export const planOf = (offer: Offer, plan: CartLine['plan']): Plan | undefined =>
  typeof plan === 'number'
    ? offer.plans[plan]
    : offer.plans.find(({ term, billing }) => term === plan?.term && billing === plan.billing);

/**
 * Fault of a license count by the offer's minimum and maximum; usage-based offers have no count. The maximum is a
 * customer's, over all its subscriptions of the offer: `had` is what it has in others.
 */
export const quantityFault = (
  offer: Pick<Offer, 'unit' | 'min' | 'max'>,
  quantity: number | undefined,
  had = 0,
): LineFault | undefined => {
  const { min, max } = offer;
  const data = { min, max };
  if (offer.unit === 'usage') return undefined;
  if (quantity === undefined) return { reason: 'quantity-missing', data };
  if (!Number.isSafeInteger(quantity))
    return { reason: 'quantity-not-whole', data: { ...data, sample: sampleQuantity(offer, had) } };
  if (min === max) return quantity === min ? undefined : { reason: 'quantity-fixed', data };
  if (quantity < min) return { reason: 'quantity-min', data };
  if (quantity > max) return { reason: 'quantity-max', data };
  const left = max - had;
  if (quantity <= left) return undefined;
  return { reason: left < min ? 'quantity-none' : 'quantity-total', data: { ...data, had, left } };
};

/** A number of licenses that would be accepted, long enough to show how it is written. */
const sampleQuantity = ({ min, max }: Pick<Offer, 'min' | 'max'>, had: number): string =>
  String(Math.max(min, Math.min(max - had, 1000)));

const countOf = (ids: readonly string[], id: string): number => ids.filter((other) => other === id).length;

const limitFault = (offer: Offer, before: readonly string[]): LineFault | undefined => {
  const { min, max, limit } = offer;
  return limit !== undefined && countOf(before, offer.id) >= limit
    ? { reason: 'limit', data: { min, max, limit } }
    : undefined;
};

/**
 * Fault of a cart line, or undefined. `line` is one of `lines` (the very object), or one about to be added; of lines
 * beyond an offer's limit the later ones are at fault. `segments` are those the customer is qualified for (commercial
 * offers are open to everybody), `owned` the offer ids of its present subscriptions, `held` their licenses.
 */
export const lineFault = (
  line: CartLine,
  lines: readonly CartLine[],
  offers: readonly Offer[],
  segments: readonly Segment[],
  owned: readonly string[] = [],
  held: HeldLicenses = [],
): LineFault | undefined => {
  const offer = offers.find(({ id }) => id === line.offerId);
  if (offer === undefined) return { reason: 'unknown-offer' };
  if (planOf(offer, line.plan) === undefined) return { reason: 'unknown-plan' };
  if (!isOpenTo(offer, segments)) return { reason: 'segment' };
  const there = new Set([...lines.filter((other) => other !== line).map(({ offerId }) => offerId), ...owned]);
  if (offer.addOnTo.length > 0 && !offer.addOnTo.some((id) => there.has(id))) return { reason: 'needs-base' };
  const at = lines.indexOf(line);
  const before = lines.slice(0, at === -1 ? lines.length : at);
  const had = [...before.map(({ offerId, quantity = 0 }) => ({ offerId, n: quantity })), ...held]
    .filter((one) => one.offerId === offer.id && Number.isSafeInteger(one.n))
    .reduce((sum, { n }) => sum + n, 0);
  const ids = before.map(({ offerId }) => offerId);
  return limitFault(offer, [...ids, ...owned]) ?? quantityFault(offer, line.quantity, had);
};

/** One line of an order. */
export interface OrderLine {
  readonly offerId: string;
  /** ISO 8601 duration such as P1Y. */
  readonly term: string;
  readonly billing: string;
  /** Absent for usage-based offers. */
  readonly quantity?: number;
  /** MPN ID of the reseller the order is for. */
  readonly partnerIdOnRecord?: string;
}

/** Result of one order line: its subscription (`subscriptionId` is absent while it takes longer), or its fault. */
export type OrderLineResult =
  | { readonly offerId: string; readonly subscriptionId?: string }
  | { readonly offerId: string; readonly error: PartnerCenterFault };

const lineFaults: Readonly<Record<LineFault['reason'], PartnerCenterFault>> = {
  'unknown-offer': { reason: 'offer-unavailable', code: '2091' },
  'unknown-plan': { reason: 'offer-unavailable', code: '400039' },
  segment: { reason: 'segment', code: '400030' },
  'needs-base': { reason: 'offer-unavailable', code: '2085' },
  limit: { reason: 'quantity', code: '800066' },
  'quantity-missing': { reason: 'quantity', code: '2002' },
  'quantity-not-whole': { reason: 'quantity', code: '2002' },
  'quantity-fixed': { reason: 'quantity', code: '2002' },
  'quantity-min': { reason: 'quantity', code: '2002' },
  'quantity-max': { reason: 'quantity', code: '2002' },
  'quantity-total': { reason: 'quantity', code: '2002' },
  'quantity-none': { reason: 'quantity', code: '2002' },
};

/** The ordering customer: segments it is approved for, ids of the offers it has, and their licenses. */
interface OrderingCustomer {
  readonly segments: readonly Segment[];
  readonly owned: readonly string[];
  readonly held: HeldLicenses;
}

const findLineFaults = (
  cart: readonly CartLine[],
  offers: readonly Offer[],
  { segments, owned, held }: OrderingCustomer,
): Map<CartLine, LineFault> => {
  const found = new Map<CartLine, LineFault>();
  let before = -1;
  // A refused line is no base for another, so check again until no further line is refused.
  while (found.size !== before) {
    before = found.size;
    const left = cart.filter((line) => !found.has(line));
    for (const line of left) {
      const fault = lineFault(line, left, offers, segments, owned, held);
      if (fault !== undefined) found.set(line, fault);
    }
  }
  return found;
};

/**
 * Results of ordered lines, in their order: a subscription id (`newId`) for a valid line, Partner Center's fault for
 * any other. An order of more than 15 lines is refused as a whole.
 */
export const processOrder = (
  lines: readonly OrderLine[],
  offers: readonly Offer[],
  customer: OrderingCustomer,
  newId: () => string,
): readonly OrderLineResult[] => {
  if (lines.length > maxLines) return lines.map(({ offerId }) => ({ offerId, error: { reason: 'invalid' } }));
  const cart = lines.map(({ offerId, term, billing, quantity }): CartLine => ({
    offerId,
    plan: { term, billing },
    quantity,
  }));
  const found = findLineFaults(cart, offers, customer);
  return cart.map((line): OrderLineResult => {
    const fault = found.get(line);
    return fault === undefined
      ? { offerId: line.offerId, subscriptionId: newId() }
      : { offerId: line.offerId, error: lineFaults[fault.reason] };
  });
};

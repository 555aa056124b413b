import * as z from 'zod';
import type { Subscription } from '../management.ts';
import type { Offer } from '../rules/catalog.ts';
import type { OrderLineResult, OrderLine } from '../rules/cart.ts';
import {
  advanceTerms,
  cancelUntilOf,
  fullRefundUntil,
  lastDayOfTerm,
  lotOf,
  refundableAt,
  termStart,
  type TermState,
  unitName,
  withoutSchedule,
} from '../rules/subscriptionRules.ts';
import { defined } from '../../lib/optional.ts';

/** Schema of a practice tenant's subscription, as stored. */
export const practiceSubscription = z.object({
  id: z.string(),
  offerId: z.string(),
  name: z.string(),
  /** As Partner Center calls it. */
  unit: z.string(),
  quantity: z.number(),
  status: z.enum(['active', 'suspended', 'expired', 'disabled', 'deleted']),
  term: z.string(),
  billing: z.string(),
  trial: z.boolean(),
  /** Absent in documents of before it could be chosen: those renew, except trials. */
  autoRenews: z.boolean().exactOptional(),
  end: z.enum(['renew', 'cancel', 'extend']).exactOptional(),
  nextTerm: z
    .object({ quantity: z.number(), term: z.string().exactOptional(), billing: z.string().exactOptional() })
    .exactOptional(),
  extended: z.boolean().exactOptional(),
  /** As in `TermState`; absent during the first term. */
  since: z.string().exactOptional(),
  terms: z.number().exactOptional(),
  goneAt: z.string().exactOptional(),
  /** ISO 8601; absent in documents of before it was stored. */
  orderedAt: z.string().exactOptional(),
  /** The subscription this is an add-on of. */
  parentId: z.string().exactOptional(),
  refundable: z.array(z.object({ quantity: z.number(), until: z.string() })),
});
export type PracticeSubscription = z.infer<typeof practiceSubscription>;

interface TenantOrders {
  readonly subscriptions?: readonly PracticeSubscription[];
  readonly orders: Readonly<Record<string, readonly OrderLineResult[]>>;
}

const offerOf = (offers: readonly Offer[], id: string): Offer | undefined => offers.find((offer) => offer.id === id);

const offerPart = (offerId: string, offer: Offer | undefined) => ({
  offerId,
  name: offer?.name ?? offerId,
  unit: offer === undefined ? 'Licenses' : unitName(offer),
  trial: offer?.trial ?? false,
});

// Only the offer of such an order is known: assume its minimum of licenses and its first plan.
const subscriptionOfOldOrder = (id: string, offerId: string, offers: readonly Offer[]): PracticeSubscription => {
  const offer = offerOf(offers, offerId);
  return {
    id,
    ...offerPart(offerId, offer),
    quantity: offer === undefined || offer.unit === 'usage' ? 1 : offer.min,
    status: 'active',
    term: offer?.plans[0]?.term ?? '',
    billing: offer?.plans[0]?.billing ?? 'none',
    refundable: [],
  };
};

/** Stored subscriptions, preceded by those of orders of before subscriptions were stored. */
const allSubscriptions = (
  { subscriptions = [], orders }: TenantOrders,
  offers: readonly Offer[],
): PracticeSubscription[] => {
  const kept = new Set(subscriptions.map(({ id }) => id));
  const former = Object.values(orders)
    .flat()
    .flatMap((line) =>
      'error' in line || line.subscriptionId === undefined || kept.has(line.subscriptionId)
        ? []
        : [subscriptionOfOldOrder(line.subscriptionId, line.offerId, offers)],
    );
  return [...former, ...subscriptions];
};

/** The tenant's subscriptions after an order; `ordered` holds the result of each line, in the same order. */
export const withOrderedLines = (
  present: readonly PracticeSubscription[],
  lines: readonly OrderLine[],
  ordered: readonly OrderLineResult[],
  offers: readonly Offer[],
  now: Date,
): PracticeSubscription[] => {
  const made = ordered.flatMap((result, at): PracticeSubscription[] => {
    const line = lines[at];
    if ('error' in result || result.subscriptionId === undefined || line === undefined) return [];
    const { offerId, term, billing, quantity = 1 } = line;
    const own = { id: result.subscriptionId, ...offerPart(offerId, offerOf(offers, offerId)), quantity, term, billing };
    return [{ ...own, status: 'active', orderedAt: now.toISOString(), refundable: [lotOf(quantity, now)] }];
  });
  return [...present, ...made.map((one) => withParent(one, [...made, ...present], offers))];
};

// The base it was ordered with, else the first the tenant has: new commerce names none either.
const withParent = (
  one: PracticeSubscription,
  bases: readonly PracticeSubscription[],
  offers: readonly Offer[],
): PracticeSubscription => {
  const fitting = offerOf(offers, one.offerId)?.addOnTo ?? [];
  const base = bases.find(({ offerId }) => fitting.includes(offerId));
  return base === undefined ? one : { ...one, parentId: base.id };
};

/** Term state of a practice subscription. */
export const termStateOf = (one: PracticeSubscription): TermState => {
  const { status, trial, quantity, term, billing, refundable, end, nextTerm, extended, goneAt } = one;
  return {
    status,
    trial,
    quantity,
    term,
    billing,
    refundable,
    since: one.since ?? one.orderedAt ?? '',
    terms: one.terms ?? 0,
    autoRenews: one.autoRenews ?? !trial,
    ...defined({ end, nextTerm, extended, goneAt }),
  };
};

/**
 * A subscription with its terms advanced to that time. Subscriptions billed by use have no terms, nor have those
 * without a known order date.
 */
function presentSubscription(one: PracticeSubscription, now: Date): PracticeSubscription {
  if (isBilledByUse(one) || (one.since ?? one.orderedAt) === undefined) return one;
  const before = termStateOf(one);
  const after = advanceTerms(before, now);
  return after === before ? one : practiceSubscription.parse({ ...withoutSchedule(one), ...after });
}

/** The subscriptions of a tenant with their terms advanced to that time. */
export const presentSubscriptions = (
  tenant: TenantOrders,
  offers: readonly Offer[],
  now: Date,
): PracticeSubscription[] => allSubscriptions(tenant, offers).map((one) => presentSubscription(one, now));

/** True for subscriptions billed by use, such as an Azure plan. */
export const isBilledByUse = ({ unit }: Pick<PracticeSubscription, 'unit'>): boolean => unit === 'Usage-based';

/** Fields of a subscription that follow from its term; `present` has its terms advanced. */
function termPart(present: PracticeSubscription): Partial<Subscription> {
  const state = termStateOf(present);
  const last = isBilledByUse(present) ? undefined : lastDayOfTerm(state);
  if (last === undefined) return {};
  const until = cancelUntilOf(state);
  const fully = fullRefundUntil(state);
  return {
    starts: termStart(state),
    ends: `${last}T00:00:00Z`,
    ...(until === undefined ? {} : { cancelUntil: until, refunds: refundsUntil(state, until, fully) }),
  };
}

const refundsUntil = ({ extended }: TermState, until: string, fully: string): NonNullable<Subscription['refunds']> => [
  ...(extended === true ? [] : [{ kind: 'full', until: fully } as const]),
  { kind: 'prorated', until },
];

/** A subscription as Partner Center shows it at that time. */
export const toSubscription = (kept: PracticeSubscription, now: Date): Subscription => {
  const one = presentSubscription(kept, now);
  const { id, name, offerId, quantity, unit, status, term, billing, trial, orderedAt, parentId, end, nextTerm } = one;
  return {
    id,
    name,
    offerId,
    quantity,
    unit,
    status,
    commerce: isBilledByUse(one) ? 'azure' : 'new',
    ...(term === '' ? {} : { term }),
    billing,
    trial,
    autoRenews: termStateOf(one).autoRenews,
    ...defined({ bought: orderedAt }),
    ...termPart(one),
    ...(end === undefined ? {} : { scheduled: [{ action: end }] }),
    ...defined({ nextTerm }),
    ...(one.extended === true ? { extended: true } : {}),
    ...defined({ parentId }),
    refundable: refundableAt(one, now),
  };
};

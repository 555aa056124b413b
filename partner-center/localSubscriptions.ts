import * as z from 'zod';
import type { Subscription } from './management.ts';
import type { Offer } from './offer.ts';
import type { OrderedLine, OrderLine } from './partnerCenter.ts';
import { lotOf, refundableAt, unitName } from './subscriptionRules.ts';
import {
  atTime,
  cancelUntilOf,
  fullRefundUntil,
  lastDayOfTerm,
  termBegan,
  type TermState,
  unscheduled,
} from './termRules.ts';

/** A subscription of a practice tenant, as it is kept. */
export const localSubscription = z.object({
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
  /** Absent for what was kept before it could be chosen: it renews, but a trial. */
  autoRenews: z.boolean().exactOptional(),
  end: z.enum(['renew', 'cancel', 'extend']).exactOptional(),
  nextTerm: z
    .object({ quantity: z.number(), term: z.string().exactOptional(), billing: z.string().exactOptional() })
    .exactOptional(),
  extended: z.boolean().exactOptional(),
  /** As of `TermState`; absent while its first term lasts. */
  since: z.string().exactOptional(),
  terms: z.number().exactOptional(),
  goneAt: z.string().exactOptional(),
  /** ISO 8601; absent for what was ordered before it was kept. */
  orderedAt: z.string().exactOptional(),
  /** The subscription this is an add-on of. */
  parentId: z.string().exactOptional(),
  refundable: z.array(z.object({ quantity: z.number(), until: z.string() })),
});
export type LocalSubscription = z.infer<typeof localSubscription>;

interface Ordered {
  readonly subscriptions?: readonly LocalSubscription[];
  readonly orders: Readonly<Record<string, readonly OrderedLine[]>>;
}

const offerOf = (offers: readonly Offer[], id: string): Offer | undefined => offers.find((offer) => offer.id === id);

const described = (offerId: string, offer: Offer | undefined) => ({
  offerId,
  name: offer?.name ?? offerId,
  unit: offer === undefined ? 'Licenses' : unitName(offer),
  trial: offer?.trial ?? false,
});

// Of such an order only the offer is known: the fewest licenses it is sold with, and its first term.
const formerly = (id: string, offerId: string, offers: readonly Offer[]): LocalSubscription => {
  const offer = offerOf(offers, offerId);
  return {
    id,
    ...described(offerId, offer),
    quantity: offer === undefined || offer.unit === 'usage' ? 1 : offer.min,
    status: 'active',
    term: offer?.plans[0]?.term ?? '',
    billing: offer?.plans[0]?.billing ?? 'none',
    refundable: [],
  };
};

/** Those of orders made before subscriptions were kept among them. */
const subscriptionsOf = ({ subscriptions = [], orders }: Ordered, offers: readonly Offer[]): LocalSubscription[] => {
  const kept = new Set(subscriptions.map(({ id }) => id));
  const former = Object.values(orders)
    .flat()
    .flatMap((line) =>
      'error' in line || line.subscriptionId === undefined || kept.has(line.subscriptionId)
        ? []
        : [formerly(line.subscriptionId, line.offerId, offers)],
    );
  return [...former, ...subscriptions];
};

/** The tenant's subscriptions after an order; `ordered` is what became of its lines, place by place. */
export const withOrder = (
  present: readonly LocalSubscription[],
  lines: readonly OrderLine[],
  ordered: readonly OrderedLine[],
  offers: readonly Offer[],
  now: Date,
): LocalSubscription[] => {
  const made = ordered.flatMap((result, at): LocalSubscription[] => {
    const line = lines[at];
    if ('error' in result || result.subscriptionId === undefined || line === undefined) return [];
    const { offerId, term, billing, quantity = 1 } = line;
    const own = { id: result.subscriptionId, ...described(offerId, offerOf(offers, offerId)), quantity, term, billing };
    return [{ ...own, status: 'active', orderedAt: now.toISOString(), refundable: [lotOf(quantity, now)] }];
  });
  return [...present, ...made.map((one) => withParent(one, [...made, ...present], offers))];
};

// Beside the base it was ordered with, else on the first that is there: new commerce names none either.
const withParent = (
  one: LocalSubscription,
  bases: readonly LocalSubscription[],
  offers: readonly Offer[],
): LocalSubscription => {
  const fitting = offerOf(offers, one.offerId)?.addOnTo ?? [];
  const base = bases.find(({ offerId }) => fitting.includes(offerId));
  return base === undefined ? one : { ...one, parentId: base.id };
};

/** What a subscription's terms run by. */
export const termStateOf = (one: LocalSubscription): TermState => {
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
    ...(end === undefined ? {} : { end }),
    ...(nextTerm === undefined ? {} : { nextTerm }),
    ...(extended === undefined ? {} : { extended }),
    ...(goneAt === undefined ? {} : { goneAt }),
  };
};

/**
 * A subscription as its terms have left it at that time. What is billed by use has none, nor what was ordered before it
 * was kept when.
 */
function presentSubscription(one: LocalSubscription, now: Date): LocalSubscription {
  if (isUsage(one) || (one.since ?? one.orderedAt) === undefined) return one;
  const before = termStateOf(one);
  const after = atTime(before, now);
  return after === before ? one : localSubscription.parse({ ...unscheduled(one), ...after });
}

/** The subscriptions of a tenant as their terms have left them at that time. */
export const presentSubscriptions = (tenant: Ordered, offers: readonly Offer[], now: Date): LocalSubscription[] =>
  subscriptionsOf(tenant, offers).map((one) => presentSubscription(one, now));

/** Is it billed by use, as an Azure plan? */
export const isUsage = ({ unit }: Pick<LocalSubscription, 'unit'>): boolean => unit === 'Usage-based';

/** What its term says of it; `present` is of now. */
function termOf(present: LocalSubscription): Partial<Subscription> {
  const state = termStateOf(present);
  const last = isUsage(present) ? undefined : lastDayOfTerm(state);
  if (last === undefined) return {};
  const until = cancelUntilOf(state);
  const fully = fullRefundUntil(state);
  return {
    starts: termBegan(state),
    ends: `${last}T00:00:00Z`,
    ...(until === undefined ? {} : { cancelUntil: until, refunds: refundsUntil(state, until, fully) }),
  };
}

const refundsUntil = ({ extended }: TermState, until: string, fully: string): NonNullable<Subscription['refunds']> => [
  ...(extended === true ? [] : [{ kind: 'full', until: fully } as const]),
  { kind: 'prorated', until },
];

/** A subscription as Partner Center shows it at that time. */
export const shownSubscription = (kept: LocalSubscription, now: Date): Subscription => {
  const one = presentSubscription(kept, now);
  const { id, name, offerId, quantity, unit, status, term, billing, trial, orderedAt, parentId, end, nextTerm } = one;
  return {
    id,
    name,
    offerId,
    quantity,
    unit,
    status,
    commerce: isUsage(one) ? 'azure' : 'new',
    ...(term === '' ? {} : { term }),
    billing,
    trial,
    autoRenews: termStateOf(one).autoRenews,
    ...(orderedAt === undefined ? {} : { bought: orderedAt }),
    ...termOf(one),
    ...(end === undefined ? {} : { scheduled: [{ action: end }] }),
    ...(nextTerm === undefined ? {} : { nextTerm }),
    ...(one.extended === true ? { extended: true } : {}),
    ...(parentId === undefined ? {} : { parentId }),
    refundable: refundableAt(one, now),
  };
};

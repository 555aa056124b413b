import * as z from 'zod';
import type { Subscription } from './management.ts';
import type { Offer } from './offer.ts';
import type { OrderedLine, OrderLine } from './partnerCenter.ts';
import { lotOf, refundableAt, termEnd, unitName } from './subscriptionRules.ts';

/** A subscription of a practice tenant, as it is kept. */
export const localSubscription = z.object({
  id: z.string(),
  offerId: z.string(),
  name: z.string(),
  /** As Partner Center calls it. */
  unit: z.string(),
  quantity: z.number(),
  status: z.enum(['active', 'suspended']),
  term: z.string(),
  billing: z.string(),
  trial: z.boolean(),
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

/** The subscriptions of a tenant, those of orders made before subscriptions were kept among them. */
export const subscriptionsOf = (
  { subscriptions = [], orders }: Ordered,
  offers: readonly Offer[],
): LocalSubscription[] => {
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

/** A subscription as Partner Center shows it at that time. */
export const shownSubscription = (one: LocalSubscription, now: Date): Subscription => {
  const { id, name, offerId, quantity, unit, status, term, billing, trial, orderedAt, parentId } = one;
  const day = orderedAt === undefined ? undefined : termEnd(orderedAt, term, now);
  return {
    id,
    name,
    offerId,
    quantity,
    unit,
    status,
    ...(term === '' ? {} : { term }),
    billing,
    trial,
    autoRenews: true,
    ...(day === undefined ? {} : { ends: `${day}T00:00:00Z` }),
    ...(parentId === undefined ? {} : { parentId }),
    refundable: refundableAt(one, now),
  };
};

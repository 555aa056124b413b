import { hour } from '../lib/durations.ts';
import type { Subscription } from './management.ts';
import { cancellationOf, canChooseEnd } from './lifecycle.ts';

/** Statuses of subscriptions a customer still has. */
export const activeStatuses: readonly string[] = ['active', 'suspended'];

/** Subscriptions a customer still has: they serve as base of add-ons, and count towards an offer's limit. */
export const activeSubscriptions = (subscriptions: readonly Subscription[]): readonly Subscription[] =>
  subscriptions.filter(({ status }) => activeStatuses.includes(status));

/** Ids of the offers a customer has, once per subscription: the `owned` of `lineFault`. */
export const activeOfferIds = (subscriptions: readonly Subscription[]): string[] =>
  activeSubscriptions(subscriptions).flatMap(({ offerId }) => offerId ?? []);

/** Licenses of each offer a customer has, of all its subscriptions; offers billed by usage have none. */
export function heldLicenses(subscriptions: readonly Subscription[]): { offerId: string; n: number }[] {
  const held = new Map<string, number>();
  for (const one of activeSubscriptions(subscriptions))
    if (one.offerId !== undefined && hasCount(one)) held.set(one.offerId, (held.get(one.offerId) ?? 0) + one.quantity);
  return [...held].map(([offerId, n]) => ({ offerId, n }));
}

/** Licenses of a subscription's offer that the customer has in other subscriptions. */
export const licensesBeside = (all: readonly Subscription[], { id, offerId }: Subscription): number =>
  heldLicenses(all.filter((one) => one.id !== id)).find((one) => one.offerId === offerId)?.n ?? 0;

/** Names of the active add-ons of a suspended subscription; empty when it is not suspended. */
export const activeAddOnNames = (all: readonly Subscription[], { id, status }: Subscription): string[] =>
  status === 'suspended'
    ? all.filter((one) => one.parentId === id && one.status === 'active').map(({ name }) => name)
    : [];

/** Names of a subscription's add-ons that the customer still has. */
export const addOnNames = (all: readonly Subscription[], id: string): string[] =>
  activeSubscriptions(all)
    .filter(({ parentId }) => parentId === id)
    .map(({ name }) => name);

/** A subscription in a list. */
export interface ListedSubscription {
  readonly subscription: Subscription;
  /** True for an add-on listed beneath its base. */
  readonly isAddOn: boolean;
}

const endedStatuses = new Set(['deleted', 'expired']);

/** Subscriptions in display order: ended ones last, and add-ons beneath their base. */
export function sortSubscriptions(all: readonly Subscription[]): ListedSubscription[] {
  const baseOf = ({ id, parentId }: Subscription): Subscription | undefined =>
    parentId === id ? undefined : all.find((one) => one.id === parentId);
  const bases = all.filter((one) => baseOf(one) === undefined);
  const hasEnded = ({ status }: Subscription): boolean => endedStatuses.has(status.toLowerCase());
  const families = [...bases.filter((one) => !hasEnded(one)), ...bases.filter(hasEnded)].flatMap((base) => [
    { subscription: base, isAddOn: false },
    ...all.filter((one) => baseOf(one) === base).map((subscription) => ({ subscription, isAddOn: true })),
  ]);
  const placed = new Set(families.map(({ subscription }) => subscription));
  const deeper = all.filter((one) => !placed.has(one)).map((subscription) => ({ subscription, isAddOn: true }));
  return [...families, ...deeper];
}

/** Actions a card offers on a subscription. */
export type AllowedAction =
  'licenses' | 'nextTerm' | 'endOfTerm' | 'cancelSubscription' | 'suspend' | 'reactivate' | 'addOns';

const hasCount = ({ unit }: Subscription): boolean => unit.toLowerCase() !== 'usage-based';

/**
 * True for active subscriptions that can be suspended: not an Azure plan (900115 while it is used), nor an extended
 * term.
 */
const canSuspend = ({ commerce, extended }: Subscription): boolean => commerce !== 'azure' && extended !== true;

const activeActions = (one: Subscription, now: Date): readonly AllowedAction[] => {
  const isAddOn = one.parentId !== undefined || one.unit.toLowerCase().startsWith('add-on');
  return [
    ...(hasCount(one) && canSuspend(one) ? (['licenses'] as const) : []),
    ...(canChooseEnd(one, now) ? (['nextTerm', 'endOfTerm'] as const) : []),
    ...(cancellationOf(one, now) === undefined ? [] : (['cancelSubscription'] as const)),
    ...(canSuspend(one) ? (['suspend'] as const) : []),
    ...(isAddOn || one.commerce === 'azure' ? [] : (['addOns'] as const)),
  ];
};

/** Actions Partner Center accepts for a subscription at that moment; actions it would refuse are left out. */
export function allowedActions(one: Subscription, now: Date): readonly AllowedAction[] {
  switch (one.status.toLowerCase()) {
    case 'active':
      return activeActions(one, now);
    case 'suspended':
      return ['reactivate', ...(cancellationOf(one, now) === undefined ? [] : (['cancelSubscription'] as const))];
    default:
      return [];
  }
}

/** A subscription to be stopped so that a relationship can end, and the way it is stopped. */
export interface StopLine {
  readonly subscriptionId: string;
  readonly name: string;
  readonly unit: string;
  readonly status: 'suspended' | 'deleted';
}

/** Most subscriptions stopped at once. */
const maxStopped = 20;

/**
 * The active subscriptions that can be stopped now, and how: new commerce is canceled within its seven days, as
 * suspending it would not let the relationship end; all others are suspended.
 */
export const stopLines = (all: readonly Subscription[], now: Date): StopLine[] =>
  all
    .flatMap((one): StopLine[] => {
      const status = stopStatus(one, now);
      const { id: subscriptionId, name, unit } = one;
      return status === undefined ? [] : [{ subscriptionId, name, unit, status }];
    })
    .slice(0, maxStopped);

function stopStatus(one: Subscription, now: Date): StopLine['status'] | undefined {
  if (one.status.toLowerCase() !== 'active') return undefined;
  if (one.commerce !== 'new') return 'suspended';
  return cancellationOf(one, now) === undefined ? undefined : 'deleted';
}

/** A line of an order that was made; no id where Partner Center named none then. */
interface OrderedSubscription {
  readonly offerId: string;
  readonly subscriptionId?: string;
  readonly quantity?: number;
}

/** Milliseconds between the end of an order and its subscription's beginning, as two clocks tell them. */
const orderedWithinMs = 15 * 60_000;

const isBoughtThen = (one: Subscription, { offerId }: OrderedSubscription, at: string): boolean =>
  one.offerId === offerId && Math.abs(Date.parse(one.bought ?? '') - Date.parse(at)) <= orderedWithinMs;

/** Milliseconds that a placed order may take to appear as a subscription: a quarter of an hour, with a margin. */
export const provisioningMs = hour;

/** The lines of an order, ended at `at`, of which no subscription is shown that it may have made, and may be soon. */
export function lateOfOrder<T extends OrderedSubscription>(
  all: readonly Subscription[],
  ordered: readonly T[],
  at: string,
  now: Date,
): readonly T[] {
  if (now.getTime() - Date.parse(at) > provisioningMs) return [];
  return ordered.filter(
    (line) =>
      !all.some((one) =>
        line.subscriptionId === undefined ? isBoughtThen(one, line, at) : one.id === line.subscriptionId,
      ),
  );
}

/**
 * The subscriptions that an order made, ended at `at`, which can be canceled now and have the licenses that were ordered.
 * One whose id is not known is the only one of that offer and number that began then; of two alike it is none.
 */
export function cancelableOfOrder(
  all: readonly Subscription[],
  ordered: readonly OrderedSubscription[],
  at: string,
  now: Date,
): StopLine[] {
  const named = new Set(ordered.map(({ subscriptionId }) => subscriptionId));
  const isAlike = (one: Subscription, line: OrderedSubscription): boolean =>
    !named.has(one.id) && isBoughtThen(one, line, at) && one.quantity === (line.quantity ?? one.quantity);
  const made = ordered.flatMap((line) => {
    const { subscriptionId, quantity } = line;
    if (subscriptionId !== undefined)
      return all.filter((one) => one.id === subscriptionId && one.quantity === (quantity ?? one.quantity));
    const alike = all.filter((one) => isAlike(one, line));
    return alike.length === 1 ? alike : [];
  });
  return [...new Set(made)]
    .filter((one) => cancellationOf(one, now) !== undefined)
    .map(({ id: subscriptionId, name, unit }) => ({ subscriptionId, name, unit, status: 'deleted' }));
}

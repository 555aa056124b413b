import type { Subscription } from './management.ts';

/** Statuses of subscriptions that count. */
export const alive: readonly string[] = ['active', 'suspended'];

/** The subscriptions that count: for add-ons as their base, and for an offer's limit a customer. */
export const aliveOf = (subscriptions: readonly Subscription[]): readonly Subscription[] =>
  subscriptions.filter(({ status }) => alive.includes(status));

/** Ids of the offers a customer has, as often as it has each: for `lineFault`. */
export const ownedOffers = (subscriptions: readonly Subscription[]): string[] =>
  aliveOf(subscriptions).flatMap(({ offerId }) => offerId ?? []);

/** Names of the add-ons of a suspended subscription that go on without it; none of one that is not suspended. */
export const addOnsGoingOn = (all: readonly Subscription[], { id, status }: Subscription): string[] =>
  status === 'suspended'
    ? all.filter((one) => one.parentId === id && one.status === 'active').map(({ name }) => name)
    : [];

/** Names of the add-ons of a subscription that are there. */
export const addOnNames = (all: readonly Subscription[], id: string): string[] =>
  aliveOf(all)
    .filter(({ parentId }) => parentId === id)
    .map(({ name }) => name);

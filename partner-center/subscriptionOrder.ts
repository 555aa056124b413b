import type { Subscription } from './management.ts';

/** A subscription in a list. */
export interface Placed {
  readonly subscription: Subscription;
  /** It stands beneath its base. */
  readonly isAddOn: boolean;
}

const ended = new Set(['deleted', 'expired']);

/** Subscriptions as they are listed: what runs before what has ended, and add-ons beneath their base. */
export function inOrder(all: readonly Subscription[]): Placed[] {
  const baseOf = ({ id, parentId }: Subscription): Subscription | undefined =>
    parentId === id ? undefined : all.find((one) => one.id === parentId);
  const bases = all.filter((one) => baseOf(one) === undefined);
  const hasEnded = ({ status }: Subscription): boolean => ended.has(status.toLowerCase());
  const families = [...bases.filter((one) => !hasEnded(one)), ...bases.filter(hasEnded)].flatMap((base) => [
    { subscription: base, isAddOn: false },
    ...all.filter((one) => baseOf(one) === base).map((subscription) => ({ subscription, isAddOn: true })),
  ]);
  const placed = new Set(families.map(({ subscription }) => subscription));
  const deeper = all.filter((one) => !placed.has(one)).map((subscription) => ({ subscription, isAddOn: true }));
  return [...families, ...deeper];
}

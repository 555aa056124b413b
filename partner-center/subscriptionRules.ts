import { quantityFault } from './cart.ts';
import type { PartnerCenterFault } from './fault.ts';
import type { Offer } from './offer.ts';

/** Licenses bought at one time; until then (ISO 8601) they may be given back. */
export interface Lot {
  readonly quantity: number;
  readonly until: string;
}

/** A subscription's licenses; `refundable` holds the lots that may be given back, oldest first. */
export interface Licenses {
  readonly quantity: number;
  readonly refundable: readonly Lot[];
}

// Seven days (change-the-quantity-of-a-subscription).
const refundTime = 7 * 86_400_000;

/** Licenses bought at that moment. */
export const lotOf = (quantity: number, at: Date): Lot => ({
  quantity,
  until: new Date(at.getTime() + refundTime).toISOString(),
});

/** How many licenses may be given back at that time. */
export const refundableAt = ({ quantity, refundable }: Licenses, now: Date): number => {
  const open = refundable.filter(({ until }) => Date.parse(until) > now.getTime());
  return Math.min(
    quantity,
    open.reduce((sum, lot) => sum + lot.quantity, 0),
  );
};

/**
 * Why a count of licenses cannot be changed to another, with Partner Center's code, or undefined. A suspended
 * subscription keeps its count, the offer's limits hold, and licenses are given back within seven days only.
 */
export const quantityChangeFault = (
  present: Licenses & { readonly suspended: boolean },
  to: number,
  offer: Offer | undefined,
  now: Date,
): PartnerCenterFault | undefined => {
  if (to === present.quantity) return undefined;
  if (present.suspended) return { reason: 'suspended', code: '2001' };
  const fits = offer !== undefined && offer.unit !== 'usage' && quantityFault(offer, to) === undefined;
  if (!fits) return { reason: 'quantity', code: '2002' };
  return present.quantity - to > refundableAt(present, now) ? { reason: 'seats-kept', code: '800090' } : undefined;
};

/** What may be given back after a count was changed: more licenses are a new lot, fewer are taken from the newest. */
export const lotsAfter = ({ quantity, refundable }: Licenses, to: number, now: Date): Lot[] => {
  const open = refundable.filter(({ until }) => Date.parse(until) > now.getTime());
  if (to > quantity) return [...open, lotOf(to - quantity, now)];
  let back = quantity - to;
  return open
    .toReversed()
    .map((lot) => {
      const taken = Math.min(lot.quantity, back);
      back -= taken;
      return { ...lot, quantity: lot.quantity - taken };
    })
    .filter((lot) => lot.quantity > 0)
    .toReversed();
};

const units: Readonly<Record<Offer['unit'], string>> = {
  licenses: 'Licenses',
  'add-on-licenses': 'Add-On Licenses',
  instances: 'Instances',
  gigabytes: 'Gigabytes',
  usage: 'Usage-based',
};

/** What Partner Center calls the unit a subscription is counted in. */
export const unitName = ({ unit }: Pick<Offer, 'unit'>): string => units[unit];

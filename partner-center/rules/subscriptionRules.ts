import { planOf, quantityFault } from './cart.ts';
import type { PartnerCenterFault } from './fault.ts';
import type { Offer } from './catalog.ts';
import { addDays, addTerms, dayOf } from '../../lib/days.ts';
import { defined } from '../../lib/optional.ts';
import { dayMs } from '../../lib/durations.ts';

/** Licenses bought at one time; they may be returned until `until` (ISO 8601). */
interface Lot {
  readonly quantity: number;
  readonly until: string;
}

/** A subscription's licenses; `refundable` holds the lots that may be returned, oldest first. */
export interface Licenses {
  readonly quantity: number;
  readonly refundable: readonly Lot[];
}

// Seven days (change-the-quantity-of-a-subscription).
const refundTime = 7 * dayMs;

/** The lot of licenses bought at that moment. */
export const lotOf = (quantity: number, at: Date): Lot => ({
  quantity,
  until: new Date(at.getTime() + refundTime).toISOString(),
});

/** Number of licenses that may be returned at that time. */
export const refundableAt = ({ quantity, refundable }: Licenses, now: Date): number => {
  const open = refundable.filter(({ until }) => Date.parse(until) > now.getTime());
  return Math.min(
    quantity,
    open.reduce((sum, lot) => sum + lot.quantity, 0),
  );
};

/**
 * Fault of a change of the license count, with Partner Center's code, or undefined. A suspended subscription keeps its
 * count, the offer's limits apply, and licenses can be returned within seven days only.
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

/** Refundable lots after a change of count: added licenses form a new lot, returned ones leave the newest lots. */
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

const unitNames: Readonly<Record<Offer['unit'], string>> = {
  licenses: 'Licenses',
  'add-on-licenses': 'Add-On Licenses',
  instances: 'Instances',
  gigabytes: 'Gigabytes',
  usage: 'Usage-based',
};

/** Partner Center's name of the unit in which a subscription is counted. */
export const unitName = ({ unit }: Pick<Offer, 'unit'>): string => unitNames[unit];

/** A choice for the end of a term: a new term, no renewal, or month by month as an extended service term. */
export type EndOfTerm = 'renew' | 'cancel' | 'extend';

/** The scheduled next term of a subscription (scheduledNextTermInstructions). */
export interface NextTerm {
  readonly quantity: number;
  /** ISO 8601 duration, and Partner Center's billing cycle in small letters. */
  readonly term?: string;
  readonly billing?: string;
}

/** Term state of a subscription, as practice mode and the simulator store it. */
export interface TermState {
  readonly status: string;
  readonly trial: boolean;
  readonly quantity: number;
  /** ISO 8601 duration; empty for a subscription without a term. */
  readonly term: string;
  readonly billing: string;
  readonly refundable: readonly Lot[];
  /** Start of the first term of this length (ISO 8601), and the number of such terms that are over. */
  readonly since: string;
  readonly terms: number;
  readonly autoRenews: boolean;
  /** Choice for the end of the term. */
  readonly end?: EndOfTerm;
  readonly nextTerm?: NextTerm;
  readonly extended?: boolean;
  /** Time at which an ended subscription is deleted (ISO 8601). */
  readonly goneAt?: string;
}

/** The first day after the present term, `yyyy-mm-dd`; undefined without a term. */
const dayAfterTerm = ({ since, term, terms }: Pick<TermState, 'since' | 'term' | 'terms'>): string | undefined => {
  const day = dayOf(since);
  return day === undefined ? undefined : addTerms(day, term, terms + 1);
};

/** The last day of the present term, `yyyy-mm-dd`; undefined without a term. */
export const lastDayOfTerm = (one: Pick<TermState, 'since' | 'term' | 'terms'>): string | undefined => {
  const day = dayAfterTerm(one);
  return day === undefined ? undefined : addDays(day, -1);
};

/** Start of the present term (ISO 8601). */
export const termStart = ({ since, term, terms }: Pick<TermState, 'since' | 'term' | 'terms'>): string =>
  terms === 0 ? since : `${addTerms(dayOf(since) ?? '', term, terms) ?? ''}T00:00:00.000Z`;

/** Days from a subscription's end to its deletion, while administrators can save the data (subscription-lifecycle). */
const retentionDays = { expired: 120, suspended: 120, cancelled: 90 };

const endedTerm = (one: TermState, status: string, day: string, days: number): TermState => ({
  ...one,
  status,
  goneAt: `${addDays(day, days)}T00:00:00.000Z`,
});

/** The subscription after its term is over; the next term begins on that day. */
function nextTermState(one: TermState, day: string): TermState {
  const at = `${day}T00:00:00.000Z`;
  if (one.status === 'suspended') return endedTerm(one, 'disabled', day, retentionDays.suspended);
  if (one.end === 'cancel') return endedTerm(one, 'disabled', day, retentionDays.cancelled);
  if (one.trial && !one.autoRenews) return endedTerm(one, 'expired', day, retentionDays.expired);
  const goesOn = { ...withoutSchedule(one), refundable: [lotOf(one.quantity, new Date(at))] };
  if (one.extended === true) return { ...goesOn, terms: one.terms + 1 };
  if (one.end === 'extend' || !one.autoRenews) {
    return { ...goesOn, extended: true, autoRenews: false, term: 'P1M', billing: 'monthly', since: at, terms: 0 };
  }
  const { quantity = one.quantity, term = one.term, billing = one.billing } = one.nextTerm ?? {};
  const plan = term === one.term ? { terms: one.terms + 1 } : { since: at, terms: 0, term };
  return { ...goesOn, ...plan, billing, quantity, refundable: [lotOf(quantity, new Date(at))] };
}

/** The subscription with its terms advanced to that time; the same object when nothing was due. */
export function advanceTerms(one: TermState, now: Date): TermState {
  let present = one;
  for (;;) {
    const { status, goneAt } = present;
    if (goneAt !== undefined) {
      const isGone = status !== 'deleted' && Date.parse(goneAt) <= now.getTime();
      return isGone ? { ...present, status: 'deleted' } : present;
    }
    const day = ['active', 'suspended'].includes(status) ? dayAfterTerm(present) : undefined;
    if (day === undefined || Date.parse(`${day}T00:00:00Z`) > now.getTime()) return present;
    present = nextTermState(present, day);
  }
}

/** The subscription without its schedule, as after a change in mid-term (developer/create-scheduled-changes). */
export function withoutSchedule<T extends Pick<TermState, 'end' | 'nextTerm'>>(one: T): Omit<T, 'end' | 'nextTerm'> {
  const { end: _end, nextTerm: _next, ...rest } = one;
  return rest;
}

/** Deadline for cancelling (ISO 8601): seven days into the term, or the end of an extended term. */
export function cancelUntilOf(one: TermState): string | undefined {
  const last = lastDayOfTerm(one);
  if (last === undefined || one.trial || !['active', 'suspended'].includes(one.status)) return undefined;
  if (one.extended === true) return `${last}T23:59:59.000Z`;
  return lotOf(one.quantity, new Date(termStart(one))).until;
}

/** Deadline for a full refund (ISO 8601): the end of the first day. */
export const fullRefundUntil = (one: TermState): string => `${addDays(dayOf(termStart(one)) ?? '', 1)}T00:00:00.000Z`;

const endedFault: PartnerCenterFault = { reason: 'not-changeable', code: '900279' };
const closedFault: PartnerCenterFault = { reason: 'not-changeable', code: '900280' };
const notRenewableFault: PartnerCenterFault = { reason: 'not-changeable', code: '800093' };

const isAlive = ({ status }: TermState): boolean => status === 'active' || status === 'suspended';

/** Fault of a status change, or undefined: cancelling has a deadline, and an ended subscription stays ended. */
export const statusFault = (one: TermState, to: string, now: Date): PartnerCenterFault | undefined => {
  if (!isAlive(one)) return one.status === 'deleted' ? { reason: 'not-changeable', code: '2011' } : endedFault;
  if (to !== 'deleted') return one.extended === true ? closedFault : undefined;
  const until = cancelUntilOf(one);
  const isOver = until === undefined || Date.parse(until) <= now.getTime();
  return isOver ? { reason: 'cancellation-over', code: '900117' } : undefined;
};

/** Fault of any choice for the end of the term, or undefined. */
export const endFault = (one: TermState): PartnerCenterFault | undefined => {
  if (!isAlive(one)) return endedFault;
  if (one.extended === true || one.status === 'suspended') return closedFault;
  return one.trial ? notRenewableFault : undefined;
};

/** Fault of a scheduled next term, or undefined. */
export const nextTermFault = (
  one: TermState,
  { quantity, term = one.term, billing = one.billing }: NextTerm,
  offer: Offer | undefined,
): PartnerCenterFault | undefined => {
  const fault = endFault(one);
  if (fault !== undefined) return fault;
  if (offer === undefined || offer.unit === 'usage') return notRenewableFault;
  if (quantityFault(offer, quantity) !== undefined) return { reason: 'quantity', code: '900275' };
  return planOf(offer, { term, billing }) === undefined ? { reason: 'term', code: '400039' } : undefined;
};

/** The subscription after a choice for the end of its term, which replaces everything scheduled. */
export const withEnd = <T extends Pick<TermState, 'end' | 'nextTerm'>>(
  one: T,
  end: EndOfTerm,
): Omit<T, 'end' | 'nextTerm'> & { end: EndOfTerm; autoRenews: boolean } => ({
  ...withoutSchedule(one),
  end,
  autoRenews: end === 'renew',
});

/** The subscription after its next term was scheduled, or unscheduled: it renews automatically. */
export const withNextTerm = <T extends Pick<TermState, 'end' | 'nextTerm'>>(
  one: T,
  nextTerm: NextTerm | undefined,
) => ({
  ...withoutSchedule(one),
  ...defined({ nextTerm }),
  autoRenews: true,
});

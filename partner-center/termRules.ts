import { dayOf, daysAfter, termsAfter } from './days.ts';
import type { EndOfTerm, NextTerm } from './management.ts';
import { type Lot, lotOf } from './subscriptionRules.ts';

/** What a subscription's terms run by, as practice mode and the simulator keep it. */
export interface TermState {
  readonly status: string;
  readonly trial: boolean;
  readonly quantity: number;
  /** ISO 8601 duration; none, or an empty one, for what has no term. */
  readonly term: string;
  readonly billing: string;
  readonly refundable: readonly Lot[];
  /** When the first term of this length began (ISO 8601), and how many of them are over. */
  readonly since: string;
  readonly terms: number;
  readonly autoRenews: boolean;
  /** What was chosen for the end of the term. */
  readonly end?: EndOfTerm;
  readonly nextTerm?: NextTerm;
  readonly extended?: boolean;
  /** When what has ended is deleted (ISO 8601). */
  readonly goneAt?: string;
}

/** The first day after the present term, `yyyy-mm-dd`; undefined for what has no term. */
const dayAfterTerm = ({ since, term, terms }: Pick<TermState, 'since' | 'term' | 'terms'>): string | undefined => {
  const day = dayOf(since);
  return day === undefined ? undefined : termsAfter(day, term, terms + 1);
};

/** The last day of the present term, `yyyy-mm-dd`; undefined for what has no term. */
export const lastDayOfTerm = (one: Pick<TermState, 'since' | 'term' | 'terms'>): string | undefined => {
  const day = dayAfterTerm(one);
  return day === undefined ? undefined : daysAfter(day, -1);
};

/** When the present term began (ISO 8601). */
export const termBegan = ({ since, term, terms }: Pick<TermState, 'since' | 'term' | 'terms'>): string =>
  terms === 0 ? since : `${termsAfter(dayOf(since) ?? '', term, terms) ?? ''}T00:00:00.000Z`;

/** Days that what has ended is kept: users are out, administrators can save the data (subscription-lifecycle). */
const keptDays = { expired: 120, suspended: 120, cancelled: 90 };

const ended = (one: TermState, status: string, day: string, days: number): TermState => ({
  ...one,
  status,
  goneAt: `${daysAfter(day, days)}T00:00:00.000Z`,
});

/** What becomes of a subscription whose term is over; the next one begins on that day. */
function turned(one: TermState, day: string): TermState {
  const at = `${day}T00:00:00.000Z`;
  if (one.status === 'suspended') return ended(one, 'disabled', day, keptDays.suspended);
  if (one.end === 'cancel') return ended(one, 'disabled', day, keptDays.cancelled);
  if (one.trial && !one.autoRenews) return ended(one, 'expired', day, keptDays.expired);
  const goesOn = { ...unscheduled(one), refundable: [lotOf(one.quantity, new Date(at))] };
  if (one.extended === true) return { ...goesOn, terms: one.terms + 1 };
  if (one.end === 'extend' || !one.autoRenews) {
    return { ...goesOn, extended: true, autoRenews: false, term: 'P1M', billing: 'monthly', since: at, terms: 0 };
  }
  const { quantity = one.quantity, term = one.term, billing = one.billing } = one.nextTerm ?? {};
  const plan = term === one.term ? { terms: one.terms + 1 } : { since: at, terms: 0, term };
  return { ...goesOn, ...plan, billing, quantity, refundable: [lotOf(quantity, new Date(at))] };
}

/** A subscription as its terms have left it at that time; the same one while nothing was due. */
export function atTime(one: TermState, now: Date): TermState {
  let present = one;
  for (;;) {
    const { status, goneAt } = present;
    if (goneAt !== undefined) {
      const isGone = status !== 'deleted' && Date.parse(goneAt) <= now.getTime();
      return isGone ? { ...present, status: 'deleted' } : present;
    }
    const day = ['active', 'suspended'].includes(status) ? dayAfterTerm(present) : undefined;
    if (day === undefined || Date.parse(`${day}T00:00:00Z`) > now.getTime()) return present;
    present = turned(present, day);
  }
}

/** What is scheduled is gone after a change in the middle of a term (developer/create-scheduled-changes). */
export function unscheduled<T extends Pick<TermState, 'end' | 'nextTerm'>>(one: T): Omit<T, 'end' | 'nextTerm'> {
  const { end: _end, nextTerm: _next, ...rest } = one;
  return rest;
}

/** Until when a subscription can be cancelled (ISO 8601): seven days of its term, in an extended one to its end. */
export function cancelUntilOf(one: TermState): string | undefined {
  const last = lastDayOfTerm(one);
  if (last === undefined || one.trial || !['active', 'suspended'].includes(one.status)) return undefined;
  if (one.extended === true) return `${last}T23:59:59.000Z`;
  return lotOf(one.quantity, new Date(termBegan(one))).until;
}

/** Until when all of it is given back (ISO 8601): the first day. */
export const fullRefundUntil = (one: TermState): string => `${daysAfter(dayOf(termBegan(one)) ?? '', 1)}T00:00:00.000Z`;

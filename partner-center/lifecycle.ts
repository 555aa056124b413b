import { dayOf, daysAfter, termsAfter } from './days.ts';
import type { ChosenEnd, NextTerm, Refund, Subscription } from './management.ts';

/** Per cent above the monthly rate of an extended service term: 23 where the offer has no monthly plan. */
export type Uplift = 3 | 23;

/**
 * Where a subscription is in its life, and what comes next; days are `yyyy-mm-dd` in UTC. A new term, or an extended
 * service term, begins on `day`; `lastDay` is the last of the present term and the last on which its end can be chosen.
 * An absent `uplift` is 3 or 23, not known which.
 */
export type Lifecycle =
  /** `next` is what the new term is to be like, where that is scheduled. */
  | { readonly kind: 'renews'; readonly day: string; readonly next?: NextTerm }
  /** Cancel was chosen. */
  | { readonly kind: 'cancels'; readonly lastDay: string }
  /** The extended service term was chosen. */
  | { readonly kind: 'extends'; readonly day: string; readonly uplift?: Uplift }
  /** Nothing was chosen, and the paid extended service term follows. */
  | { readonly kind: 'undecided'; readonly lastDay: string; readonly day: string; readonly uplift?: Uplift }
  /** It does not renew, and no extended service term follows. */
  | { readonly kind: 'expires'; readonly lastDay: string }
  /** It becomes another product. */
  | { readonly kind: 'transitions'; readonly day: string }
  /** It is in an extended service term, whose present month ends on `lastDay`. */
  | { readonly kind: 'extended'; readonly uplift?: Uplift; readonly lastDay?: string }
  /** `billed`: the bill goes on; undefined where the rules of its kind are not known. */
  | {
      readonly kind: 'suspended';
      readonly billed?: boolean;
      readonly lastDay?: string;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'trial'; readonly lastDay?: string; readonly becomesPaid: boolean }
  /** Billed by use, without a term. */
  | { readonly kind: 'usage' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'pending' }
  /** Its term is over, and what follows takes up to a day to show (developer/create-scheduled-changes). */
  | { readonly kind: 'turning'; readonly lastDay: string }
  /** Partner Center does not say what comes next, or says it in a word that is not known here. */
  | { readonly kind: 'unknown'; readonly lastDay?: string };

/** What is known of the offer besides: can it be bought by the month? Absent where the catalogue was not asked. */
export interface OfferKnown {
  readonly monthlyPlan?: boolean;
}

// A term that never ends is given as one that ends in the year 9999.
const endless = '9000-01-01';

/**
 * The last day of the present term. New commerce names it; of what was sold before, the day that is named is the first one
 * after it (developer/subscription-resources). Undefined where there is no term that ends.
 */
export function lastDayOf({ ends, commerce }: Pick<Subscription, 'ends' | 'commerce'>): string | undefined {
  const day = dayOf(ends);
  if (day === undefined || day >= endless) return undefined;
  return commerce === 'legacy' ? daysAfter(day, -1) : day;
}

/** The first day of the present term, as its end and length tell it, or else as Partner Center says. */
export function firstDayOf(
  one: Pick<Subscription, 'ends' | 'commerce' | 'term' | 'starts' | 'bought'>,
): string | undefined {
  const last = lastDayOf(one);
  const told = [dayOf(one.starts), dayOf(one.bought)].filter((day) => day !== undefined);
  const computed = last === undefined ? undefined : termsAfter(daysAfter(last, 1), one.term ?? '', -1);
  // The first term of a subscription whose end was aligned with another's is shorter than it says.
  return [...told, ...(computed === undefined ? [] : [computed])].toSorted().at(-1);
}

/** Extended service terms: of what was bought or renewed since, and of terms that end since. */
const extensionSince = { term: '2025-04-01', end: '2026-05-04' };

/** Does the paid extended service term follow where nothing is chosen (customers/extended-service-terms)? */
const isExtendable = (one: Subscription, lastDay: string): boolean =>
  one.commerce === 'new' && lastDay >= extensionSince.end && (firstDayOf(one) ?? lastDay) >= extensionSince.term;

const upliftOf = (monthlyPlan: boolean | undefined): { readonly uplift?: Uplift } =>
  monthlyPlan === undefined ? {} : { uplift: monthlyPlan ? 3 : 23 };

/** A month that is bought is a monthly plan. */
const upliftAfter = ({ term }: Subscription, { monthlyPlan }: OfferKnown): { readonly uplift?: Uplift } =>
  upliftOf(term === 'P1M' ? true : monthlyPlan);

/** Where a subscription is in its life at that moment, by what Partner Center says. Case of its status does not matter. */
export function lifecycleOf(one: Subscription, now: Date, known: OfferKnown = {}): Lifecycle {
  const status = one.status.toLowerCase();
  switch (status) {
    case 'active':
      return ofActive(one, now, known);
    case 'suspended':
      return ofSuspended(one);
    case 'expired':
    case 'disabled':
    case 'deleted':
    case 'pending':
      return { kind: status };
    default:
      return { kind: 'unknown', ...lastDayIn(one) };
  }
}

const lastDayIn = (one: Subscription): { readonly lastDay?: string } => {
  const lastDay = lastDayOf(one);
  return lastDay === undefined ? {} : { lastDay };
};

// Suspended new commerce is billed to the end of its term; what was sold before is not billed (subscription-lifecycle).
function ofSuspended(one: Subscription): Lifecycle {
  const billed = one.commerce === 'new' ? { billed: true } : one.commerce === 'legacy' ? { billed: false } : {};
  return { kind: 'suspended', ...billed, ...lastDayIn(one), reasons: one.suspendedFor ?? [] };
}

function ofActive(one: Subscription, now: Date, known: OfferKnown): Lifecycle {
  if (one.commerce === 'azure') return { kind: 'usage' };
  const lastDay = lastDayOf(one);
  if (lastDay !== undefined && lastDay < now.toISOString().slice(0, 10)) return { kind: 'turning', lastDay };
  const chosen = lastDay === undefined ? undefined : ofChosen(one, lastDay, known);
  if (one.trial)
    return chosen?.kind === 'cancels'
      ? chosen
      : { kind: 'trial', ...lastDayIn(one), becomesPaid: one.commerce === 'new' && one.autoRenews };
  if (chosen !== undefined) return chosen;
  if (one.extended === true) return { kind: 'extended', ...upliftOf(known.monthlyPlan), ...lastDayIn(one) };
  return lastDay === undefined ? { kind: 'unknown' } : byAutoRenewal(one, lastDay, known);
}

/** What was chosen explicitly for the end of the term. */
function ofChosen({ scheduled = [], ...one }: Subscription, lastDay: string, known: OfferKnown): Lifecycle | undefined {
  const cancel = scheduled.find(({ action }) => action === 'cancel');
  if (cancel !== undefined) return { kind: 'cancels', lastDay: dayOf(cancel.at) ?? lastDay };
  const day = daysAfter(lastDay, 1);
  const transition = scheduled.find(({ action }) => action === 'transition');
  if (transition !== undefined) return { kind: 'transitions', day: dayOf(transition.at) ?? day };
  if (scheduled.some(({ action }) => action === 'extend')) return { kind: 'extends', day, ...upliftAfter(one, known) };
  if (scheduled.some(({ action }) => action === 'renew')) return { kind: 'renews', day, ...nextOf(one) };
  return scheduled.length > 0 ? { kind: 'unknown', lastDay } : undefined;
}

const nextOf = ({ nextTerm }: Pick<Subscription, 'nextTerm'>): { readonly next?: NextTerm } =>
  nextTerm === undefined ? {} : { next: nextTerm };

function byAutoRenewal(one: Subscription, lastDay: string, known: OfferKnown): Lifecycle {
  const day = daysAfter(lastDay, 1);
  if (one.autoRenews) return { kind: 'renews', day, ...nextOf(one) };
  return isExtendable(one, lastDay)
    ? { kind: 'undecided', lastDay, day, ...upliftAfter(one, known) }
    : { kind: 'expires', lastDay };
}

/** What is chosen for the end of a subscription's term. */
export function chosenEndOf({ scheduled = [], autoRenews }: Pick<Subscription, 'scheduled' | 'autoRenews'>): ChosenEnd {
  const [first, ...more] = scheduled;
  if (first === undefined) return autoRenews ? 'renew' : 'undecided';
  const { action, at } = first;
  return more.length > 0 || at !== undefined || action === 'transition' || action === 'unknown' ? 'other' : action;
}

/** What is scheduled for a subscription by somebody's choice. */
export interface ScheduledChanges {
  readonly end?: Exclude<ChosenEnd, 'renew' | 'undecided'>;
  readonly nextTerm?: NextTerm;
}

/** What a change in the middle of the term would delete; undefined where nothing is scheduled. */
export function scheduledChangesOf(one: Subscription): ScheduledChanges | undefined {
  const end = chosenEndOf(one);
  const { nextTerm } = one;
  if (nextTerm === undefined && (end === 'renew' || end === 'undecided')) return undefined;
  return {
    ...(end === 'renew' || end === 'undecided' ? {} : { end }),
    ...(nextTerm === undefined ? {} : { nextTerm }),
  };
}

/** Are two next terms the same? Without one, nothing is scheduled. */
export const isSameNextTerm = (a: NextTerm | undefined, b: NextTerm | undefined): boolean =>
  nextTermKey(a) === nextTermKey(b);

/** A next term as one text, for comparing. */
export const nextTermKey = (next: NextTerm | undefined): string =>
  next === undefined ? '' : [next.quantity, next.term ?? '', next.billing ?? ''].join(' ');

/** Can something be chosen for the end of its term: is it of new commerce, on, paid, and in an ordinary term? */
export const canChooseEnd = (one: Subscription, now: Date): boolean =>
  one.commerce === 'new' &&
  !one.trial &&
  one.extended !== true &&
  ['renews', 'cancels', 'extends', 'undecided', 'expires', 'transitions'].includes(lifecycleOf(one, now).kind);

/** What a cancellation gives back. */
export interface Cancellation {
  /** It can be cancelled before that moment (ISO 8601). */
  readonly until: string;
  readonly refund: Refund;
}

/**
 * Can a subscription be cancelled at that moment, until when, and for what refund; undefined when it cannot. The whole is
 * given back while Partner Center says `Full`, and by the days left after that (customers/new-commerce-cancellation-policy).
 */
export function cancellationOf(one: Subscription, now: Date): Cancellation | undefined {
  const { cancelUntil, commerce, status, refunds = [] } = one;
  const isOpen = cancelUntil !== undefined && Date.parse(cancelUntil) > now.getTime();
  if (!isOpen || commerce === 'legacy' || !['active', 'suspended'].includes(status.toLowerCase())) return undefined;
  const open = refunds.filter(({ until }) => until === undefined || Date.parse(until) > now.getTime());
  return { until: cancelUntil, refund: open.find(({ kind }) => kind === 'full') ?? { kind: 'prorated' } };
}

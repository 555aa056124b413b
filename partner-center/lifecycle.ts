import { addDays, addTerms, dayOf } from '../lib/days.ts';
import type { ChosenEnd, Refund, Subscription } from './management.ts';
import type { NextTerm } from './rules/subscriptionRules.ts';
import { defined } from '../lib/optional.ts';

/** Per cent above the monthly rate of an extended service term: 23 where the offer has no monthly plan. */
export type Uplift = 3 | 23;

/**
 * Phase of a subscription's life and its next event; days are `yyyy-mm-dd` in UTC. A new term, or an extended service
 * term, begins on `day`; `lastDay` is the last day of the present term, and the last on which its end can be chosen.
 * An absent `uplift` is 3 or 23, unknown which.
 */
export type Lifecycle =
  /** `next` is the scheduled next term, where there is one. */
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
  /** The term is over, and its successor takes up to a day to show (developer/create-scheduled-changes). */
  | { readonly kind: 'turning'; readonly lastDay: string }
  /** Partner Center does not give the next event, or gives an unknown word for it. */
  | { readonly kind: 'unknown'; readonly lastDay?: string };

/** Facts of the offer; `monthlyPlan`: it can be bought by the month, absent when the catalog was not asked. */
export interface OfferFacts {
  readonly monthlyPlan?: boolean;
}

// A term that never ends is given an end in the year 9999.
const endless = '9000-01-01';

/**
 * Last day of the present term. New commerce gives that day; legacy subscriptions give the day after it
 * (developer/subscription-resources). Undefined for a subscription without a term that ends.
 */
export function lastDayOf({ ends, commerce }: Pick<Subscription, 'ends' | 'commerce'>): string | undefined {
  const day = dayOf(ends);
  if (day === undefined || day >= endless) return undefined;
  return commerce === 'legacy' ? addDays(day, -1) : day;
}

/** First day of the present term, computed from its end and length, else as Partner Center gives it. */
export function firstDayOf(
  one: Pick<Subscription, 'ends' | 'commerce' | 'term' | 'starts' | 'bought'>,
): string | undefined {
  const last = lastDayOf(one);
  const told = [dayOf(one.starts), dayOf(one.bought)].filter((day) => day !== undefined);
  const computed = last === undefined ? undefined : addTerms(addDays(last, 1), one.term ?? '', -1);
  // A first term whose end was aligned with another subscription's is shorter than its stated length.
  return [...told, ...(computed === undefined ? [] : [computed])].toSorted().at(-1);
}

/** Extended service terms exist for terms bought or renewed since `term` that end since `end`. */
const extensionSince = { term: '2025-04-01', end: '2026-05-04' };

/** True when the paid extended service term follows unless something is chosen (customers/extended-service-terms). */
const isExtendable = (one: Subscription, lastDay: string): boolean =>
  one.commerce === 'new' && lastDay >= extensionSince.end && (firstDayOf(one) ?? lastDay) >= extensionSince.term;

const upliftOf = (monthlyPlan: boolean | undefined): { readonly uplift?: Uplift } =>
  monthlyPlan === undefined ? {} : { uplift: monthlyPlan ? 3 : 23 };

/** Uplift after the present term; a term of one month is itself a monthly plan. */
const upliftAfter = ({ term }: Subscription, { monthlyPlan }: OfferFacts): { readonly uplift?: Uplift } =>
  upliftOf(term === 'P1M' ? true : monthlyPlan);

/** Phase of a subscription's life at that moment, from Partner Center's data. Case of its status does not matter. */
export function lifecycleOf(one: Subscription, now: Date, known: OfferFacts = {}): Lifecycle {
  const status = one.status.toLowerCase();
  switch (status) {
    case 'active':
      return activeLifecycle(one, now, known);
    case 'suspended':
      return suspendedLifecycle(one);
    case 'expired':
    case 'disabled':
    case 'deleted':
    case 'pending':
      return { kind: status };
    default:
      return { kind: 'unknown', ...lastDayPart(one) };
  }
}

/** True for a subscription that is over for good: expired, disabled or deleted. */
export const hasEnded = ({ status }: Pick<Subscription, 'status'>): boolean =>
  ['expired', 'disabled', 'deleted'].includes(status.toLowerCase());

const lastDayPart = (one: Subscription): { readonly lastDay?: string } => {
  const lastDay = lastDayOf(one);
  return lastDay === undefined ? {} : { lastDay };
};

// Suspended new commerce is billed to the end of its term; suspended legacy is not billed (subscription-lifecycle).
function suspendedLifecycle(one: Subscription): Lifecycle {
  const billed = one.commerce === 'new' ? { billed: true } : one.commerce === 'legacy' ? { billed: false } : {};
  return { kind: 'suspended', ...billed, ...lastDayPart(one), reasons: one.suspendedFor ?? [] };
}

function activeLifecycle(one: Subscription, now: Date, known: OfferFacts): Lifecycle {
  if (one.commerce === 'azure') return { kind: 'usage' };
  const lastDay = lastDayOf(one);
  if (lastDay !== undefined && lastDay < now.toISOString().slice(0, 10)) return { kind: 'turning', lastDay };
  const chosen = lastDay === undefined ? undefined : chosenLifecycle(one, lastDay, known);
  if (one.trial)
    return chosen?.kind === 'cancels'
      ? chosen
      : { kind: 'trial', ...lastDayPart(one), becomesPaid: one.commerce === 'new' && one.autoRenews };
  if (chosen !== undefined) return chosen;
  if (one.extended === true) return { kind: 'extended', ...upliftOf(known.monthlyPlan), ...lastDayPart(one) };
  return lastDay === undefined ? { kind: 'unknown' } : autoRenewalLifecycle(one, lastDay, known);
}

/** The stage given by an explicit choice for the end of the term. */
function chosenLifecycle(
  { scheduled = [], ...one }: Subscription,
  lastDay: string,
  known: OfferFacts,
): Lifecycle | undefined {
  const cancel = scheduled.find(({ action }) => action === 'cancel');
  if (cancel !== undefined) return { kind: 'cancels', lastDay: dayOf(cancel.at) ?? lastDay };
  const day = addDays(lastDay, 1);
  const transition = scheduled.find(({ action }) => action === 'transition');
  if (transition !== undefined) return { kind: 'transitions', day: dayOf(transition.at) ?? day };
  if (scheduled.some(({ action }) => action === 'extend')) return { kind: 'extends', day, ...upliftAfter(one, known) };
  if (scheduled.some(({ action }) => action === 'renew')) return { kind: 'renews', day, ...nextTermPart(one) };
  return scheduled.length > 0 ? { kind: 'unknown', lastDay } : undefined;
}

const nextTermPart = ({ nextTerm }: Pick<Subscription, 'nextTerm'>): { readonly next?: NextTerm } =>
  nextTerm === undefined ? {} : { next: nextTerm };

function autoRenewalLifecycle(one: Subscription, lastDay: string, known: OfferFacts): Lifecycle {
  const day = addDays(lastDay, 1);
  if (one.autoRenews) return { kind: 'renews', day, ...nextTermPart(one) };
  return isExtendable(one, lastDay)
    ? { kind: 'undecided', lastDay, day, ...upliftAfter(one, known) }
    : { kind: 'expires', lastDay };
}

/** The choice for the end of a subscription's term. */
export function chosenEndOf({ scheduled = [], autoRenews }: Pick<Subscription, 'scheduled' | 'autoRenews'>): ChosenEnd {
  const [first, ...more] = scheduled;
  if (first === undefined) return autoRenews ? 'renew' : 'undecided';
  const { action, at } = first;
  return more.length > 0 || at !== undefined || action === 'transition' || action === 'unknown' ? 'other' : action;
}

/** Changes of a subscription that somebody scheduled. */
export interface ScheduledChanges {
  readonly end?: Exclude<ChosenEnd, 'renew' | 'undecided'>;
  readonly nextTerm?: NextTerm;
}

/** Scheduled changes that a change in the middle of the term would delete; undefined when nothing is scheduled. */
export function scheduledChangesOf(one: Subscription): ScheduledChanges | undefined {
  const end = chosenEndOf(one);
  const { nextTerm } = one;
  if (nextTerm === undefined && (end === 'renew' || end === 'undecided')) return undefined;
  return {
    ...(end === 'renew' || end === 'undecided' ? {} : { end }),
    ...defined({ nextTerm }),
  };
}

/** True when two next terms are the same; undefined stands for no scheduled term. */
export const isSameNextTerm = (a: NextTerm | undefined, b: NextTerm | undefined): boolean =>
  nextTermKey(a) === nextTermKey(b);

/** A next term as one string, for comparisons. */
export const nextTermKey = (next: NextTerm | undefined): string =>
  next === undefined ? '' : [next.quantity, next.term ?? '', next.billing ?? ''].join(' ');

/** True when the end of the term can be chosen: new commerce, active, paid, and in an ordinary term. */
export const canChooseEnd = (one: Subscription, now: Date): boolean =>
  one.commerce === 'new' &&
  !one.trial &&
  one.extended !== true &&
  ['renews', 'cancels', 'extends', 'undecided', 'expires', 'transitions'].includes(lifecycleOf(one, now).kind);

/** Deadline and refund of a cancellation. */
export interface Cancellation {
  /** It can be cancelled before that moment (ISO 8601). */
  readonly until: string;
  readonly refund: Refund;
}

/**
 * Deadline and refund of cancelling a subscription at that moment; undefined when it cannot be cancelled. The refund is
 * full while Partner Center says `Full`, prorated after that (customers/new-commerce-cancellation-policy).
 */
export function cancellationOf(one: Subscription, now: Date): Cancellation | undefined {
  const { cancelUntil, commerce, status, refunds = [] } = one;
  const isOpen = cancelUntil !== undefined && Date.parse(cancelUntil) > now.getTime();
  if (!isOpen || commerce === 'legacy' || !['active', 'suspended'].includes(status.toLowerCase())) return undefined;
  const open = refunds.filter(({ until }) => until === undefined || Date.parse(until) > now.getTime());
  return { until: cancelUntil, refund: open.find(({ kind }) => kind === 'full') ?? { kind: 'prorated' } };
}

/** Scheduled changes of a subscription as one string, for comparisons; empty when nothing is scheduled. */
export const scheduledKey = (subscription: Subscription): string => {
  const scheduled = scheduledChangesOf(subscription);
  return scheduled === undefined ? '' : `${scheduled.end ?? ''}/${nextTermKey(scheduled.nextTerm)}`;
};

/** Windows in days within which a term ends. */
export const renewalDays = [30, 60, 90] as const;

/** A term that ends soon. */
export interface Renewal extends TermEnd {
  readonly within: (typeof renewalDays)[number];
  /** `choose`: nothing is chosen, and the default costs money; `chosen`: settled; `monthly`: a term of a month. */
  readonly group: 'choose' | 'chosen' | 'monthly';
}

/** Kinds of lifecycle whose term ends with consequences. */
const endingKinds: ReadonlySet<Lifecycle['kind']> = new Set([
  'renews',
  'cancels',
  'extends',
  'undecided',
  'expires',
  'transitions',
  'extended',
  'suspended',
  'trial',
  'unknown',
]);

const undecidedKinds: ReadonlySet<Lifecycle['kind']> = new Set(['undecided', 'unknown']);

/** The end of a subscription's present term: its last day, `yyyy-mm-dd`, and where the subscription is in its life. */
export interface TermEnd {
  readonly lastDay: string;
  readonly life: Lifecycle;
}

/** The end of the present term, that day or later; undefined for a subscription without one, or that has ended. */
export function termEndOf(one: Subscription, now: Date): TermEnd | undefined {
  const life = lifecycleOf(one, now);
  const lastDay = life.kind === 'cancels' ? life.lastDay : lastDayOf(one);
  if (lastDay === undefined || !endingKinds.has(life.kind)) return undefined;
  return lastDay < now.toISOString().slice(0, 10) ? undefined : { lastDay, life };
}

/** The renewal of a subscription whose term ends within 90 days of that moment; undefined when it does not. */
export function renewalOf(one: Subscription, now: Date): Renewal | undefined {
  const end = termEndOf(one, now);
  const today = now.toISOString().slice(0, 10);
  const within = renewalDays.find((days) => end !== undefined && end.lastDay <= addDays(today, days));
  if (end === undefined || within === undefined) return undefined;
  const { life } = end;
  const isMonthly = one.term === 'P1M' || life.kind === 'extended';
  return { ...end, within, group: isMonthly ? 'monthly' : undecidedKinds.has(life.kind) ? 'choose' : 'chosen' };
}

const groupRank = { choose: 0, chosen: 1, monthly: 2 } as const;

/** Sorts renewals: open choices first, then settled ones, monthly terms last; in each group by last day. */
export const compareRenewals = (one: Renewal, other: Renewal): number =>
  groupRank[one.group] - groupRank[other.group] || one.lastDay.localeCompare(other.lastDay);

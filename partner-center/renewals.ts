import { daysAfter } from './days.ts';
import { lastDayOf, lifecycleOf, type Lifecycle } from './lifecycle.ts';
import type { Subscription } from './management.ts';

/** Days in which a term ends. */
export const renewalDays = [30, 60, 90] as const;

/** A term that ends soon. */
export interface Renewal {
  readonly within: (typeof renewalDays)[number];
  /** The last day of the term, `yyyy-mm-dd`. */
  readonly lastDay: string;
  readonly life: Lifecycle;
  /** `choose`: nothing is chosen, and something that costs follows; `chosen`: what follows is settled; `monthly`: a month ends. */
  readonly group: 'choose' | 'chosen' | 'monthly';
}

/** Kinds of a life whose term ends, and something follows that can matter. */
const ending: ReadonlySet<Lifecycle['kind']> = new Set([
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

const open: ReadonlySet<Lifecycle['kind']> = new Set(['undecided', 'unknown']);

/** Does the term of a subscription end within 90 days of that moment, and what follows; undefined: it does not. */
export function renewalOf(one: Subscription, now: Date): Renewal | undefined {
  const life = lifecycleOf(one, now);
  const lastDay = life.kind === 'cancels' ? life.lastDay : lastDayOf(one);
  if (lastDay === undefined || !ending.has(life.kind)) return undefined;
  const today = now.toISOString().slice(0, 10);
  const within = renewalDays.find((days) => lastDay <= daysAfter(today, days));
  if (within === undefined || lastDay < today) return undefined;
  const isMonthly = one.term === 'P1M' || life.kind === 'extended';
  return { within, lastDay, life, group: isMonthly ? 'monthly' : open.has(life.kind) ? 'choose' : 'chosen' };
}

const rank = { choose: 0, chosen: 1, monthly: 2 } as const;

/** What has to be chosen first, then what is settled, monthly terms last; in each, what ends first comes first. */
export const renewalOrder = (one: Renewal, other: Renewal): number =>
  rank[one.group] - rank[other.group] || one.lastDay.localeCompare(other.lastDay);

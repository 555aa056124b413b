import { termEndOf } from './lifecycle.ts';
import type { Subscription } from './management.ts';

/** Licenses of one offer. */
export interface OfferCount {
  readonly name: string;
  readonly n: number;
}

/** Units in which no licenses are counted, in Partner Center's words. */
const otherUnits = /^(?:usage|instance|gigabyte)/i;

const isCounted = ({ status, unit, commerce, quantity }: Subscription): boolean =>
  status.toLowerCase() === 'active' && commerce !== 'azure' && !otherUnits.test(unit) && quantity > 0;

/** Licenses of active subscriptions by their offer's name, most first; trials are among them. */
export function licensesByOffer(subscriptions: readonly Subscription[]): readonly OfferCount[] {
  const counts = new Map<string, number>();
  for (const { offerName, name, quantity } of subscriptions.filter(isCounted)) {
    const offer = (offerName ?? name).trim();
    counts.set(offer, (counts.get(offer) ?? 0) + quantity);
  }
  return [...counts].map(([name, n]) => ({ name, n })).toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

/** Subscriptions by the month in which their present term ends. */
export interface RenewalCounts {
  /** Thirteen months from the present one, `yyyy-mm`, each with its number. */
  readonly months: readonly { readonly month: string; readonly n: number }[];
  /** Number of those that end after these months. */
  readonly later: number;
}

/** Number of months that are counted one by one: a term of a year that begins this month ends in the last. */
const monthsAhead = 13;

/** Subscriptions that end or renew, by the month (UTC) in which their present term ends. */
export function renewalsByMonth(subscriptions: readonly Subscription[], now: Date): RenewalCounts {
  const ends = subscriptions.flatMap((one) => termEndOf(one, now)?.lastDay.slice(0, 7) ?? []);
  const months = Array.from({ length: monthsAhead }, (_none, ahead) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const month = first.toISOString().slice(0, 7);
    return { month, n: ends.filter((end) => end === month).length };
  });
  return { months, later: ends.length - months.reduce((sum, { n }) => sum + n, 0) };
}

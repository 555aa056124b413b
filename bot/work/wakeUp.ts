import type { PartnerCenterError, PartnerCenterFault } from '../../partner-center/partnerCenter.ts';
import type { Work } from './durableWork.ts';
import type { WorkTools } from './workTools.ts';

/** Milliseconds that work waits at least before it goes on by itself: what was asked for by then was asked several times. */
const shortest = 60_000;

/** Seconds that codes of the service name in words alone (developer/error-codes). */
const inWords: Readonly<Record<string, number>> = { '900278': 24 * 60 * 60 };

/** Seconds after which Partner Center takes what failed so again, where it says so. */
export const askedToWait = ({ retryAfter, code = '' }: PartnerCenterFault): number | undefined =>
  retryAfter ?? inWords[code];

/**
 * The time, in ISO 8601, at which work whose step failed so goes on by itself: the one Partner Center names, or a minute
 * from now where it is merely busy. Undefined: nobody knows when, and it waits for Finish.
 */
export function wakeAtOf({ fault }: PartnerCenterError, now: Date): string | undefined {
  const asked = askedToWait(fault);
  if (asked === undefined && fault.reason !== 'throttled') return undefined;
  const milliseconds = Math.min(Math.max((asked ?? 0) * 1000, shortest), longest);
  return new Date(now.getTime() + milliseconds).toISOString();
}

/** Milliseconds that nothing waits longer than: a time further ahead was set by a clock that was wrong. */
const longest = 7 * 24 * 60 * 60_000;

/** Is it unfinished work whose time has come, or has a time that no clock set right would have given it? */
export function isDue({ state, wakeAt }: Pick<Work, 'state' | 'wakeAt'>, now: Date): boolean {
  if (state !== 'unfinished' || wakeAt === undefined) return false;
  const left = Date.parse(wakeAt) - now.getTime();
  return left <= 0 || left > longest;
}

/**
 * Timers of work that goes on by itself, one for each piece of it. A timer only leads to the document, which is looked at
 * every so often: a clock may be set, a machine may sleep, and the time may be another by then.
 */
export function alarms({ later, now, lookEvery }: Pick<WorkTools, 'later' | 'now' | 'lookEvery'>) {
  const set = new Set<string>();
  return (key: string, wakeAt: string, look: () => void): void => {
    if (set.has(key)) return;
    set.add(key);
    const ring = (): void => {
      set.delete(key);
      look();
    };
    later(ring, Math.min(Math.max(0, Date.parse(wakeAt) - now().getTime()), lookEvery));
  };
}

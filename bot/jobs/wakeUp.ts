import type { JobDeps } from './deps.ts';
import type { PartnerCenterError, PartnerCenterFault } from '../../partner-center/rules/fault.ts';
import { dayMs, minute } from '../../lib/durations.ts';
import { clockSkew } from './jobLeases.ts';

/** Least milliseconds before a job resumes by itself: the call was repeated several times already. */
const minWait = minute;

/** Seconds by error code where the service names the wait in its text only (developer/error-codes). */
const secondsByCode: Readonly<Record<string, number>> = { '900278': 24 * 60 * 60 };

/** Seconds after which Partner Center accepts the failed call again, if it names a time. */
export const retryAfterSeconds = ({ retryAfter, code = '' }: PartnerCenterFault): number | undefined =>
  retryAfter ?? secondsByCode[code];

/**
 * The time, in ISO 8601, at which a job whose stage failed resumes by itself: the one Partner Center names, or a minute
 * from now when it is merely busy. Undefined when no time is known; the job waits for Finish.
 */
export function wakeAtOf({ fault }: PartnerCenterError, now: Date): string | undefined {
  const asked = retryAfterSeconds(fault);
  if (asked === undefined && fault.reason !== 'throttled') return undefined;
  const milliseconds = Math.min(Math.max((asked ?? 0) * 1000, minWait), maxWait);
  return new Date(now.getTime() + milliseconds).toISOString();
}

/** Most milliseconds that a job waits: a time further ahead was set by a wrong clock. */
const maxWait = 7 * dayMs;

/**
 * True for an unfinished job whose wake-up time has come, or is further ahead than a correct clock would have set it.
 */
export function isDue({ state, wakeAt }: { readonly state: string; readonly wakeAt?: string }, now: Date): boolean {
  if (state !== 'unfinished' || wakeAt === undefined) return false;
  const left = Date.parse(wakeAt) - now.getTime();
  return left <= 0 || left > maxWait;
}

/** Milliseconds that the process which showed a password has to blank it, before any other process does. */
const blankingGrace = 15_000;

/** True when a password shown at that time should have been blanked by now, or the time is ahead by a wrong clock. */
export function isLongShown(shownAt: string | undefined, minutes: number, now: Date): boolean {
  if (shownAt === undefined) return false;
  const shown = now.getTime() - Date.parse(shownAt);
  return shown < -clockSkew || shown > minutes * minute + blankingGrace;
}

/** Timers in memory, by which this process is punctual. */
export interface WakeTimers {
  set(key: string, wakeAt: string, look: () => void): void;
  has(key: string): boolean;
}

/**
 * Creates the timers of jobs that resume by themselves, one for each job. A timer only reads the stored job, and does
 * so at least every `lookEvery`: the clock may be set, the machine may sleep, and the wake-up time may have changed.
 */
export function createWakeTimers({ later, now, lookEvery }: Pick<JobDeps, 'later' | 'now' | 'lookEvery'>): WakeTimers {
  const waiting = new Set<string>();
  return {
    set(key, wakeAt, look) {
      if (waiting.has(key)) return;
      waiting.add(key);
      const ring = (): void => {
        waiting.delete(key);
        look();
      };
      later(ring, Math.min(Math.max(0, Date.parse(wakeAt) - now().getTime()), lookEvery));
    },
    has: (key) => waiting.has(key),
  };
}

import * as z from 'zod';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';
import { defined } from '../lib/optional.ts';
import { dayMs } from '../lib/durations.ts';

const clockReading = z.object({
  /** The last time that was trusted. */
  trusted: z.string().exactOptional(),
  /** A later time that the clock showed and that is not trusted yet. */
  doubted: z.string().exactOptional(),
});
type ClockReading = z.infer<typeof clockReading>;

const clockReadings = (documents: Documents): Collection<ClockReading> =>
  collection(documents, { kind: 'clock', schema: clockReading, version: 1, migrations: [] });

/** Partner and id of its document; the clock belongs to no partner. */
const [owner, id] = ['bot', 'time'];

/** Days the clock may advance between two readings; after more, it must show such times for as many days again. */
const plausibleDays = 7;

/**
 * The time by which data may be deleted for good, read once at each tidying: the clock's, unless it advanced by more
 * than a week at once and has not shown such times for a week yet. A clock set a year ahead by mistake for a start or a
 * few deletes nothing; after a long stop tidying is a week late. Undefined: no time is trusted yet.
 */
export async function readTrustedTime(documents: Documents, now: Date): Promise<Date | undefined> {
  const stored = await clockReadings(documents).get(owner, id);
  const next = afterReading(stored?.value ?? {}, now);
  if (stored === undefined) await clockReadings(documents).insert(owner, id, next);
  else await clockReadings(documents).replace(owner, id, next, stored.etag);
  return next.trusted === undefined ? undefined : new Date(next.trusted);
}

function afterReading({ trusted, doubted }: ClockReading, now: Date): ClockReading {
  const shown = now.toISOString();
  if (trusted !== undefined && daysFrom(trusted, now) <= plausibleDays) return { trusted: shown };
  const since = doubted === undefined ? 0 : daysFrom(doubted, now);
  // The clock is read daily. After a longer pause only the time it showed before is confirmed.
  if (since >= plausibleDays + 1) return { ...defined({ trusted: doubted }), doubted: shown };
  if (since >= plausibleDays) return { trusted: shown };
  return {
    ...defined({ trusted }),
    doubted: doubted === undefined || since < 0 ? shown : doubted,
  };
}

const daysFrom = (time: string, now: Date): number => (now.getTime() - Date.parse(time)) / dayMs;

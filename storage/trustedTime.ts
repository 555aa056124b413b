import * as z from 'zod';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';

const kept = z.object({
  /** The time that was last believed. */
  trusted: z.string().exactOptional(),
  /** A later time that the clock showed, not believed yet. */
  doubted: z.string().exactOptional(),
});
type Kept = z.infer<typeof kept>;

const times = (documents: Documents): Collection<Kept> =>
  collection(documents, { kind: 'clock', schema: kept, version: 1, migrations: [] });

/** Where it is kept: the clock is no partner's. */
const [owner, id] = ['bot', 'time'];

/** Days that a clock may have gone on since it was last read; after more than that it must show so for as long again. */
const plausible = 7;

const day = 24 * 60 * 60 * 1000;

/**
 * The time by which things may be deleted for good, read once at each tidying: the clock's, but not before a clock that
 * went on by more than a week at once has shown such times for a week. One set a year ahead by mistake, for a start or a
 * few, deletes nothing; after a long stop tidying is a week late. Undefined: no time is believed yet.
 */
export async function readTrustedTime(documents: Documents, now: Date): Promise<Date | undefined> {
  const stored = await times(documents).get(owner, id);
  const next = afterReading(stored?.value ?? {}, now);
  if (stored === undefined) await times(documents).insert(owner, id, next);
  else await times(documents).replace(owner, id, next, stored.etag);
  return next.trusted === undefined ? undefined : new Date(next.trusted);
}

function afterReading({ trusted, doubted }: Kept, now: Date): Kept {
  const shown = now.toISOString();
  if (trusted !== undefined && daysFrom(trusted, now) <= plausible) return { trusted: shown };
  const since = doubted === undefined ? 0 : daysFrom(doubted, now);
  // It is read daily. After a longer pause only what it showed before that has been confirmed.
  if (since >= plausible + 1) return { ...(doubted === undefined ? {} : { trusted: doubted }), doubted: shown };
  if (since >= plausible) return { trusted: shown };
  return {
    ...(trusted === undefined ? {} : { trusted }),
    doubted: doubted === undefined || since < 0 ? shown : doubted,
  };
}

const daysFrom = (time: string, now: Date): number => (now.getTime() - Date.parse(time)) / day;

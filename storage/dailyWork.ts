import * as z from 'zod';
import { hour } from '../lib/durations.ts';
import { collection, type Collection } from './collection.ts';
import { isFresh, isInserted } from './conflicts.ts';
import type { Documents } from './documents.ts';

const dailyWork = z.object({ dueAt: z.string() });
type DailyWork = z.infer<typeof dailyWork>;

const dailyWorks = (documents: Documents): Collection<DailyWork> =>
  collection(documents, { kind: 'daily', schema: dailyWork, version: 1, migrations: [] });

/** Partner of its documents; the work belongs to no partner. */
const owner = 'bot';

/** Milliseconds until it is due again: less than a day, as it is asked for every hour. */
const interval = 23 * hour;

/**
 * Takes the work of that name where it is due: true for the process that asks first, and it is due again a day later. A time
 * that a wrong clock set further ahead does not count.
 */
export async function takeDailyWork(documents: Documents, name: string, now: Date): Promise<boolean> {
  const works = dailyWorks(documents);
  const next = { dueAt: new Date(now.getTime() + interval).toISOString() };
  const stored = await works.get(owner, name);
  if (stored === undefined) return isInserted(works.insert(owner, name, next));
  const left = Date.parse(stored.value.dueAt) - now.getTime();
  if (left > 0 && left <= interval) return false;
  return isFresh(works.replace(owner, name, next, stored.etag));
}

import { createHash } from 'node:crypto';
import type { Collection } from '../../storage/collection.ts';
import { DocumentExists, StaleDocument, UnreadableDocument } from '../../storage/documents.ts';
import { keyQueue } from '../../storage/keyQueue.ts';
import { newPerson, type Person } from '../../storage/people.ts';

/** What a turn works on. `recovered`: the former state was unreadable and set aside, this is an empty one. */
export interface State {
  readonly person: Person;
  readonly recovered: boolean;
}

/** Changes a person; `save: false` leaves the stored state as it is. */
export type Work<T> = (state: State) => Promise<{ readonly save: boolean; readonly result: T }>;

/** One turn of a person at a time, each on the state the former one saved. */
export interface Turns {
  /**
   * Waits for the person's former turns, loads their state, runs `work`, saves what it changed, then runs `then`.
   * When another process saved meanwhile, the work is done again on the newer state; `then` runs once.
   */
  run<T>(partner: string, userId: string, work: Work<T>, then: (result: T) => Promise<void>): Promise<void>;
}

/** Conflicts with other processes endured before giving up. */
const attempts = 5;

/** Turns over that collection of people. */
export function createTurns(people: Collection<Person>): Turns {
  const queue = keyQueue();
  return {
    run: (partner, userId, work, then) =>
      queue.run(`${partner}/${userId}`, async () => then(await settle(people, partner, userId, work, attempts))),
  };
}

async function settle<T>(
  people: Collection<Person>,
  partner: string,
  userId: string,
  work: Work<T>,
  left: number,
): Promise<T> {
  const { state, etag } = await load(people, partner, userId);
  const { save, result } = await work(state);
  if (!save) return result;
  try {
    if (etag === undefined) await people.insert(partner, userId, state.person);
    else await people.replace(partner, userId, state.person, etag);
    return result;
  } catch (error) {
    const conflict = error instanceof StaleDocument || error instanceof DocumentExists;
    if (!conflict || left <= 1) throw error;
    return settle(people, partner, userId, work, left - 1);
  }
}

async function load(
  people: Collection<Person>,
  partner: string,
  userId: string,
): Promise<{ state: State; etag?: string }> {
  try {
    const stored = await people.get(partner, userId);
    if (stored === undefined) return { state: { person: newPerson(), recovered: false } };
    return { state: { person: stored.value, recovered: false }, etag: stored.etag };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { state: { person: newPerson(), recovered: true } };
  }
}

/** How many activity ids are remembered: a channel repeats within seconds. */
const remembered = 50;

/** A short name of an activity's id. */
export const activityKey = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 16);

/** Remembers an activity; false when it was taken before. */
export function remember(person: Person, key: string): boolean {
  if (person.seen.includes(key)) return false;
  person.seen = [...person.seen.slice(1 - remembered), key];
  return true;
}

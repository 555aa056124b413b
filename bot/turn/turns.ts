import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Collection, Item } from '../../storage/collection.ts';
import { DocumentExists, StaleDocument, UnreadableDocument } from '../../storage/documents.ts';
import { keyQueue } from '../../lib/keyQueue.ts';
import { cloneJson } from '../../storage/collectionSchema.ts';
import { newUser, type User } from '../../model/user.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Submission } from '../../model/submission.ts';

/** The state of a turn. `recovered`: the stored state was unreadable and quarantined, so this is an empty one. */
export interface TurnState {
  readonly person: User;
  readonly recovered: boolean;
}

/** Work of a turn on the person; `save: false` leaves the stored state as it is. */
export type TurnWork<T> = (state: TurnState) => Promise<{ readonly save: boolean; readonly result: T }>;

/** Runs the turns of a person one at a time, each on the state saved by the former one. */
export interface Turns {
  /**
   * Waits for the person's former turns, loads the state, runs `work`, saves the changes, then runs `then`.
   * If another process saved meanwhile, `work` runs again on the newer state; `then` runs once. It also runs again where the
   * state was recalled and is not saved.
   */
  run<T>(partner: string, userId: string, work: TurnWork<T>, then: (result: T) => Promise<void>): Promise<void>;
}

/**
 * Attempts to save against conflicts with other processes. Each conflict is a turn that another process saved, and a person's
 * turns run one at a time in each: of three processes with forty messages at once, some turn lost five times in a row.
 */
const maxAttempts = 20;

/** Most milliseconds before the second attempt; before each further one as many more, up to ten times. */
const longestPause = 10;

/** Turns on that collection of people. */
export function createTurns(people: Collection<User>): Turns {
  const queue = keyQueue();
  return {
    run: (partner, userId, work, then) =>
      queue.run(`${partner}/${userId}`, async () => then(await runAndSave(people, partner, userId, work, 1))),
  };
}

async function runAndSave<T>(
  people: Collection<User>,
  partner: string,
  userId: string,
  work: TurnWork<T>,
  attempt: number,
  wasRecovered = false,
): Promise<T> {
  const recalled = attempt === 1 ? await people.recall(partner, userId) : undefined;
  const { state: loaded, etag } = await loadState(people, partner, userId, recalled);
  // Unreadable state was set aside by the attempt that found it.
  const state = { ...loaded, recovered: loaded.recovered || wasRecovered };
  const { save, result } = await work(state);
  // Without a write nothing would tell that what was recalled is old.
  if (!save && recalled !== undefined) return runAndSave(people, partner, userId, work, attempt + 1, state.recovered);
  if (!save) return result;
  try {
    if (etag === undefined) await people.insert(partner, userId, state.person);
    else await people.replace(partner, userId, state.person, etag);
    return result;
  } catch (error) {
    // Not updateItem: the first turn of a user inserts, and a turn is not worth more than some attempts.
    const conflict = error instanceof StaleDocument || error instanceof DocumentExists;
    if (!conflict || attempt >= maxAttempts) throw error;
    // At random, so that the same process does not lose again and again.
    await pause(Math.random() * longestPause * Math.min(attempt, 10));
    return runAndSave(people, partner, userId, work, attempt + 1, state.recovered);
  }
}

async function loadState(
  people: Collection<User>,
  partner: string,
  userId: string,
  recalled: Item<User> | undefined,
): Promise<{ state: TurnState; etag?: string }> {
  try {
    const stored = recalled ?? (await people.get(partner, userId));
    if (stored === undefined) return { state: { person: newUser(), recovered: false } };
    return { state: { person: cloneJson(stored.value), recovered: false }, etag: stored.etag };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { state: { person: newUser(), recovered: true } };
  }
}

/** Most activity keys kept of a person: a channel repeats within seconds. */
const maxRemembered = 50;

const shortHash = (id: string, characters: number): string => hash('sha256', id, 'base64url').slice(0, characters);

/** A short hash of an activity's id: of 48 bits, as fifty of them are written with every turn. */
export const activityKey = (id: string): string => shortHash(id, 8);

/** A short hash of a conversation's id. */
export const conversationKey = (id: string): string => shortHash(id, 16);

/** Records an activity as handled; false when it was handled before. */
export function rememberActivity(person: User, key: string): boolean {
  if (person.seen.includes(key)) return false;
  person.seen = [...person.seen.slice(1 - maxRemembered), key];
  return true;
}

/**
 * True when the turn that wrote this intent was saved. If not, the state is written again, so that a turn of another process
 * which is still under way runs once more, and `discard` runs before the user's next turn, which may submit the draft
 * again. If the user's state is unreadable, the intent counts as saved.
 */
export async function isTurnSaved(
  turns: Turns,
  { tenantId }: Partner,
  { id, userId, turns: marks }: Pick<Submission, 'id' | 'userId' | 'turns'>,
  discard: () => Promise<void>,
): Promise<boolean> {
  let saved = false;
  await turns.run(
    tenantId,
    userId,
    async ({ person, recovered }) => {
      const { submitted = [], submittedIn = [] } = person;
      // Older versions marked no turn.
      saved = recovered || (marks?.some((mark) => submittedIn.includes(mark)) ?? submitted.includes(id));
      return { save: !saved, result: undefined };
    },
    async () => (saved ? undefined : discard()),
  );
  return saved;
}

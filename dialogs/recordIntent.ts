import { dayMs } from '../lib/durations.ts';
import { defined } from '../lib/optional.ts';
import type { JobLease } from '../model/requestedBy.ts';
import { mostOwnChanges, type OwnChange, ownChangeDays } from '../model/user.ts';
import type { Collection } from '../storage/collection.ts';
import { insertOnce, updateItem } from '../storage/conflicts.ts';
import type { Turn } from './turn.ts';

/** Fields of a job that identify its user, and the conversation and language for its result. */
export const requesterFields = ({ userId, userName, words, now, conversation }: Turn) => ({
  userId,
  ...(userName === '' ? {} : { userName }),
  language: words.locale,
  createdAt: now.toISOString(),
  conversation: { ...conversation },
});

/**
 * Writes an intent before the turn is saved, with a lease of this process. It is void until then: if the turn is not saved,
 * the same request replaces the intent that nobody has begun.
 */
export async function recordIntent<
  T extends { readonly id: string; readonly state: string; readonly lease?: JobLease; readonly turns?: string[] },
>(turn: Turn, intents: Collection<T>, wish: T): Promise<void> {
  const { person, partner } = turn;
  const { tenantId } = partner;
  const { id } = wish;
  const mark = turn.newRequestId().slice(0, 8);
  const intent = { ...wish, lease: turn.newJobLease(), turns: [mark] };
  if (!(await insertOnce(intents, tenantId, id, intent)))
    await updateItem(intents, tenantId, id, (former) =>
      former.state === 'intended' ? { ...intent, turns: [...(former.turns ?? []), mark] } : undefined,
    );
  person.submitted = [...(person.submitted ?? []).slice(-19), id];
  person.submittedIn = [...(person.submittedIn ?? []).slice(-19), mark];
}

/** Everything this user began in the last days, latest last. */
export const lately = ({ person, now }: Pick<Turn, 'person' | 'now'>): readonly OwnChange[] => {
  const since = now.getTime() - ownChangeDays * dayMs;
  return (person.begun ?? []).filter(({ at }) => Date.parse(at) >= since);
};

/**
 * Notes in the user's document that these jobs were begun, or gone on with, in one press; saved with the turn. The oldest notes
 * make room.
 */
export function noteBegun(
  turn: Pick<Turn, 'person' | 'now'>,
  kind: OwnChange['kind'],
  jobs: OwnChange['jobs'],
  whole?: string,
): void {
  const ids = new Set(jobs.map(({ id }) => id));
  const former = lately(turn).flatMap((one) => {
    const others = one.jobs.filter(({ id }) => !ids.has(id));
    return others.length === 0 ? [] : [{ ...one, jobs: others }];
  });
  const noted = [...former, { at: turn.now.toISOString(), kind, jobs, ...defined({ whole }) }];
  while (noted.length > 1 && noted.reduce((n, one) => n + one.jobs.length, 0) > mostOwnChanges) noted.shift();
  turn.person.begun = noted;
}

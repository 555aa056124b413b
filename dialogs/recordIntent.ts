import { dayMs } from '../lib/durations.ts';
import { defined } from '../lib/optional.ts';
import type { JobLease } from '../model/requestedBy.ts';
import { mostOwnChanges, type NotedChanges, type OwnChange, ownChangeDays } from '../model/user.ts';
import { type Collection, unlessUnreadable } from '../storage/collection.ts';
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

/** The moment since which a user's own changes are listed. */
const ownChangesSince = (now: Date): string => new Date(now.getTime() - ownChangeDays * dayMs).toISOString();

/** True for a user who began something in the last days; it reads nothing. */
export const hasBegunLately = ({ person: { begun = [], begunAt = '' }, now }: Pick<Turn, 'person' | 'now'>): boolean =>
  [begunAt, ...begun.map(({ at }) => at)].some((at) => at >= ownChangesSince(now));

/** Everything this user began in the last days, latest last. */
export async function readOwnChanges(turn: Noting): Promise<readonly OwnChange[]> {
  const { notedChanges, partner, userId } = turn;
  return lately(turn, (await notedChanges.get(partner.tenantId, userId))?.value.changes ?? []);
}

type Noting = Pick<Turn, 'person' | 'partner' | 'userId' | 'now' | 'notedChanges'>;

/** The changes of the last days, of these and of those in the user's document; without those of turns that were not saved. */
function lately({ person: { begun = [], begunAt }, now }: Noting, noted: readonly OwnChange[]): readonly OwnChange[] {
  const saved = noted.filter(({ at }) => begunAt === undefined || at <= begunAt);
  const all = [...begun, ...saved].toSorted((one, other) => one.at.localeCompare(other.at));
  return all.filter(({ at }) => at >= ownChangesSince(now));
}

/**
 * Notes that this user began these jobs, or went on with them, in one press. It is written before the turn is saved, and counts
 * from then on. The oldest notes make room. A note that cannot be read stops no press.
 */
export async function noteBegun(
  turn: Noting,
  kind: OwnChange['kind'],
  jobs: OwnChange['jobs'],
  whole?: string,
): Promise<void> {
  const { person } = turn;
  const at = turn.now.toISOString();
  const written = await unlessUnreadable(writeNote(turn, { at, kind, jobs, ...defined({ whole }) }));
  if (written === undefined) return;
  delete person.begun;
  // Not earlier than before: the clocks of two processes differ.
  if (person.begunAt === undefined || person.begunAt < at) person.begunAt = at;
}

async function writeNote(turn: Noting, change: OwnChange): Promise<unknown> {
  const { notedChanges, partner, userId } = turn;
  const { tenantId } = partner;
  const note = ({ changes }: NotedChanges): NotedChanges => ({ changes: withChange(lately(turn, changes), change) });
  const update = async (): Promise<unknown> => updateItem(notedChanges, tenantId, userId, note);
  return (await update()) ?? ((await insertOnce(notedChanges, tenantId, userId, note({ changes: [] }))) || update());
}

/** The changes with that one as the latest: its jobs are in no other. */
function withChange(former: readonly OwnChange[], change: OwnChange): OwnChange[] {
  const ids = new Set(change.jobs.map(({ id }) => id));
  const others = former.flatMap((one) => {
    const jobs = one.jobs.filter(({ id }) => !ids.has(id));
    return jobs.length === 0 ? [] : [{ ...one, jobs }];
  });
  const noted = [...others, change];
  while (noted.length > 1 && noted.reduce((n, one) => n + one.jobs.length, 0) > mostOwnChanges) noted.shift();
  return noted;
}

import type { Partner } from '../partner-center/partner.ts';
import { again } from '../partner-center/submission.ts';
import { everyItem } from '../storage/collection.ts';
import type { Job } from '../storage/jobs.ts';
import { keyQueue } from '../storage/keyQueue.ts';
import { blank } from './announcing.ts';
import { carryOut } from './carryingOut.ts';
import { failure } from './log.ts';
import type { SubmissionTools } from './submissionTools.ts';

/** Submissions on their way; each step is written down when it is done, and never done twice. */
export interface Submissions {
  /** Begins a submission; `progressCard` is kept up to date. */
  submit(partner: Partner, id: string, progressCard: string | undefined): Promise<void>;
  /** For a turn that submits and failed: goes on if it was saved all the same, and forgets its intent if it was not. */
  reconsider(partner: Partner, id: string): Promise<void>;
  /** Takes up the steps that failed. */
  finish(partner: Partner, id: string): Promise<void>;
  /** The confirmation was read: its password is blanked, and a complete submission is over. */
  close(partner: Partner, id: string): Promise<void>;
  /** Goes on with everything a former process left. */
  resumeAll(): Promise<void>;
  /** Says again, in this conversation, what could not be said to this user; the password is lost by then. */
  remind(partner: Partner, userId: string, conversation: Job['conversation']): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** What a submission that is begun turns the stored job into; undefined: there is nothing to do. */
type Begin = (job: Job) => Job | undefined;

/** Carries submissions out with those tools, one piece of work on a submission at a time. */
export function createSubmissions(tools: SubmissionTools): Submissions {
  const queue = keyQueue();
  const { log, later, takeUpAfter, now, passwordMinutes } = tools;

  // Nothing waits for a submission: what stops one (storage above all) is logged, and it is taken up again.
  const guarded = (partner: Partner, id: string, work: () => Promise<void>): Promise<void> =>
    queue.run(`${partner.tenantId}/${id}`, async () => {
      try {
        await work();
      } catch (error) {
        log.error({ err: failure(error), job: id }, 'submission stopped; it is taken up again');
        later(() => void guarded(partner, id, () => takeUp(partner, id)), takeUpAfter);
      }
    });

  const close = (partner: Partner, id: string): Promise<void> => guarded(partner, id, () => blank(tools, partner, id));

  const blankLater = (partner: Partner, id: string, confirmedAt: string): void => {
    const left = Date.parse(confirmedAt) + passwordMinutes * 60_000 - now().getTime();
    // A clock that was set back must not lengthen it, nor pass the longest time a timer takes.
    later(() => void close(partner, id), Math.min(Math.max(0, left), passwordMinutes * 60_000));
  };

  const unheard = unheardBy();

  const run = async (partner: Partner, id: string, begin: Begin): Promise<void> => {
    const ended = await carryOut(tools, partner, id, begin);
    if (ended === undefined) return;
    if (ended.confirmedAt !== undefined) blankLater(partner, id, ended.confirmedAt);
    if (!ended.heard) unheard.add(partner, ended.userId, id);
  };

  /** Goes on with a submission from wherever it was left. */
  const takeUp = async (partner: Partner, id: string): Promise<void> => {
    const job = (await tools.jobs.get(partner.tenantId, id))?.value;
    if (job === undefined) return;
    if (job.confirmedAt !== undefined && job.state !== 'running') return blankLater(partner, id, job.confirmedAt);
    if (job.state === 'unfinished') return;
    if (job.state === 'intended' && !(await tools.wasSubmitted(partner, job, () => discard(tools, partner, id))))
      return;
    await run(partner, id, (left) => (left.state === 'done' ? left : { ...left, state: 'running' }));
  };

  return {
    submit: (partner, id, card) => guarded(partner, id, () => run(partner, id, (job) => begun(job, card))),
    reconsider: (partner, id) => guarded(partner, id, () => takeUp(partner, id)),
    finish: (partner, id) => guarded(partner, id, () => run(partner, id, takenUp)),
    close,
    async resumeAll() {
      for (const partner of tools.partners) {
        for await (const { id } of everyItem(tools.jobs, partner.tenantId))
          void guarded(partner, id, () => takeUp(partner, id));
      }
    },
    async remind(partner, userId, conversation) {
      for (const id of unheard.take(partner, userId)) {
        await guarded(partner, id, () => run(partner, id, (job) => ({ ...job, conversation })));
      }
    },
    idle: () => queue.idle(),
  };
}

/** Submissions whose end could not be told, by user. After a restart they are found in the jobs again. */
function unheardBy() {
  const ids = new Map<string, string[]>();
  const name = (partner: Partner, userId: string): string => `${partner.tenantId}/${userId}`;
  return {
    add: (partner: Partner, userId: string, id: string): void => {
      const known = ids.get(name(partner, userId)) ?? [];
      ids.set(name(partner, userId), [...known.filter((one) => one !== id), id]);
    },
    take: (partner: Partner, userId: string): string[] => {
      const known = ids.get(name(partner, userId)) ?? [];
      ids.delete(name(partner, userId));
      return known;
    },
  };
}

function begun(job: Job, progressCard: string | undefined): Job | undefined {
  if (job.state !== 'intended') return undefined;
  return { ...job, state: 'running', ...(progressCard === undefined ? {} : { progressCard }) };
}

const takenUp: Begin = (job) =>
  job.state === 'unfinished' ? { ...job, state: 'running', stages: again(job.stages) } : undefined;

/** Removes an intent whose turn was never saved: the draft is still there, and may be submitted anew. */
async function discard({ jobs }: SubmissionTools, partner: Partner, id: string): Promise<void> {
  const stored = await jobs.get(partner.tenantId, id);
  if (stored?.value.state === 'intended') await jobs.remove(partner.tenantId, id, stored.etag);
}

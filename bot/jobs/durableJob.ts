import type { Partner } from '../../partner-center/rules/partner.ts';
import { type Collection, type Item, itemsOfPartners } from '../../storage/collection.ts';
import { isFresh, untilFresh } from '../../storage/conflicts.ts';
import { keyQueue } from '../../lib/keyQueue.ts';
import type { JobLease } from '../../model/requestedBy.ts';
import type { WaitingJobs } from '../telemetry/telemetry.ts';
import type { JobDeps } from './deps.ts';
import { HeldJob } from './heldJob.ts';
import { logStopped, logTakenOver } from './jobLog.ts';
import { defined } from '../../lib/optional.ts';
import { createUndeliveredJobs } from './undeliveredJobs.ts';
import { createWakeTimers, isDue, type WakeTimers } from './wakeUp.ts';

/** Fields every background job has. */
export interface DurableJob {
  readonly id: string;
  readonly state: 'intended' | 'running' | 'unfinished' | 'done';
  /** Finish was pressed, and the job has not resumed yet. */
  readonly finishing?: boolean;
  /** Time at which an unfinished job resumes by itself, in ISO 8601. */
  readonly wakeAt?: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly progressCard?: string;
  readonly lease?: JobLease;
  /** As in `requestedBy`. */
  readonly turns?: string[];
}

/** Outcome of a run of a job. */
export interface JobOutcome {
  readonly userId: string;
  /** True when the user was told. */
  readonly delivered: boolean;
  /** Time at which an unfinished job resumes by itself, in ISO 8601. */
  readonly wakeAt?: string;
}

/** One kind of job. */
interface JobKind<W extends DurableJob> {
  /** Name in logs. */
  readonly name: string;
  readonly stored: Collection<W>;
  /** Runs the rest of a job and sends its outcome; the last write gives the lease back. */
  run(partner: Partner, held: HeldJob<W>): Promise<JobOutcome>;
  /** An unfinished job made ready to run again; `woken`: by its wake-up time, not by Finish. */
  requeued(work: W, woken: boolean): W;
  /** The job with another conversation for its outcome. */
  inConversation(work: W, conversation: W['conversation']): W;
  /** Handles what else a job needs at a start, such as blanking a password; true when the job need not run. */
  handleOnStart?(partner: Partner, work: W): boolean;
  /** True when something besides a run is overdue, which the process that set a timer for it has not done. */
  isOverdue(work: W, now: Date): boolean;
  /** True for an ended job whose user was not told. */
  isUntold(work: W): boolean;
}

/** Runs durable jobs: each once, one run a document at a time, and resumed after any interruption. */
export interface JobRunner {
  /** Starts an intended job; `progressCard` is the id of the card to keep up to date. */
  submit(partner: Partner, id: string, progressCard: string | undefined): Promise<void>;
  /**
   * Reconciles a job after its turn threw: runs it if the turn was saved all the same, and discards the intent if it
   * was not. A job for which Finish was pressed runs.
   */
  reconcile(partner: Partner, id: string): Promise<void>;
  /** Resumes an unfinished job because Finish was pressed. */
  finish(partner: Partner, id: string, progressCard?: string): Promise<void>;
  /** Resumes a job before its wake-up time, because it can probably be done now. */
  wake(partner: Partner, id: string): Promise<void>;
  /** Resumes every job an earlier process left. */
  resumeAll(): Promise<void>;
  readonly name: string;
  /** Takes up what is due and nobody works on: a process died or was frozen, or gave its leases back. Tells what waits. */
  takeUpDue(): Promise<WaitingJobs>;
  /** Gives back the leases of jobs that are not done when the process ends. */
  release(): Promise<void>;
  /** Sends undelivered outcomes of this user again, in this conversation. */
  retell(partner: Partner, userId: string, conversation: DurableJob['conversation']): Promise<void>;
  /** Waits for the running job of that document, then runs `work`; an error is logged, and the job is resumed later. */
  exclusively(partner: Partner, id: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

type RunnerDeps = Pick<
  JobDeps,
  | 'partners'
  | 'log'
  | 'ending'
  | 'later'
  | 'now'
  | 'elapsed'
  | 'lookEvery'
  | 'takeUpAfter'
  | 'isTurnSaved'
  | 'jobLeases'
>;

/** The transition of a stored job before it runs; undefined when there is nothing to do. */
type Transition<W> = (work: W) => W | undefined;

/** Creates the runner of one kind of job. */
export function createJobRunner<W extends DurableJob>(deps: RunnerDeps, kind: JobKind<W>): JobRunner {
  const jobs = new JobRuns(deps, kind);
  return {
    name: kind.name,
    submit: (partner, id, card) =>
      jobs.start(partner, id, (work) => (work.state === 'intended' ? asRunning(work, card) : undefined)),
    reconcile: (partner, id) => jobs.resume(partner, id),
    finish: (partner, id, card) =>
      jobs.start(partner, id, (work) =>
        work.state === 'unfinished' ? asRunning(kind.requeued(work, false), card) : undefined,
      ),
    wake: (partner, id) =>
      jobs.start(partner, id, (work) =>
        work.state === 'unfinished' && work.finishing !== true
          ? asRunning(kind.requeued(work, true), undefined)
          : undefined,
      ),
    async resumeAll() {
      for await (const { partner, id } of jobs.stored()) void jobs.resume(partner, id);
    },
    async takeUpDue() {
      const since: number[] = [];
      for await (const { partner, value } of jobs.stored()) {
        jobs.takeUp(partner, value);
        if (isLeft(value, deps.now())) since.push(Date.parse(value.wakeAt ?? value.createdAt));
      }
      const oldest = since.reduce((longest, from) => Math.max(longest, deps.now().getTime() - from), 0);
      return { count: since.length, oldest };
    },
    release: () => jobs.release(),
    async retell(partner, userId, conversation) {
      for (const { id, isNoted } of jobs.undelivered.take(partner, userId))
        await jobs.start(partner, id, (work) =>
          isNoted && !kind.isUntold(work) ? undefined : kind.inConversation(work, conversation),
        );
    },
    exclusively: (partner, id, work) => jobs.exclusively(partner, id, work),
    idle: () => jobs.idle(),
  };
}

/** The runs of one kind of job: one a document at a time, each taken up again after an error or at its wake-up time. */
class JobRuns<W extends DurableJob> {
  readonly undelivered = createUndeliveredJobs();
  readonly #deps: RunnerDeps;
  readonly #kind: JobKind<W>;
  readonly #queue = keyQueue();
  readonly #held = new Set<HeldJob<W>>();
  readonly #timers: WakeTimers;

  constructor(deps: RunnerDeps, kind: JobKind<W>) {
    this.#deps = deps;
    this.#kind = kind;
    this.#timers = createWakeTimers(deps);
  }

  /** The stored jobs of all partners. Those of a newer version are left to the processes that can read them. */
  stored(): AsyncGenerator<Item<W> & { readonly partner: Partner }> {
    return itemsOfPartners(this.#kind.stored, this.#deps.partners());
  }

  // Nothing awaits it: an error (mostly of the storage) is logged, and the job is resumed later.
  exclusively(partner: Partner, id: string, work: () => Promise<void>): Promise<void> {
    const { later, takeUpAfter } = this.#deps;
    return this.#queue.run(nameOf(partner, id), async () => {
      try {
        await work();
      } catch (error) {
        logStopped(this.#deps, this.#kind.name, id, error);
        later(() => void this.resume(partner, id), takeUpAfter);
      }
    });
  }

  /** Applies a transition to the stored job, and runs it unless there is nothing to do. */
  start(partner: Partner, id: string, transition: Transition<W>): Promise<void> {
    return this.exclusively(partner, id, () => this.#run(partner, id, transition));
  }

  /** Resumes a job from its stored state; `byTimer`: at its wake-up time. */
  resume(partner: Partner, id: string, byTimer = false): Promise<void> {
    return this.exclusively(partner, id, () => this.#resume(partner, id, byTimer));
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Resumes a job that is due, unless somebody works on it; an ended one is told with its user's next message. */
  takeUp(partner: Partner, work: W): void {
    const { jobLeases, now } = this.#deps;
    const { id, lease } = work;
    if (jobLeases.isOurs(lease) || jobLeases.isOfAnother(nameOf(partner, id), lease)) return;
    // Whoever told of its end does not live any more.
    const isUntold = this.#kind.isUntold(work);
    if (isLeft(work, now()) || this.#kind.isOverdue(work, now()) || (isUntold && lease?.until !== undefined))
      void this.resume(partner, id);
    else if (isUntold) this.undelivered.add(partner, work.userId, { id, isNoted: true });
  }

  async release(): Promise<void> {
    await Promise.allSettled([...this.#held].map(async (held) => held.release(false)));
  }

  async #run(partner: Partner, id: string, transition: Transition<W>): Promise<void> {
    const held = await this.#take(partner, id, transition);
    if (held === undefined) return;
    this.#held.add(held);
    let isEnded = false;
    try {
      const { userId, delivered, wakeAt } = await this.#kind.run(partner, held);
      isEnded = true;
      if (!delivered) this.undelivered.add(partner, userId, { id, isNoted: this.#kind.isUntold(held.job) });
      this.#wakeLater(partner, id, wakeAt);
    } finally {
      this.#held.delete(held);
      // A lease that cannot be given back runs out by itself.
      await held.release(isEnded).catch(() => undefined);
    }
  }

  /** Applies a transition and takes the lease in one write; undefined when there is nothing to do here. */
  async #take(partner: Partner, id: string, transition: Transition<W>): Promise<HeldJob<W> | undefined> {
    const { stored } = this.#kind;
    const { tenantId } = partner;
    return untilFresh(
      async () =>
        (await this.#takeItem(partner, await stored.recall(tenantId, id), transition)) ??
        this.#takeItem(partner, await stored.get(tenantId, id), transition),
    );
  }

  async #takeItem(
    partner: Partner,
    item: Item<W> | undefined,
    transition: Transition<W>,
  ): Promise<HeldJob<W> | undefined> {
    const { stored } = this.#kind;
    const { jobLeases } = this.#deps;
    const { tenantId } = partner;
    if (item === undefined) return undefined;
    const { id } = item;
    const changed = transition(item.value);
    if (changed === undefined) return undefined;
    // An intent is begun by the process whose turn was saved, also where a turn elsewhere wrote it last and was not saved.
    const isBegun = item.value.state !== 'intended';
    if (isBegun && jobLeases.isOfAnother(nameOf(partner, id), item.value.lease)) return undefined;
    if (changed === item.value && !jobLeases.shared) return new HeldJob(this.#deps, stored, tenantId, item);
    const value = { ...changed, lease: jobLeases.take(item.value.lease) };
    const etag = await stored.replace(tenantId, id, value, item.etag);
    logTakenOver(this.#deps, this.#kind.name, id, item.value.lease, value.lease);
    return new HeldJob(this.#deps, stored, tenantId, { id, value, etag }, item.value.lease);
  }

  async #resume(partner: Partner, id: string, byTimer: boolean): Promise<void> {
    const { jobLeases, now, isTurnSaved } = this.#deps;
    const item = await this.#kind.stored.get(partner.tenantId, id);
    if (item === undefined || jobLeases.isOfAnother(nameOf(partner, id), item.value.lease)) return;
    const work = item.value;
    if (this.#kind.handleOnStart?.(partner, work) === true) return;
    const waits = work.state === 'unfinished' && work.finishing !== true && !this.#kind.isUntold(work);
    if (waits && !isDue(work, now())) return this.#wakeLater(partner, id, work.wakeAt);
    // A turn here has gone on with it or given it up, and begins it when that is saved.
    if (byTimer && !waits && jobLeases.isOurs(work.lease)) return;
    // As it was seen before that was known: the draft still exists, and may have been submitted again meanwhile.
    const discard = async (): Promise<void> =>
      void (await isFresh(this.#kind.stored.remove(partner.tenantId, id, item.etag)));
    if (work.state === 'intended' && !(await isTurnSaved(partner, work, discard))) return;
    await this.#run(partner, id, (left) => {
      if (left.state === 'done' || this.#kind.isUntold(left)) return left;
      const ready = left.state === 'unfinished' ? this.#kind.requeued(left, left.finishing !== true) : left;
      return asRunning(ready, undefined);
    });
  }

  #wakeLater(partner: Partner, id: string, wakeAt: string | undefined): void {
    if (wakeAt === undefined) return;
    this.#timers.set(nameOf(partner, id), wakeAt, () => void this.resume(partner, id, true));
  }
}

/** True for a job that goes on by itself, now. */
const isLeft = (work: DurableJob, now: Date): boolean =>
  work.state === 'running' || work.state === 'intended' || work.finishing === true || isDue(work, now);

const nameOf = ({ tenantId }: Partner, id: string): string => `${tenantId}/${id}`;

const asRunning = <W extends DurableJob>(work: W, progressCard: string | undefined): W => ({
  ...work,
  state: 'running',
  ...defined({ progressCard }),
});

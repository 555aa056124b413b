import type { Partner } from '../../partner-center/rules/partner.ts';
import { type Collection, everyItem, type Item } from '../../storage/collection.ts';
import { keyQueue } from '../../lib/keyQueue.ts';
import { safeError } from '../log.ts';
import type { JobDeps } from './deps.ts';
import { defined } from '../../lib/optional.ts';
import { createWakeTimers, isDue } from './wakeUp.ts';

/** Fields every background job has. */
export interface DurableJob {
  readonly id: string;
  readonly state: 'intended' | 'running' | 'unfinished' | 'done';
  /** Finish was pressed, and the job has not resumed yet. */
  readonly finishing?: boolean;
  /** Time at which an unfinished job resumes by itself, in ISO 8601. */
  readonly wakeAt?: string;
  readonly userId: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly progressCard?: string;
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
  /** Runs the rest of a job and sends its outcome; `item` is the stored job. */
  run(partner: Partner, item: Item<W>): Promise<JobOutcome>;
  /** An unfinished job made ready to run again; `woken`: by its wake-up time, not by Finish. */
  requeued(work: W, woken: boolean): W;
  /** The job with another conversation for its outcome. */
  inConversation(work: W, conversation: W['conversation']): W;
  /** Handles what else a job needs at a start, such as blanking a password; true when the job need not run. */
  handleOnStart?(partner: Partner, work: W): boolean;
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
  /** Sends undelivered outcomes of this user again, in this conversation. */
  retell(partner: Partner, userId: string, conversation: DurableJob['conversation']): Promise<void>;
  /** Waits for the running job of that document, then runs `work`; an error is logged, and the job is resumed later. */
  exclusively(partner: Partner, id: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

type RunnerDeps = Pick<JobDeps, 'partners' | 'log' | 'later' | 'now' | 'lookEvery' | 'takeUpAfter' | 'isTurnSaved'>;

/** The transition of a stored job before it runs; undefined when there is nothing to do. */
type Transition<W> = (work: W) => W | undefined;

/** Creates the runner of one kind of job. */
export function createJobRunner<W extends DurableJob>(deps: RunnerDeps, kind: JobKind<W>): JobRunner {
  const jobs = new JobRuns(deps, kind);
  return {
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
      for (const partner of deps.partners) {
        for await (const { id } of everyItem(kind.stored, partner.tenantId)) void jobs.resume(partner, id);
      }
    },
    async retell(partner, userId, conversation) {
      for (const id of jobs.undelivered.take(partner, userId))
        await jobs.start(partner, id, (work) => kind.inConversation(work, conversation));
    },
    exclusively: (partner, id, work) => jobs.exclusively(partner, id, work),
    idle: () => jobs.idle(),
  };
}

/** The runs of one kind of job: one a document at a time, each taken up again after an error or at its wake-up time. */
class JobRuns<W extends DurableJob> {
  readonly undelivered = createUndelivered();
  readonly #deps: RunnerDeps;
  readonly #kind: JobKind<W>;
  readonly #queue = keyQueue();
  readonly #setWakeTimer: ReturnType<typeof createWakeTimers>;

  constructor(deps: RunnerDeps, kind: JobKind<W>) {
    this.#deps = deps;
    this.#kind = kind;
    this.#setWakeTimer = createWakeTimers(deps);
  }

  // Nothing awaits it: an error (mostly of the storage) is logged, and the job is resumed later.
  exclusively(partner: Partner, id: string, work: () => Promise<void>): Promise<void> {
    const { log, later, takeUpAfter } = this.#deps;
    const { name } = this.#kind;
    return this.#queue.run(`${partner.tenantId}/${id}`, async () => {
      try {
        await work();
      } catch (error) {
        log.error({ err: safeError(error), [name]: id }, `${name} stopped; it is taken up again`);
        later(() => void this.resume(partner, id), takeUpAfter);
      }
    });
  }

  /** Applies a transition to the stored job, and runs it unless there is nothing to do. */
  start(partner: Partner, id: string, transition: Transition<W>): Promise<void> {
    return this.exclusively(partner, id, () => this.#run(partner, id, transition));
  }

  /** Resumes a job from its stored state. */
  resume(partner: Partner, id: string): Promise<void> {
    return this.exclusively(partner, id, () => this.#resume(partner, id));
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #run(partner: Partner, id: string, transition: Transition<W>): Promise<void> {
    const item = await saveTransition(this.#kind.stored, partner, id, transition);
    if (item === undefined) return;
    const { userId, delivered, wakeAt } = await this.#kind.run(partner, item);
    if (!delivered) this.undelivered.add(partner, userId, id);
    this.#wakeLater(partner, id, wakeAt);
  }

  async #resume(partner: Partner, id: string): Promise<void> {
    const { stored } = this.#kind;
    const work = (await stored.get(partner.tenantId, id))?.value;
    if (work === undefined || this.#kind.handleOnStart?.(partner, work) === true) return;
    const waits = work.state === 'unfinished' && work.finishing !== true;
    if (waits && !isDue(work, this.#deps.now())) return this.#wakeLater(partner, id, work.wakeAt);
    const discard = (): Promise<void> => discardIntent(stored, partner, id);
    if (work.state === 'intended' && !(await this.#deps.isTurnSaved(partner, work, discard))) return;
    await this.#run(partner, id, (left) => {
      if (left.state === 'done') return left;
      const ready = left.state === 'unfinished' ? this.#kind.requeued(left, left.finishing !== true) : left;
      return asRunning(ready, undefined);
    });
  }

  #wakeLater(partner: Partner, id: string, wakeAt: string | undefined): void {
    if (wakeAt === undefined) return;
    this.#setWakeTimer(`${partner.tenantId}/${id}`, wakeAt, () => void this.resume(partner, id));
  }
}

const asRunning = <W extends DurableJob>(work: W, progressCard: string | undefined): W => ({
  ...work,
  state: 'running',
  ...defined({ progressCard }),
});

/** Applies a transition to the stored job and saves it; resolves to the saved job. */
async function saveTransition<W extends DurableJob>(
  stored: Collection<W>,
  { tenantId }: Partner,
  id: string,
  transition: Transition<W>,
): Promise<Item<W> | undefined> {
  const item = await stored.get(tenantId, id);
  const value = item === undefined ? undefined : transition(item.value);
  if (item === undefined || value === undefined) return undefined;
  return value === item.value ? item : { id, value, etag: await stored.replace(tenantId, id, value, item.etag) };
}

/** Removes the intent of a turn that was never saved; its draft still exists and may be submitted again. */
async function discardIntent<W extends DurableJob>(
  stored: Collection<W>,
  { tenantId }: Partner,
  id: string,
): Promise<void> {
  const item = await stored.get(tenantId, id);
  if (item?.value.state === 'intended') await stored.remove(tenantId, id, item.etag);
}

/** Ids of jobs with an undelivered outcome, by user. After a restart they are found in the storage again. */
function createUndelivered() {
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

import type { JobLease } from '../../model/requestedBy.ts';
import type { Collection, Item } from '../../storage/collection.ts';
import { untilFresh } from '../../storage/conflicts.ts';
import { keyQueue } from '../../lib/keyQueue.ts';
import { brokenLease, type JobLeases, releasedLease } from './jobLeases.ts';

/** Raised when another process has taken over the job: this one must not go on with it. */
export class LeaseLost extends Error {
  constructor(id: string) {
    super(`the job ${id} was taken over by another process`);
  }
}

/** Waits for the save of a card that shows a password, and blanks the card where another process has the job. */
export async function blankedIfLost(saving: Promise<void>, blank: () => Promise<void>): Promise<void> {
  try {
    await saving;
  } catch (error) {
    if (error instanceof LeaseLost) await blank();
    throw error;
  }
}

/** The part of a job that its lease needs. */
interface LeasedJob {
  readonly id: string;
  readonly lease?: JobLease;
}

/** Dependencies of held jobs. */
export interface HeldJobDeps {
  readonly jobLeases: JobLeases;
  readonly elapsed: () => number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

/**
 * A job that this process works on: its latest saved version. Every write renews the lease and names the version before, so
 * that the write of a process which lost the job is refused; a step that takes long renews the lease beside it.
 */
export class HeldJob<W extends LeasedJob> {
  job: W;
  #etag: string;
  #renewed: number;
  /** True where another process had it, which ended or stands still. */
  readonly isTakenOver: boolean;
  /** False when the lease was given back or lost. */
  #isHeld = true;
  readonly #deps: HeldJobDeps;
  readonly #stored: Collection<W>;
  readonly #partner: string;
  readonly #writes = keyQueue();

  constructor(
    deps: HeldJobDeps,
    stored: Collection<W>,
    partner: string,
    item: Item<W>,
    former: JobLease | undefined = item.value.lease,
  ) {
    this.#deps = deps;
    this.#stored = stored;
    this.#partner = partner;
    this.job = item.value;
    this.#etag = item.etag;
    this.#renewed = deps.elapsed();
    this.isTakenOver = former?.until !== undefined && former.owner !== deps.jobLeases.take(former).owner;
    if (deps.jobLeases.shared) this.#renewLater();
  }

  /** Saves the next version and renews the lease. Raises StaleDocument, and LeaseLost once the lease was given back. */
  save(job: W): Promise<void> {
    return this.#write(() => this.#replace({ ...job, lease: this.#deps.jobLeases.take(this.job.lease) }));
  }

  /** Saves the last version of this run and gives the lease back in the same write. */
  saveLast(job: W): Promise<void> {
    return this.#write(async () => {
      await this.#replace(withReleasedLease(job, this.job.lease));
      this.#isHeld = false;
    });
  }

  /** Saves a change of the present version, which others may have changed too; false when the job is gone. */
  update(change: (present: W) => W): Promise<boolean> {
    return this.#update((present) => ({ ...change(present), lease: this.#deps.jobLeases.take(present.lease) }));
  }

  /** Saves the last change of this run to the present version, and gives the lease back in the same write. */
  async updateLast(change: (present: W) => W): Promise<void> {
    if (await this.#update((present) => withReleasedLease(change(present), present.lease))) this.#isHeld = false;
  }

  /** Removes the job. */
  remove(): Promise<void> {
    return this.#write(async () => {
      await this.#stored.remove(this.#partner, this.job.id, this.#etag);
      this.#isHeld = false;
    });
  }

  /** Raises LeaseLost when this version, which was just read, is another process's. */
  check({ lease }: LeasedJob): void {
    if (lease?.owner !== this.job.lease?.owner) this.#isHeld = false;
    this.#mustBeHeld();
  }

  /** Raises LeaseLost when another process has the job or ended it. Asks the storage only where the lease may have run out. */
  async confirm(): Promise<void> {
    if (this.#deps.jobLeases.shared && this.#age() > this.#deps.jobLeases.time / 2)
      await this.#write(async () => {
        this.#isHeld = await this.#renew();
      });
    this.#mustBeHeld();
  }

  /** Gives the lease back where it was not done by a save; of a run that was broken off, so that another goes on at once. */
  release(isEnded: boolean): Promise<void> {
    if (!this.#isHeld || !this.#deps.jobLeases.shared) return Promise.resolve();
    return this.#write(async () => {
      const present = await this.#present();
      this.#isHeld = false;
      if (present?.value.lease === undefined) return;
      const lease = (isEnded ? releasedLease : brokenLease)(present.value.lease);
      await this.#stored.replace(this.#partner, this.job.id, { ...present.value, lease }, present.etag);
    });
  }

  async #update(change: (present: W) => W): Promise<boolean> {
    let isThere = false;
    await this.#write(() =>
      untilFresh(async () => {
        const present = (await this.#recalled()) ?? (await this.#present());
        isThere = present !== undefined;
        if (present === undefined) return;
        this.#etag = present.etag;
        await this.#replace(change(present.value));
      }),
    );
    return isThere;
  }

  #age(): number {
    return this.#deps.elapsed() - this.#renewed;
  }

  #mustBeHeld(): void {
    if (!this.#isHeld) throw new LeaseLost(this.job.id);
  }

  // One write after the other: each names the version that the former one left.
  async #write(write: () => Promise<void>): Promise<void> {
    await this.#writes.run('', async () => {
      this.#mustBeHeld();
      await write();
    });
  }

  async #replace(value: W): Promise<void> {
    this.#etag = await this.#stored.replace(this.#partner, value.id, value, this.#etag);
    this.job = value;
    this.#renewed = this.#deps.elapsed();
  }

  /** The job as this process left it; undefined where it is to be read. */
  async #recalled(): Promise<Item<W> | undefined> {
    const left = await this.#stored.recall(this.#partner, this.job.id);
    if (left !== undefined) this.check(left.value);
    return left;
  }

  /** The stored job; undefined when it was removed. Raises LeaseLost. */
  async #present(): Promise<Item<W> | undefined> {
    const present = await this.#stored.get(this.#partner, this.job.id);
    if (present !== undefined) this.check(present.value);
    return present;
  }

  /** Renews the lease; false when the job is gone. A change that somebody else made is kept, and the next save still fails for it. */
  async #renew(): Promise<boolean> {
    const present = await this.#present();
    if (present === undefined) return false;
    const value = { ...present.value, lease: this.#deps.jobLeases.take(present.value.lease) };
    const etag = await this.#stored.replace(this.#partner, this.job.id, value, present.etag);
    this.#renewed = this.#deps.elapsed();
    if (present.etag !== this.#etag) return true;
    this.#etag = etag;
    this.job = value;
    return true;
  }

  #renewLater(): void {
    this.#deps.later(() => void this.#renewWhenOld(), this.#deps.jobLeases.time / 3);
  }

  async #renewWhenOld(): Promise<void> {
    if (!this.#isHeld) return;
    try {
      if (this.#age() >= this.#deps.jobLeases.time / 3) await this.#write(async () => void (await this.#renew()));
    } catch {
      // Tried again soon; where the lease was lost, the next save says so.
    }
    if (this.#isHeld) this.#renewLater();
  }
}

const withReleasedLease = <W extends LeasedJob>(job: W, lease: JobLease | undefined): W =>
  lease === undefined ? job : { ...job, lease: releasedLease(lease) };

import { LRUCache } from 'lru-cache';
import type { JobLease } from '../../model/requestedBy.ts';
import { minute } from '../../lib/durations.ts';

/** Milliseconds a lease lasts: a job whose process died is taken over within a minute. */
export const leaseTime = 30_000;

/** Milliseconds by which the clocks of two machines may differ. */
export const clockSkew = 10 * minute;

/** Most leases of other processes that are remembered. */
const maxSeen = 10_000;

/** The leases of one process: the jobs that it works on, and that others leave to it. */
export interface JobLeases {
  /** True where other processes may work on the same records. */
  readonly shared: boolean;
  /** Milliseconds a lease lasts, unless it is renewed. */
  readonly time: number;
  /** A lease of this process from now on, for a job with that lease before. */
  take(former: JobLease | undefined): JobLease;
  /** True while the lease of that job is another process's, and that process seems to be alive. */
  isOfAnother(job: string, lease: JobLease | undefined): boolean;
  /** True for a lease of this process that has not run out by its own clock. */
  isOurs(lease: JobLease | undefined): boolean;
}

/** Dependencies of leases. */
interface LeaseDeps {
  /** Id of this process, another one at each start. */
  readonly owner: string;
  readonly shared: boolean;
  readonly now: () => Date;
  /** Milliseconds on a clock that nobody sets. */
  readonly elapsed: () => number;
  /** Milliseconds a lease lasts; the same in all processes. */
  readonly time?: number;
}

/**
 * Creates the leases of a process. Where one process holds all records, every other lease is that of a dead one. Else a
 * lease has run out when it was seen unchanged for its whole time: clocks of machines differ, so its own time counts only
 * when it is long over.
 */
export function createJobLeases({ owner, shared, now, elapsed, time = leaseTime }: LeaseDeps): JobLeases {
  const seen = new LRUCache<string, { readonly lease: string; readonly since: number }>({ max: maxSeen });
  return {
    shared,
    time,
    take: (former) => ({
      owner,
      until: new Date(now().getTime() + time).toISOString(),
      ...(former !== undefined && (former.handedOver === true || former.owner !== owner) ? { handedOver: true } : {}),
    }),
    isOfAnother(job, lease) {
      if (!shared || lease?.until === undefined || lease.owner === owner) return false;
      if (Date.parse(lease.until) + clockSkew < now().getTime()) return false;
      const name = `${lease.owner} ${lease.until}`;
      const former = seen.get(job);
      if (former?.lease === name) return elapsed() - former.since < time;
      seen.set(job, { lease: name, since: elapsed() });
      return true;
    },
    isOurs: (lease) => lease?.until !== undefined && lease.owner === owner && Date.parse(lease.until) > now().getTime(),
  };
}

/** The lease of a job whose run has ended: without its time. */
export const releasedLease = ({ until: _until, ...lease }: JobLease): JobLease => lease;

/** The lease of a job whose run was broken off, so that anyone takes the job at once: one that ran out long ago. */
export const brokenLease = (lease: JobLease): JobLease => ({ ...lease, until: new Date(0).toISOString() });

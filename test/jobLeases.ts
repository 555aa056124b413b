import { createJobLeases, type JobLeases } from '../bot/jobs/jobLeases.ts';

/** The leases of a process of that name, on a clock that tests set; others hold the same records where `shared`. */
export const jobLeasesOf = (owner: string, now: () => Date, shared = false): JobLeases =>
  createJobLeases({ owner, shared, now, elapsed: () => now().getTime() });

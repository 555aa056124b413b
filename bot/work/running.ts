import type { CreatedCustomer } from '../../partner-center/partnerCenter.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Announced } from './announcing.ts';

/** A job as it is worked on: its latest version, which every step writes down, and the credentials it must not. */
export interface Running extends Announced {
  job: Job;
  etag: string;
  created?: CreatedCustomer;
}

/** Writes its next version down. */
export async function write(running: Running, job: Job): Promise<void> {
  running.etag = await running.tools.jobs.replace(running.partner.tenantId, job.id, job, running.etag);
  running.job = job;
}

import { isDeepStrictEqual } from 'node:util';
import type { Partner } from '../partner-center/partner.ts';
import type { Collection } from '../storage/collection.ts';
import type { Customer } from '../storage/customers.ts';
import type { Job } from '../storage/jobs.ts';

/**
 * Records the customer of a job once Partner Center has it, and keeps its steps up to date; called after every step.
 * The job is the only writer of a record while it runs.
 */
export async function recordCustomer(
  customers: Collection<Customer>,
  partner: Partner,
  job: Job,
  practice: boolean,
): Promise<void> {
  const { microsoftId } = job.stages.customer;
  if (microsoftId === undefined) return;
  const stored = await customers.get(partner.tenantId, job.id);
  if (isDeepStrictEqual(stored?.value.stages, job.stages)) return;
  const record = recordOf(job, microsoftId, partner, practice);
  if (stored === undefined) await customers.insert(partner.tenantId, job.id, record);
  else await customers.replace(partner.tenantId, job.id, { ...stored.value, stages: job.stages }, stored.etag);
}

const recordOf = (job: Job, microsoftId: string, partner: Partner, practice: boolean): Customer => ({
  id: job.id,
  companyName: job.request.customer.companyName,
  domain: job.request.customer.domain,
  microsoftId,
  country: job.request.customer.address.country,
  cloud: partner.cloud,
  sections: job.sections,
  ...(job.reseller === undefined ? {} : { reseller: job.reseller }),
  stages: job.stages,
  addedBy: { userId: job.userId, ...(job.userName === undefined ? {} : { name: job.userName }) },
  addedAt: job.stages.customer.at ?? job.createdAt,
  practice,
});

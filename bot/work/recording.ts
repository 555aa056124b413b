import { isDeepStrictEqual } from 'node:util';
import { qualificationAnswers } from '../../partner-center/qualification.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Qualification } from '../../partner-center/partnerCenter.ts';
import type { Change } from '../../storage/changes.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customer } from '../../storage/customers.ts';
import { StaleDocument } from '../../storage/documents.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Stage, Stages } from '../../storage/stages.ts';
import type { Target } from '../../storage/target.ts';

/**
 * Records the customer of a job once Partner Center has it, and brings its steps up to date.
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

/** A change as far as records follow from it. */
interface Recorded extends Pick<Change, 'what' | 'ofSubmission' | 'dropped'> {
  readonly customer: Pick<Target, 'record'>;
}

/** Brings the record of a changed customer up to date, where there is one; again changes nothing. */
export async function recordChange(
  customers: Collection<Customer>,
  { tenantId }: Pick<Partner, 'tenantId'>,
  change: Recorded,
  now: Date,
): Promise<void> {
  const { record } = change.customer;
  const stored = record === undefined ? undefined : await customers.get(tenantId, record);
  const changed = stored === undefined ? undefined : recordAfter(stored.value, change, now);
  if (stored === undefined || changed === undefined || isDeepStrictEqual(stored.value, changed)) return;
  try {
    await customers.replace(tenantId, stored.id, changed, stored.etag);
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    // Somebody else's change went first, so this cannot repeat without end.
    await recordChange(customers, { tenantId }, change, now);
  }
}

function recordAfter(record: Customer, change: Recorded, now: Date): Customer | undefined {
  const { what } = change;
  if (change.dropped === true && change.ofSubmission !== true) return undefined;
  if (change.ofSubmission === true) return { ...record, stages: stagesAfter(record.stages, change, now) };
  if (what.kind === 'relationship') return { ...record, relationship: 'none' };
  if (what.kind === 'order' && what.instead === true) return settled(record);
  if (what.kind === 'qualification') return qualified(record, what.wanted, now);
  if (what.kind !== 'account') return undefined;
  return { ...record, companyName: what.companyName, sections: { ...record.sections, ...what.sections } };
}

/** How far a submission is when what it left waiting was done, or given up. */
function stagesAfter({ agreement, subscriptions, ...others }: Stages, { what, dropped }: Recorded, now: Date): Stages {
  const isAwaited = (stage: Stage | undefined): stage is Stage => stage?.state === 'awaited';
  const done = ({ requestId }: Stage) => ({ state: 'done' as const, requestId, at: now.toISOString() });
  const seen = dropped === true || !isAwaited(agreement) ? agreement : done(agreement);
  const isOpen = isAwaited(subscriptions) && what.kind === 'order';
  const ordered = isOpen
    ? dropped === true
      ? undefined
      : { ...done(subscriptions), lines: what.lines }
    : subscriptions;
  return {
    ...others,
    ...(seen === undefined ? {} : { agreement: seen }),
    ...(ordered === undefined ? {} : { subscriptions: ordered }),
  };
}

/** A qualification that was asked for stands among the answers, and what was refused when the customer was added is no longer. */
function qualified({ sections, stages, ...record }: Customer, wanted: Qualification, now: Date): Customer {
  const { company } = sections;
  const { qualification } = stages;
  return {
    ...record,
    sections:
      company === undefined
        ? sections
        : {
            ...sections,
            company: { ...company, qualification: wanted.kind },
            qualification: qualificationAnswers(wanted),
          },
    stages:
      qualification?.state === 'refused' || qualification?.state === 'failed'
        ? { ...stages, qualification: { state: 'done', requestId: qualification.requestId, at: now.toISOString() } }
        : stages,
  };
}

/** What was refused when the customer was added is ordered otherwise by now. */
function settled(record: Customer): Customer {
  const { subscriptions } = record.stages;
  if (subscriptions === undefined) return record;
  return { ...record, stages: { ...record.stages, subscriptions: { ...subscriptions, settled: true } } };
}

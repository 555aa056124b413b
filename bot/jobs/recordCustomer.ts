import { isDeepStrictEqual } from 'node:util';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { qualificationAnswers, type Qualification } from '../../partner-center/rules/qualification.ts';
import type { Change } from '../../model/change.ts';
import type { Collection } from '../../storage/collection.ts';
import { insertOnce, updateItem } from '../../storage/conflicts.ts';
import type { Customer } from '../../model/customer.ts';
import type { Submission } from '../../model/submission.ts';
import type { Stage, Stages } from '../../model/stages.ts';
import type { CustomerRef } from '../../model/customerRef.ts';
import { defined } from '../../lib/optional.ts';

/** Records the customer of a submission that Partner Center has just created; an earlier run may have recorded it. */
export async function recordNewCustomer(
  customers: Collection<Customer>,
  partner: Partner,
  job: Submission,
  practice: boolean,
): Promise<void> {
  const record = recordOf(job, partner, practice);
  if (record === undefined) return;
  const isNew = await insertOnce(customers, partner.tenantId, job.id, record);
  if (!isNew) await recordCustomer(customers, partner, job, practice);
}

/**
 * Updates the stages of the record of a submission's customer, or records it where it is not there.
 * The job is the only writer of a record while it runs.
 */
export async function recordCustomer(
  customers: Collection<Customer>,
  partner: Partner,
  job: Submission,
  practice: boolean,
): Promise<void> {
  const record = recordOf(job, partner, practice);
  if (record === undefined) return;
  const { stages } = job;
  const recorded = await updateItem(customers, partner.tenantId, job.id, (present) =>
    isDeepStrictEqual(present.stages, stages) ? undefined : { ...present, stages },
  );
  if (recorded === undefined) await customers.insert(partner.tenantId, job.id, record);
}

/** The record of a submission's customer; undefined where there is no customer yet. */
function recordOf(job: Submission, partner: Partner, practice: boolean): Customer | undefined {
  const { microsoftId, at = job.createdAt } = job.stages.customer;
  if (microsoftId === undefined) return undefined;
  return {
    id: job.id,
    companyName: job.request.customer.companyName,
    domain: job.request.customer.domain,
    microsoftId,
    country: job.request.customer.address.country,
    cloud: partner.cloud,
    sections: job.sections,
    ...defined({ reseller: job.reseller }),
    stages: job.stages,
    addedBy: { userId: job.userId, ...defined({ name: job.userName }) },
    addedAt: at,
    practice,
  };
}

/** The fields of a change that affect records. */
interface RecordedChange extends Pick<Change, 'what' | 'ofSubmission' | 'dropped'> {
  readonly customer: Pick<CustomerRef, 'record'>;
}

/** Updates the record of a changed customer, if there is one. A second call changes nothing. */
export async function recordChange(
  customers: Collection<Customer>,
  { tenantId }: Pick<Partner, 'tenantId'>,
  change: RecordedChange,
  now: Date,
): Promise<void> {
  const { record } = change.customer;
  if (record === undefined) return;
  await updateItem(customers, tenantId, record, (present) => {
    const changed = recordAfter(present, change, now);
    return isDeepStrictEqual(present, changed) ? undefined : changed;
  });
}

function recordAfter(record: Customer, change: RecordedChange, now: Date): Customer | undefined {
  const { what } = change;
  if (change.dropped === true && change.ofSubmission !== true) return undefined;
  if (change.ofSubmission === true) return { ...record, stages: stagesAfter(record.stages, change, now) };
  if (what.kind === 'relationship') return { ...record, relationship: 'none' };
  if (what.kind === 'order' && what.instead === true) return withSettledOrder(record);
  if (what.kind === 'qualification') return withQualification(record, what.wanted, now);
  if (what.kind !== 'account') return undefined;
  return { ...record, companyName: what.companyName, sections: { ...record.sections, ...what.sections } };
}

/** The stages of a submission after its awaited change was done or dropped. */
function stagesAfter(
  { agreement, subscriptions, ...others }: Stages,
  { what, dropped }: RecordedChange,
  now: Date,
): Stages {
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
    ...defined({ agreement: seen, subscriptions: ordered }),
  };
}

/** The record with a requested qualification among its answers; an earlier refusal of it is cleared. */
function withQualification({ sections, stages, ...record }: Customer, wanted: Qualification, now: Date): Customer {
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

/** The record with its refused order marked as settled by a later one. */
function withSettledOrder(record: Customer): Customer {
  const { subscriptions } = record.stages;
  if (subscriptions === undefined) return record;
  return { ...record, stages: { ...record.stages, subscriptions: { ...subscriptions, settled: true } } };
}

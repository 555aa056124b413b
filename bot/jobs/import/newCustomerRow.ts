import { storedReseller } from '../../../cards/labels.ts';
import { judgeRow } from '../../../forms/import/judgeRow.ts';
import { rowContext, type ValidRow } from '../../../forms/import/row.ts';
import { submissionRequestOf, chosenReseller, stagesOf } from '../../../forms/request.ts';
import { insertOnce } from '../../../storage/conflicts.ts';
import type { ImportRow } from '../../../model/import.ts';
import type { Submission } from '../../../model/submission.ts';
import { releaseCustomer, reserveCustomer } from './reservations.ts';
import { cellsFor, recordIdOf, type ImportRun } from './importRun.ts';
import { defined } from '../../../lib/optional.ts';

/**
 * Runs a row with a new customer: starts its submission once, however often the row runs, and follows it to its end.
 */
export async function runNewCustomerRow(run: ImportRun, row: ImportRow): Promise<ImportRow> {
  const { deps, partner } = run;
  const own = recordIdOf(run, row);
  if (row.record !== undefined) return followSubmission(run, row, row.record);
  const begun = (await deps.jobs.get(partner.tenantId, own)) ?? (await deps.customers.get(partner.tenantId, own));
  if (begun !== undefined) return followSubmission(run, row, own);
  const { row: good, faults } = judgeRow(cellsFor(run, row), run.facts);
  // The date, the rules and the offers may have changed since the file was checked.
  if (good?.kind !== 'new') return { ...row, state: 'failed', faults: [...faults] };
  const recorded = run.known.get(good.domain);
  if (recorded !== undefined) return { ...row, state: 'there', record: recorded };
  const holder = await reserveCustomer(run, { domain: good.domain, microsoftId: '' }, own);
  if (holder.by === 'record') {
    await releaseCustomer(run, { domain: good.domain, microsoftId: '' }, own);
    return { ...row, state: 'there', record: holder.record };
  }
  if (holder.by === 'unfinished') return followSubmission(run, row, holder.record);
  await insertOnce(deps.jobs, partner.tenantId, own, submissionOf(run, row, good));
  return followSubmission(run, row, own);
}

function submissionOf(run: ImportRun, row: ImportRow, { accepted }: Extract<ValidRow, { kind: 'new' }>): Submission {
  const { deps, head } = run;
  const context = rowContext(run.facts, accepted);
  const request = submissionRequestOf(context, deps.now());
  const reseller = chosenReseller(context);
  return {
    id: recordIdOf(run, row),
    state: 'running',
    ...ownerOf(run),
    createdAt: deps.now().toISOString(),
    sections: accepted,
    ...(reseller === undefined ? {} : { reseller: storedReseller(reseller) }),
    request,
    stages: stagesOf(request, context, deps.newId),
    ofImport: { quiet: run.quiet(row), id: run.head.id },
    conversation: head.conversation,
    lease: deps.jobLeases.take(undefined),
  };
}

const ownerOf = ({
  head: { userId, userName, language },
}: ImportRun): Pick<Submission, 'userId' | 'userName' | 'language'> => ({
  userId,
  ...defined({ userName }),
  language,
});

/** Resumes the submission of a row; resolves to the row with its outcome. */
async function followSubmission(run: ImportRun, row: ImportRow, record: string): Promise<ImportRow> {
  const { deps, partner } = run;
  const job = await deps.jobs.get(partner.tenantId, record);
  if (job?.value.state === 'unfinished' && job.value.stages.customer.state !== 'refused') {
    await adoptSubmission(run, row, job.value, job.etag);
    await deps.submissions.finish(partner, record);
  } else if (job !== undefined) await deps.submissions.reconcile(partner, record);
  return rowOutcome(run, { ...row, record, faults: [] });
}

/** Makes an unfinished submission part of this import, unless its password is shown in another conversation. */
async function adoptSubmission(run: ImportRun, row: ImportRow, job: Submission, etag: string): Promise<void> {
  const { deps, partner, head } = run;
  if (job.confirmationCard !== undefined) return;
  const { progressCard: _progress, userName: _name, ...kept } = job;
  const ofImport = { quiet: run.quiet(row), id: head.id };
  const adopted = { ...kept, ...ownerOf(run), conversation: head.conversation, ofImport };
  await deps.jobs.replace(partner.tenantId, job.id, adopted, etag);
}

async function rowOutcome(run: ImportRun, { refusal: _refusal, ...row }: ImportRow): Promise<ImportRow> {
  const { deps, partner } = run;
  const record = row.record ?? '';
  const job = (await deps.jobs.get(partner.tenantId, record))?.value;
  // The storage stopped it: the submission is resumed, and so is the import.
  if (job?.state === 'running' || job?.state === 'intended') throw new Error('a submission of an import was stopped');
  if (job === undefined || job.stages.customer.state === 'done') {
    const created = await deps.customers.get(partner.tenantId, record);
    return created === undefined
      ? { ...row, state: 'failed', refusal: { reason: 'other' } }
      : { ...row, state: 'added' };
  }
  const { state, fault } = job.stages.customer;
  const refusal = fault ?? { reason: 'unavailable' };
  return { ...row, state: state === 'refused' ? 'failed' : 'unfinished', refusal };
}

/**
 * Cleans up the submission of a row after its outcome is saved: removes a refused one and one without an open card; an
 * unfinished one reports itself from here on.
 */
export async function cleanUpRow(run: ImportRun, row: ImportRow): Promise<void> {
  const { deps, partner } = run;
  if (row.record === undefined || row.kind !== 'new' || !['failed', 'added', 'unfinished'].includes(row.state)) return;
  const stored = await deps.jobs.get(partner.tenantId, row.record);
  if (row.state === 'failed') {
    const { domain } = judgeRow(cellsFor(run, row), run.facts);
    await releaseCustomer(run, { domain, microsoftId: '' }, row.record);
  }
  if (stored?.value.ofImport === undefined) return;
  const { ofImport: _told, ...job } = stored.value;
  if (row.state === 'failed' || (row.state === 'added' && job.state === 'done' && job.confirmationCard === undefined))
    await deps.jobs.remove(partner.tenantId, job.id, stored.etag);
  else if (job.state === 'unfinished') await deps.jobs.replace(partner.tenantId, job.id, job, stored.etag);
}

import { keptReseller } from '../../cards/resellerWords.ts';
import { judgeRow } from '../../forms/importing/judge.ts';
import { contextFor, type GoodRow } from '../../forms/importing/row.ts';
import { requestOf, resellerOf, stagesOf } from '../../forms/request.ts';
import { DocumentExists } from '../../storage/documents.ts';
import type { ImportRow } from '../../storage/importRows.ts';
import type { Job } from '../../storage/jobs.ts';
import { release, reserve } from './reserving.ts';
import { cellsFor, recordOf, type Run } from './run.ts';

/** A new customer: a submission of its own, begun once however often the row is, and followed to its end. */
export async function addRow(run: Run, row: ImportRow): Promise<ImportRow> {
  const { tools, partner } = run;
  const own = recordOf(run, row);
  if (row.record !== undefined) return follow(run, row, row.record);
  const begun = (await tools.jobs.get(partner.tenantId, own)) ?? (await tools.customers.get(partner.tenantId, own));
  if (begun !== undefined) return follow(run, row, own);
  const { row: good, faults } = judgeRow(cellsFor(run, row), run.facts);
  // The day, the rules and the offers may be others than when the file was checked.
  if (good?.kind !== 'new') return { ...row, state: 'failed', faults: [...faults] };
  const there = run.known.get(good.domain);
  if (there !== undefined) return { ...row, state: 'there', record: there };
  const held = await reserve(run, { domain: good.domain, microsoftId: '' }, own);
  if (held.by === 'record') return { ...row, state: 'there', record: held.record };
  if (held.by === 'unfinished') return follow(run, row, held.record);
  await begin(run, jobOf(run, row, good));
  return follow(run, row, own);
}

async function begin({ tools, partner }: Run, job: Job): Promise<void> {
  try {
    await tools.jobs.insert(partner.tenantId, job.id, job);
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
}

function jobOf(run: Run, row: ImportRow, { accepted }: Extract<GoodRow, { kind: 'new' }>): Job {
  const { tools, head } = run;
  const context = contextFor(run.facts, accepted);
  const request = requestOf(context, tools.now());
  const reseller = resellerOf(context);
  return {
    id: recordOf(run, row),
    state: 'running',
    ...ownerOf(run),
    createdAt: tools.now().toISOString(),
    sections: accepted,
    ...(reseller === undefined ? {} : { reseller: keptReseller(reseller) }),
    request,
    stages: stagesOf(request, context, tools.newId),
    ofImport: { quiet: run.quiet(row), id: run.head.id },
    conversation: head.conversation,
  };
}

const ownerOf = ({ head: { userId, userName, language } }: Run): Pick<Job, 'userId' | 'userName' | 'language'> => ({
  userId,
  ...(userName === undefined ? {} : { userName }),
  language,
});

/** Carries a submission on, and tells what became of its customer. */
async function follow(run: Run, row: ImportRow, record: string): Promise<ImportRow> {
  const { tools, partner } = run;
  const job = await tools.jobs.get(partner.tenantId, record);
  if (job?.value.state === 'unfinished' && job.value.stages.customer.state !== 'refused') {
    await adopt(run, row, job.value, job.etag);
    await tools.submissions.finish(partner, record);
  } else if (job !== undefined) await tools.submissions.reconsider(partner, record);
  return outcome(run, { ...row, record, faults: [] });
}

/** What waited for Finish is told as this import's own, unless its password stands open in another conversation. */
async function adopt(run: Run, row: ImportRow, job: Job, etag: string): Promise<void> {
  const { tools, partner, head } = run;
  if (job.confirmationCard !== undefined) return;
  const { progressCard: _progress, userName: _name, ...kept } = job;
  const ofImport = { quiet: run.quiet(row), id: head.id };
  const adopted = { ...kept, ...ownerOf(run), conversation: head.conversation, ofImport };
  await tools.jobs.replace(partner.tenantId, job.id, adopted, etag);
}

async function outcome(run: Run, { refusal: _refusal, ...row }: ImportRow): Promise<ImportRow> {
  const { tools, partner } = run;
  const record = row.record ?? '';
  const job = (await tools.jobs.get(partner.tenantId, record))?.value;
  // Storage stopped it: it is taken up again, and so is the import.
  if (job?.state === 'running' || job?.state === 'intended') throw new Error('a submission of an import was stopped');
  if (job === undefined || job.stages.customer.state === 'done') {
    const created = await tools.customers.get(partner.tenantId, record);
    return created === undefined
      ? { ...row, state: 'failed', refusal: { reason: 'other' } }
      : { ...row, state: 'added' };
  }
  const { state, fault } = job.stages.customer;
  const refusal = fault ?? { reason: 'unavailable' };
  return { ...row, state: state === 'refused' ? 'failed' : 'unfinished', refusal };
}

/**
 * What is left of a row's submission when its outcome is written down: nothing of one that was refused, or that nobody
 * is shown; one that waits for Finish tells of itself from here.
 */
export async function tidyAdded(run: Run, row: ImportRow): Promise<void> {
  const { tools, partner } = run;
  if (row.record === undefined || row.kind !== 'new' || !['failed', 'added', 'unfinished'].includes(row.state)) return;
  const stored = await tools.jobs.get(partner.tenantId, row.record);
  if (row.state === 'failed') {
    const { domain } = judgeRow(cellsFor(run, row), run.facts);
    await release(run, { domain, microsoftId: '' }, row.record);
  }
  if (stored?.value.ofImport === undefined) return;
  const { ofImport: _told, ...job } = stored.value;
  if (row.state === 'failed' || (row.state === 'added' && job.state === 'done' && job.confirmationCard === undefined))
    await tools.jobs.remove(partner.tenantId, job.id, stored.etag);
  else if (job.state === 'unfinished') await tools.jobs.replace(partner.tenantId, job.id, job, stored.etag);
}

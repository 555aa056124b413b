import { refusalOf, type Refusal } from '../../partner-center/fault.ts';
import { refusedLines } from '../../partner-center/orderedLines.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { sentCalls, type SentCalls } from '../../partner-center/sentCalls.ts';
import { advance, giveUp, nextStage } from '../../partner-center/submission.ts';
import type { AuditLine } from '../../storage/audit.ts';
import type { Item } from '../../storage/collection.ts';
import type { Job } from '../../storage/jobs.ts';
import type { StageName, Stages } from '../../storage/stages.ts';
import { announceProgress, announceRefusal } from './announcing.ts';
import { conclude, type SubmissionEnded } from './concluding.ts';
import { recordCustomer } from './recording.ts';
import { isResumed } from './resumed.ts';
import { write, type Running } from './running.ts';
import type { SubmissionTools } from './submissionTools.ts';
import { toldWhileSlow } from './slowStep.ts';
import { tries } from './tries.ts';
import { wakeAtOf } from './wakeUp.ts';

/** Does what is left of a submission. */
export async function carryOut(
  tools: SubmissionTools,
  partner: Partner,
  { value: job, etag }: Item<Job>,
): Promise<SubmissionEnded> {
  const running: Running = { tools, partner, job, etag };
  for (let name = nextStage(running.job); name !== undefined; name = nextStage(running.job)) {
    if (!(await doStage(running, name))) break;
  }
  const { stages, ofImport } = running.job;
  // What was refused of an import is told by the import: fifty drafts would be no help.
  return stages.customer.state === 'refused' && ofImport === undefined ? giveBack(running) : conclude(running);
}

/** One step, tried as often as the waits say while its fault may pass; false when nothing can be done after it now. */
async function doStage(running: Running, name: StageName): Promise<boolean> {
  const { tools, job } = running;
  const calls = sentCalls();
  const tell = (): Promise<void> => announceProgress(running);
  const error = await toldWhileSlow(tools, tell, () =>
    tries(tools, { job: job.id, stage: name }, () => tryStage(running, name, calls)),
  );
  if (error === undefined) return true;
  await audit(running, name, 'failed', error.refusal);
  const stages = giveUp(running.job.stages, name, error);
  const isAwaited = stages[name]?.state === 'awaited';
  const wakeAt = isAwaited ? undefined : wakeAtOf(error, tools.now());
  await write(running, { ...running.job, stages, ...(wakeAt === undefined ? {} : { wakeAt }) });
  return isAwaited;
}

async function tryStage(running: Running, name: StageName, calls: SentCalls): Promise<void> {
  const { tools, partner } = running;
  const partnerCenter = tools.partnerCenterOf(partner);
  const resumed = isResumed(tools, running.job.createdAt);
  const { stages, created } = await calls.within(() =>
    advance({ ...running.job, resumed }, name, partnerCenter, tools.now),
  );
  if (created !== undefined) running.created = created;
  // Before the step counts as done: what is cut off in between is done and audited again, which changes nothing.
  await auditStage(running, name, stages, calls.last());
  await write(running, { ...running.job, stages });
  // Recorded as soon as there is one; what follows is brought up to date when the submission ends.
  if (name === 'customer') await recordCustomer(tools.customers, partner, running.job, partnerCenter.practice);
}

/** What waits for the customer is no deed yet, unless something was tried in vain. */
async function auditStage(
  running: Running,
  name: StageName,
  stages: Stages,
  correlationId: string | undefined,
): Promise<void> {
  const { state, fault: own } = stages[name] ?? {};
  const [refused] = name === 'subscriptions' && state === 'refused' ? refusedLines(stages.subscriptions) : [];
  const fault = own ?? refused?.fault;
  if (fault === undefined && state === 'awaited') return;
  if (fault === undefined) await audit(running, name, 'done', { correlationId });
  else await audit(running, name, state === 'awaited' ? 'failed' : 'refused', refusalOf(fault));
}

/** What a line of history has besides: why not, and by which ID Microsoft's support finds the call. */
type Particulars = Pick<Refusal, 'correlationId'> & Partial<Pick<Refusal, 'reason' | 'code'>>;

async function audit(
  { tools, partner, job }: Running,
  action: StageName,
  outcome: AuditLine['outcome'],
  { reason, code, correlationId = '' }: Particulars,
): Promise<void> {
  const { userId, userName } = job.finishedBy ?? job;
  await tools.audit.write(partner.tenantId, {
    at: tools.now().toISOString(),
    userId,
    ...(userName === undefined ? {} : { userName }),
    action,
    record: job.id,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(code === undefined ? {} : { code }),
    ...(correlationId === '' ? {} : { correlationId }),
  });
}

/** The customer was not created: the answers are a draft again, open on its card, with the reason. */
async function giveBack(running: Running): Promise<SubmissionEnded> {
  const { tools, partner, job, etag } = running;
  const draft = await tools.giveBack(partner, job);
  await announceRefusal(running, draft);
  await tools.jobs.remove(partner.tenantId, job.id, etag);
  // Told or not: the draft is among the person's drafts, with its faults.
  return { userId: job.userId, heard: true };
}

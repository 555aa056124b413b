import type { PasswordView } from '../cards/confirmationCard.ts';
import type { Partner } from '../partner-center/partner.ts';
import { passesSoon } from '../partner-center/fault.ts';
import { PartnerCenterError, type CreatedCustomer } from '../partner-center/partnerCenter.ts';
import { advance, giveUp, isComplete, nextStage } from '../partner-center/submission.ts';
import type { AuditLine } from '../storage/audit.ts';
import type { Job } from '../storage/jobs.ts';
import type { StageName } from '../storage/stages.ts';
import { announceEnd, announceProgress, announceRefusal, type Announced } from './announcing.ts';
import { failure } from './log.ts';
import { recordCustomer } from './recording.ts';
import type { SubmissionTools } from './submissionTools.ts';

/** A job as it is worked on: its latest version, which every step writes down, and the credentials it must not. */
interface Running extends Announced {
  /** Ties this run's log and audit lines together. */
  readonly correlationId: string;
  job: Job;
  etag: string;
  created?: CreatedCustomer;
}

/** How a run of a submission ended. */
export interface Ended {
  readonly userId: string;
  /** The partner was told. */
  readonly heard: boolean;
  /** When the confirmation with the credentials was sent. */
  readonly confirmedAt?: string;
}

/**
 * Does what is left of a submission, after `begin` turned the stored job into one to be worked on; undefined when there
 * was nothing to do.
 */
export async function carryOut(
  tools: SubmissionTools,
  partner: Partner,
  id: string,
  begin: (job: Job) => Job | undefined,
): Promise<Ended | undefined> {
  const stored = await tools.jobs.get(partner.tenantId, id);
  const begun = stored === undefined ? undefined : begin(stored.value);
  if (stored === undefined || begun === undefined) return undefined;
  const correlationId = tools.newId();
  const running: Running = { tools, partner, correlationId, job: stored.value, etag: stored.etag };
  if (begun !== stored.value) await write(running, begun);
  for (let name = nextStage(running.job); name !== undefined; name = nextStage(running.job)) {
    if (!(await doStage(running, name))) break;
  }
  return running.job.stages.customer.state === 'refused' ? giveBack(running) : conclude(running);
}

async function write(running: Running, job: Job): Promise<void> {
  running.etag = await running.tools.jobs.replace(running.partner.tenantId, job.id, job, running.etag);
  running.job = job;
}

/** One step, tried as often as the waits say while its fault may pass; false when it was given up. */
async function doStage(running: Running, name: StageName): Promise<boolean> {
  const { tools } = running;
  for (let attempt = 0; ; attempt++) {
    try {
      await tryStage(running, name);
      return true;
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      tools.log.warn({ err: failure(error), job: running.job.id, stage: name, attempt }, 'step failed');
      const pause = passesSoon(error.fault.reason) ? tools.waits[attempt] : undefined;
      if (pause === undefined) {
        await audit(running, name, 'failed', error.fault.reason, error.correlationId);
        await write(running, { ...running.job, stages: giveUp(running.job.stages, name, error) });
        return false;
      }
      await tools.wait(pause);
    }
  }
}

async function tryStage(running: Running, name: StageName): Promise<void> {
  const { tools, partner } = running;
  const partnerCenter = tools.partnerCenterOf(partner);
  const { stages, created } = await advance(running.job, name, partnerCenter, tools.now);
  if (created !== undefined) running.created = created;
  const fault = stages[name]?.fault;
  // Before the step counts as done: what is cut off in between is done and audited again, which changes nothing.
  if (fault === undefined) await audit(running, name, 'done');
  else await audit(running, name, 'refused', fault.reason, fault.correlationId);
  await write(running, { ...running.job, stages });
  await recordCustomer(tools.customers, partner, running.job, partnerCenter.practice);
  await announceProgress(running);
}

type AuditArguments = [action: StageName, outcome: AuditLine['outcome'], reason?: string, theirs?: string];

async function audit(
  { tools, partner, job, correlationId }: Running,
  ...[action, outcome, reason, theirs]: AuditArguments
): Promise<void> {
  await tools.audit.write(partner.tenantId, {
    at: tools.now().toISOString(),
    userId: job.userId,
    action,
    record: job.id,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    correlationId: theirs ?? correlationId,
  });
}

/** The customer was not created: the answers are a draft again, open on its card, with the reason. */
async function giveBack(running: Running): Promise<Ended> {
  const { tools, partner, job, etag } = running;
  const draft = await tools.giveBack(partner, job);
  await announceRefusal(running, draft);
  await tools.jobs.remove(partner.tenantId, job.id, etag);
  // Told or not: the draft is among the person's drafts, with its faults.
  return { userId: job.userId, heard: true };
}

/** Writes how the job ended, sends its confirmation, and writes down that it was sent. */
async function conclude(running: Running): Promise<Ended> {
  const { tools, partner, job } = running;
  await write(running, { ...job, state: isComplete(job.stages) ? 'done' : 'unfinished' });
  // Again: a former process may have ended between the job's last write and the record's.
  await recordCustomer(tools.customers, partner, running.job, tools.partnerCenterOf(partner).practice);
  const card = await announcedEnd(running);
  const { userId } = job;
  if (card === undefined || job.stages.customer.state !== 'done') return { userId, heard: card !== undefined };
  const confirmedAt = tools.now().toISOString();
  await write(running, { ...running.job, confirmationCard: card, confirmedAt });
  return { userId, heard: true, confirmedAt };
}

/**
 * Sends the confirmation; while the password is still here, as often as the waits say, since this is the only place it
 * can come from. Where the outcome of a try is unknown, it may arrive twice.
 */
async function announcedEnd(running: Running): Promise<string | undefined> {
  const { tools, created } = running;
  for (const pause of created?.password === undefined ? [] : tools.waits) {
    const card = await announceEnd(running, passwordOf(running));
    if (card !== undefined) return card;
    await tools.wait(pause);
  }
  return announceEnd(running, passwordOf(running));
}

function passwordOf({ created, job, tools }: Running): PasswordView {
  if (created?.password !== undefined) {
    return { state: 'shown', password: created.password, minutes: tools.passwordMinutes };
  }
  return job.confirmedAt === undefined ? { state: 'lost' } : { state: 'blanked' };
}

import type { Partner } from '../../partner-center/rules/partner.ts';
import {
  isComplete,
  markFailed,
  nextStage,
  requeueFailed,
  executeStage,
} from '../../partner-center/submissionStages.ts';
import {
  blankConfirmation,
  sendBlanked,
  sendConfirmation,
  sendRefusal,
  type SubmissionRun,
  submissionRun,
  updateProgressCard,
} from './submissionMessages.ts';
import { blankedIfLost } from './heldJob.ts';
import { createJobRunner, type JobOutcome, type JobRunner } from './durableJob.ts';
import { isLongShown, wakeAtOf } from './wakeUp.ts';
import type { SubmissionDeps } from './submissionDeps.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import { namedOffers, refusedLines } from '../../partner-center/orderResults.ts';
import { notedIn } from '../../partner-center/partnerCenter.ts';
import { sentCalls, type SentCalls } from '../../partner-center/sentCalls.ts';
import type { Submission } from '../../model/submission.ts';
import { failedStage, type StageName, type Stages } from '../../model/stages.ts';
import { recordCustomer, recordNewCustomer } from './recordCustomer.ts';
import { isResumed, reportWhileSlow, retry } from './retry.ts';
import type { AuditedCall } from '../../storage/auditTrail.ts';
import type { PasswordView } from '../../cards/customers/adminPasswordCard.ts';
import { adminAccountOf } from '../../dialogs/import/importActions.ts';
import { leaveAwaitedChange } from './customerAcceptance.ts';
import { defined } from '../../lib/optional.ts';

/** The jobs that submit customers; each stage is saved when it is done and never done twice. */
export interface SubmissionJobs extends JobRunner {
  /**
   * Blanks the password of a confirmation that was read, and removes a complete submission; the card of that id is blanked
   * already.
   */
  close(partner: Partner, id: string, blanked?: string): Promise<void>;
}

/** Creates the submission jobs. A repeated confirmation never shows the password. */
export function createSubmissionJobs(deps: SubmissionDeps): SubmissionJobs {
  const { later, now, passwordMinutes } = deps;

  const blankLater = (partner: Partner, id: string, confirmedAt: string): void => {
    const left = Date.parse(confirmedAt) + passwordMinutes * 60_000 - now().getTime();
    // A clock that was set back must not lengthen it, nor pass the longest time a timer takes.
    later(() => void close(partner, id), Math.min(Math.max(0, left), passwordMinutes * 60_000));
  };

  const work = createJobRunner(deps, {
    name: 'submission',
    stored: deps.jobs,
    async run(partner, held) {
      const outcome = await runSubmission(submissionRun(deps, partner, held));
      if (outcome.confirmedAt !== undefined) blankLater(partner, held.job.id, outcome.confirmedAt);
      return outcome;
    },
    requeued: ({ finishing: _finishing, wakeAt: _wakeAt, waitsFor, ...job }, woken) => ({
      ...job,
      ...(woken && waitsFor !== undefined ? { waitsFor } : {}),
      stages: requeueFailed(job.stages),
    }),
    inConversation: ({ waitsFor: _waitsFor, ...job }, conversation) => ({ ...job, conversation }),
    handleOnStart(partner, { id, state, confirmedAt }) {
      if (confirmedAt === undefined || state === 'running') return false;
      blankLater(partner, id, confirmedAt);
      return state === 'done';
    },
    isOverdue: ({ state, confirmationCard, confirmedAt }, time) =>
      state !== 'running' && confirmationCard !== undefined && isLongShown(confirmedAt, passwordMinutes, time),
    isUntold: ({ state, confirmedAt, ofImport }) =>
      state === 'done' && confirmedAt === undefined && ofImport === undefined,
  });

  const close = (partner: Partner, id: string, blanked?: string): Promise<void> =>
    work.exclusively(partner, id, () => blankConfirmation(deps, partner, id, blanked));

  return { ...work, close };
}

/** Runs the remaining stages of a submission. */
async function runSubmission(run: SubmissionRun): Promise<SubmissionOutcome> {
  for (let name = nextStage(run.job); name !== undefined; name = nextStage(run.job)) {
    if (!(await runStage(run, name))) break;
  }
  const { stages, ofImport } = run.job;
  // An import reports its refused rows itself: fifty restored drafts would be no help.
  return stages.customer.state === 'refused' && ofImport === undefined
    ? returnRefusedDraft(run)
    : concludeSubmission(run);
}

/** Runs one stage with the retries of `waits`; false when no later stage can run now. */
async function runStage(run: SubmissionRun, name: StageName): Promise<boolean> {
  const { deps, job } = run;
  const calls = sentCalls();
  const tell = (): Promise<void> => updateProgressCard(run);
  const error = await reportWhileSlow(deps, tell, () =>
    retry(deps, { job: job.id, stage: name }, () => tryStage(run, name, calls)),
  );
  if (error === undefined) return true;
  await run.held.confirm();
  await writeAudit(run, name, 'failed', error.refusal);
  const stages = markFailed(run.job.stages, name, error);
  const isAwaited = stages[name]?.state === 'awaited';
  const wakeAt = isAwaited ? undefined : wakeAtOf(error, deps.now());
  await run.held.save({ ...run.job, stages, ...defined({ wakeAt }) });
  return isAwaited;
}

async function tryStage(run: SubmissionRun, name: StageName, calls: SentCalls): Promise<void> {
  const { deps, partner } = run;
  const partnerCenter = notedIn(calls, deps.partnerCenterOf(partner));
  const resumed = isResumed(deps, run.job);
  const { stages, created } = await executeStage({ ...run.job, resumed }, name, partnerCenter, deps.now);
  if (created !== undefined) run.created = created;
  // A process that stood still may be refused what another one has made.
  await run.held.confirm();
  // Audited before the stage is saved as done: a stage cut off in between runs and is audited again, which changes
  // nothing.
  await auditStage(run, name, stages, calls.last());
  await run.held.save({ ...run.job, stages });
  // Recorded as soon as the customer exists; later stages are recorded when the submission ends.
  if (name === 'customer') await recordNewCustomer(deps.customers, partner, run.job, partnerCenter.practice);
}

/** Audits the outcome of a stage. A stage that waits for the customer is not audited unless an attempt failed. */
async function auditStage(
  run: SubmissionRun,
  name: StageName,
  stages: Stages,
  correlationId: string | undefined,
): Promise<void> {
  const { state, fault: own } = stages[name] ?? {};
  const [refused] = name === 'subscriptions' && state === 'refused' ? refusedLines(stages.subscriptions) : [];
  const fault = own ?? refused?.fault;
  if (fault === undefined && state === 'awaited') return;
  if (fault === undefined)
    await writeAudit(run, name, 'done', { reason: undefined, code: undefined, correlationId }, stages);
  else await writeAudit(run, name, state === 'awaited' ? 'failed' : 'refused', refusalOf(fault), stages);
}

async function writeAudit(
  { deps, partner, job }: SubmissionRun,
  step: StageName,
  outcome: 'done' | 'failed' | 'refused',
  call: AuditedCall,
  { subscriptions }: Stages = job.stages,
): Promise<void> {
  const offers =
    step === 'subscriptions' && subscriptions !== undefined ? namedOffers(subscriptions.lines, outcome) : undefined;
  const act = { kind: 'step', step, record: job.id, offers, outcome, call } as const;
  await deps.audit.write(partner.tenantId, job.finishedBy ?? job, deps.now(), act);
}

/** Restores the answers of a refused submission as an open draft, with the reason on its card. */
async function returnRefusedDraft(run: SubmissionRun): Promise<SubmissionOutcome> {
  const { deps, partner, job, held } = run;
  const draft = await deps.restoreSubmission(partner, job);
  await sendRefusal(run, draft);
  await held.remove();
  // Delivered even if the message failed: the draft is among the user's drafts, with its faults.
  return { userId: job.userId, delivered: true };
}

/** Outcome of a run of a submission. */
interface SubmissionOutcome extends JobOutcome {
  /** Time the confirmation with the credentials was sent. */
  readonly confirmedAt?: string;
}

/** Saves the end of a submission, sends its confirmation, and saves that it was sent. */
async function concludeSubmission(run: SubmissionRun): Promise<SubmissionOutcome> {
  const { deps, partner, job, held } = run;
  // First: if this fails, the submission stays running and is resumed.
  await recordCustomer(deps.customers, partner, job, deps.partnerCenterOf(partner).practice);
  await leaveAwaitedChange(run);
  const waitsFor = waitReason(job);
  const state = isComplete(job.stages) ? 'done' : 'unfinished';
  const ended: Submission = { ...job, state, ...defined({ waitsFor }) };
  const outcome = { userId: job.userId, ...defined({ wakeAt: job.wakeAt }) };
  const isTold = isReportedByImport(job) || isSameWait(run, job);
  // Without a customer there is no password that only this process has.
  if (isTold || job.stages.customer.state !== 'done') await held.saveLast(ended);
  else await held.save(ended);
  if (isTold) return { ...outcome, delivered: true };
  if (job.ofImport?.id !== undefined) {
    await showCredential(run, job.ofImport.id);
    return { ...outcome, delivered: true };
  }
  // Not by a process that stood still meanwhile: whoever has the job now tells that the password was lost. Without a
  // customer the job was given back already.
  if (job.stages.customer.state === 'done') await held.confirm();
  const card = await deliverConfirmation(run);
  if (card === undefined || job.stages.customer.state !== 'done') return { ...outcome, delivered: card !== undefined };
  const confirmed = {
    confirmationCard: card,
    confirmedAt: deps.now().toISOString(),
    // An earlier confirmation that still shows the password is the one to blank.
    ...earlierConfirmation(job),
  };
  await blankedIfLost(saveConfirmation(run, confirmed), () => sendBlanked(run, job, card));
  return { ...outcome, delivered: true, confirmedAt: confirmed.confirmedAt };
}

/** Shows the password of a customer added by an import on a shared card; everything else is reported by the import. */
async function showCredential(run: SubmissionRun, importId: string): Promise<void> {
  const { deps, partner, job, created } = run;
  const { password } = created ?? {};
  if (password === undefined && job.confirmedAt !== undefined) return;
  const { companyName, domain } = job.request.customer;
  await deps.credentials.show(partner, importId, {
    record: job.id,
    companyName,
    account: adminAccountOf({ domain, stages: job.stages }),
    ...defined({ password }),
  });
  await saveConfirmation(run, { confirmedAt: deps.now().toISOString() });
}

/** The failed stage and its reason, for which a submission with a wake-up time waits. */
function waitReason({ stages, wakeAt }: Submission): string | undefined {
  const failed = failedStage(stages);
  return wakeAt === undefined || failed === undefined ? undefined : `${failed}/${stages[failed]?.fault?.reason ?? ''}`;
}

/** True when the import of a submission reports its outcome. */
const isReportedByImport = ({ ofImport, stages }: Submission): boolean =>
  ofImport !== undefined && (ofImport.quiet || stages.customer.state !== 'done');

/** True when a woken submission waits for the same again, as the user was told, and there is no password to show. */
const isSameWait = ({ created }: SubmissionRun, job: Submission): boolean =>
  created === undefined && job.waitsFor !== undefined && job.waitsFor === waitReason(job);

/** Saves the confirmation. Finish may have been pressed meanwhile: that is kept, so that the password is blanked. */
function saveConfirmation(
  { held, job }: SubmissionRun,
  confirmed: Partial<Pick<Submission, 'confirmationCard' | 'confirmedAt'>>,
): Promise<void> {
  return held.updateLast(({ finishing = false }) => ({ ...job, ...confirmed, ...(finishing ? { finishing } : {}) }));
}

const earlierConfirmation = ({ confirmationCard, confirmedAt }: Submission) =>
  confirmationCard === undefined || confirmedAt === undefined ? {} : { confirmationCard, confirmedAt };

/**
 * Sends the confirmation; while the password is in memory, with all retries of `waits`, as it is stored nowhere. If the
 * outcome of an attempt is unknown, it may arrive twice.
 */
async function deliverConfirmation(run: SubmissionRun): Promise<string | undefined> {
  const { deps, created } = run;
  for (const pause of created?.password === undefined ? [] : deps.waits) {
    const card = await sendConfirmation(run, passwordView(run));
    if (card !== undefined) return card;
    await deps.wait(pause);
  }
  return sendConfirmation(run, passwordView(run));
}

function passwordView({ created, job, deps }: SubmissionRun): PasswordView {
  if (created?.password !== undefined) {
    return { state: 'shown', password: created.password, minutes: deps.passwordMinutes };
  }
  return job.confirmedAt === undefined ? { state: 'lost' } : { state: 'blanked' };
}

import type { Submission, SubmissionRequest } from '../model/submission.ts';
import { stageNames, type Stage, type StageName, type Stages } from '../model/stages.ts';
import { explainMissingAgreement } from './acceptance.ts';
import { awaitsCustomer, type AgreementConsent } from './rules/agreement.ts';
import { PartnerCenterError } from './rules/fault.ts';
import { isLineRefused, toOrderLines, withOrderResults } from './orderResults.ts';
import type { CreatedCustomer, PartnerCenter } from './partnerCenter.ts';
import { minute } from '../lib/durations.ts';

/** Result of one stage: the stages after it, and the credentials when it created the customer. */
interface StageResult {
  readonly stages: Stages;
  readonly created?: CreatedCustomer;
}

/**
 * The next stage to run; undefined when nothing waits, or an earlier stage failed and waits for Finish. No stage runs
 * before the customer exists; after that, a refused stage does not hold up the next.
 */
export function nextStage({ stages }: Pick<Submission, 'stages'>): StageName | undefined {
  if (stages.customer.state === 'refused') return undefined;
  const next = stageNames.find((name) => ['waiting', 'failed'].includes(stages[name]?.state ?? 'done'));
  return next === undefined || stages[next]?.state === 'failed' ? undefined : next;
}

/** True when every stage is done or refused. */
export const isComplete = (stages: Stages): boolean =>
  stageNames.every((name) => !['waiting', 'failed'].includes(stages[name]?.state ?? 'done'));

/** Stages that later ones depend on: when a later stage is retried, these are too, even if they were refused. */
const prerequisites: readonly StageName[] = ['agreement', 'qualification'];

/** The stages with failed stages, and refused prerequisites of them, waiting again under the same request ids. */
export function requeueFailed(stages: Stages): Stages {
  const copy = structuredClone(stages);
  const last = stageNames.findLast((name) => copy[name]?.state === 'failed');
  for (const name of stageNames.slice(0, stageNames.findIndex((one) => one === last) + 1)) {
    const stage = copy[name];
    const isRefused = stage?.state === 'refused' && prerequisites.includes(name);
    if (stage === undefined || (stage.state !== 'failed' && !isRefused)) continue;
    stage.state = 'waiting';
    delete stage.fault;
  }
  return copy;
}

/**
 * Runs one stage of a submission at Partner Center. A refusal is recorded in the stage, as is the need for the
 * customer's acceptance of the agreement; only a fault worth a retry (PartnerCenterError with `retryable` or `soon`)
 * is raised, with nothing recorded.
 */
export async function executeStage(
  job: SubmissionTask,
  name: StageName,
  partnerCenter: PartnerCenter,
  now: () => Date,
): Promise<StageResult> {
  const at = now();
  try {
    return await runs[name](job, partnerCenter, at.toISOString());
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const state = stateAfter(name, error);
    if (state === 'failed') throw error;
    if (!error.retryable && mayBePropagating(job.stages, error, at))
      throw new PartnerCenterError(error.fault, error.correlationId, false, true);
    return { stages: withStage(job.stages, name, { ...stageFault(error), state }) };
  }
}

/** The stages after the attempts at a stage were given up: Finish can retry it, or the customer has to accept. */
export const markFailed = (stages: Stages, name: StageName, error: PartnerCenterError): Stages => {
  const state = stateAfter(name, error);
  return withStage(stages, name, { ...stageFault(error), state: state === 'refused' ? 'failed' : state });
};

/** State of a stage after a fault. A refused agreement becomes `awaited`: the customer can still accept it itself. */
function stateAfter(name: StageName, { fault, retryable }: PartnerCenterError): 'failed' | 'refused' | 'awaited' {
  if (awaitsCustomer(fault.reason)) return 'awaited';
  if (retryable) return 'failed';
  return name === 'agreement' ? 'awaited' : 'refused';
}

/** Milliseconds during which a new tenant may not be known everywhere yet. */
const propagationTime = 5 * minute;

/** True for refusals that may only mean that the new customer is not known everywhere yet. */
const mayBePropagating = (
  { customer: { at } }: Stages,
  { fault: { reason, code } }: PartnerCenterError,
  now: Date,
): boolean =>
  at !== undefined &&
  Math.abs(now.getTime() - Date.parse(at)) < propagationTime &&
  (['not-found', 'customer-unknown', 'no-relationship', 'unexplained'].includes(reason) ||
    (['other', 'conflict'].includes(reason) && code === undefined));

/** The parts of a submission that its stages need. */
interface SubmissionTask extends Pick<Submission, 'request' | 'stages'> {
  /** True when it was begun before the bot restarted. */
  readonly resumed?: boolean;
}

type StageRun = (job: SubmissionTask, partnerCenter: PartnerCenter, at: string) => Promise<StageResult>;

const runs: Readonly<Record<StageName, StageRun>> = {
  async customer({ request, stages }, partnerCenter, at) {
    const created = await partnerCenter.createCustomer(request.customer, stages.customer.requestId);
    const { microsoftId, userName } = created;
    return { stages: { ...stages, customer: { ...doneStage(stages.customer, at), microsoftId, userName } }, created };
  },
  async agreement({ request, stages }, partnerCenter, at) {
    if (stages.agreement === undefined) return { stages };
    // Without a consent to record, nobody can have accepted for a tenant created just now.
    if (request.consent === undefined) return { stages: withStage(stages, 'agreement', { state: 'awaited' }) };
    const { requestId } = stages.agreement;
    await partnerCenter.recordAgreement(microsoftIdOf(stages), agreementConsent(request, request.consent), requestId);
    return { stages: { ...stages, agreement: doneStage(stages.agreement, at) } };
  },
  async qualification({ request, stages }, partnerCenter, at) {
    if (stages.qualification === undefined || request.qualification === undefined) return { stages };
    const { requestId } = stages.qualification;
    await partnerCenter.requestQualification(microsoftIdOf(stages), request.qualification, requestId);
    return { stages: { ...stages, qualification: doneStage(stages.qualification, at) } };
  },
  async subscriptions({ request, stages, resumed }, partnerCenter, at) {
    const { subscriptions } = stages;
    if (subscriptions === undefined) return { stages };
    if (stages.agreement?.state === 'awaited')
      return { stages: withStage(stages, 'subscriptions', { state: 'awaited' }) };
    const lines = toOrderLines(subscriptions.lines, request.partnerIdOnRecord);
    // The customer was created by this submission, so every order of it counts.
    const former = resumed === true ? [{}] : [];
    const microsoftId = microsoftIdOf(stages);
    const ordered = await explainMissingAgreement(partnerCenter, microsoftId, () =>
      partnerCenter.order(microsoftId, lines, subscriptions.requestId, ...former),
    );
    const found = withOrderResults(subscriptions.lines, ordered);
    const state = found.every(isLineRefused) ? 'refused' : 'done';
    return { stages: { ...stages, subscriptions: { ...doneStage(subscriptions, at), state, lines: found } } };
  },
};

/** The consent of a submission as sent to Partner Center. */
export const agreementConsent = (
  { customer }: Pick<SubmissionRequest, 'customer'>,
  { signer, dateAgreed }: NonNullable<SubmissionRequest['consent']>,
): AgreementConsent => ({
  signer,
  dateAgreed,
  companyName: customer.companyName,
  country: customer.address.country,
  language: customer.culture,
});

const doneStage = (stage: Stage, at: string) => ({ state: 'done' as const, requestId: stage.requestId, at });

function microsoftIdOf(stages: Stages): string {
  const { microsoftId } = stages.customer;
  if (microsoftId === undefined) throw new Error('a stage was begun before the customer existed');
  return microsoftId;
}

const stageFault = ({ fault, correlationId }: PartnerCenterError) => ({ fault: { ...fault, correlationId } });

const withStage = (stages: Stages, name: StageName, change: Partial<Stage>): Stages => ({
  ...stages,
  [name]: { ...stages[name], ...change },
});

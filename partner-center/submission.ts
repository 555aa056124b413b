import type { Job, SubmissionRequest } from '../storage/jobs.ts';
import { stageNames, type Stage, type StageName, type Stages } from '../storage/stages.ts';
import { unlessMissing } from './acceptance.ts';
import { awaitsCustomer } from './agreement.ts';
import { isRefused, orderOf, withResults } from './orderedLines.ts';
import {
  PartnerCenterError,
  type AgreementConsent,
  type CreatedCustomer,
  type PartnerCenter,
} from './partnerCenter.ts';

/** What one step gave: how far the submission is now, and the credentials when it created the customer. */
export interface Advanced {
  readonly stages: Stages;
  readonly created?: CreatedCustomer;
}

/**
 * The step to be done next; undefined when nothing waits, or an earlier step failed and waits for Finish. Nothing is
 * done before the customer exists; after it, what one step was refused does not hold up the next.
 */
export function nextStage({ stages }: Pick<Job, 'stages'>): StageName | undefined {
  if (stages.customer.state === 'refused') return undefined;
  const next = stageNames.find((name) => ['waiting', 'failed'].includes(stages[name]?.state ?? 'done'));
  return next === undefined || stages[next]?.state === 'failed' ? undefined : next;
}

/** Is there nothing left that could be done? What was refused stays refused. */
export const isComplete = (stages: Stages): boolean =>
  stageNames.every((name) => !['waiting', 'failed'].includes(stages[name]?.state ?? 'done'));

/** Steps that a later one may wait for: where one of those is tried again, they are too, though they were refused. */
const needed: readonly StageName[] = ['agreement', 'qualification'];

/** Failed steps wait again, with the same request ids, and refused ones that are needed; what was done stays done. */
export function again(stages: Stages): Stages {
  const copy = structuredClone(stages);
  const last = stageNames.findLast((name) => copy[name]?.state === 'failed');
  for (const name of stageNames.slice(0, stageNames.findIndex((one) => one === last) + 1)) {
    const stage = copy[name];
    const isRefused = stage?.state === 'refused' && needed.includes(name);
    if (stage === undefined || (stage.state !== 'failed' && !isRefused)) continue;
    stage.state = 'waiting';
    delete stage.fault;
  }
  return copy;
}

/**
 * Does one step of a submission at Partner Center. A refusal is recorded in the step, and so is that the customer has to
 * accept the agreement first; only a fault that may pass (PartnerCenterError with `retryable` or `soon`) is raised, with
 * nothing recorded.
 */
export async function advance(
  job: Submission,
  name: StageName,
  partnerCenter: PartnerCenter,
  now: () => Date,
): Promise<Advanced> {
  const at = now();
  try {
    return await steps[name](job, partnerCenter, at.toISOString());
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const state = stateAfter(name, error);
    if (state === 'failed') throw error;
    if (!error.retryable && isEarly(job.stages, error, at))
      throw new PartnerCenterError(error.fault, error.correlationId, false, true);
    return { stages: record(job.stages, name, { ...failure(error), state }) };
  }
}

/** The step as it stands after tries were given up: Finish can take it up again, or the customer has to accept. */
export const giveUp = (stages: Stages, name: StageName, error: PartnerCenterError): Stages => {
  const state = stateAfter(name, error);
  return record(stages, name, { ...failure(error), state: state === 'refused' ? 'failed' : state });
};

/** What a fault makes of a step. Whatever refuses the agreement leaves the customer's own acceptance, which is the way on. */
function stateAfter(name: StageName, { fault, retryable }: PartnerCenterError): 'failed' | 'refused' | 'awaited' {
  if (awaitsCustomer(fault.reason)) return 'awaited';
  if (retryable) return 'failed';
  return name === 'agreement' ? 'awaited' : 'refused';
}

/** Milliseconds in which a new tenant may not be known everywhere yet. */
const early = 5 * 60_000;

/** May a refusal mean no more than that the customer was created a moment ago: it is not found, not this partner's, or not ready? */
const isEarly = ({ customer: { at } }: Stages, { fault: { reason, code } }: PartnerCenterError, now: Date): boolean =>
  at !== undefined &&
  Math.abs(now.getTime() - Date.parse(at)) < early &&
  (['not-found', 'customer-unknown', 'no-relationship', 'unexplained'].includes(reason) ||
    (['other', 'conflict'].includes(reason) && code === undefined));

/** A submission, as far as its steps need it. */
export interface Submission extends Pick<Job, 'request' | 'stages'> {
  /** It began in a former life of the bot. */
  readonly resumed?: boolean;
}

type Step = (job: Submission, partnerCenter: PartnerCenter, at: string) => Promise<Advanced>;

const steps: Readonly<Record<StageName, Step>> = {
  async customer({ request, stages }, partnerCenter, at) {
    const created = await partnerCenter.createCustomer(request.customer, stages.customer.requestId);
    const { microsoftId, userName } = created;
    return { stages: { ...stages, customer: { ...done(stages.customer, at), microsoftId, userName } }, created };
  },
  async agreement({ request, stages }, partnerCenter, at) {
    if (stages.agreement === undefined) return { stages };
    // Nobody can have accepted for a tenant that was made just now.
    if (request.consent === undefined) return { stages: record(stages, 'agreement', { state: 'awaited' }) };
    const { requestId } = stages.agreement;
    await partnerCenter.recordAgreement(microsoftIdOf(stages), consentOf(request, request.consent), requestId);
    return { stages: { ...stages, agreement: done(stages.agreement, at) } };
  },
  async qualification({ request, stages }, partnerCenter, at) {
    if (stages.qualification === undefined || request.qualification === undefined) return { stages };
    const { requestId } = stages.qualification;
    await partnerCenter.requestQualification(microsoftIdOf(stages), request.qualification, requestId);
    return { stages: { ...stages, qualification: done(stages.qualification, at) } };
  },
  async subscriptions({ request, stages, resumed }, partnerCenter, at) {
    const { subscriptions } = stages;
    if (subscriptions === undefined) return { stages };
    if (stages.agreement?.state === 'awaited') return { stages: record(stages, 'subscriptions', { state: 'awaited' }) };
    const lines = orderOf(subscriptions.lines, request.partnerIdOnRecord);
    // The customer is this submission's: whatever was ordered for it counts.
    const former = resumed === true ? [{}] : [];
    const microsoftId = microsoftIdOf(stages);
    const ordered = await unlessMissing(partnerCenter, microsoftId, () =>
      partnerCenter.order(microsoftId, lines, subscriptions.requestId, ...former),
    );
    const found = withResults(subscriptions.lines, ordered);
    const state = found.every(isRefused) ? 'refused' : 'done';
    return { stages: { ...stages, subscriptions: { ...done(subscriptions, at), state, lines: found } } };
  },
};

/** A consent as Partner Center is told of it. */
export const consentOf = (
  { customer }: Pick<SubmissionRequest, 'customer'>,
  { signer, dateAgreed }: NonNullable<SubmissionRequest['consent']>,
): AgreementConsent => ({
  signer,
  dateAgreed,
  companyName: customer.companyName,
  country: customer.address.country,
  language: customer.culture,
});

const done = (stage: Stage, at: string) => ({ state: 'done' as const, requestId: stage.requestId, at });

function microsoftIdOf(stages: Stages): string {
  const { microsoftId } = stages.customer;
  if (microsoftId === undefined) throw new Error('a step was begun before the customer existed');
  return microsoftId;
}

const failure = ({ fault, correlationId }: PartnerCenterError) => ({ fault: { ...fault, correlationId } });

const record = (stages: Stages, name: StageName, change: Partial<Stage>): Stages => ({
  ...stages,
  [name]: { ...stages[name], ...change },
});

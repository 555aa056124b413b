import type { Job } from '../storage/jobs.ts';
import { stageNames, type Stage, type StageName, type Stages } from '../storage/stages.ts';
import { orderOf, withResults } from './orderedLines.ts';
import { PartnerCenterError, type CreatedCustomer, type PartnerCenter } from './partnerCenter.ts';

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

/** Failed steps wait again, with the same request ids; what was done stays done. */
export function again(stages: Stages): Stages {
  const copy = structuredClone(stages);
  for (const name of stageNames) {
    const stage = copy[name];
    if (stage?.state !== 'failed') continue;
    stage.state = 'waiting';
    delete stage.fault;
  }
  return copy;
}

/**
 * Does one step of a submission at Partner Center. A refusal is recorded in the step; only a fault that may pass
 * (PartnerCenterError with `retryable`) is raised, with nothing recorded.
 */
export async function advance(
  job: Submission,
  name: StageName,
  partnerCenter: PartnerCenter,
  now: () => Date,
): Promise<Advanced> {
  try {
    return await steps[name](job, partnerCenter, now().toISOString());
  } catch (error) {
    if (!(error instanceof PartnerCenterError) || error.retryable) throw error;
    return { stages: record(job.stages, name, { ...failure(error), state: 'refused' }) };
  }
}

/** The step as it stands after tries were given up: Finish can take it up again. */
export const giveUp = (stages: Stages, name: StageName, error: PartnerCenterError): Stages =>
  record(stages, name, { ...failure(error), state: 'failed' });

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
    if (stages.agreement === undefined || request.consent === undefined) return { stages };
    const template = await partnerCenter.agreementTemplate();
    const consent = { ...request.consent, template };
    await partnerCenter.recordAgreement(microsoftIdOf(stages), consent, stages.agreement.requestId);
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
    const lines = orderOf(subscriptions.lines, request.partnerIdOnRecord);
    // The customer is this submission's: whatever was ordered for it counts.
    const former = resumed === true ? {} : undefined;
    const ordered = await partnerCenter.order(microsoftIdOf(stages), lines, subscriptions.requestId, former);
    return {
      stages: {
        ...stages,
        subscriptions: { ...done(subscriptions, at), lines: withResults(subscriptions.lines, ordered) },
      },
    };
  },
};

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

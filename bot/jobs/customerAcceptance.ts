import { awaitsCustomer, nextAcceptanceCheck } from '../../partner-center/rules/agreement.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { agreementConsent } from '../../partner-center/submissionStages.ts';
import { awaitingChangeId, type Change, type ChangeKind } from '../../model/change.ts';
import { insertOnce } from '../../storage/conflicts.ts';
import type { Submission } from '../../model/submission.ts';
import type { SubmissionRun } from './submissionMessages.ts';
import type { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { wakeAtOf } from './wakeUp.ts';
import { defined } from '../../lib/optional.ts';

/** The `waitsFor` of changes that wait for the customer's acceptance of the agreement. */
const acceptanceWait = 'acceptance';

/**
 * Leaves a change that waits for the customer's acceptance in place of the submission: its order, and an acceptance
 * that is still to be sent to Partner Center. It is created once, however often this is called.
 */
export async function leaveAwaitedChange({ deps, partner, job }: SubmissionRun): Promise<void> {
  const change = awaitedChange(job, partner, deps.now());
  if (change === undefined) return;
  const { id, customer } = change;
  // On a repeated call the change may have existed and be over.
  if (await deps.audit.isOver(partner.tenantId, customer.record ?? '', id)) return;
  await insertOnce(deps.changes, partner.tenantId, id, change);
  deps.lookAfterChange(partner, id);
}

function awaitedChange(job: Submission, partner: Partner, now: Date): Change | undefined {
  const { stages, request, sections } = job;
  const { microsoftId } = stages.customer;
  const what = awaitedKind(job);
  if (what === undefined || microsoftId === undefined) return undefined;
  const { companyName, domain, address, associatedPartnerId = 'none' } = request.customer;
  const customer = { record: job.id, microsoftId, companyName, domain };
  const { country } = address;
  const since = now.toISOString();
  const { fault = { reason: 'customer-accepts', correlationId: '' } } = stages.agreement ?? {};
  const { subscriptions } = sections;
  const reseller = partner.type === 'indirect-provider' ? { reseller: associatedPartnerId } : {};
  return {
    id: awaitingChangeId(job.id),
    state: 'unfinished',
    userId: job.userId,
    ...defined({ userName: job.userName }),
    language: job.language,
    createdAt: since,
    conversation: job.conversation,
    customer,
    what,
    ...(what.kind !== 'order' || subscriptions === undefined
      ? {}
      : {
          draft: {
            purpose: { kind: 'subscriptions', customer, country, owned: [], ...reseller },
            accepted: { subscriptions },
          },
        }),
    requestId: (what.kind === 'order' ? stages.subscriptions : stages.agreement)?.requestId ?? '',
    fault,
    ofSubmission: true,
    awaiting: { since, ...defined({ page: fault.page }) },
    wakeAt: nextAcceptanceCheck(since, now).toISOString(),
    waitsFor: acceptanceWait,
  };
}

function awaitedKind({ stages, request }: Submission): ChangeKind | undefined {
  const { agreement, subscriptions } = stages;
  const consent = pendingConsent(agreement, request);
  if (subscriptions?.state === 'awaited') {
    const { partnerIdOnRecord } = request;
    return {
      kind: 'order',
      lines: subscriptions.lines,
      ...defined({ partnerIdOnRecord, consent }),
    };
  }
  return consent === undefined ? undefined : { kind: 'agreement', consent };
}

/**
 * The consent still to be sent to Partner Center; none when it failed only because the customer must accept, without a
 * page.
 */
function pendingConsent(agreement: Submission['stages']['agreement'], request: Submission['request']) {
  if (agreement?.state !== 'awaited' || request.consent === undefined) return undefined;
  const { fault } = agreement;
  if (fault?.reason === 'customer-accepts' && fault.page === undefined) return undefined;
  return { ...agreementConsent(request, request.consent), requestId: agreement.requestId };
}

type ChangeWait = Pick<Change, 'awaiting' | 'wakeAt' | 'waitsFor'>;

/** The wait of a change that could not be made: for the customer's acceptance, for a time, or for Finish alone. */
export function waitAfter(change: Change, error: PartnerCenterError, now: Date): ChangeWait {
  const awaiting = awaitingAfter(change, error, now);
  if (awaiting !== undefined)
    return { awaiting, wakeAt: nextAcceptanceCheck(awaiting.since, now).toISOString(), waitsFor: acceptanceWait };
  const wakeAt = wakeAtOf(error, now);
  return wakeAt === undefined ? {} : { wakeAt, waitsFor: error.fault.reason };
}

/**
 * The wait for the customer after a failed check: once begun it lasts until the change is done, whatever the error this
 * time.
 */
function awaitingAfter({ awaiting }: Change, { fault: { reason, page } }: PartnerCenterError, now: Date) {
  const seen = awaitsCustomer(reason);
  if (awaiting === undefined && !seen) return undefined;
  const moment = now.toISOString();
  return {
    since: moment,
    ...awaiting,
    ...(seen ? { lookedAt: moment } : {}),
    ...defined({ page }),
  };
}

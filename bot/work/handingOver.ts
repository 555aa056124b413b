import { nextLook } from '../../partner-center/agreement.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { consentOf } from '../../partner-center/submission.ts';
import { leftBy, type Change, type ChangeKind } from '../../storage/changes.ts';
import { DocumentExists } from '../../storage/documents.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Running } from './running.ts';

/** What changes that wait for the customer's acceptance of the agreement say they wait for. */
export const acceptance = 'acceptance';

/**
 * Hands what of a submission waits for the customer's acceptance over to a change, which waits from here: its order, and
 * an acceptance that is still to be brought to Partner Center. Once, however often this is called.
 */
export async function handOver({ tools, partner, job }: Running): Promise<void> {
  const change = changeLeft(job, partner, tools.now());
  if (change === undefined) return;
  const { id, customer } = change;
  // It may have been there and be over, should this be done again.
  if (await tools.audit.isOver(partner.tenantId, customer.record ?? '', id)) return;
  try {
    await tools.changes.insert(partner.tenantId, id, change);
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
  tools.lookAfterChange(partner, id);
}

function changeLeft(job: Job, partner: Partner, now: Date): Change | undefined {
  const { stages, request, sections } = job;
  const { microsoftId } = stages.customer;
  const what = whatIsLeft(job);
  if (what === undefined || microsoftId === undefined) return undefined;
  const { companyName, domain, address, associatedPartnerId = 'none' } = request.customer;
  const customer = { record: job.id, microsoftId, companyName, domain };
  const { country } = address;
  const since = now.toISOString();
  const { fault = { reason: 'customer-accepts', correlationId: '' } } = stages.agreement ?? {};
  const { subscriptions } = sections;
  const reseller = partner.type === 'indirect-provider' ? { reseller: associatedPartnerId } : {};
  return {
    id: leftBy(job.id),
    state: 'unfinished',
    userId: job.userId,
    ...(job.userName === undefined ? {} : { userName: job.userName }),
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
    awaiting: { since, ...(fault.page === undefined ? {} : { page: fault.page }) },
    wakeAt: nextLook(since, now).toISOString(),
    waitsFor: acceptance,
  };
}

function whatIsLeft({ stages, request }: Job): ChangeKind | undefined {
  const { agreement, subscriptions } = stages;
  const consent = consentLeft(agreement, request);
  if (subscriptions?.state === 'awaited') {
    const { partnerIdOnRecord } = request;
    return {
      kind: 'order',
      lines: subscriptions.lines,
      ...(partnerIdOnRecord === undefined ? {} : { partnerIdOnRecord }),
      ...(consent === undefined ? {} : { consent }),
    };
  }
  return consent === undefined ? undefined : { kind: 'agreement', consent };
}

/** The acceptance that is still to be brought there: what made a page for it, or was refused for another reason than that it is gone. */
function consentLeft(agreement: Job['stages']['agreement'], request: Job['request']) {
  if (agreement?.state !== 'awaited' || request.consent === undefined) return undefined;
  const { fault } = agreement;
  if (fault?.reason === 'customer-accepts' && fault.page === undefined) return undefined;
  return { ...consentOf(request, request.consent), requestId: agreement.requestId };
}

import { customerCard } from '../../cards/customers/customerCard.ts';
import type { CustomerView } from '../../cards/customers/customerView.ts';
import type { RefusedCall } from '../../cards/faultLines.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Submission } from '../../model/submission.ts';
import { knownAdminAccount } from './customerProfile.ts';
import {
  answerOrRefusal,
  customerSubscriptions,
  customerWithRight,
  type FoundCustomer,
  isRelated,
} from './customerAccess.ts';
import { auditLinesOf } from './customerHistory.ts';
import { changesOf, openOrders, wakeAcceptedChanges } from './openChanges.ts';
import { addRefusal, inviteRefusal, may } from '../rights.ts';
import { offerFactsSoFar } from './offerFacts.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Turn } from '../turn.ts';
import { defined } from '../../lib/optional.ts';

/** Shows the card of one customer of this partner, with the data that could be read. */
export async function showCustomer(turn: Turn, ref: string): Promise<void> {
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return;
  const { target, record, relationship } = found;
  const [agreement, subscriptions, changes, job, history, standing] = await Promise.all([
    readAgreementOf(turn, found),
    subscriptionsFor(turn, found),
    changesOf(turn, target),
    openJobOf(turn, found),
    auditLinesOf(turn, found),
    microsoftStatus(turn, found),
  ]);
  const wakeAt = job?.state === 'unfinished' ? job.wakeAt : undefined;
  const have = subscriptions === undefined || 'fault' in subscriptions ? [] : subscriptions;
  const seen = wakeAcceptedChanges(turn, agreement, changes);
  turn.replies.show(
    customerCard({
      words: turn.words,
      ref: refOf(target),
      companyName: target.companyName,
      domain: target.domain,
      microsoftId: target.microsoftId,
      relationship,
      factsOf: (one) => offerFactsSoFar(turn, found, one),
      ...defined({ record }),
      ...defined({ agreement, subscriptions }),
      orders: openOrders({ found, job, changes: seen, history, subscriptions: have, now: turn.now }),
      now: turn.now,
      changes: seen.filter(({ state }) => state !== 'done'),
      ...standing,
      ...acceptanceOptions(turn, found),
      ...(turn.partnerCenter.practice || !isRelated(found) ? {} : { portal: turn.partner.cloud }),
      ...defined({ wakeAt }),
      can: customerActions(turn, found),
    }),
    { ref: refOf(target), verb: 'customer', argument: refOf(target) },
  );
}

/** Submission job of the customer, while it exists. */
const openJobOf = async ({ jobs, partner }: Turn, { record }: FoundCustomer): Promise<Submission | undefined> =>
  record === undefined ? undefined : (await jobs.get(partner.tenantId, record.id))?.value;

/** Actions that this user may take on a customer. */
export function customerActions(turn: Turn, found: FoundCustomer): CustomerView['can'] {
  const canChange = addRefusal(turn.partner) === undefined;
  const related = isRelated(found);
  const manage = canChange && related && may(turn, 'manage');
  return {
    add: canChange && may(turn, 'add'),
    manage,
    password: manage && knownAdminAccount(found) !== undefined,
    remove: may(turn, 'remove'),
    invite: !related && inviteRefusal(turn.partner) === undefined,
  };
}

async function subscriptionsFor(
  turn: Turn,
  found: FoundCustomer,
): Promise<readonly Subscription[] | RefusedCall | undefined> {
  if (!isRelated(found)) return undefined;
  return answerOrRefusal(customerSubscriptions(turn, found));
}

async function readAgreementOf(turn: Turn, found: FoundCustomer): Promise<CustomerView['agreement']> {
  const { partner, partnerCenter } = turn;
  if (!isRelated(found) || !cloud(partner.cloud).agreement) return undefined;
  const answer = await answerOrRefusal(
    turn.withinAnswerTime(partnerCenter.management.agreement(found.target.microsoftId)),
  );
  return 'fault' in answer ? undefined : answer;
}

/** Page on which the customer accepts the agreement, and whether acceptance can be practised. */
function acceptanceOptions({ partner, partnerCenter }: Turn, found: FoundCustomer) {
  const { acceptancePage } = cloud(partner.cloud);
  if (!isRelated(found) || acceptancePage === undefined) return {};
  return { acceptancePage, practise: partnerCenter.practiseAcceptance !== undefined };
}

/**
 * Microsoft's qualifications and account review of a customer. Both are waited for briefly; one that was not read in
 * time is reported as unavailable, never as empty.
 */
export async function microsoftStatus(
  turn: Turn,
  found: FoundCustomer,
): Promise<Pick<CustomerView, 'qualifications' | 'review'>> {
  if (!isRelated(found)) return {};
  const { management } = turn.partnerCenter;
  const { qualification, accountReview } = cloud(turn.partner.cloud);
  const { microsoftId } = found.target;
  const [qualifications, review] = await Promise.all([
    qualification ? briefAnswer(turn, management.qualifications(microsoftId)) : undefined,
    accountReview ? briefAnswer(turn, management.accountReview(microsoftId)) : undefined,
  ]);
  return {
    ...defined({ qualifications, review }),
  };
}

const timedOut: RefusedCall = { fault: { reason: 'unavailable' }, correlationId: '' };

async function briefAnswer<T>(turn: Turn, work: Promise<T>): Promise<T | RefusedCall> {
  const answer = answerOrRefusal(work);
  let seen: T | RefusedCall = timedOut;
  await turn.waitBriefly(answer.then((one) => void (seen = one)));
  return seen;
}

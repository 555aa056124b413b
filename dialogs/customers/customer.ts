import { customerCard } from '../../cards/customers/customerCard.ts';
import type { CustomerView } from '../../cards/customers/customerView.ts';
import type { Trouble } from '../../cards/trouble.ts';
import { profileFacts } from '../../cards/customers/profileFacts.ts';
import { wayOfAnswers } from '../../forms/agreement.ts';
import { cloud } from '../../partner-center/clouds.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Job } from '../../storage/jobs.ts';
import { contextOf } from '../drafts.ts';
import { accountOf } from './adminAccount.ts';
import { existing, isRelated, readSubscriptions, said } from './existing.ts';
import { auditOf } from './history.ts';
import { changesOf } from './openChanges.ts';
import { openOrders } from './openOrders.ts';
import { standingOf } from './customerStatus.ts';
import { takeUpSeen } from './seenAcceptance.ts';
import { partsOf } from '../openCard.ts';
import { inviteRefusal, may, refusal } from '../rights.ts';
import { refOf, type Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/** Shows one customer of this partner, as far as it is known; of another's it knows nothing. */
export async function showCustomer(turn: Turn, ref: string): Promise<void> {
  const found = await existing(turn, ref, 'view');
  if (found === undefined) return;
  const { target, record, relationship } = found;
  const [parts, agreement, subscriptions, changes, job, history, standing] = await Promise.all([
    said(turn.soon(partsFor(turn, found))),
    agreementOf(turn, found),
    subscriptionsFor(turn, found),
    changesOf(turn, target),
    jobOf(turn, found),
    auditOf(turn, found),
    standingOf(turn, found),
  ]);
  const wakeAt = job?.state === 'unfinished' ? job.wakeAt : undefined;
  const have = subscriptions === undefined || 'fault' in subscriptions ? [] : subscriptions;
  const seen = takeUpSeen(turn, agreement, changes);
  turn.replies.show(
    customerCard({
      words: turn.words,
      ref: refOf(target),
      companyName: target.companyName,
      domain: target.domain,
      microsoftId: target.microsoftId,
      relationship,
      ...(record === undefined ? {} : { record }),
      parts,
      ...(agreement === undefined ? {} : { agreement }),
      ...(subscriptions === undefined ? {} : { subscriptions }),
      orders: openOrders({ found, job, changes: seen, history, subscriptions: have, now: turn.now }),
      now: turn.now,
      changes: seen.filter(({ state }) => state !== 'done'),
      ...standing,
      ...acceptanceOf(turn, found),
      ...(wakeAt === undefined ? {} : { wakeAt }),
      can: whatCan(turn, found),
    }),
  );
}

/** The customer's submission, while that is not over. */
const jobOf = async ({ jobs, partner }: Turn, { record }: Targeted): Promise<Job | undefined> =>
  record === undefined ? undefined : (await jobs.get(partner.tenantId, record.id))?.value;

/** What this user may do with a customer. */
export function whatCan(turn: Turn, found: Targeted): CustomerView['can'] {
  const canChange = refusal(turn.partner) === undefined;
  const related = isRelated(found);
  const manage = canChange && related && may(turn, 'manage');
  return {
    add: canChange && may(turn, 'add'),
    manage,
    password: manage && accountOf(found) !== undefined,
    remove: may(turn, 'remove'),
    invite: !related && inviteRefusal(turn.partner) === undefined,
  };
}

async function subscriptionsFor(turn: Turn, found: Targeted): Promise<readonly Subscription[] | Trouble | undefined> {
  if (!isRelated(found)) return undefined;
  return said(readSubscriptions(turn, found));
}

async function agreementOf(turn: Turn, found: Targeted): Promise<CustomerView['agreement']> {
  const { partner, partnerCenter } = turn;
  if (!isRelated(found) || !cloud(partner.cloud).agreement) return undefined;
  const answer = await said(turn.soon(partnerCenter.management.agreement(found.target.microsoftId)));
  return 'fault' in answer ? undefined : answer;
}

/** Where the customer accepts the agreement, and whether that is practised. */
export function acceptanceOf({ partner, partnerCenter }: Turn, found: Targeted) {
  const { acceptancePage } = cloud(partner.cloud);
  if (!isRelated(found) || acceptancePage === undefined) return {};
  return { acceptancePage, practise: partnerCenter.practiseAcceptance !== undefined };
}

/** Account info: as it was recorded here or, for a customer that has no record, as Partner Center has it. */
async function partsFor(turn: Turn, { target, record }: Targeted): Promise<Parts> {
  const { partnerCenter, words } = turn;
  if (record !== undefined) {
    const { subscriptions: _ordered, ...sections } = record.sections;
    const context = await contextOf(turn, { accepted: sections }, { offers: false });
    // What was asked about the agreement then, whatever is asked now.
    return partsOf(sections, { ...context, agreementWay: wayOfAnswers(sections['agreement']) }, words);
  }
  const { billing } = (await partnerCenter.directory?.customer(target.microsoftId)) ?? {};
  return billing === undefined ? [] : [{ title: words.t('customer.account'), facts: profileFacts(billing, words) }];
}

type Parts = Exclude<CustomerView['parts'], Trouble>;

import { cancelSubscriptionCard, statusCard } from '../../cards/customers/statusCards.ts';
import { cancellationOf, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { addOnNames } from '../../partner-center/customerSubscriptions.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { ChangeKind } from '../../model/change.ts';
import { showsSchedule, showSubscriptions, subscriptionOrRefusal } from './subscriptionList.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import {
  changeableCustomer,
  customerSubscriptions,
  type FoundCustomer,
  orShowRefusal,
  withBackButton,
} from './customerAccess.ts';
import { manageSubscription, showIfEnded } from './changeLicenses.ts';
import { offerFactsSoFar } from './offerFacts.ts';
import { refOf } from '../../model/customerRef.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import { keepUnlessLeft } from '../pressedCard.ts';
import type { Turn } from '../turn.ts';
import { defined } from '../../lib/optional.ts';

type Status = 'active' | 'suspended';

/** Subscription that has not ended, and the names of its add-ons. */
interface WithAddOns {
  readonly subscription: Subscription;
  readonly addOns: readonly string[];
}

async function withAddOns(turn: Turn, found: FoundCustomer, id: string): Promise<WithAddOns | undefined> {
  const all = await orShowRefusal(turn, () => customerSubscriptions(turn, found));
  const subscription = all?.find((one) => one.id === id);
  if (all !== undefined && subscription === undefined) turn.replies.say(turn.words.t('subscription.gone'));
  if (all === undefined || subscription === undefined) return undefined;
  if (await showIfEnded(turn, `${refOf(found.target)} ${id}`, subscription)) return undefined;
  return { subscription, addOns: addOnNames(all, id) };
}

/** Suspend or Reactivate: explains the consequences and asks for confirmation; argument `ref subscription`. */
export const askStatus =
  (status: Status) =>
  async (turn: Turn, argument: string): Promise<void> => {
    const [ref = '', id = ''] = argument.split(' ');
    turn.replies.keep();
    const found = await changeableCustomer(turn, ref);
    if (found !== undefined) await showStatus(turn, found, id, status);
  };

async function showStatus(turn: Turn, found: FoundCustomer, id: string, status: Status): Promise<void> {
  const known = await withAddOns(turn, found, id);
  if (known === undefined) return;
  const days = cloud(turn.partner.cloud).dataRetentionDays;
  const base = changeCardBase(turn, found);
  const made = statusCard({ ...base, ...known, status, days });
  showAsking(turn, withBackButton(turn, made), { yes: ['setStatus'], key: base.changeId });
}

/** Cancel: explains the deadline and the consequences, and asks for confirmation; argument `ref subscription`. */
export async function askCancel(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  keepUnlessLeft(turn);
  const found = await changeableCustomer(turn, ref);
  const known = found === undefined ? undefined : await withAddOns(turn, found, id);
  if (found === undefined || known === undefined) return;
  const cancellation = cancellationOf(known.subscription, turn.now);
  if (cancellation === undefined) return sayTooLate(turn, argument);
  const base = changeCardBase(turn, found);
  const made = cancelSubscriptionCard({ ...base, ...known, cancellation });
  showAsking(turn, withBackButton(turn, made), { yes: ['setStatus'], key: base.changeId });
}

async function sayTooLate(turn: Turn, argument: string): Promise<void> {
  turn.replies.say(turn.words.t('cancelSubscription.over'));
  await manageSubscription(turn, argument);
}

const changeCardBase = (turn: Turn, { target }: FoundCustomer) => ({
  words: turn.words,
  ref: refOf(target),
  companyName: target.companyName,
  changeId: turn.newId(),
  now: turn.now,
});

const settableStatuses = ['active', 'suspended', 'deleted'] as const;

/** Starts the durable change of the status, after confirmation; argument `ref subscription change status`. */
export async function setStatus(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = '', word] = argument.split(' ');
  const status = settableStatuses.find((one) => one === word);
  if (!isChangeId(changeId) || status === undefined) return showSubscriptions(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const subscription = await subscriptionOrRefusal(turn, found, id);
  if (subscription === undefined || (await showIfEnded(turn, argument, subscription))) return;
  if (status === 'deleted' && cancellationOf(subscription, turn.now) === undefined)
    return sayTooLate(turn, `${ref} ${id}`);
  if (status === 'suspended' && !showsSchedule(turn, subscription)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showStatus(turn, found, id, status);
  }
  if (!isLastAsked(turn, changeId))
    return status === 'deleted' ? askCancel(turn, argument) : showStatus(turn, found, id, status);
  const facts = offerFactsSoFar(turn, found, subscription);
  return submitChange(turn, {
    id: changeId,
    customer: found.target,
    what: statusChange(subscription, status),
    ...facts,
  });
}

function statusChange(subscription: Subscription, status: (typeof settableStatuses)[number]): ChangeKind {
  const { id: subscriptionId, name, unit } = subscription;
  const gone = status === 'suspended' ? scheduledChangesOf(subscription) : undefined;
  return { kind: 'status', subscriptionId, name, unit, status, ...defined({ gone }) };
}

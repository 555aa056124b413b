import { cancelSubscriptionCard } from '../../cards/customers/cancelSubscriptionCard.ts';
import { statusCard } from '../../cards/customers/statusCard.ts';
import { cancellationOf, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { addOnNames } from '../../partner-center/owned.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { ChangeKind } from '../../storage/changes.ts';
import { isAnnounced } from './shownSchedule.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { changeable, orTrouble, readSubscriptions } from './existing.ts';
import { manageSubscription } from './oneSubscription.ts';
import { showSubscriptions, subscriptionOf } from './subscriptions.ts';
import { refOf, type Targeted } from './targets.ts';
import { wayBack } from './wayBack.ts';
import type { Turn } from '../turn.ts';

type Status = 'active' | 'suspended';

/** Days the data of a subscription of the old commerce is kept while it is suspended; with 21Vianet they are fewer. */
export const keptDays = ({ cloud }: Pick<Partner, 'cloud'>): number => (cloud === 'china' ? 60 : 90);

/** A subscription that is there, and the names of its add-ons that are, too. */
interface WithAddOns {
  readonly subscription: Subscription;
  readonly addOns: readonly string[];
}

async function withAddOns(turn: Turn, found: Targeted, id: string): Promise<WithAddOns | undefined> {
  const all = await orTrouble(turn, () => readSubscriptions(turn, found));
  const subscription = all?.find((one) => one.id === id);
  if (all !== undefined && subscription === undefined) turn.replies.say(turn.words.t('subscription.gone'));
  if (all === undefined || subscription === undefined) return undefined;
  return { subscription, addOns: addOnNames(all, id) };
}

/** Suspend or Reactivate: says what follows, and asks, by `ref subscription`. */
export const askStatus =
  (status: Status) =>
  async (turn: Turn, argument: string): Promise<void> => {
    const [ref = '', id = ''] = argument.split(' ');
    turn.replies.keep();
    const found = await changeable(turn, ref);
    if (found !== undefined) await showStatus(turn, found, id, status);
  };

async function showStatus(turn: Turn, found: Targeted, id: string, status: Status): Promise<void> {
  const known = await withAddOns(turn, found, id);
  if (known === undefined) return;
  const made = statusCard({ ...once(turn, found), ...known, status, days: keptDays(turn.partner) });
  turn.replies.show(wayBack(turn, made));
}

/** Cancel: says until when it can be, and what follows, and asks, by `ref subscription`. */
export async function askCancel(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const found = await changeable(turn, ref);
  const known = found === undefined ? undefined : await withAddOns(turn, found, id);
  if (found === undefined || known === undefined) return;
  const cancellation = cancellationOf(known.subscription, turn.now);
  if (cancellation === undefined) return tooLate(turn, argument);
  turn.replies.show(wayBack(turn, cancelSubscriptionCard({ ...once(turn, found), ...known, cancellation })));
}

async function tooLate(turn: Turn, argument: string): Promise<void> {
  turn.replies.say(turn.words.t('cancelSubscription.over'));
  await manageSubscription(turn, argument);
}

const once = (turn: Turn, { target }: Targeted) => ({
  words: turn.words,
  ref: refOf(target),
  companyName: target.companyName,
  changeId: turn.newId(),
  now: turn.now,
});

const asked = ['active', 'suspended', 'deleted'] as const;

/** It was confirmed: hands it to a durable change, by `ref subscription change status`. */
export async function setStatus(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = '', word] = argument.split(' ');
  const status = asked.find((one) => one === word);
  if (!isChangeId(changeId) || status === undefined) return showSubscriptions(turn, ref);
  const found = await changeable(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  const subscription = await subscriptionOf(turn, found, id);
  if (subscription === undefined) return;
  if (status === 'deleted' && cancellationOf(subscription, turn.now) === undefined)
    return tooLate(turn, `${ref} ${id}`);
  if (status === 'suspended' && !isAnnounced(turn, subscription)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showStatus(turn, found, id, status);
  }
  return submitChange(turn, { id: changeId, customer: found.target, what: statusChange(subscription, status) });
}

function statusChange(subscription: Subscription, status: (typeof asked)[number]): ChangeKind {
  const { id: subscriptionId, name, unit } = subscription;
  const gone = status === 'suspended' ? scheduledChangesOf(subscription) : undefined;
  return { kind: 'status', subscriptionId, name, unit, status, ...(gone === undefined ? {} : { gone }) };
}

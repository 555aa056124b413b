import { endOfTermCard } from '../../cards/customers/endOfTermCard.ts';
import { daysAfter } from '../../partner-center/days.ts';
import { canChooseEnd, chosenEndOf, lastDayOf, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { ChosenEnd, Subscription } from '../../partner-center/management.ts';
import type { ChangeKind } from '../../storage/changes.ts';
import { isAnnounced } from './shownSchedule.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { changeable } from './existing.ts';
import { knownOffer, manageSubscription } from './oneSubscription.ts';
import { subscriptionOf } from './subscriptions.ts';
import { refOf, type Targeted } from './targets.ts';
import { wayBack } from './wayBack.ts';
import type { Turn } from '../turn.ts';

/** A subscription for whose end something can be chosen, and the days of its term's end. */
export interface Choosable {
  readonly found: Targeted;
  readonly subscription: Subscription;
  readonly lastDay: string;
  readonly day: string;
}

/** The subscription that was named, by `ref subscription`; where nothing can be chosen for it, that was said. */
export async function choosable(turn: Turn, ref: string, id: string): Promise<Choosable | undefined> {
  const found = await changeable(turn, ref);
  const subscription = found === undefined ? undefined : await subscriptionOf(turn, found, id);
  if (found === undefined || subscription === undefined) return undefined;
  const lastDay = lastDayOf(subscription);
  if (lastDay !== undefined && canChooseEnd(subscription, turn.now))
    return { found, subscription, lastDay, day: daysAfter(lastDay, 1) };
  turn.replies.say(turn.words.t('endOfTerm.closed'));
  await manageSubscription(turn, `${ref} ${id}`);
  return undefined;
}

/** End of term: asks what is to happen then, by `ref subscription`. */
export async function askEndOfTerm(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const chosen = await choosable(turn, ref, id);
  if (chosen !== undefined) await show(turn, chosen, turn.newId());
}

async function show(turn: Turn, { found, ...one }: Choosable, changeId: string): Promise<void> {
  const made = endOfTermCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    changeId,
    now: turn.now,
    known: await knownOffer(turn, found, one.subscription),
    ...one,
  });
  turn.replies.show(wayBack(turn, made));
}

const choices = ['renew', 'extend', 'cancel'] as const;

/** A choice was pressed: hands it to a durable change, by `ref subscription change choice former-choice`. */
export async function chooseEnd(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = '', word, seen] = argument.split(' ');
  const to = choices.find((one) => one === word);
  if (!isChangeId(changeId) || to === undefined) return askEndOfTerm(turn, argument);
  const found = await changeable(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  const one = await choosable(turn, ref, id);
  if (one === undefined) return;
  const from = chosenEndOf(one.subscription);
  if (from !== seen || !isAnnounced(turn, one.subscription)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return show(turn, one, changeId);
  }
  return submitChange(turn, { id: changeId, customer: found.target, what: endChange(one.subscription, from, to) });
}

function endChange(subscription: Subscription, from: ChosenEnd, to: (typeof choices)[number]): ChangeKind {
  const { id: subscriptionId, name, unit } = subscription;
  const { nextTerm } = scheduledChangesOf(subscription) ?? {};
  const gone = nextTerm === undefined ? {} : { gone: { nextTerm: { ...nextTerm } } };
  return { kind: 'endOfTerm', subscriptionId, name, unit, from, to, ...gone };
}

import { stopCard, stopKey } from '../../cards/customers/stopCard.ts';
import { stopLines } from '../../partner-center/customerSubscriptions.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import type { Turn } from '../turn.ts';
import { refOf } from '../../model/customerRef.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import {
  changeableCustomer,
  customerSubscriptions,
  type FoundCustomer,
  orShowRefusal,
  withBackButton,
} from './customerAccess.ts';
import { askEndRelationship } from './endRelationship.ts';

/** Suspend or cancel all: names what is suspended and what is canceled, and asks once; argument `ref`. */
export async function askStop(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await changeableCustomer(turn, ref);
  const subscriptions = found === undefined ? undefined : await readAll(turn, found);
  if (found !== undefined && subscriptions !== undefined) await showStop(turn, found, subscriptions, turn.newId());
}

const readAll = (turn: Turn, found: FoundCustomer): Promise<readonly Subscription[] | undefined> =>
  orShowRefusal(turn, () => customerSubscriptions(turn, found));

/**
 * Starts the durable change that stops them one after the other, when the card named them all; argument `ref change`.
 */
export async function stopAll(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return askStop(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const subscriptions = await readAll(turn, found);
  if (subscriptions === undefined) return;
  const lines = stopLines(subscriptions, turn.now);
  if (turn.press?.values['named'] !== stopKey(lines)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showStop(turn, found, subscriptions, changeId);
  }
  if (!isLastAsked(turn, changeId)) return showStop(turn, found, subscriptions, turn.newId());
  const wanted = lines.map((line) => ({ ...line, requestId: turn.newRequestId() }));
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'stop', lines: wanted } });
}

async function showStop(
  turn: Turn,
  found: FoundCustomer,
  subscriptions: readonly Subscription[],
  changeId: string,
): Promise<void> {
  const lines = stopLines(subscriptions, turn.now);
  const ref = refOf(found.target);
  if (lines.length === 0) return askEndRelationship(turn, ref);
  const made = stopCard({
    words: turn.words,
    ref,
    companyName: found.target.companyName,
    changeId,
    now: turn.now,
    subscriptions,
    days: cloud(turn.partner.cloud).dataRetentionDays,
  });
  showAsking(turn, withBackButton(turn, made), { yes: ['stopAll'], key: changeId });
}

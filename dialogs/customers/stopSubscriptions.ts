import { stopCard, stopKey } from '../../cards/customers/stopCard.ts';
import { cancelableOfOrder, stopLines, type StopLine } from '../../partner-center/customerSubscriptions.ts';
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
import { auditLinesOf } from './customerHistory.ts';
import { askEndRelationship } from './endRelationship.ts';
import { showSubscriptions } from './subscriptionList.ts';

/** Suspend or cancel all: names what is suspended and what is canceled, and asks once; argument `ref`. */
export async function askStop(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await changeableCustomer(turn, ref);
  const subscriptions = found === undefined ? undefined : await readAll(turn, found);
  if (found === undefined || subscriptions === undefined) return;
  await showStop(turn, found, { subscriptions, lines: stopLines(subscriptions, turn.now), changeId: turn.newId() });
}

/** Undo of an order: names the subscriptions that it made and that can be canceled, and asks once; argument `ref change`. */
export async function askUndoOrder(turn: Turn, argument: string): Promise<void> {
  const [ref = '', order = ''] = argument.split(' ');
  turn.replies.keep();
  // One order is taken back once, however often and by whomever Undo is pressed.
  const changeId = `${order}u`;
  if (!isChangeId(changeId)) return showSubscriptions(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const subscriptions = await readAll(turn, found);
  if (subscriptions === undefined) return;
  const lines = await linesOf(turn, found, subscriptions, order);
  await showStop(turn, found, { subscriptions, lines, changeId, order });
}

/** Asks the same where there is something to cancel; false where there is not. */
export async function askIfUndoable(turn: Turn, found: FoundCustomer, order: string): Promise<boolean> {
  const changeId = `${order}u`;
  const subscriptions = isChangeId(changeId) ? await readAll(turn, found) : undefined;
  if (subscriptions === undefined) return false;
  const lines = await linesOf(turn, found, subscriptions, order);
  if (lines.length > 0) await showStop(turn, found, { subscriptions, lines, changeId, order });
  return lines.length > 0;
}

const readAll = (turn: Turn, found: FoundCustomer): Promise<readonly Subscription[] | undefined> =>
  orShowRefusal(turn, () => customerSubscriptions(turn, found));

/** The subscriptions that are stopped: all that can be, or of those that an order made the ones that stand as it made them. */
async function linesOf(
  turn: Turn,
  found: FoundCustomer,
  subscriptions: readonly Subscription[],
  order: string,
): Promise<StopLine[]> {
  if (order === '') return stopLines(subscriptions, turn.now);
  const made = (await auditLinesOf(turn, found)).find(
    ({ action, change, outcome }) => action === 'order' && change === order && outcome === 'done',
  );
  return made === undefined ? [] : cancelableOfOrder(subscriptions, made.ordered ?? [], made.at, turn.now);
}

/**
 * Starts the durable change that stops them one after the other, when the card named them all; argument
 * `ref change order`, the order being the one that is taken back.
 */
export async function stopAll(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = '', order = ''] = argument.split(' ');
  if (!isChangeId(changeId) || (order !== '' && changeId !== `${order}u`)) return askStop(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const subscriptions = await readAll(turn, found);
  if (subscriptions === undefined) return;
  const lines = await linesOf(turn, found, subscriptions, order);
  const asked = { subscriptions, lines, order };
  if (turn.press?.values['named'] !== stopKey(lines)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showStop(turn, found, { ...asked, changeId });
  }
  if (!isLastAsked(turn, changeId))
    return showStop(turn, found, { ...asked, changeId: order === '' ? turn.newId() : changeId });
  const wanted = lines.map((line) => ({ ...line, requestId: turn.newRequestId() }));
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'stop', lines: wanted } });
}

/** Question about stopping subscriptions of a customer. */
interface StopQuestion {
  readonly subscriptions: readonly Subscription[];
  readonly lines: readonly StopLine[];
  readonly changeId: string;
  /** Id of the order that is taken back. */
  readonly order?: string;
}

async function showStop(turn: Turn, found: FoundCustomer, question: StopQuestion): Promise<void> {
  const { lines, changeId, order = '' } = question;
  const ref = refOf(found.target);
  if (lines.length === 0 && order === '') return askEndRelationship(turn, ref);
  if (lines.length === 0) {
    turn.replies.say(turn.words.t('undo.orderOver'));
    return showSubscriptions(turn, ref);
  }
  const made = stopCard({
    words: turn.words,
    ref,
    companyName: found.target.companyName,
    now: turn.now,
    days: cloud(turn.partner.cloud).dataRetentionDays,
    ...question,
  });
  showAsking(turn, withBackButton(turn, made), { yes: ['stopAll'], key: changeId });
}

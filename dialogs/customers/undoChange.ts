import { judgeLicenses, type PresentSubscription } from '../../forms/subscriptionInputs.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import type { ChangeKind } from '../../model/change.ts';
import { allowedActions } from '../../partner-center/customerSubscriptions.ts';
import { scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Turn } from '../turn.ts';
import { manageSubscription, subscriptionOffer } from './changeLicenses.ts';
import { offerFactsSoFar } from './offerFacts.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import { changeableCustomer, type FoundCustomer } from './customerAccess.ts';
import { auditLinesOf } from './customerHistory.ts';
import { showSubscriptions, subscriptionOrRefusal } from './subscriptionList.ts';

/**
 * Undo: takes back a change of a subscription's licenses or status by a change of its own, while it is the latest one
 * and Partner Center still takes it back; else says so and shows what stands. Argument `ref subscription change`.
 */
export async function undoChange(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', made = ''] = argument.split(' ');
  // One change is taken back once, however often and by whomever Undo is pressed.
  const changeId = `${made}u`;
  if (!isChangeId(changeId)) return showSubscriptions(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const present = await subscriptionOrRefusal(turn, found, id);
  if (present === undefined) return;
  const what = (await takenBack(turn, found, present, made))?.what;
  if (what !== undefined)
    return submitChange(turn, { id: changeId, customer: found.target, what, ...offerFactsSoFar(turn, found, present) });
  turn.replies.say(turn.words.t('undo.over'));
  return manageSubscription(turn, `${ref} ${id}`);
}

/** A change that can still be taken back: history's line of it, and the change that does so; undefined for any other. */
export async function takenBack(
  turn: Turn,
  found: FoundCustomer,
  present: PresentSubscription,
  made: string,
): Promise<{ readonly line: AuditLine; readonly what: ChangeKind } | undefined> {
  const line = await latestLine(turn, found, present, made);
  const what = line === undefined ? undefined : await reverseOf(turn, found, line, present);
  return line === undefined || what === undefined ? undefined : { line, what };
}

/** History's line of the change, where it is the latest of its kind for that subscription. */
async function latestLine(
  turn: Turn,
  found: FoundCustomer,
  { name }: Subscription,
  made: string,
): Promise<AuditLine | undefined> {
  const done = (await auditLinesOf(turn, found)).filter(({ outcome }) => outcome === 'done');
  const line = done.find(({ change }) => change === made);
  const latest = done.find(({ action, data }) => action === line?.action && data?.['subscription'] === name);
  return latest?.change === made ? line : undefined;
}

/** The change that takes that one back; undefined where another was made since, or the time for it is over. */
async function reverseOf(
  turn: Turn,
  found: FoundCustomer,
  { action, data = {} }: AuditLine,
  present: PresentSubscription,
): Promise<ChangeKind | undefined> {
  const { id: subscriptionId, name, unit, quantity, status } = present;
  // Nobody agreed to lose what was scheduled since.
  if (scheduledChangesOf(present) !== undefined) return undefined;
  if (action === 'quantity') {
    const { from: before, to: after } = data;
    if (typeof before !== 'number' || typeof after !== 'number' || after <= before || quantity !== after)
      return undefined;
    const judged = judgeLicenses(String(before), present, await subscriptionOffer(turn, found, present));
    return 'fault' in judged
      ? undefined
      : { kind: 'quantity', subscriptionId, name, unit, from: quantity, to: judged.to };
  }
  if (action !== 'status' || data['status'] !== status) return undefined;
  const allowed = allowedActions(present, turn.now);
  if (status === 'suspended' && allowed.includes('reactivate'))
    return { kind: 'status', subscriptionId, name, unit, status: 'active' };
  if (status === 'active' && allowed.includes('suspend'))
    return { kind: 'status', subscriptionId, name, unit, status: 'suspended' };
  return undefined;
}

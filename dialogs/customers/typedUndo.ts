import { undoCard } from '../../cards/customers/changedSubscription.ts';
import { deletedDraftCard } from '../../cards/questionCards.ts';
import type { ChangeKind } from '../../model/change.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { isForgotten } from '../drafts.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { findCustomer, isRelated } from './customerAccess.ts';
import { readSubscription } from './subscriptionList.ts';
import { askIfUndoable } from './stopSubscriptions.ts';
import { takenBack } from './undoChange.ts';

/**
 * True when a typed undo was answered: by the outcome of what this user did last, with its Undo, while it can be taken
 * back. What was done before that is not offered in its place.
 */
export async function offerUndo(turn: Turn): Promise<boolean> {
  const { deleted, changed } = turn.person;
  const isDraftLast = changed === undefined || (deleted !== undefined && deleted.at > changed.at);
  return isDraftLast ? offerDeletedDraft(turn) : offerChange(turn, changed);
}

/** Shows the Undo of the draft deleted last, while it can be restored. */
function offerDeletedDraft({ person: { deleted }, now, replies, words }: Turn): boolean {
  if (deleted === undefined || isForgotten(deleted, now)) return false;
  replies.show(deletedDraftCard(words, deleted.draft.id));
  return true;
}

/** Shows the change with its Undo, while it can be taken back. */
async function offerChange(
  turn: Turn,
  { id, ref, subscription, lines }: NonNullable<Turn['person']['changed']>,
): Promise<boolean> {
  if (subscription === undefined) return lines !== undefined && offerOrder(turn, ref, id);
  if (!may(turn, 'manage')) return false;
  const found = await turn.withinAnswerTime(findCustomer(turn, ref));
  if (found === undefined || !isRelated(found)) return false;
  const present = await readSubscription(turn, found, subscription.id);
  const back = present === undefined ? undefined : await takenBack(turn, found, present, id);
  if (present === undefined || back === undefined) return false;
  turn.replies.show(
    undoCard({
      words: turn.words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      change: { id, subscriptionId: present.id, what: madeBy(back.line, present) },
    }),
  );
  return true;
}

/** Asks whether to take back the order, while something of it can be canceled. */
async function offerOrder(turn: Turn, ref: string, id: string): Promise<boolean> {
  if (!may(turn, 'manage')) return false;
  const found = await turn.withinAnswerTime(findCustomer(turn, ref));
  return found !== undefined && isRelated(found) && askIfUndoable(turn, found, id);
}

/** The change that history tells of. */
function madeBy({ data = {} }: AuditLine, { id, name, unit, status }: Subscription): ChangeKind {
  const { from, to } = data;
  if (typeof from === 'number' && typeof to === 'number')
    return { kind: 'quantity', subscriptionId: id, name, unit, from, to };
  return { kind: 'status', subscriptionId: id, name, unit, status: status === 'suspended' ? 'suspended' : 'active' };
}

import type { RefusedCall } from '../../cards/faultLines.ts';
import { blocksRemoval, relationshipCard, type RelationshipView } from '../../cards/customers/removalCards.ts';
import { isSameName } from '../../lib/foldCase.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import { customerActions } from './showCustomer.ts';
import {
  answerOrRefusal,
  customerSubscriptions,
  customerWithRight,
  type FoundCustomer,
  isRelated,
  orShowRefusal,
  sayManageRefusal,
} from './customerAccess.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { refOf } from '../../model/customerRef.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import { keepUnlessLeft } from '../pressedCard.ts';
import type { Turn } from '../turn.ts';

/** End relationship: lists what blocks it, or explains the consequences and asks for the company's name. */
export async function askEndRelationship(turn: Turn, ref: string): Promise<void> {
  keepUnlessLeft(turn);
  const found = await endableRelationship(turn, ref);
  const subscriptions =
    found === undefined ? undefined : await orShowRefusal(turn, () => customerSubscriptions(turn, found));
  if (found === undefined || subscriptions === undefined) return;
  showRelationship(turn, found, { changeId: turn.newId(), subscriptions, typed: '' });
}

/**
 * Starts the durable change that ends the relationship, when the typed name is the company's and nothing blocks it;
 * argument `ref change`.
 */
export async function endRelationship(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return askEndRelationship(turn, ref);
  const found = await customerWithRight(turn, ref, 'remove');
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  if (!isRelated(found)) return sayManageRefusal(turn, 'no-relationship', found, false);
  const typed = turn.press?.values['companyName'] ?? '';
  const answer = await answerOrRefusal<readonly Subscription[]>(customerSubscriptions(turn, found));
  const asked = { changeId, typed };
  if ('fault' in answer) return showRelationship(turn, found, { ...asked, refusedCall: answer });
  const fault = isSameName(typed, found.target.companyName) ? undefined : nameFault(typed);
  if (answer.some(blocksRemoval)) return showRelationship(turn, found, { ...asked, subscriptions: answer });
  if (fault !== undefined) return showRelationship(turn, found, { ...asked, subscriptions: answer, fault });
  if (!isLastAsked(turn, changeId))
    return showRelationship(turn, found, { changeId: turn.newId(), typed: '', subscriptions: answer });
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'relationship' } });
}

const nameFault = (typed: string) => ({ key: typed.trim() === '' ? 'fault.required' : 'fault.otherName' });

/** Customer whose relationship this user may end; undefined when not, and the reason was shown. */
async function endableRelationship(turn: Turn, ref: string): Promise<FoundCustomer | undefined> {
  const found = await customerWithRight(turn, ref, 'remove');
  if (found === undefined || isRelated(found)) return found;
  sayManageRefusal(turn, 'no-relationship', found, false);
  return undefined;
}

type RelationshipQuestion = Pick<RelationshipView, 'changeId' | 'subscriptions' | 'typed' | 'fault'> & {
  readonly refusedCall?: RefusedCall;
};

function showRelationship(turn: Turn, found: FoundCustomer, asked: RelationshipQuestion): void {
  const made = relationshipCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    canManage: customerActions(turn, found).manage,
    now: turn.now,
    recorded: found.record !== undefined,
    days: cloud(turn.partner.cloud).dataRetentionDays,
    ...asked,
  });
  // A list of what blocks it asks nothing.
  if (asked.subscriptions?.some(blocksRemoval) === true) turn.replies.show(made);
  else showAsking(turn, made, { yes: ['removeRelationship'], key: asked.changeId });
}

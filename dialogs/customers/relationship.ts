import type { Trouble } from '../../cards/trouble.ts';
import { blocks, relationshipCard, type RelationshipView } from '../../cards/customers/relationshipCard.ts';
import { isSameName } from '../../forms/sameName.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { whatCan } from './customer.ts';
import { existing, isRelated, orTrouble, readSubscriptions, said } from './existing.ts';
import { sayReason } from './managing.ts';
import { keptDays } from './statuses.ts';
import { refOf, type Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/** End relationship: lists what stands in its way; else says what follows, and asks for the company's name. */
export async function askEnd(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await endable(turn, ref);
  const subscriptions = found === undefined ? undefined : await orTrouble(turn, () => readSubscriptions(turn, found));
  if (found === undefined || subscriptions === undefined) return;
  show(turn, found, { changeId: turn.newId(), subscriptions, typed: '' });
}

/** The name was typed: when it is the company's and nothing stands in the way, a durable change ends the relationship, by `ref change`. */
export async function endRelationship(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return askEnd(turn, ref);
  const found = await existing(turn, ref, 'remove');
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  if (!isRelated(found)) return sayReason(turn, 'no-relationship');
  const typed = turn.press?.values['companyName'] ?? '';
  const answer = await said<readonly Subscription[]>(readSubscriptions(turn, found));
  const asked = { changeId, typed };
  if ('fault' in answer) return show(turn, found, { ...asked, trouble: answer });
  const fault = isSameName(typed, found.target.companyName) ? undefined : nameFault(typed);
  if (answer.some(blocks)) return show(turn, found, { ...asked, subscriptions: answer });
  if (fault !== undefined) return show(turn, found, { ...asked, subscriptions: answer, fault });
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'relationship' } });
}

const nameFault = (typed: string) => ({ key: typed.trim() === '' ? 'fault.required' : 'fault.otherName' });

/** The customer, where there is a relationship to be ended by this user; else why not was shown. */
async function endable(turn: Turn, ref: string): Promise<Targeted | undefined> {
  const found = await existing(turn, ref, 'remove');
  if (found === undefined || isRelated(found)) return found;
  sayReason(turn, 'no-relationship');
  return undefined;
}

type Asked = Pick<RelationshipView, 'changeId' | 'subscriptions' | 'typed' | 'fault'> & { readonly trouble?: Trouble };

const show = (turn: Turn, found: Targeted, asked: Asked): void =>
  turn.replies.show(
    relationshipCard({
      words: turn.words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      canManage: whatCan(turn, found).manage,
      now: turn.now,
      recorded: found.record !== undefined,
      days: keptDays(turn.partner),
      ...asked,
    }),
  );

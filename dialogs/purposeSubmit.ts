import { isDeepStrictEqual } from 'node:util';
import { changeOf } from '../forms/change.ts';
import { changedFields } from '../forms/changedFields.ts';
import { answers } from '../forms/context.ts';
import { ask, nextOpen, revalidate, update } from '../forms/draft.ts';
import { againQuestion } from '../forms/orderedAgain.ts';
import { caughtUp } from '../forms/purposeDraft.ts';
import type { Draft, Purpose } from '../storage/draft.ts';
import { ownedNow } from './cartPurpose.ts';
import { submitChange } from './customers/changing.ts';
import { commands } from './commandActions.ts';
import { showDraftTrouble } from './draftTrouble.ts';
import { contextOf, drop, put } from './drafts.ts';
import { knownOf } from './customers/knownCustomer.ts';
import { canManage } from './customers/managing.ts';
import { canOrder, contextOfCard } from './offers.ts';
import { refOf, targetOf, type Targeted } from './customers/targets.ts';
import type { Turn } from './turn.ts';

/** Judges everything once more, then hands the draft to a durable change. False: something is open again, or was said. */
export async function submitPurpose(turn: Turn, draft: Draft, purpose: Purpose): Promise<boolean> {
  if (!canManage(turn)) return false;
  try {
    const found = await turn.soon(stillThere(turn, purpose));
    return found === undefined ? await leave(turn, draft) : await judge(turn, draft, purpose, found);
  } catch (error) {
    showDraftTrouble(turn, draft, error);
    return false;
  }
}

/** The customer, also where its record was deleted and Partner Center has it still. */
async function stillThere(turn: Turn, { customer }: Purpose): Promise<Targeted | undefined> {
  const { microsoftId } = customer;
  return (await targetOf(turn, refOf(customer))) ?? targetOf(turn, refOf({ microsoftId }));
}

async function leave(turn: Turn, draft: Draft): Promise<boolean> {
  drop(turn, draft.id);
  turn.replies.say(turn.words.t('customer.gone'));
  await commands.customers(turn);
  return true;
}

async function judge(turn: Turn, draft: Draft, former: Purpose, found: Targeted): Promise<boolean> {
  const present = await turn.soon(upToDate(turn, draft, former, found));
  const { purpose } = present;
  const context = await contextOfCard(turn, present);
  const judged = revalidate(present, context);
  const objection = isUnchanged(judged) ? 'review.unchanged' : isOther(judged, draft) ? 'review.meanwhile' : undefined;
  if (nextOpen(judged, context) !== 'review' || objection !== undefined) {
    put(turn, judged);
    if (objection !== undefined) turn.replies.say(turn.words.t(objection));
    return false;
  }
  const question = againQuestion(answers(context, 'subscriptions'), context);
  if (question !== undefined) {
    put(turn, ask(update(judged, 'subscriptions'), question));
    return false;
  }
  if (!canOrder(turn, context)) {
    put(turn, judged);
    return false;
  }
  const { person } = turn;
  const { lastPress } = person;
  drop(turn, draft.id);
  const what = changeOf(context, purpose, found.record?.sections ?? {});
  const { accepted } = judged;
  await submitChange(turn, { id: draft.id, customer: found.target, what, draft: { purpose, accepted } });
  // The button pressed was the draft's: pressed twice it says nothing.
  if (lastPress !== undefined) person.lastPress = lastPress;
  return true;
}

/** What the customer has by now counts for what it may have, and what is recorded of it for what is not changed. */
async function upToDate(
  turn: Turn,
  draft: Draft,
  purpose: Purpose,
  found: Targeted,
): Promise<Draft & { purpose: Purpose }> {
  if (purpose.kind === 'subscriptions') {
    const { waiting: _former, ...cart } = purpose;
    return { ...draft, purpose: { ...cart, ...(await ownedNow(turn, found)) } };
  }
  const { accounts } = await knownOf(turn, found);
  const context = await contextOf(turn, { accepted: {}, purpose });
  return { purpose, ...caughtUp(draft, accounts, context) };
}

const isUnchanged = (draft: Draft): boolean => draft.purpose?.kind === 'account' && changedFields(draft).length === 0;

/** Somebody changed what this draft leaves as it is: that is shown before it is submitted. */
const isOther = ({ accepted, purpose }: Draft, draft: Draft): boolean =>
  purpose?.kind === 'account' && !isDeepStrictEqual(accepted, draft.accepted);

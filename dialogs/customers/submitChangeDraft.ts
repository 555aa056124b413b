import { isDeepStrictEqual } from 'node:util';
import { changeRequestOf } from '../../forms/request.ts';
import { changedFields, rebaseDraft } from '../../forms/changeDraft.ts';
import { acceptedAnswers } from '../../forms/context.ts';
import { ask, revalidate, update } from '../../forms/draftFlow.ts';
import { nextOpen } from '../../forms/steps.ts';
import { orderAgainQuestion } from '../../forms/cartRows.ts';
import type { Draft, DraftKind } from '../../model/draft.ts';
import { alsoWaiting, orderOrOrders } from './severalCustomers.ts';
import { cartFacts } from './startChange.ts';
import { submitChange } from './changeRequest.ts';
import { commands } from '../commandActions.ts';
import {
  canOrder,
  cardContext,
  contextOf,
  deleteDraft,
  rememberReseller,
  saveDraft,
  showDraftRefusal,
} from '../drafts.ts';
import { customerAnswers } from './customerProfile.ts';
import { canManage, findCustomer, type FoundCustomer } from './customerAccess.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Turn } from '../turn.ts';

/**
 * Validates everything again, then starts a durable change from the draft, unless a section is open again or the
 * user was told an objection.
 */
export async function submitChangeDraft(turn: Turn, draft: Draft, purpose: DraftKind): Promise<void> {
  if (!canManage(turn)) return;
  try {
    const found = await turn.withinAnswerTime(findCustomerAgain(turn, purpose));
    if (found === undefined) await deleteDraftOfGone(turn, draft);
    else await validateAndSubmit(turn, draft, purpose, found);
  } catch (error) {
    showDraftRefusal(turn, draft, error);
  }
}

/** The customer, found by its Microsoft ID when its record was deleted. */
async function findCustomerAgain(turn: Turn, { customer }: DraftKind): Promise<FoundCustomer | undefined> {
  const { microsoftId } = customer;
  return (await findCustomer(turn, refOf(customer))) ?? findCustomer(turn, refOf({ microsoftId }));
}

async function deleteDraftOfGone(turn: Turn, draft: Draft): Promise<void> {
  deleteDraft(turn, draft.id);
  turn.replies.say(turn.words.t('customer.gone'));
  await commands.customers(turn);
}

async function validateAndSubmit(turn: Turn, draft: Draft, former: DraftKind, found: FoundCustomer): Promise<void> {
  const present = await turn.withinAnswerTime(withPresentState(turn, draft, former, found));
  const { purpose } = present;
  const context = await cardContext(turn, present);
  const judged = revalidate(present, context);
  const objection = isUnchanged(judged)
    ? 'review.unchanged'
    : isChangedMeanwhile(judged, draft)
      ? 'review.meanwhile'
      : undefined;
  if (nextOpen(judged, context) !== 'review' || objection !== undefined) {
    saveDraft(turn, judged);
    if (objection !== undefined) turn.replies.say(turn.words.t(objection));
    return;
  }
  const question = orderAgainQuestion(acceptedAnswers(context, 'subscriptions'), context);
  if (question !== undefined) return void saveDraft(turn, ask(update(judged, 'subscriptions'), question));
  if (!canOrder(turn, context)) return void saveDraft(turn, judged);
  const { person } = turn;
  const { lastPress } = person;
  deleteDraft(turn, draft.id);
  rememberReseller(turn, judged);
  const order = changeRequestOf(context, purpose, found.record?.sections ?? {});
  const what = orderOrOrders(turn, judged, order, context);
  const { accepted } = judged;
  // Several orders are never given back: each is refused or waits for itself.
  const kept = what.kind === 'orders' ? {} : { draft: { purpose, accepted } };
  await submitChange(turn, { id: draft.id, customer: found.target, what, ...kept });
  // The pressed button was the draft's: pressing it twice is not answered.
  if (lastPress !== undefined) person.lastPress = lastPress;
}

/**
 * The draft with the customer's present data: its orders decide what it may order, its record fills what is not
 * changed.
 */
async function withPresentState(
  turn: Turn,
  draft: Draft,
  purpose: DraftKind,
  found: FoundCustomer,
): Promise<Draft & { purpose: DraftKind }> {
  if (purpose.kind === 'subscriptions') {
    const { waiting: _former, ...cart } = purpose;
    const facts = await cartFacts(turn, found);
    const waiting = [...(facts.waiting ?? []), ...(await alsoWaiting(turn, cart))];
    return { ...draft, purpose: { ...cart, ...facts, ...(waiting.length === 0 ? {} : { waiting }) } };
  }
  const { accounts } = await customerAnswers(turn, found);
  const context = await contextOf(turn, { accepted: {}, purpose });
  return { purpose, ...rebaseDraft(draft, accounts, context) };
}

const isUnchanged = (draft: Draft): boolean => draft.purpose?.kind === 'account' && changedFields(draft).length === 0;

/** True when data that this draft leaves as it is was changed by somebody else: it is shown before Submit. */
const isChangedMeanwhile = ({ accepted, purpose }: Draft, draft: Draft): boolean =>
  purpose?.kind === 'account' && !isDeepStrictEqual(accepted, draft.accepted);

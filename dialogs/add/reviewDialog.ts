import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { storedReseller } from '../../cards/labels.ts';
import { submissionProgressCard } from '../../cards/submissionCards.ts';
import { domainFault } from '../../forms/companyCheck.ts';
import { acceptedAnswers, type Context } from '../../forms/context.ts';
import { isSectionId, revalidate, update } from '../../forms/draftFlow.ts';
import { back, nextOpen } from '../../forms/steps.ts';
import { isAsked } from '../../forms/sections.ts';
import { reopenAnswer } from '../../forms/rejectedDraft.ts';
import { submissionRequestOf, chosenReseller, stagesOf } from '../../forms/request.ts';
import { needsAdministrator, PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Draft, Fault } from '../../model/draft.ts';
import type { Submission } from '../../model/submission.ts';
import { canAdd } from './startDraft.ts';
import { type DraftDialogOptions, reviewDialogId } from './addCustomerDialog.ts';
import {
  canOrder,
  cardContext,
  deleteDraft,
  openDraft,
  rememberReseller,
  saveDraft,
  showDraftRefusal,
} from '../drafts.ts';
import { noteBegun, requesterFields, recordIntent } from '../recordIntent.ts';
import { showCurrentCard } from './currentCard.ts';
import { partnerCenterChecks } from './submitStep.ts';
import { chooseSeveral } from '../customers/severalCustomers.ts';
import { submitChangeDraft } from '../customers/submitChangeDraft.ts';
import { Dialog } from '../dialogsSdk.ts';
import { type Press, turnOf, type Turn } from '../turn.ts';

/** Shows all answers for review, or handles the press on it: Update reopens a part, Submit starts the submission. */
export class ReviewDialog extends Dialog {
  constructor() {
    super(reviewDialogId);
  }

  override async beginDialog(dc: DialogContext, { press }: DraftDialogOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    if (press === undefined) await showCurrentCard(turn);
    else await handlePress(turn, press);
    return turn.replies.shown ? Dialog.EndOfTurn : dc.endDialog();
  }
}

async function handlePress(turn: Turn, press: Press): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return;
  const context = await cardContext(turn, draft);
  const { purpose } = draft;
  if (press.verb === 'submit')
    return purpose === undefined ? submitNewCustomer(turn, draft, context) : submitChangeDraft(turn, draft, purpose);
  if (press.verb === 'update' && press.argument === 'customers') return chooseSeveral(turn, draft.id);
  if (press.verb === 'update' && isSectionId(press.argument) && isAsked(press.argument, context))
    saveDraft(turn, update(draft, press.argument));
  if (press.verb === 'back') saveDraft(turn, back(draft, context));
}

/** Validates everything again, then starts the submission, which takes over the draft unless something is open again. */
async function submitNewCustomer(turn: Turn, draft: Draft, context: Context): Promise<void> {
  // The right may have been taken away since the draft was begun.
  if (!canAdd(turn)) return;
  const judged = revalidate(draft, context);
  if (nextOpen(judged, context) !== 'review') return void saveDraft(turn, judged);
  if (!canOrder(turn, context)) return void saveDraft(turn, draft);
  try {
    const fault = await takenDomain(turn, context);
    if (fault !== undefined) return void saveDraft(turn, reopenAnswer(draft, 'company', { domainPrefix: fault }));
  } catch (error) {
    return showDraftRefusal(turn, draft, error);
  }
  rememberReseller(turn, draft);
  await startSubmission(turn, newSubmission(turn, draft, context));
}

/** Fault of a taken domain, asked again; when Partner Center does not answer, the creation itself will tell. */
async function takenDomain(turn: Turn, context: Context): Promise<Fault | undefined> {
  try {
    return await domainFault(acceptedAnswers(context, 'company'), context, partnerCenterChecks(turn));
  } catch (error) {
    if (error instanceof PartnerCenterError && !needsAdministrator(error.fault.reason)) return undefined;
    throw error;
  }
}

function newSubmission(turn: Turn, draft: Draft, context: Context): Submission {
  const request = submissionRequestOf(context, turn.now);
  const reseller = chosenReseller(context);
  return {
    id: draft.id,
    state: 'intended',
    ...requesterFields(turn),
    sections: draft.accepted,
    ...(reseller === undefined ? {} : { reseller: storedReseller(reseller) }),
    request,
    stages: stagesOf(request, context, () => turn.newRequestId()),
  };
}

/** Starts the submission job in place of the draft. If the turn is not saved, the draft is still there. */
async function startSubmission(turn: Turn, job: Submission): Promise<void> {
  const { jobs, replies, words, effects } = turn;
  // Registered first: if anything below throws, reconciliation finds it.
  effects.push({ kind: 'submit', id: job.id });
  const noting = noteBegun(turn, 'customer', [{ id: job.id, ref: job.id }]);
  await Promise.all([recordIntent(turn, jobs, job), noting]);
  deleteDraft(turn, job.id);
  turn.person.changed = { id: job.id, at: turn.now.toISOString(), ref: job.id };
  const card = submissionProgressCard({ words, companyName: job.request.customer.companyName, stages: job.stages });
  replies.progress(card);
}

import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { keptReseller } from '../cards/resellerWords.ts';
import { progressCard } from '../cards/submissionCards.ts';
import { fullDomain } from '../forms/companyCheck.ts';
import { answers, type Context } from '../forms/context.ts';
import { back, isSectionId, nextOpen, revalidate, update } from '../forms/draft.ts';
import { isAsked } from '../forms/index.ts';
import { refusedDraft } from '../forms/refused.ts';
import { requestOf, resellerOf, stagesOf } from '../forms/request.ts';
import { domainRefusal } from '../partner-center/domainHolder.ts';
import { type FaultReason, needsAdministrator, PartnerCenterError } from '../partner-center/fault.ts';
import type { Draft } from '../storage/draft.ts';
import type { Job } from '../storage/jobs.ts';
import { canAdd } from './beginning.ts';
import { addCustomerId, reviewDialogId } from './dialogIds.ts';
import { showDraftTrouble } from './draftTrouble.ts';
import { drop, openDraft, put } from './drafts.ts';
import { askedIn, writeIntent } from './intent.ts';
import { canOrder, contextOfCard } from './offers.ts';
import { showOpen } from './openCard.ts';
import { submitPurpose } from './purposeSubmit.ts';
import { Dialog } from './sdk.ts';
import { turnOf, type Turn } from './turn.ts';

/** Shows everything that was entered; Update opens a part again, Submit hands it to a job. */
export class ReviewDialog extends Dialog {
  constructor() {
    super(reviewDialogId);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await showOpen(turnOf(dc.context));
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const draft = openDraft(turn);
    const press = turn.press;
    if (draft === undefined || press === undefined) return Dialog.EndOfTurn;
    const context = await contextOfCard(turn, draft);
    if (press.verb === 'submit') {
      const { purpose } = draft;
      const done = await (purpose === undefined ? submit(turn, draft, context) : submitPurpose(turn, draft, purpose));
      return done ? dc.endDialog() : elsewhere(dc);
    }
    if (press.verb === 'update' && isSectionId(press.argument) && isAsked(press.argument, context))
      put(turn, update(draft, press.argument));
    if (press.verb === 'back') put(turn, back(draft, 'review', context));
    return elsewhere(dc);
  }
}

async function elsewhere(dc: DialogContext): Promise<DialogTurnResult> {
  await dc.cancelAllDialogs();
  return turnOf(dc.context).replies.shown ? Dialog.EndOfTurn : dc.beginDialog(addCustomerId);
}

/** Judges everything once more, then writes the intent; the draft is the job's from here. False: something is open again. */
async function submit(turn: Turn, draft: Draft, context: Context): Promise<boolean> {
  // The right may have been taken away since the draft was begun.
  if (!canAdd(turn)) return false;
  const judged = revalidate(draft, context);
  if (nextOpen(judged, context) !== 'review') {
    put(turn, judged);
    return false;
  }
  if (!canOrder(turn, context)) {
    put(turn, draft);
    return false;
  }
  try {
    const reason = await domainFault(turn, context);
    if (reason !== undefined) {
      put(turn, refusedDraft(draft, { reason }));
      return false;
    }
  } catch (error) {
    showDraftTrouble(turn, draft, error);
    return false;
  }
  await intend(turn, jobOf(turn, draft, context));
  return true;
}

/** Asked once more; where Partner Center does not answer, the creation itself says whether it is. */
async function domainFault(turn: Turn, context: Context): Promise<FaultReason | undefined> {
  try {
    return await turn.soon(domainRefusal(turn.partnerCenter, fullDomain(answers(context, 'company'), context)));
  } catch (error) {
    if (error instanceof PartnerCenterError && !needsAdministrator(error.fault.reason)) return undefined;
    throw error;
  }
}

function jobOf(turn: Turn, draft: Draft, context: Context): Job {
  const request = requestOf(context, turn.now);
  const reseller = resellerOf(context);
  return {
    id: draft.id,
    state: 'intended',
    ...askedIn(turn),
    sections: draft.accepted,
    ...(reseller === undefined ? {} : { reseller: keptReseller(reseller) }),
    request,
    stages: stagesOf(request, context, () => turn.newRequestId()),
  };
}

/** Hands the draft to the job. Should the turn not be saved, the draft is still there. */
async function intend(turn: Turn, job: Job): Promise<void> {
  const { jobs, replies, words, effects } = turn;
  // First, so that whatever fails from here is looked into.
  effects.push({ kind: 'submit', id: job.id });
  await writeIntent(turn, jobs, job);
  drop(turn, job.id);
  const card = progressCard({ words, companyName: job.request.customer.companyName, stages: job.stages });
  replies.progress(card);
}

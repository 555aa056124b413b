import type { WaterfallStep } from 'botbuilder-dialogs';
import { nextOpen } from '../../forms/steps.ts';
import { contextOf, openDraft } from '../drafts.ts';
import { WaterfallDialog } from '../dialogsSdk.ts';
import { type Press, turnOf } from '../turn.ts';

/** Dialog ids. */
export const addCustomerId = 'addCustomer';
export const stepDialogId = 'step';
export const reviewDialogId = 'review';

/** Options of these dialogs: with a press, the open card is on the screen already, and the press on it is handled. */
export interface DraftDialogOptions {
  readonly press?: Press;
}

/** First step: begins the dialog of the draft's open step; ends when no draft is open: it was submitted or deleted. */
const beginOpenStep: WaterfallStep<DraftDialogOptions> = async (step) => {
  const turn = turnOf(step.context);
  const draft = openDraft(turn);
  if (draft === undefined) return step.endDialog();
  const open = nextOpen(draft, await contextOf(turn, draft));
  return step.beginDialog(open === 'review' ? reviewDialogId : stepDialogId, step.options);
};

/** Last step: begins again with the step that is open now, because a waterfall cannot go back. */
const repeat: WaterfallStep<DraftDialogOptions> = (step) => step.replaceDialog(addCustomerId);

/** Add customer: the sections in order, then the review. Every step is decided by the draft alone. */
export const addCustomerDialog = () => new WaterfallDialog<DraftDialogOptions>(addCustomerId, [beginOpenStep, repeat]);

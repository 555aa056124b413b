import type { WaterfallStep, WaterfallStepContext } from 'botbuilder-dialogs';
import { nextOpen, type OpenStep } from '../../forms/draftFlow.ts';
import { sectionIds } from '../../forms/section.ts';
import { contextOf, openDraft } from '../drafts.ts';
import { WaterfallDialog } from '../dialogsSdk.ts';
import { turnOf } from '../turn.ts';

/** Dialog ids. */
export const addCustomerId = 'addCustomer';
export const sectionDialogId = 'section';
export const reviewDialogId = 'review';

/** Next section of the open draft, or its review; undefined when no draft is open: it was submitted or deleted. */
async function nextOfDraft(step: WaterfallStepContext): Promise<OpenStep | undefined> {
  const turn = turnOf(step.context);
  const draft = openDraft(turn);
  return draft === undefined ? undefined : nextOpen(draft, await contextOf(turn, draft));
}

/** Waterfall step that begins this dialog when it is the next of the draft, and else goes on. */
const askIfNext =
  (what: OpenStep, dialogId: string): WaterfallStep =>
  async (step) =>
    (await nextOfDraft(step)) === what ? step.beginDialog(dialogId) : step.next();

/** Last step: starts the waterfall again while the draft has an open step, because a waterfall cannot go back. */
const repeatWhileOpen: WaterfallStep = async (step) =>
  (await nextOfDraft(step)) === undefined ? step.endDialog() : step.replaceDialog(addCustomerId);

/** Add customer: the sections in order, then the review. Every step is decided by the draft alone. */
export const addCustomerDialog = () =>
  new WaterfallDialog(addCustomerId, [
    ...sectionIds.map((id) => askIfNext(id, sectionDialogId)),
    askIfNext('review', reviewDialogId),
    repeatWhileOpen,
  ]);

import type { WaterfallStep, WaterfallStepContext } from 'botbuilder-dialogs';
import { nextOpen, type Open } from '../forms/draft.ts';
import { sectionIds } from '../forms/section.ts';
import { addCustomerId, reviewDialogId, sectionDialogId } from './dialogIds.ts';
import { contextOf, openDraft } from './drafts.ts';
import { WaterfallDialog } from './sdk.ts';
import { turnOf } from './turn.ts';

/** What the open draft asks next; undefined when none is open, because it was submitted or dropped. */
async function open(step: WaterfallStepContext): Promise<Open | undefined> {
  const turn = turnOf(step.context);
  const draft = openDraft(turn);
  return draft === undefined ? undefined : nextOpen(draft, await contextOf(turn, draft));
}

/** "If I am the next open one, ask; else go on." */
const askOnly =
  (what: Open, dialogId: string): WaterfallStep =>
  async (step) =>
    (await open(step)) === what ? step.beginDialog(dialogId) : step.next();

/** A waterfall cannot go back; it begins anew for as long as something is open. */
const again: WaterfallStep = async (step) =>
  (await open(step)) === undefined ? step.endDialog() : step.replaceDialog(addCustomerId);

/** Add customer: the sections in order, then the review. Every step is decided by the draft alone. */
export const addCustomerDialog = () =>
  new WaterfallDialog(addCustomerId, [
    ...sectionIds.map((id) => askOnly(id, sectionDialogId)),
    askOnly('review', reviewDialogId),
    again,
  ]);

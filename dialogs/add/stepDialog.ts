import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { withAddress } from '../../forms/companyCheck.ts';
import type { Context } from '../../forms/context.ts';
import { dropQuestion, inputValues, keepInputs, keepTyped, update } from '../../forms/draftFlow.ts';
import { back, openSections } from '../../forms/steps.ts';
import { isAsked } from '../../forms/sections.ts';
import type { Section } from '../../forms/section.ts';
import type { Draft, Question } from '../../model/draft.ts';
import { type DraftDialogOptions, stepDialogId } from './addCustomerDialog.ts';
import { pressContext, openDraft, saveDraft } from '../drafts.ts';
import { showCurrentCard } from './currentCard.ts';
import { Dialog } from '../dialogsSdk.ts';
import { type Press, type Turn, turnOf } from '../turn.ts';
import { acceptStep, type AskedSection, type Outcome, parseAsked, submitStep, withFaults } from './submitStep.ts';

/** Shows the open step's card, or handles the press on it; ends when another step is open. */
export class StepDialog extends Dialog {
  constructor() {
    super(stepDialogId);
  }

  override async beginDialog(dc: DialogContext, { press }: DraftDialogOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const outcome = press === undefined ? 'stay' : await handlePress(turn, press);
    if (outcome === 'moved') return dc.endDialog();
    if (outcome === 'stay') await showCurrentCard(turn);
    return Dialog.EndOfTurn;
  }
}

async function handlePress(turn: Turn, press: Press): Promise<Outcome> {
  const draft = openDraft(turn);
  if (draft === undefined) return 'stay';
  const context = await pressContext(turn, draft);
  const open = openSections(draft, context);
  if (open.length === 0) return 'moved';
  const { question } = draft;
  return question !== undefined && open.some(({ id }) => id === question.section)
    ? answerQuestion(turn, draft, question, open, press, context)
    : answerStep(turn, draft, open, press, context);
}

async function answerStep(
  turn: Turn,
  draft: Draft,
  open: readonly Section[],
  { verb, values, argument }: Press,
  context: Context,
): Promise<Outcome> {
  const isDomain = verb === 'takeDomain';
  const sent = isDomain ? { ...values, domainPrefix: argument } : values;
  const asked = open.map((one): AskedSection => {
    const shown = inputValues(draft, one, context);
    return { one, typed: one.readInputs(sent, shown, context), shown };
  });
  const kept = asked.reduce((so, { one: { id }, typed, shown }) => keepTyped(so, id, typed, shown), draft);
  if (verb === 'next' || isDomain) return submitStep(turn, kept, asked, context);
  if (verb === 'back') {
    saveDraft(turn, back(kept, context));
    return 'moved';
  }
  if (verb === 'changeCountry' && isAsked('country', context)) {
    saveDraft(turn, update(kept, 'country'));
    return 'moved';
  }
  // A bundle is named by its button, or chosen in a list.
  const chosen = verb === 'putBundle' && argument === '' ? (values['bundle'] ?? '') : argument;
  // Offers that could not be read are read again.
  if (verb === 'moreOffers') turn.partnerCenter.offersSoFar(context.country, true);
  saveDraft(
    turn,
    asked.reduce((so, section) => withEdit(so, section, { verb, argument: chosen }, context), kept),
  );
  return 'stay';
}

/** The draft after a section's own button; the same draft for any other button. */
function withEdit(
  draft: Draft,
  { one: { id, edits }, typed }: AskedSection,
  { verb, argument }: Pick<Press, 'verb' | 'argument'>,
  context: Context,
): Draft {
  const edit = edits !== undefined && Object.hasOwn(edits, verb) ? edits[verb] : undefined;
  return edit === undefined ? draft : keepInputs(draft, id, edit(typed, argument, context));
}

/** Handles the buttons of a question: Use it, Keep mine, Keep it, or Back to the inputs. */
async function answerQuestion(
  turn: Turn,
  draft: Draft,
  question: Question,
  open: readonly Section[],
  { verb, argument }: Press,
  context: Context,
): Promise<Outcome> {
  const suggestion = question.kind === 'address' && verb === 'use' ? question.suggestions[Number(argument)] : undefined;
  const asked = open.map((one): AskedSection => {
    const shown = inputValues(draft, one, context);
    const isMoved = suggestion !== undefined && one.id === question.section;
    return { one, typed: isMoved ? withAddress(shown, suggestion) : shown, shown };
  });
  if (verb === 'keep' && question.kind !== 'address') {
    // Other checks, such as that of the address, are still to be made.
    const confirmed = confirmedBy(question, draft);
    return submitStep(turn, { ...dropQuestion(draft), ...confirmed }, asked, { ...context, ...confirmed });
  }
  const result = parseAsked(asked, context);
  if ((verb === 'use' || verb === 'keep') && 'parsed' in result) return acceptStep(turn, draft, result.parsed);
  saveDraft(turn, dropQuestion('judged' in result ? withFaults(draft, result.judged) : draft));
  return 'stay';
}

/** The confirmation as it is kept with the draft, so that it is not asked again. */
const confirmedBy = (
  question: Exclude<Question, { kind: 'address' }>,
  { orderedAgain = [] }: Draft,
): Pick<Draft, 'keptName' | 'orderedAgain'> =>
  question.kind === 'name'
    ? { keptName: question.name }
    : { orderedAgain: [...orderedAgain, ...question.offers.map(({ offerId }) => offerId)] };

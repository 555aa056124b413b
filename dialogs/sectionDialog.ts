import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { sectionSummaryCard } from '../cards/sectionSummaryCard.ts';
import { fullDomain, withAddress } from '../forms/companyCheck.ts';
import type { Context } from '../forms/context.ts';
import {
  accept,
  ask,
  back,
  dropQuestion,
  isSectionId,
  keepTyped,
  nextOpen,
  reopen,
  revalidate,
  shownValues,
} from '../forms/draft.ts';
import { isAsked, section } from '../forms/index.ts';
import { isAccepted, uncheckedIn, type Asked, type Checked, type Section, type SectionId } from '../forms/section.ts';
import type { Draft, Faults, Values } from '../storage/draft.ts';
import { tellColleagues } from './colleagues.ts';
import { addCustomerId, sectionDialogId } from './dialogIds.ts';
import { showDraftTrouble } from './draftTrouble.ts';
import { contextOf, openDraft, put } from './drafts.ts';
import { contextOfCard } from './offers.ts';
import { showOpen } from './openCard.ts';
import { Dialog } from './sdk.ts';
import { turnOf, type Press, type Turn } from './turn.ts';

/** What a press on a section's card led to: the same card again, the section's end, or another card. */
type Outcome = 'stay' | 'done' | 'elsewhere' | 'answered';

/** Shows the open section's card, and takes the presses on it until the section is accepted. */
export class SectionDialog extends Dialog {
  constructor() {
    super(sectionDialogId);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await showOpen(turnOf(dc.context));
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const outcome = await press(turn);
    if (outcome === 'done') return dc.endDialog();
    if (outcome === 'elsewhere') {
      await dc.cancelAllDialogs();
      return dc.beginDialog(addCustomerId);
    }
    if (outcome === 'stay') await showOpen(turn);
    return Dialog.EndOfTurn;
  }
}

async function press(turn: Turn): Promise<Outcome> {
  const draft = openDraft(turn);
  if (draft === undefined || turn.press === undefined) return 'stay';
  const context = await contextOfCard(turn, draft);
  const open = nextOpen(draft, context);
  if (open === 'review') return 'elsewhere';
  return draft.question?.section === open
    ? answerQuestion(turn, draft, open, turn.press, context)
    : answerSection(turn, draft, section(open), turn.press, context);
}

async function answerSection(
  turn: Turn,
  draft: Draft,
  one: Section,
  { verb, values, argument }: Press,
  context: Context,
): Promise<Outcome> {
  const held = shownValues(draft, one, context);
  const typed = one.take(values, held, context);
  const kept = keepTyped(draft, one.id, typed, draft.faults[one.id]);
  if (verb === 'next') return next(turn, kept, one, { typed, held }, context);
  if (verb === 'back') {
    put(turn, back(kept, one.id, context));
    return 'elsewhere';
  }
  if (verb === 'changeCountry' && isAsked('country', context)) {
    put(turn, reopen(kept, 'country'));
    return 'elsewhere';
  }
  // What could not be read is read again.
  if (verb === 'moreOffers') turn.partnerCenter.offersSoFar(context.country, true);
  const edit = one.edits !== undefined && Object.hasOwn(one.edits, verb) ? one.edits[verb] : undefined;
  put(turn, edit === undefined ? kept : keepTyped(draft, one.id, edit(typed, argument, context)));
  return 'stay';
}

/** Values of a section's inputs: as the press sent them, and as the card showed them. */
interface Inputs {
  readonly typed: Values;
  readonly held: Values;
}

async function next(turn: Turn, draft: Draft, one: Section, inputs: Inputs, context: Context): Promise<Outcome> {
  const { typed } = inputs;
  const parsed = one.parse(typed, context);
  if ('faults' in parsed) {
    put(turn, keepTyped(draft, one.id, shownBesideFaults(one, inputs, parsed.faults), parsed.faults));
    return 'stay';
  }
  let found: Checked;
  try {
    found = await one.check?.(parsed.answers, context, askedSoon(turn));
  } catch (error) {
    showDraftTrouble(turn, draft, error);
    return 'answered';
  }
  const outcome = isAccepted(found)
    ? await close(turn, draft, one, parsed.answers)
    : stay(turn, draft, one, typed, found);
  for (const { key, data } of uncheckedIn(found)) turn.replies.say(turn.words.say(key, data));
  return outcome;
}

/** The section stays open, with its faults or the question about it. */
function stay(turn: Turn, draft: Draft, one: Section, typed: Values, found: Checked): Outcome {
  const kept = keepTyped(draft, one.id, typed, found !== undefined && 'faults' in found ? found.faults : {});
  put(turn, found !== undefined && 'question' in found ? ask(kept, found.question) : kept);
  return 'stay';
}

/** Partner Center as a turn may wait for it. */
const askedSoon = (turn: Turn): Asked => ({
  isDomainFree: (domain) => turn.soon(turn.partnerCenter.isDomainFree(domain)),
  ownsDomain: (domain) => turn.soon(turn.partnerCenter.ownsDomain(domain)),
  checkAddress: (address) => turn.soon(turn.partnerCenter.checkAddress(address)),
  checkReseller: (reseller) => turn.soon(Promise.resolve(turn.partnerCenter.checkReseller?.(reseller))),
});

// Some clients leave out inputs that nobody touched (msteams-docs issue 4863). A left-out answer counts as empty, as
// clients leave empty ones out; but where it may not be empty, the text that stood there stands beside the fault again.
// Not so a number of licenses: that is money, and is typed again.
const shownBesideFaults = ({ id }: Section, { typed, held }: Inputs, faults: Faults): Values => {
  if (id === 'subscriptions') return typed;
  const leftOut = Object.entries(held).filter(([name]) => Object.hasOwn(faults, name) && typed[name] === undefined);
  return { ...Object.fromEntries(leftOut), ...typed };
};

/** Accepts the answers; sections they no longer fit are asked again. */
async function close(turn: Turn, draft: Draft, one: Section, answers: Values): Promise<Outcome> {
  const { words, replies } = turn;
  const { pressed } = replies;
  const summaries = pressed === undefined ? {} : { summaries: { ...draft.summaries, [one.id]: pressed } };
  const accepted = { ...accept(draft, one.id, answers), ...summaries };
  const context = await contextOf(turn, accepted);
  const judged = put(turn, revalidate(accepted, context, one.id));
  replies.settle(sectionSummaryCard(words.t(`section.${one.id}`), one.facts(answers, context, words), words));
  const affected = judged.invalidated.filter((id) => !draft.invalidated.includes(id));
  const titles = affected.filter(isSectionId).map((id) => words.t(`section.${id}`));
  if (titles.length > 0) replies.say(words.t('form.affected', { sections: words.list(titles) }));
  if (one.id === 'company' && draft.purpose === undefined)
    await tellColleagues(turn, draft.id, fullDomain(answers, context));
  return 'done';
}

/** Use it, Keep mine, Keep it, or Back to the inputs. */
async function answerQuestion(
  turn: Turn,
  draft: Draft,
  open: SectionId,
  { verb, argument }: Press,
  context: Context,
): Promise<Outcome> {
  const one = section(open);
  const typed = shownValues(draft, one, context);
  if (draft.question?.kind === 'name' && verb === 'keep') {
    // What is to be checked besides, such as the address, was not asked yet.
    const kept = { ...dropQuestion(draft), keptName: draft.question.name };
    return next(turn, kept, one, { typed, held: typed }, { ...context, keptName: draft.question.name });
  }
  if (draft.question?.kind === 'again' && verb === 'keep') {
    const offers = draft.question.offers.map(({ offerId }) => offerId);
    const orderedAgain = [...(draft.orderedAgain ?? []), ...offers];
    const kept = { ...dropQuestion(draft), orderedAgain };
    return next(turn, kept, one, { typed, held: typed }, { ...context, orderedAgain });
  }
  const suggestion = draft.question?.kind === 'address' ? draft.question.suggestions[Number(argument)] : undefined;
  const chosen = verb === 'use' && suggestion !== undefined ? withAddress(typed, suggestion) : typed;
  const parsed = one.parse(chosen, context);
  if ((verb === 'use' || verb === 'keep') && 'answers' in parsed) return close(turn, draft, one, parsed.answers);
  put(turn, dropQuestion(keepTyped(draft, open, chosen, 'faults' in parsed ? parsed.faults : {})));
  return 'stay';
}

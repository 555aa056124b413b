import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { sectionSummaryCard } from '../../cards/sectionCards.ts';
import { fullDomain, withAddress } from '../../forms/companyCheck.ts';
import type { Context } from '../../forms/context.ts';
import {
  accept,
  ask,
  back,
  dropQuestion,
  inputValues,
  isSectionId,
  keepInputs,
  nextOpen,
  reopen,
  revalidate,
} from '../../forms/draftFlow.ts';
import { isAsked, section } from '../../forms/sections.ts';
import {
  type AnswerChecks,
  type CheckResult,
  isCheckPassed,
  type Section,
  type SectionId,
  uncheckedNotices,
} from '../../forms/section.ts';
import type { Draft, Faults, Values } from '../../model/draft.ts';
import { type DraftDialogOptions, sectionDialogId } from './addCustomerDialog.ts';
import { cardContext, contextOf, openDraft, saveDraft, showDraftRefusal } from '../drafts.ts';
import { showCurrentCard } from './currentCard.ts';
import { Dialog } from '../dialogsSdk.ts';
import { type Press, type Turn, turnOf } from '../turn.ts';
import { words, type Words } from '../../locales/words.ts';
import type { DomainLease } from '../../model/domainLease.ts';
import { insertOnce, isFresh } from '../../storage/conflicts.ts';

/**
 * Outcome of a press on a section's card: the same card again, the card of the step that is open now, or a refusal that
 * was shown.
 */
type Outcome = 'stay' | 'moved' | 'answered';

/** Shows the open section's card, or handles the press on it; ends when another step is open. */
export class SectionDialog extends Dialog {
  constructor() {
    super(sectionDialogId);
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
  const context = await cardContext(turn, draft);
  const open = nextOpen(draft, context);
  if (open === 'review') return 'moved';
  return draft.question?.section === open
    ? answerQuestion(turn, draft, open, press, context)
    : answerSection(turn, draft, section(open), press, context);
}

async function answerSection(
  turn: Turn,
  draft: Draft,
  one: Section,
  { verb, values, argument }: Press,
  context: Context,
): Promise<Outcome> {
  const held = inputValues(draft, one, context);
  const typed = one.readInputs(values, held, context);
  const kept = keepInputs(draft, one.id, typed, draft.faults[one.id]);
  if (verb === 'next') return submitSection(turn, kept, one, { typed, shown: held }, context);
  if (verb === 'back') {
    saveDraft(turn, back(kept, one.id, context));
    return 'moved';
  }
  if (verb === 'changeCountry' && isAsked('country', context)) {
    saveDraft(turn, reopen(kept, 'country'));
    return 'moved';
  }
  // Offers that could not be read are read again.
  if (verb === 'moreOffers') turn.partnerCenter.offersSoFar(context.country, true);
  const edit = one.edits !== undefined && Object.hasOwn(one.edits, verb) ? one.edits[verb] : undefined;
  saveDraft(turn, edit === undefined ? kept : keepInputs(draft, one.id, edit(typed, argument, context)));
  return 'stay';
}

/** Values of a section's inputs, as typed and as the card showed them. */
interface SectionInputs {
  readonly typed: Values;
  readonly shown: Values;
}

async function submitSection(
  turn: Turn,
  draft: Draft,
  one: Section,
  inputs: SectionInputs,
  context: Context,
): Promise<Outcome> {
  const { typed } = inputs;
  const parsed = one.parse(typed, context);
  if ('faults' in parsed) {
    saveDraft(turn, keepInputs(draft, one.id, shownBesideFaults(one, inputs, parsed.faults), parsed.faults));
    return 'stay';
  }
  let found: CheckResult;
  try {
    found = await one.check?.(parsed.answers, context, partnerCenterChecks(turn));
  } catch (error) {
    showDraftRefusal(turn, draft, error);
    return 'answered';
  }
  const outcome = isCheckPassed(found)
    ? await acceptSection(turn, draft, one, parsed.answers)
    : keepOpen(turn, draft, one, typed, found);
  for (const { key, data } of uncheckedNotices(found)) turn.replies.say(turn.words.say(key, data));
  return outcome;
}

/** Keeps the section open, with its faults or a question about it. */
function keepOpen(turn: Turn, draft: Draft, one: Section, typed: Values, found: CheckResult): Outcome {
  const kept = keepInputs(draft, one.id, typed, found !== undefined && 'faults' in found ? found.faults : {});
  saveDraft(turn, found !== undefined && 'question' in found ? ask(kept, found.question) : kept);
  return 'stay';
}

/** Checks at Partner Center, each limited to the time a turn may wait. */
const partnerCenterChecks = (turn: Turn): AnswerChecks => ({
  isDomainFree: (domain) => turn.withinAnswerTime(turn.partnerCenter.isDomainFree(domain)),
  ownsDomain: (domain) => turn.withinAnswerTime(turn.partnerCenter.ownsDomain(domain)),
  checkAddress: (address) => turn.withinAnswerTime(turn.partnerCenter.checkAddress(address)),
  checkReseller: (reseller) => turn.withinAnswerTime(Promise.resolve(turn.partnerCenter.checkReseller?.(reseller))),
});

// Some clients leave out inputs that nobody touched (msteams-docs issue 4863). A missing input counts as empty, as
// clients omit empty ones; but where it is required, its former text is shown again beside the fault. Not so a number
// of licenses: that is money, and is typed again.
const shownBesideFaults = ({ id }: Section, { typed, shown: held }: SectionInputs, faults: Faults): Values => {
  if (id === 'subscriptions') return typed;
  const leftOut = Object.entries(held).filter(([name]) => Object.hasOwn(faults, name) && typed[name] === undefined);
  return { ...Object.fromEntries(leftOut), ...typed };
};

/** Accepts the answers; sections that no longer fit them are reopened. */
async function acceptSection(turn: Turn, draft: Draft, one: Section, answers: Values): Promise<Outcome> {
  const { words, replies } = turn;
  const { pressed } = replies;
  const summaries = pressed === undefined ? {} : { summaries: { ...draft.summaries, [one.id]: pressed } };
  const accepted = { ...accept(draft, one.id, answers), ...summaries };
  const context = await contextOf(turn, accepted);
  const judged = saveDraft(turn, revalidate(accepted, context, one.id));
  replies.replaceCard(sectionSummaryCard(words.t(`section.${one.id}`), one.facts(answers, context, words), words));
  const affected = judged.invalidated.filter((id) => !draft.invalidated.includes(id));
  const titles = affected.filter(isSectionId).map((id) => words.t(`section.${id}`));
  if (titles.length > 0) replies.say(words.t('form.affected', { sections: words.list(titles) }));
  if (one.id === 'company' && draft.purpose === undefined)
    await notifyColleague(turn, draft.id, fullDomain(answers, context));
  return 'moved';
}

/** Handles the buttons of a question: Use it, Keep mine, Keep it, or Back to the inputs. */
async function answerQuestion(
  turn: Turn,
  draft: Draft,
  open: SectionId,
  { verb, argument }: Press,
  context: Context,
): Promise<Outcome> {
  const one = section(open);
  const typed = inputValues(draft, one, context);
  if (draft.question?.kind === 'name' && verb === 'keep') {
    // Other checks, such as that of the address, are still to be made.
    const kept = { ...dropQuestion(draft), keptName: draft.question.name };
    return submitSection(turn, kept, one, { typed, shown: typed }, { ...context, keptName: draft.question.name });
  }
  if (draft.question?.kind === 'again' && verb === 'keep') {
    const offers = draft.question.offers.map(({ offerId }) => offerId);
    const orderedAgain = [...(draft.orderedAgain ?? []), ...offers];
    const kept = { ...dropQuestion(draft), orderedAgain };
    return submitSection(turn, kept, one, { typed, shown: typed }, { ...context, orderedAgain });
  }
  const suggestion = draft.question?.kind === 'address' ? draft.question.suggestions[Number(argument)] : undefined;
  const chosen = verb === 'use' && suggestion !== undefined ? withAddress(typed, suggestion) : typed;
  const parsed = one.parse(chosen, context);
  if ((verb === 'use' || verb === 'keep') && 'answers' in parsed)
    return acceptSection(turn, draft, one, parsed.answers);
  saveDraft(turn, dropQuestion(keepInputs(draft, open, chosen, 'faults' in parsed ? parsed.faults : {})));
  return 'stay';
}

/**
 * Records that this user is adding the customer of this domain. When a colleague is adding it too, each is told of the
 * other; neither is stopped.
 */
async function notifyColleague(turn: Turn, draft: string, domain: string): Promise<void> {
  const { leases, partner, userId, replies, effects, words: mine } = turn;
  const former = await leases.get(partner.tenantId, domain);
  if (former !== undefined && former.value.userId !== userId && (await turn.isAdding(former.value, domain))) {
    replies.say(mine.t('company.colleague', { name: colleagueName(former.value.userName, mine), domain }));
    const theirs = words(former.value.language);
    const text = theirs.t('company.colleague', { name: colleagueName(turn.userName, theirs), domain });
    effects.push({ kind: 'tell', conversation: former.value.conversation, text });
    return;
  }
  await recordDomainLease(turn, draft, domain, former?.etag);
}

async function recordDomainLease(turn: Turn, draft: string, domain: string, etag: string | undefined): Promise<void> {
  const { leases, partner, userId, userName, now, conversation } = turn;
  const language = turn.words.locale;
  const lease: DomainLease = {
    userId,
    userName,
    language,
    draft,
    at: now.toISOString(),
    conversation: { ...conversation },
  };
  // Not again when a colleague recorded the domain at the same moment: Submit lets only one of the two through.
  if (etag === undefined) await insertOnce(leases, partner.tenantId, domain, lease);
  else await isFresh(leases.replace(partner.tenantId, domain, lease, etag));
}

const colleagueName = (userName: string, { t }: Words): string =>
  userName === '' ? t('customer.colleague') : userName;

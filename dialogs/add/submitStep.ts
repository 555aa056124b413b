import { fullDomain } from '../../forms/companyCheck.ts';
import type { Context } from '../../forms/context.ts';
import { accept, ask, isSectionId, keepInputs, revalidate, withAlike } from '../../forms/draftFlow.ts';
import {
  type AnswerChecks,
  type CheckResult,
  isCheckPassed,
  type Proposal,
  type Section,
  uncheckedNotices,
} from '../../forms/section.ts';
import type { Draft, Faults, Question, Values } from '../../model/draft.ts';
import { contextOf, saveDraft, showDraftRefusal } from '../drafts.ts';
import { alikeCustomer } from '../customers/alikeCustomer.ts';
import type { Turn } from '../turn.ts';
import { notifyColleague } from './domainLease.ts';

/**
 * Outcome of a press on a step's card: the same card again, the card of the step that is open now, or a refusal that
 * was shown.
 */
export type Outcome = 'stay' | 'moved' | 'answered';

/** A section on the pressed card: its inputs as typed, and as the card showed them. */
export interface AskedSection {
  readonly one: Section;
  readonly typed: Values;
  readonly shown: Values;
  /** Answers proposed for inputs that were left empty. */
  readonly proposed?: Values;
}

/** A section of the card with its parsed answers. */
interface ParsedSection extends AskedSection {
  readonly answers: Values;
}

/** A section of the card with the faults of its inputs. */
interface JudgedSection extends AskedSection {
  readonly faults: Faults;
}

const isBlank = (text = ''): boolean => text.trim() === '';

/** True when something that the card showed came back as it was: the client sends what nobody touched, too. */
const sendsUntouched = ({ typed, shown }: AskedSection): boolean =>
  Object.entries(shown).some(([name, text]) => !isBlank(text) && typed[name] === text);

/**
 * The section's proposal where its input was left empty, or emptied. Not where a client leaves out what nobody touched:
 * an answer that was given is not replaced by another.
 */
function openProposal(section: AskedSection): Proposal | undefined {
  const { typed, shown, one } = section;
  const { proposal } = one;
  if (proposal === undefined || !isBlank(typed[proposal.input])) return undefined;
  return isBlank(shown[proposal.input]) || sendsUntouched(section) ? proposal : undefined;
}

/** The section's proposal where its input has the answer made from what another input said before. */
async function outdatedProposal({ typed, shown, one }: AskedSection, context: Context): Promise<Proposal | undefined> {
  const { proposal } = one;
  if (proposal === undefined || typed[proposal.from] === shown[proposal.from]) return undefined;
  const former = shown[proposal.input];
  if (isBlank(former) || typed[proposal.input] !== former) return undefined;
  return former === (await proposal.of(shown[proposal.from] ?? '', context)) ? proposal : undefined;
}

/** The section with the answer proposed for an input that was left empty, or whose proposal is of a former text. */
async function withProposal(section: AskedSection, context: Context): Promise<AskedSection> {
  const proposal = openProposal(section) ?? (await outdatedProposal(section, context));
  const answer = await proposal?.of(section.typed[proposal.from] ?? '', context);
  return proposal === undefined || answer === undefined
    ? section
    : { ...section, proposed: { [proposal.input]: answer } };
}

/** Parses the sections of a card: returns the answers of all, or the faults of each. */
export function parseAsked(
  asked: readonly AskedSection[],
  context: Context,
): { readonly parsed: readonly ParsedSection[] } | { readonly judged: readonly JudgedSection[] } {
  const results = asked.map((section) => ({
    section,
    result: section.one.parse({ ...section.typed, ...section.proposed }, context),
  }));
  const parsed = results.flatMap(({ section, result }) =>
    'answers' in result
      ? [{ ...section, typed: { ...section.typed, ...section.proposed }, answers: result.answers }]
      : [],
  );
  if (parsed.length === asked.length) return { parsed };
  const judged = results.map(({ section, result }) => ({
    ...section,
    faults: 'faults' in result ? withoutProposable(section, result.faults) : {},
  }));
  return { judged };
}

/** The faults without that of an empty input whose answer is proposed as soon as another input is put right. */
function withoutProposable(section: AskedSection, faults: Faults): Faults {
  const proposal = openProposal(section);
  if (proposal === undefined || !Object.hasOwn(faults, proposal.from)) return faults;
  return Object.fromEntries(Object.entries(faults).filter(([name]) => name !== proposal.input));
}

/** Judges all sections of the card together, and accepts them when nothing is wrong with any. */
export async function submitStep(
  turn: Turn,
  draft: Draft,
  asked: readonly AskedSection[],
  context: Context,
): Promise<Outcome> {
  const proposed = await Promise.all(asked.map((section) => withProposal(section, context)));
  const result = parseAsked(proposed, context);
  if ('judged' in result) {
    saveDraft(turn, withFaults(draft, result.judged));
    return 'stay';
  }
  let checked: readonly CheckedSection[];
  try {
    checked = await checkSections(turn, result.parsed, context);
  } catch (error) {
    showDraftRefusal(turn, draft, error);
    return 'answered';
  }
  const outcome = checked.every(({ found }) => isCheckPassed(found))
    ? await acceptStep(turn, draft, checked)
    : keepOpen(turn, draft, checked);
  for (const { found } of checked)
    for (const { key, data } of uncheckedNotices(found)) turn.replies.say(turn.words.say(key, data));
  return outcome;
}

/** A section's answers with what its check found. */
interface CheckedSection extends ParsedSection {
  readonly found: CheckResult;
}

const checkSections = (
  turn: Turn,
  parsed: readonly ParsedSection[],
  context: Context,
): Promise<readonly CheckedSection[]> =>
  Promise.all(
    parsed.map(async (section) => ({
      ...section,
      found: await section.one.check?.(section.answers, context, partnerCenterChecks(turn)),
    })),
  );

/** Checks at Partner Center, each limited to the time a turn may wait. */
export const partnerCenterChecks = (turn: Turn): AnswerChecks => ({
  isDomainFree: (domain) => turn.withinAnswerTime(turn.partnerCenter.isDomainFree(domain)),
  ownsDomain: (domain) => turn.withinAnswerTime(turn.partnerCenter.ownsDomain(domain)),
  checkAddress: (address) => turn.withinAnswerTime(turn.partnerCenter.checkAddress(address)),
  checkReseller: (reseller) => turn.withinAnswerTime(Promise.resolve(turn.partnerCenter.checkReseller?.(reseller))),
});

/** Keeps the step open, with all faults, or with a question about one of its sections. */
function keepOpen(turn: Turn, draft: Draft, checked: readonly CheckedSection[]): Outcome {
  const judged = checked.map(({ found, ...section }) => ({ ...section, faults: faultsIn(found) }));
  const kept = withFaults(draft, judged);
  const isFaulty = judged.some(({ faults }) => Object.keys(faults).length > 0);
  const question = checked.map(({ found }) => questionIn(found)).find((one) => one !== undefined);
  saveDraft(turn, isFaulty || question === undefined ? kept : ask(kept, question));
  return 'stay';
}

const faultsIn = (found: CheckResult): Faults => (found !== undefined && 'faults' in found ? found.faults : {});

const questionIn = (found: CheckResult): Question | undefined =>
  found !== undefined && 'question' in found ? found.question : undefined;

/** The draft with the inputs and faults of each section. */
export const withFaults = (draft: Draft, judged: readonly JudgedSection[]): Draft =>
  judged.reduce((so, one) => keepInputs(so, one.one.id, shownBesideFaults(one), one.faults), draft);

// Some clients leave out inputs that nobody touched (msteams-docs issue 4863). A missing input counts as empty, as
// clients omit empty ones; but where it is required, its former text is shown again beside the fault. Not so a number
// of licenses: that is money, and is typed again.
function shownBesideFaults({ one: { id }, typed, shown, faults }: JudgedSection): Values {
  if (id === 'subscriptions') return typed;
  const leftOut = Object.entries(shown).filter(([name]) => Object.hasOwn(faults, name) && typed[name] === undefined);
  return { ...Object.fromEntries(leftOut), ...typed };
}

/** Accepts the answers of a step together; sections that no longer fit them are reopened. */
export async function acceptStep(turn: Turn, draft: Draft, parsed: readonly ParsedSection[]): Promise<Outcome> {
  const accepted = parsed.reduce((so, { one, answers }) => accept(so, one.id, answers), draft);
  const context = await contextOf(turn, accepted);
  const judged = revalidate(accepted, context, parsed[0]?.one.id);
  const company = draft.purpose === undefined ? parsed.find(({ one }) => one.id === 'company')?.answers : undefined;
  saveDraft(turn, company === undefined ? judged : withAlike(judged, await alikeCustomer(turn, company)));
  sayAffected(turn, draft, judged);
  if (company !== undefined) await notifyColleague(turn, draft.id, fullDomain(company, context));
  return 'moved';
}

/** Says which sections are asked again because of this one. */
function sayAffected({ words, replies }: Turn, before: Draft, after: Draft): void {
  const affected = after.invalidated.filter((id) => !before.invalidated.includes(id));
  const titles = affected.filter(isSectionId).map((id) => words.t(`section.${id}`));
  if (titles.length > 0) replies.say(words.t('form.affected', { sections: words.list(titles) }));
}

import { isDeepStrictEqual } from 'node:util';
import { type DeletedDraft, draftsCard } from '../../cards/draftCards.ts';
import { unfinishedListCard } from '../../cards/unfinishedListCard.ts';
import { partnerCenterRefusalCard } from '../../cards/refusalCards.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { isDraftEmpty, newDraft } from '../../forms/draftFlow.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import { beginDraft, contextOf, draftLines, isForgotten, maxDrafts, saveDraft, titleOfDraft } from '../drafts.ts';
import { showCurrentCard } from './currentCard.ts';
import { addRefusal, inviteRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { listUnfinished } from '../unfinishedList.ts';
import { section } from '../../forms/sections.ts';
import type { SectionId } from '../../forms/section.ts';
import type { Draft, Values } from '../../model/draft.ts';
import { customerAnswers } from '../customers/customerProfile.ts';
import { displayName } from '../customers/customerDirectory.ts';
import { findCustomer, type FoundCustomer } from '../customers/customerAccess.ts';

/** Opens an empty draft; refuses when this user may not add customers or has too many drafts. */
export async function startDraft(turn: Turn): Promise<void> {
  if (!(await mayStartDraft(turn))) return;
  beginDraft(turn);
  await showCurrentCard(turn);
}

/** True when a new customer can be begun: the right, Partner Center and the number of drafts allow it; else says why not. */
export async function mayStartDraft(turn: Turn): Promise<boolean> {
  if (!canAdd(turn)) return false;
  turn.partnerCenter.prepare?.();
  return (await isReady(turn)) && hasRoom(turn);
}

/** True when this user may add customers here; otherwise shows the reason. */
export function canAdd(turn: Turn): boolean {
  const { partner, words, replies } = turn;
  const reason = addRefusal(partner);
  if (reason !== undefined) replies.show(refusalCard(words, words.t(reason), inviteRefusal(partner) === undefined));
  else if (!may(turn, 'add')) replies.show(refusalCard(words, words.t('refusal.right'), false));
  else return true;
  return false;
}

/**
 * True when Partner Center has everything that adding a customer needs; otherwise says so before a long form is filled
 * in.
 */
async function isReady({ partnerCenter, words, replies }: Turn): Promise<boolean> {
  const fault = await partnerCenter.readiness?.();
  if (fault === undefined) return true;
  const saying = (reason: string): string => words.t('refusal.notReady', { reason });
  replies.show(partnerCenterRefusalCard(words, refusalOf(fault), saying, 'addCustomer'));
  return false;
}

/** True when the user may keep one more draft; otherwise says so and lists the drafts. */
export async function hasRoom(turn: Turn): Promise<boolean> {
  if (turn.person.drafts.filter((draft) => !isDraftEmpty(draft)).length < maxDrafts) return true;
  turn.replies.say(turn.words.t('drafts.full'));
  await showDrafts(turn);
  return false;
}

/**
 * Lists the drafts, with the Undo of the one just deleted from the list, and the partner's unfinished submissions and changes that
 * this user may finish.
 */
export async function showDrafts(turn: Turn, deleted?: string): Promise<void> {
  const unfinished = await listUnfinished(turn);
  const gone = deleted === undefined ? deletedBefore(turn) : { id: deleted };
  turn.replies.show(draftsCard(await draftLines(turn), turn.words, gone));
  if (unfinished.length > 0) turn.replies.show(unfinishedListCard(unfinished, turn.words));
}

/** The draft deleted before, for those who ask for their drafts in words: it can be brought back for a day. */
function deletedBefore({ person: { deleted }, press, now, words }: Turn): DeletedDraft | undefined {
  if (press !== undefined || deleted === undefined || isForgotten(deleted, now)) return undefined;
  return { id: deleted.draft.id, name: titleOfDraft(deleted.draft, words) };
}

/**
 * Opens a new draft prefilled from a customer: the recorded answers about the company, or else Partner Center's. Not
 * copied are its domain, which is taken, its registration, which no other company has, and what only its own people can give:
 * contact, acceptance of the agreement, and signer. `name` is that of the new customer where one was typed.
 */
export async function copyToDraft(turn: Turn, ref: string, name = ''): Promise<void> {
  const { replies, words, person, now } = turn;
  replies.keep();
  if (!canAdd(turn)) return;
  if (!may(turn, 'view')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const found = await turn.withinAnswerTime(findCustomer(turn, ref));
  if (found === undefined) return replies.say(words.t('customer.gone'));
  const copied = await copiedAnswers(turn, found);
  const typed = name === '' ? copied : { ...copied, company: { ...copied.company, companyName: name.slice(0, 150) } };
  // The button may be pressed twice: an untouched copy is opened again.
  const { country, ...others } = typed;
  // The country is as good as accepted: the next card names it, and can change it.
  const accepted = country === undefined ? {} : { country };
  const copy = person.drafts.find((draft) => isDeepStrictEqual([draft.accepted, draft.typed], [accepted, others]));
  if (copy === undefined && !(await hasRoom(turn))) return;
  const { record } = found.target;
  const from = record === undefined ? {} : { from: record };
  const copyOf = displayName(found.target);
  saveDraft(turn, copy ?? { ...newDraft(turn.newId(), now.toISOString()), ...from, copyOf, accepted, typed: others });
  await showCurrentCard(turn);
}

/** The answers of a customer that another one may have as well, by their sections. */
export async function copiedAnswers(turn: Turn, found: FoundCustomer): Promise<Draft['typed']> {
  const { record } = found;
  const recorded = record?.sections ?? {};
  const sections =
    record === undefined || record.existing === true ? await completedAnswers(turn, found, recorded) : recorded;
  return Object.fromEntries(
    Object.entries(sections)
      .filter(([id]) => !sectionsNotCopied.has(id))
      .map(([id, values]) => [id, id === 'company' ? withoutIdentity(values) : values]),
  );
}

const sectionsNotCopied: ReadonlySet<string> = new Set<SectionId>(['contact', 'agreement', 'signer']);

/** Inputs of a company that hold what it alone has. */
const ownInputs: ReadonlySet<string> = new Set(['domainPrefix', 'registrationNumber']);

const withoutIdentity = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !ownInputs.has(name)));

/**
 * Answers of a customer that was not added here: recorded ones first, then Partner Center's, then the defaults of a new
 * customer.
 */
async function completedAnswers(turn: Turn, found: FoundCustomer, recorded: Draft['typed']): Promise<Draft['typed']> {
  const { country = turn.partner.country, accounts } = await turn.withinAnswerTime(customerAnswers(turn, found));
  const where = { country: { country } };
  const context = await contextOf(turn, { accepted: where }, { offers: false });
  const all = (id: SectionId): Values =>
    accounts.reduceRight<Values>((known, one) => ({ ...known, ...one[id] }), section(id).defaults(context));
  return { ...where, ...recorded, company: all('company') };
}

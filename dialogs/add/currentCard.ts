import { addressCard, orderAgainCard, cancelCard, companyNameCard, startOverCard } from '../../cards/questionCards.ts';
import { severalButton } from '../../cards/customers/severalCards.ts';
import { type Card, firstFitting, fittingAttempts, shortened } from '../../cards/elements.ts';
import { fieldNames } from '../../cards/accountInfo.ts';
import { changeDraftTitle } from '../../cards/draftCards.ts';
import { formCard, type FormPart, reviewCard } from '../../cards/sectionCards.ts';
import { addressOf, fullDomain } from '../../forms/companyCheck.ts';
import { numberNames } from '../../forms/companySection.ts';
import type { Context } from '../../forms/context.ts';
import { mayStartAccountReview } from '../../forms/request.ts';
import { changedFields } from '../../forms/changeDraft.ts';
import { cardTokenOf, inputValues, presentFaults } from '../../forms/draftFlow.ts';
import { section, sections } from '../../forms/sections.ts';
import { doneSections, hasBack, openSections, sectionsAfter, stepOf } from '../../forms/steps.ts';
import type { Section, SectionId } from '../../forms/section.ts';
import { countryName } from '../../partner-center/rules/countries.ts';
import { defined } from '../../lib/optional.ts';
import type { Words } from '../../locales/words.ts';
import type { Draft, Faults, Question, Values } from '../../model/draft.ts';
import { cardContext, openDraft, titleOfDraft } from '../drafts.ts';
import { nameBundleCard } from '../bundles.ts';
import type { Turn } from '../turn.ts';

/** Shows the current card of the open draft. */
export async function showCurrentCard(turn: Turn): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return;
  begun.add(turn.replies);
  turn.replies.show(currentCard(draft, await cardContext(turn, draft), turn.words, turn.partnerCenter.practice));
  drawn.add(turn.replies);
}

/** The replies that were to have the current card of the open draft. */
const begun = new WeakSet<Turn['replies']>();

/** The replies that have it. */
const drawn = new WeakSet<Turn['replies']>();

/** True where this turn was to show the current card of the open draft, also where Partner Center refused what that needs. */
export const leadsToDraft = ({ replies }: Pick<Turn, 'replies'>): boolean => begun.has(replies);

/** The replies that have a card which only answers beside the form on the screen. */
const answered = new WeakSet<Turn['replies']>();

/** Shows a card that only answers: a form on the screen is still what is typed for. */
export function showBeside({ replies }: Pick<Turn, 'replies'>, made: Card): void {
  answered.add(replies);
  replies.show(made);
}

/** Remembers whether this turn led away from the open draft's card, which typed “back” then leads to. */
export function rememberPlace({ person, replies }: Pick<Turn, 'person' | 'replies'>): void {
  if (!replies.shown && person.open !== undefined) return;
  const isBeside = answered.has(replies) && (person.away !== true || person.beside === true);
  delete person.away;
  delete person.beside;
  if (drawn.has(replies) || person.open === undefined) return;
  person.away = true;
  if (isBeside) person.beside = true;
}

/** Current card of a draft: the question asked of it, the open step, or the review. */
export function currentCard(draft: Draft, context: Context, words: Words, practice: boolean): Card {
  const asked = { words, token: cardTokenOf(draft) };
  if (draft.asking === 'cancel') return cancelCard(asked, titleOfDraft(draft, words), draft.purpose !== undefined);
  if (draft.asking === 'startOver')
    return startOverCard(asked, titleOfDraft(draft, words), draft.purpose !== undefined);
  if (draft.asking === 'bundleName') return nameBundleCard(draft, context, words);
  const open = openSections(draft, context);
  if (open.length === 0) return reviewOf(draft, context, words, practice);
  const { question } = draft;
  return question !== undefined && open.some(({ id }) => id === question.section)
    ? questionCard(draft, question, context, words)
    : stepCard(draft, open, context, words);
}

function questionCard(draft: Draft, question: Question, context: Context, words: Words): Card {
  const asked = { words, token: cardTokenOf(draft) };
  switch (question.kind) {
    case 'name':
      return companyNameCard(asked, question.name);
    case 'again':
      return orderAgainCard(
        asked,
        question.offers.map(({ offerName }) => offerName),
      );
    case 'address': {
      const typed = inputValues(draft, section('company'), context);
      return addressCard(asked, addressOf(typed, context.country), question);
    }
  }
}

/** Card of the open step: all of its sections that are open. */
function stepCard(draft: Draft, open: readonly Section[], context: Context, words: Words): Card {
  const frame = {
    words,
    token: cardTokenOf(draft, open[0]?.id),
    step: stepOf(draft, context),
    ...changeTitle(draft, words),
    faults: Object.assign({}, ...open.map((one) => presentFaults(draft, one, context))) as Faults,
    ...doneLine(draft, context, words),
    ...(isBeforeCart(open) ? alikeOf(draft) : {}),
    next: nextTitle(sectionsAfter(draft, context), words),
    back: hasBack(draft, context),
  };
  return firstFitting((tightness) =>
    formCard(
      stepTitle(open, words),
      // The largest carts have no room for what stands on the review as well.
      { ...frame, lean: tightness + 1 === fittingAttempts },
      open.map((one) => partOf(draft, one, context, words, tightness)),
    ),
  );
}

/** True for the card after the company's, which has room for a warning about it; the review says it again. */
const isBeforeCart = (open: readonly Section[]): boolean =>
  !open.some(({ id }) => id === 'company' || id === 'subscriptions');

const alikeOf = ({ alike }: Draft): Pick<Draft, 'alike'> => defined({ alike });

/** Short titles of cards that ask this section and the next one. */
const pairTitles: Readonly<Partial<Record<SectionId, 'sections.contactAgreement' | 'sections.resellerSubscriptions'>>> =
  {
    contact: 'sections.contactAgreement',
    reseller: 'sections.resellerSubscriptions',
  };

/** Title of a card that asks these sections. */
function stepTitle([first, second]: readonly Section[], { t }: Words): string {
  if (first === undefined) return '';
  const pair = second === undefined ? undefined : pairTitles[first.id];
  return t(pair ?? `section.${first.id}`);
}

const partOf = (draft: Draft, one: Section, context: Context, words: Words, tightness: number): FormPart => ({
  title: words.t(`section.${one.id}`),
  ...noteOf(draft, one.id, context, words),
  body: one.body(
    {
      words,
      context,
      token: cardTokenOf(draft, one.id),
      values: inputValues(draft, one, context),
      faults: presentFaults(draft, one, context),
    },
    tightness,
  ),
});

/** The sections answered before the open step, in a line: the company by its name and domain, the others by their titles. */
function doneLine({ accepted, ...draft }: Draft, context: Context, { t }: Words): { done?: string } {
  const names = doneSections({ accepted, ...draft }, context).map(({ id }) =>
    id === 'company' ? companyLine(accepted.company ?? {}, context, t) : t(`section.${id}`),
  );
  return names.length === 0 ? {} : { done: t('form.done', { sections: names.join(' · ') }) };
}

/** A company's name, and its domain where that is new: it may have been proposed. */
function companyLine(company: Values, context: Context, t: Words['t']): string {
  const label = shortened(company['companyName'] ?? '');
  return context.purpose === undefined ? t('form.pair', { label, hint: fullDomain(company, context) }) : label;
}

/** The reason why a section is asked again, that its values were pasted, and which pasted details have no input. */
function noteOf(draft: Draft, id: SectionId, context: Context, words: Words): { note?: string } {
  const { invalidated, pasted = [] } = draft;
  const notes = [
    ...(invalidated.includes(id) ? [words.t('form.invalidated')] : []),
    ...(pasted.includes(id) ? [words.t('paste.notice')] : []),
    ...(id === 'company'
      ? [...copyNote(draft, words), ...leftOutNote(draft, context, words), ...wrongNumberNote(draft, context, words)]
      : []),
    ...(id === 'contact' ? otherPhonesNote(draft, words) : []),
  ];
  return notes.length === 0 ? {} : { note: words.sentences(notes) };
}

/** The customer that an unsent company was copied from. */
const copyNote = ({ copyOf }: Draft, { t }: Words): string[] =>
  copyOf === undefined ? [] : [t('customer.copied', { name: shortened(copyOf) })];

/** The details of another country or another address that were pasted and not filled in, and why. */
function leftOutNote({ leftOut }: Draft, { market, country }: Context, { t, locale }: Words): string[] {
  if (leftOut === undefined) return [];
  const said = { details: leftOut.text, country: countryName(leftOut.country, locale) };
  if (leftOut.isOtherAddress === true) return [t('paste.otherAddress', said)];
  if (!market.includes(leftOut.country)) return [t('paste.notSold', said)];
  // The country was changed to theirs meanwhile.
  if (leftOut.country === country) return [t('paste.leftOut', said)];
  return [t('paste.otherCountry', { ...said, own: countryName(country, locale) })];
}

/** The pasted registration ID that was not filled in, and why; it is told where one is asked, until one is there. */
function wrongNumberNote({ wrongNumber, typed }: Draft, { rules }: Context, words: Words): string[] {
  const { registration } = rules;
  const isThere = (typed['company']?.['registrationNumber'] ?? '') !== '';
  if (wrongNumber === undefined || registration === undefined || isThere) return [];
  const type = numberNames(registration.types, words);
  const what = { number: wrongNumber, type: type === '' ? words.t('field.registrationNumber') : type };
  return [words.t('paste.wrongNumber', what)];
}

/** The pasted phone numbers that were not filled in, as there is no input for them. */
const otherPhonesNote = ({ otherPhones }: Draft, words: Words): string[] =>
  otherPhones === undefined ? [] : [words.t('paste.otherPhones', { numbers: words.list(otherPhones) })];

const changeTitle = ({ purpose }: Draft, words: Words) =>
  purpose === undefined ? {} : { about: changeDraftTitle(purpose, words) };

function nextTitle(next: readonly SectionId[], { t }: Words): string {
  if (next.includes('subscriptions')) return t('button.nextSubscriptions');
  return next.length === 0 ? t('button.nextReview') : t('button.next');
}

function reviewOf(draft: Draft, context: Context, words: Words, practice: boolean): Card {
  const { t } = words;
  const { purpose, accepted } = draft;
  const none = purpose === undefined && accepted['subscriptions']?.['offer-0'] === undefined;
  return reviewCard({
    words,
    token: cardTokenOf(draft),
    step: stepOf(draft, context),
    ...changeTitle(draft, words),
    ...reviewWords(draft, words),
    ...alikeOf(draft),
    parts: [...customerParts(draft, context, words), ...sectionParts(accepted, context, words)],
    ...(mayOrderForSeveral(draft) ? { more: [severalButton(words, draft.id)] } : {}),
    warnings: [
      ...changeWarnings(draft, words),
      ...(mayStartAccountReview(draft, context) ? [t('accountReview.warning')] : []),
    ],
    notes: [
      ...(purpose?.kind === 'account' ? [t('account.domain', { domain: purpose.customer.domain })] : []),
      ...(purpose === undefined ? [t('review.domain')] : []),
      ...(none ? [t('review.noSubscriptions')] : []),
      ...(purpose === undefined && context.agreementWay === 'customer'
        ? [t(none ? 'acceptance.reviewAlone' : 'acceptance.review')]
        : []),
      ...(practice ? [t('review.practice')] : []),
    ],
  });
}

/** True for an order whose customers can be chosen, and that has one yet. */
const mayOrderForSeveral = ({ purpose }: Draft): boolean =>
  purpose?.kind === 'subscriptions' &&
  purpose.base === undefined &&
  purpose.instead !== true &&
  purpose.also === undefined;

/** The customers of an order for several, each with its reseller where that is known. */
function customerParts({ purpose }: Draft, { resellers }: Context, words: Words) {
  if (purpose?.kind !== 'subscriptions' || purpose.also === undefined) return [];
  const { customer, reseller, also } = purpose;
  const all = [{ customer, ...defined({ reseller }) }, ...also];
  const title = words.t('several.for', { n: all.length });
  const names = all.map((one) => {
    const name = shortened(one.customer.companyName === '' ? one.customer.domain : one.customer.companyName);
    const hint = resellers.find(({ tenantId }) => tenantId === one.reseller)?.name;
    const label = words.t('section.reseller');
    return { label: '', name, value: hint === undefined ? '' : words.t('form.pair', { label, hint }) };
  });
  // A line of its own for what is said of all: the customers stand beneath each other.
  return [{ id: 'customers', title, facts: [{ label: words.t('form.fact', { label: title }), value: '' }, ...names] }];
}

function reviewWords(draft: Draft, { t }: Words) {
  const { purpose } = draft;
  if (purpose === undefined) return { intro: t('review.intro'), submit: t('button.submit') };
  if (purpose.kind !== 'account') return { intro: t('review.order'), submit: t('button.submitOrder') };
  if (changedFields(draft).length === 0) return { intro: t('review.unchanged') };
  return { intro: t('review.account'), submit: t('button.submitChanges') };
}

/** Warnings that name the changed fields of a customer's account info. */
function changeWarnings(draft: Draft, words: Words): string[] {
  const changed = changedFields(draft);
  return changed.length === 0 ? [] : [words.t('review.changes', { fields: fieldNames(changed, words) })];
}

/** Accepted sections with their facts, in order. */
export const sectionParts = (accepted: Draft['accepted'], context: Context, words: Words) =>
  sections(context).flatMap((one) => {
    const answers = accepted[one.id];
    return answers === undefined
      ? []
      : [{ id: one.id, title: words.t(`section.${one.id}`), facts: one.facts(answers, context, words) }];
  });

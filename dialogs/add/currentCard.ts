import { addressCard, orderAgainCard, cancelCard, companyNameCard, startOverCard } from '../../cards/questionCards.ts';
import type { Card } from '../../cards/elements.ts';
import { fieldNames } from '../../cards/accountInfo.ts';
import { changeDraftTitle } from '../../cards/draftCards.ts';
import { reviewCard } from '../../cards/sectionCards.ts';
import { addressOf } from '../../forms/companyCheck.ts';
import type { Context } from '../../forms/context.ts';
import { mayStartAccountReview } from '../../forms/request.ts';
import { changedFields } from '../../forms/changeDraft.ts';
import { stepAfter, hasBack, nextOpen, inputValues, stepOf, cardTokenOf } from '../../forms/draftFlow.ts';
import { section, sections } from '../../forms/sections.ts';
import type { SectionId } from '../../forms/section.ts';
import type { Words } from '../../locales/words.ts';
import type { Draft, Question } from '../../model/draft.ts';
import { cardContext, openDraft, titleOfDraft } from '../drafts.ts';
import type { Turn } from '../turn.ts';

/** Shows the current card of the open draft. */
export async function showCurrentCard(turn: Turn): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined) return;
  turn.replies.show(currentCard(draft, await cardContext(turn, draft), turn.words, turn.partnerCenter.practice));
}

/** Current card of a draft: the question asked of it, the open section, or the review. */
export function currentCard(draft: Draft, context: Context, words: Words, practice: boolean): Card {
  const asked = { words, token: cardTokenOf(draft) };
  if (draft.asking === 'cancel') return cancelCard(asked, titleOfDraft(draft, words), draft.purpose !== undefined);
  if (draft.asking === 'startOver')
    return startOverCard(asked, titleOfDraft(draft, words), draft.purpose !== undefined);
  const open = nextOpen(draft, context);
  if (open === 'review') return reviewOf(draft, context, words, practice);
  return draft.question?.section === open
    ? questionCard(draft, draft.question, context, words)
    : sectionCard(draft, open, context, words);
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

function sectionCard(draft: Draft, open: SectionId, context: Context, words: Words): Card {
  const one = section(open);
  return one.card({
    words,
    context,
    token: cardTokenOf(draft, open),
    step: stepOf(open, context),
    ...changeTitle(draft, words),
    values: inputValues(draft, one, context),
    faults: draft.faults[open] ?? {},
    next: nextTitle(stepAfter(draft, open, context), words),
    back: hasBack(draft, open, context),
    ...noteOf(draft, open, words),
  });
}

/** The reason why a section is asked again, and that its values were pasted. */
function noteOf({ invalidated, pasted = [] }: Draft, open: SectionId, words: Words): { note?: string } {
  const notes = [
    ...(invalidated.includes(open) ? [words.t('form.invalidated')] : []),
    ...(pasted.includes(open) ? [words.t('paste.notice')] : []),
  ];
  return notes.length === 0 ? {} : { note: words.sentences(notes) };
}

const changeTitle = ({ purpose }: Draft, words: Words) =>
  purpose === undefined ? {} : { about: changeDraftTitle(purpose, words) };

function nextTitle(next: ReturnType<typeof stepAfter>, { t }: Words): string {
  if (next === 'subscriptions') return t('button.nextSubscriptions');
  return next === 'review' ? t('button.nextReview') : t('button.next');
}

function reviewOf(draft: Draft, context: Context, words: Words, practice: boolean): Card {
  const { t } = words;
  const { purpose, accepted } = draft;
  const none = purpose === undefined && accepted['subscriptions']?.['offer-0'] === undefined;
  return reviewCard({
    words,
    token: cardTokenOf(draft),
    step: stepOf('review', context),
    ...changeTitle(draft, words),
    ...reviewWords(draft, words),
    parts: sectionParts(accepted, context, words),
    warnings: [
      ...changeWarnings(draft, words),
      ...(mayStartAccountReview(draft, context) ? [t('accountReview.warning')] : []),
    ],
    notes: [
      ...(purpose?.kind === 'account' ? [t('account.domain', { domain: purpose.customer.domain })] : []),
      ...(none ? [t('review.noSubscriptions')] : []),
      ...(purpose === undefined && context.agreementWay === 'customer'
        ? [t(none ? 'acceptance.reviewAlone' : 'acceptance.review')]
        : []),
      ...(practice ? [t('review.practice')] : []),
    ],
  });
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

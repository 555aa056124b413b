import { addressCard, againCard, cancelCard, nameCard, startOverCard } from '../cards/questionCards.ts';
import type { Card } from '../cards/elements.ts';
import { fieldNames } from '../cards/accountFields.ts';
import { purposeTitle } from '../cards/purposeTitle.ts';
import { reviewCard } from '../cards/reviewCard.ts';
import { addressOf } from '../forms/companyCheck.ts';
import type { Context } from '../forms/context.ts';
import { mayBeReviewed } from '../forms/change.ts';
import { changedFields } from '../forms/changedFields.ts';
import { following, hasBack, nextOpen, shownValues, stepOf, tokenOf } from '../forms/draft.ts';
import { section, sections } from '../forms/index.ts';
import type { SectionId } from '../forms/section.ts';
import type { Words } from '../locales/words.ts';
import type { Draft, Question } from '../storage/draft.ts';
import { nameOf, openDraft } from './drafts.ts';
import { contextOfCard } from './offers.ts';
import type { Turn } from './turn.ts';

/** Shows the present card of the open draft. */
export async function showOpen(turn: Turn): Promise<void> {
  const draft = openDraft(turn);
  if (draft === undefined || turn.quiet) return;
  turn.replies.show(openCard(draft, await contextOfCard(turn, draft), turn.words, turn.partnerCenter.practice));
}

/** The card a draft is at: the question asked of it, the open section, or the review. */
export function openCard(draft: Draft, context: Context, words: Words, practice: boolean): Card {
  const asked = { words, token: tokenOf(draft) };
  if (draft.asking === 'cancel') return cancelCard(asked, nameOf(draft, words), draft.purpose !== undefined);
  if (draft.asking === 'startOver') return startOverCard(asked, nameOf(draft, words), draft.purpose !== undefined);
  const open = nextOpen(draft, context);
  if (open === 'review') return review(draft, context, words, practice);
  return draft.question?.section === open
    ? questionCard(draft, draft.question, context, words)
    : sectionCard(draft, open, context, words);
}

function questionCard(draft: Draft, question: Question, context: Context, words: Words): Card {
  const asked = { words, token: tokenOf(draft) };
  switch (question.kind) {
    case 'name':
      return nameCard(asked, question.name);
    case 'again':
      return againCard(
        asked,
        question.offers.map(({ offerName }) => offerName),
      );
    case 'address': {
      const typed = shownValues(draft, section('company'), context);
      return addressCard(asked, addressOf(typed, context.country), question);
    }
  }
}

function sectionCard(draft: Draft, open: SectionId, context: Context, words: Words): Card {
  const one = section(open);
  return one.card({
    words,
    context,
    token: tokenOf(draft, open),
    step: stepOf(open, context),
    ...aboutOf(draft, words),
    values: shownValues(draft, one, context),
    faults: draft.faults[open] ?? {},
    next: nextTitle(following(draft, open, context), words),
    back: hasBack(draft, open, context),
    ...(draft.invalidated.includes(open) ? { note: words.t('form.invalidated') } : {}),
  });
}

const aboutOf = ({ purpose }: Draft, words: Words) =>
  purpose === undefined ? {} : { about: purposeTitle(purpose, words) };

function nextTitle(next: ReturnType<typeof following>, { t }: Words): string {
  if (next === 'subscriptions') return t('button.nextSubscriptions');
  return next === 'review' ? t('button.nextReview') : t('button.next');
}

function review(draft: Draft, context: Context, words: Words, practice: boolean): Card {
  const { t } = words;
  const { purpose, accepted } = draft;
  const none = purpose === undefined && accepted['subscriptions']?.['offer-0'] === undefined;
  return reviewCard({
    words,
    token: tokenOf(draft),
    step: stepOf('review', context),
    ...aboutOf(draft, words),
    ...reviewWords(draft, words),
    parts: partsOf(accepted, context, words),
    warnings: [...changesOf(draft, words), ...(mayBeReviewed(draft, context) ? [t('accountReview.warning')] : [])],
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

/** Which of a customer's account info is changed. */
function changesOf(draft: Draft, words: Words): string[] {
  const changed = changedFields(draft);
  return changed.length === 0 ? [] : [words.t('review.changes', { fields: fieldNames(changed, words) })];
}

/** Every accepted section with its facts, in order. */
export const partsOf = (accepted: Draft['accepted'], context: Context, words: Words) =>
  sections(context).flatMap((one) => {
    const answers = accepted[one.id];
    return answers === undefined
      ? []
      : [{ id: one.id, title: words.t(`section.${one.id}`), facts: one.facts(answers, context, words) }];
  });

import { button, buttons } from '../buttons.ts';
import { faultLine, group, paragraph, type Element } from '../elements.ts';
import { consequenceLines } from '../reasons.ts';
import { troubleLines } from '../trouble.ts';
import type { CustomerView } from './customerView.ts';

type View = Pick<CustomerView, 'words' | 'ref' | 'review' | 'can' | 'practise'>;

/** That Microsoft's review of the customer's account blocks purchases, or could not be read; nothing where it blocks none. */
export function accountReviewGroup(view: View): Element[] {
  const { words, review = 'allowed' } = view;
  if (review === 'allowed') return [];
  if (typeof review !== 'string')
    return [group([paragraph(words.t('accountReview.unread')), ...troubleLines(review, words)])];
  return [
    group([
      faultLine(words.t(`accountReview.${review}`)),
      ...consequenceLines(review, words),
      ...(canPractise(view)
        ? [
            buttons(
              decide(view, words.t('button.practiseApprove'), 'allowed'),
              ...(review === 'under-review' ? [decide(view, words.t('button.practiseRefuse'), 'not-approved')] : []),
            ),
          ]
        : []),
    ]),
  ];
}

const canPractise = ({ practise = false, can }: View): boolean => practise && can.manage;

const decide = ({ ref }: View, title: string, state: string) =>
  button(title, { verb: 'practiseDecision', argument: `${ref} account ${state}` });

/** In practice, the button that begins a review. */
export const practiseReview = (view: View) =>
  canPractise(view) && view.review === 'allowed'
    ? [decide(view, view.words.t('button.practiseReview'), 'under-review')]
    : [];

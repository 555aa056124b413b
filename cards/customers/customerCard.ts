import { acceptanceGroup } from '../agreement/acceptanceGroup.ts';
import { button, buttons, command } from '../buttons.ts';
import {
  card,
  factLines,
  group,
  heading,
  paragraph,
  strong,
  subheading,
  type Card,
  type Element,
} from '../elements.ts';
import { fits, fitted } from '../size.ts';
import { faultLinesOf } from '../submissionCards.ts';
import { accountReviewGroup, practiseReview } from './accountReviewGroup.ts';
import { newPasswordButton } from './adminPasswordCard.ts';
import { customerFacts } from './customerFacts.ts';
import type { CustomerView } from './customerView.ts';
import { firstQualification, qualificationGroup } from './qualificationGroup.ts';
import { subscriptionSummary } from './subscriptionSummary.ts';
import { troubleLines } from '../trouble.ts';
import { refusedOffers } from './refusedOffers.ts';
import { mostSaid, underWay } from './underWay.ts';

/** Most subscriptions on the card of the customer, and on one with little room; all are on a card of their own. */
const mostSubscriptions = { usual: 8, least: 4 };

/** One customer, whole: who it is, what it has, what is under way, and everything that can be done with it. */
export function customerCard(view: CustomerView): Card {
  const made = laidOut(view, mostSubscriptions.usual);
  return fits(made) ? made : fitted(laidOut(view, mostSubscriptions.least));
}

function laidOut(view: CustomerView, most: number): Card {
  const { words } = view;
  const { t } = words;
  return card(
    view.companyName,
    [
      heading(t('customer.title')),
      strong(view.companyName),
      ...factLines(customerFacts(view)),
      ...(view.record?.practice === true ? [paragraph(t('confirmation.practice'), { subtle: true })] : []),
      ...(view.record === undefined ? [] : faultLinesOf(view.record.stages, words, mostSaid)),
      ...accountReviewGroup(view),
      ...acceptanceGroup(view),
      ...refusedOffers(view),
      ...underWay(view),
      ...subscriptionSummary(view, most),
      ...qualificationGroup(view),
      ...accountInfo(view),
    ],
    bar(view),
  );
}

const accountInfo = (view: CustomerView): Element[] => {
  const { words, ref, parts, can } = view;
  return [
    ...('fault' in parts
      ? [group([subheading(words.t('customer.account')), ...troubleLines(parts, words)])]
      : parts.map(({ title, facts }) => group([subheading(title), ...factLines(facts)]))),
    ...(can.manage
      ? [
          buttons(
            button(words.t('button.updateAccount'), { verb: 'updateAccount', argument: ref }),
            ...(can.password ? [newPasswordButton({ words, ref })] : []),
            ...firstQualification(view),
            ...practiseReview(view),
          ),
        ]
      : []),
  ];
};

function bar({ words, ref, record, can }: CustomerView) {
  const { t } = words;
  const one = (title: string, verb: string) => button(title, { verb, argument: ref });
  return [
    one(t('button.history'), 'history'),
    ...(can.add ? [one(t('button.asDraft'), 'asDraft')] : []),
    ...(can.invite ? [button(t('button.invite'), command('invite'))] : []),
    ...(can.remove && !can.invite ? [one(t('button.endRelationship'), 'endRelationship')] : []),
    ...(can.remove && record !== undefined ? [one(t('button.deleteRecord'), 'deleteRecord')] : []),
    button(t('button.customers'), command('customers')),
  ];
}

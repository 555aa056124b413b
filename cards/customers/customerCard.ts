import { acceptanceGroup, type CustomerView, maxDescriptionLength, openChangeGroups } from './customerView.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  type Fact,
  factLines,
  faultLine,
  fitsSizeLimit,
  fitToSizeLimit,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  subheading,
} from '../elements.ts';
import { chooseOfferButton, refusedOrderLines, shortStageFaultLines, stageFacts } from '../submissionCards.ts';
import { hasWelcomeMail, welcomeMailButton } from './welcomeMailCard.ts';
import { newPasswordButton } from './adminPasswordCard.ts';
import { firstQualificationButton, qualificationGroup } from './qualificationCard.ts';
import { consequenceLines, refusedCallLines } from '../faultLines.ts';
import type { Words } from '../../locales/words.ts';
import { stageNames, type Stages } from '../../model/stages.ts';
import { factLabel, relationshipWords, resellerWords } from '../labels.ts';
import { type Acceptance, acceptanceState } from '../../partner-center/rules/agreement.ts';
import { refusedLines } from '../../partner-center/orderResults.ts';
import { maxOpenOrders, openOrderLines, orderedOfferLines } from '../orderLines.ts';
import { sortSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import { refreshButton } from '../page.ts';
import { subscriptionLine } from './subscriptionWords.ts';
import { subscriptionsButton } from './customerCardBase.ts';

/** Maximum of subscriptions on the customer's card, and on one with little room. Their own card lists all. */
const subscriptionLimits = { usual: 8, least: 4 };

/** The customer's card: its facts, subscriptions and open changes, and buttons for every action. */
export function customerCard(view: CustomerView): Card {
  const made = customerCardOf(view, subscriptionLimits.usual);
  return fitsSizeLimit(made) ? made : fitToSizeLimit(customerCardOf(view, subscriptionLimits.least));
}

function customerCardOf(view: CustomerView, most: number): Card {
  const { words } = view;
  const { t } = words;
  return card(
    view.companyName,
    [
      heading(t('customer.title')),
      strong(view.companyName),
      ...factLines(customerFacts(view)),
      ...(view.record?.practice === true ? [paragraph(t('confirmation.practice'), { subtle: true })] : []),
      ...(view.record === undefined ? [] : shortStageFaultLines(view.record.stages, words, maxDescriptionLength)),
      ...accountReviewGroup(view),
      ...acceptanceGroup(view),
      ...refusedOfferGroup(view),
      ...openChangeGroups(view),
      ...subscriptionSummary(view, most),
      ...qualificationGroup(view),
      ...accountInfoGroup(view),
    ],
    customerButtons(view),
  );
}

const accountInfoGroup = (view: CustomerView): Element[] => {
  const { words, ref, record, parts, can } = view;
  const actions = [
    ...(can.manage
      ? [
          button(words.t('button.updateAccount'), { verb: 'updateAccount', argument: ref }),
          ...(can.password ? [newPasswordButton({ words, ref })] : []),
          ...firstQualificationButton(view),
          ...practiseReviewButton(view),
        ]
      : []),
    ...(record !== undefined && hasWelcomeMail(record) ? [welcomeMailButton({ words, ref })] : []),
  ];
  return [
    ...('fault' in parts
      ? [group([subheading(words.t('customer.account')), ...refusedCallLines(parts, words)])]
      : parts.map(({ title, facts }) => group([subheading(title), ...factLines(facts)]))),
    ...(actions.length === 0 ? [] : [buttons(...actions)]),
  ];
};

function customerButtons({ words, ref, record, can }: CustomerView) {
  const { t } = words;
  const one = (title: string, verb: string) => button(title, { verb, argument: ref });
  return [
    one(t('button.history'), 'history'),
    ...(can.add ? [one(t('button.asDraft'), 'asDraft')] : []),
    ...(can.invite ? [button(t('button.invite'), command('invite'))] : []),
    button(t('button.customers'), command('customers')),
    ...(can.remove && !can.invite ? [one(t('button.endRelationship'), 'endRelationship')] : []),
    ...(can.remove && record !== undefined ? [one(t('button.deleteRecord'), 'deleteRecord')] : []),
  ];
}

/** Facts that identify the customer, the stages of its submission, and the user who recorded it. */
function customerFacts(view: CustomerView): Fact[] {
  const { words, record, agreement } = view;
  const { t } = words;
  const left = record === undefined || record.existing === true || isAllDone(record.stages) ? undefined : record.stages;
  return [
    { label: factLabel('domain', words), value: view.domain },
    { label: factLabel('microsoftId', words), value: view.microsoftId },
    { label: factLabel('relationship', words), value: relationshipWords(view.relationship, words) },
    ...(record?.reseller === undefined
      ? []
      : [{ label: factLabel('reseller', words), value: resellerWords(record.reseller, words) }]),
    ...(left === undefined ? [] : stageFacts(left, words)),
    ...(agreement === undefined
      ? []
      : [{ label: t('form.fact', { label: t('section.agreement') }), value: agreementWords(agreement, words) }]),
    ...(record === undefined ? [] : recordFacts(record, words)),
  ];
}

/** True where every stage is done or waits for the customer. Such stages are not listed: the card shows their results. */
const isAllDone = (stages: Stages): boolean =>
  stageNames.every((name) => ['done', 'awaited'].includes(stages[name]?.state ?? 'done'));

const recordFacts = ({ addedBy, addedAt }: NonNullable<CustomerView['record']>, words: Words): Fact[] => [
  { label: factLabel('addedBy', words), value: addedBy.name ?? words.t('customer.colleague') },
  { label: factLabel('addedAt', words), value: words.moment(addedAt) },
];

function agreementWords(agreement: Acceptance, words: Words): string {
  const { t } = words;
  const { acceptedAt, signedByCustomer } = agreement;
  if (signedByCustomer) return t('agreement.signed');
  if (acceptedAt === undefined) return t('agreement.missing');
  const day = words.day(acceptedAt.slice(0, 10));
  return acceptanceState(agreement) === 'too-old' ? t('agreement.tooOld', { day }) : t('agreement.accepted', { day });
}

type AccountReviewView = Pick<CustomerView, 'words' | 'ref' | 'review' | 'can' | 'practise'>;

/** Group that says that Microsoft's review of the account blocks purchases or could not be read; nothing otherwise. */
function accountReviewGroup(view: AccountReviewView): Element[] {
  const { words, review = 'allowed' } = view;
  if (review === 'allowed') return [];
  if (typeof review !== 'string')
    return [group([paragraph(words.t('accountReview.unread')), ...refusedCallLines(review, words)])];
  return [
    group([
      faultLine(words.t(`accountReview.${review}`)),
      ...consequenceLines(review, words),
      ...(canPractise(view)
        ? [
            buttons(
              decisionButton(view, words.t('button.practiseApprove'), 'allowed'),
              ...(review === 'under-review'
                ? [decisionButton(view, words.t('button.practiseRefuse'), 'not-approved')]
                : []),
            ),
          ]
        : []),
    ]),
  ];
}

const canPractise = ({ practise = false, can }: AccountReviewView): boolean => practise && can.manage;

const decisionButton = ({ ref }: AccountReviewView, title: string, state: string) =>
  button(title, { verb: 'practiseDecision', argument: `${ref} account ${state}` });

/** Button that begins a review, in practice only. */
const practiseReviewButton = (view: AccountReviewView) =>
  canPractise(view) && view.review === 'allowed'
    ? [decisionButton(view, view.words.t('button.practiseReview'), 'under-review')]
    : [];

/**
 * Group of the offers refused when the customer was added, with reasons and the button to choose another; nothing where
 * none was refused.
 */
function refusedOfferGroup({ words, ref, record, can }: CustomerView): Element[] {
  const refused = refusedLines(record?.stages.subscriptions);
  if (record === undefined || refused.length === 0) return [];
  return [
    group([
      ...refusedOrderLines(record.stages, words),
      ...orderedOfferLines(refused, () => words.t('stage.refused'), words),
      ...(can.manage ? [buttons(...chooseOfferButton(record.stages, ref, words))] : []),
    ]),
  ];
}

/**
 * Group of the customer's first subscriptions and open orders, at most `most`, with the button to all of them; nothing
 * without a relationship.
 */
function subscriptionSummary(
  { words, ref, subscriptions: found, orders, now, can }: CustomerView,
  most: number,
): Element[] {
  if (found === undefined) return [];
  const { t } = words;
  const open = subscriptionsButton({ words, ref });
  const add = can.manage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : [];
  // Open orders become subscriptions by themselves, so a refresh may show more.
  const look = orders.length === 0 ? [] : [refreshButton({ verb: 'customer', argument: ref }, words)];
  const ways = [...(Array.isArray(found) && found.length > 0 ? [open] : []), ...add, ...look];
  const again = button(t('button.tryAgain'), { verb: 'customer', argument: ref });
  if ('fault' in found)
    return [
      group([
        subheading(t('section.subscriptions')),
        ...refusedCallLines(found, words),
        ...openOrderLines(orders, words),
        buttons(again, ...add),
      ]),
    ];
  const shown = sortSubscriptions(found).slice(0, Math.max(0, most - Math.min(orders.length, maxOpenOrders)));
  const left = found.length - shown.length;
  return [
    group([
      subheading(t('section.subscriptions')),
      ...(found.length + orders.length === 0 ? [paragraph(t('subscriptions.none'))] : []),
      ...openOrderLines(orders, words),
      ...factLines(
        shown.map(({ subscription, isAddOn }) => ({
          label: t(isAddOn ? 'subscription.addOn' : 'form.fact', { label: shortened(subscription.name) }),
          value: subscriptionLine(subscription, now, words),
        })),
      ),
      ...(left === 0 ? [] : [paragraph(t('subscriptions.more', { n: left }), { subtle: true })]),
      ...(ways.length === 0 ? [] : [buttons(...ways)]),
    ]),
  ];
}

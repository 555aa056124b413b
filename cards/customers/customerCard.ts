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
  paragraph,
  subheading,
  type Tone,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { chooseOfferButton, refusedOrderLines, shortStageFaultLines, stageFacts } from '../submissionCards.ts';
import { qualificationGroup } from './qualificationCard.ts';
import { portalButtons } from '../portalButtons.ts';
import { relationshipState } from '../stateMarks.ts';
import { consequenceLines, refusedCallLines } from '../faultLines.ts';
import type { Words } from '../../locales/words.ts';
import { capitalize } from '../../lib/text.ts';
import { failedStage, stageNames, type Stages } from '../../model/stages.ts';
import { factLabel, resellerWords } from '../labels.ts';
import { type Acceptance, acceptanceState } from '../../partner-center/rules/agreement.ts';
import { refusedLines } from '../../partner-center/orderResults.ts';
import { maxOpenOrders, openOrderLines, orderedOfferLines } from '../orderLines.ts';
import { orderState } from '../outcomeLines.ts';
import { sortSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import { refreshButton } from '../page.ts';
import { subscriptionLines, surchargeLines } from './subscriptionWords.ts';
import { subscriptionsButton } from './customerCardBase.ts';

/** Maximum of subscriptions on the customer's card, and on one with little room. Their own card lists all. */
const subscriptionLimits = { usual: 8, least: 4 };

/**
 * The customer's card: what identifies it, what is open, its first subscriptions, and the usual actions. The rest is on
 * the card of its details.
 */
export function customerCard(view: CustomerView): Card {
  const made = customerCardOf(view, subscriptionLimits.usual);
  return fitsSizeLimit(made) ? made : fitToSizeLimit(customerCardOf(view, subscriptionLimits.least));
}

function customerCardOf(view: CustomerView, most: number): Card {
  const { words, portal } = view;
  const { t } = words;
  const portals = portal === undefined ? [] : portalButtons(portal, words);
  return card(
    view.companyName,
    [
      ...titleLines(t('customer.title'), view.companyName),
      ...customerFacts(view),
      ...(view.record?.practice === true ? [paragraph(t('confirmation.practice'), { subtle: true })] : []),
      ...(view.record === undefined ? [] : shortStageFaultLines(view.record.stages, words, maxDescriptionLength)),
      ...accountReviewGroup(view),
      ...acceptanceGroup(view),
      ...refusedOfferGroup(view),
      ...openChangeGroups(view),
      ...subscriptionSummary(view, most),
      ...qualificationGroup(view),
      ...(portals.length === 0 ? [] : [buttons(...portals)]),
    ],
    customerButtons(view),
  );
}

function customerButtons({ words, ref, record, subscriptions: found, can, review }: CustomerView) {
  const { t } = words;
  // What is left to do comes first: Finish, or another offer for a refused one.
  const isLeft = record !== undefined && (failedStage(record.stages) !== undefined || hasRefused(record.stages));
  // Nothing can be bought while Microsoft's review blocks the account.
  const isBlocked = review === 'under-review' || review === 'not-approved';
  const one = (title: string, verb: string) => button(title, { verb, argument: ref });
  return [
    ...(can.manage
      ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref }, !isLeft && !isBlocked)]
      : []),
    ...(Array.isArray(found) && found.length > 0 ? [subscriptionsButton({ words, ref })] : []),
    one(t('button.history'), 'history'),
    ...(can.invite ? [button(t('button.invite'), command('invite'))] : []),
    one(t('button.more'), 'customerDetails'),
    button(t('button.customers'), command('customers')),
  ];
}

const hasRefused = ({ subscriptions }: Stages): boolean => refusedLines(subscriptions).length > 0;

/** Facts that identify the customer, and where it stands. */
function customerFacts(view: CustomerView): Element[] {
  const { words, record, agreement, microsoftId } = view;
  const left = record === undefined || record.existing === true || isAllDone(record.stages) ? undefined : record.stages;
  return [
    ...factLines([
      { label: factLabel('domain', words), value: view.domain },
      ...(microsoftId === '' ? [] : [{ label: factLabel('microsoftId', words), value: microsoftId }]),
      { label: factLabel('relationship', words), ...relationshipState(view.relationship, words) },
      ...(agreement === undefined ? [] : [agreementFact(agreement, words)]),
      ...(record?.reseller === undefined
        ? []
        : [{ label: factLabel('reseller', words), value: resellerWords(record.reseller, words) }]),
    ]),
    // Orders are told beneath the subscriptions.
    ...(left === undefined
      ? []
      : factLines(stageFacts(left, words, undefined, ['customer', 'agreement', 'qualification']))),
  ];
}

/** True where every stage is done or waits for the customer. Such stages are not listed: the card shows their results. */
const isAllDone = (stages: Stages): boolean =>
  stageNames.every((name) => ['done', 'awaited'].includes(stages[name]?.state ?? 'done'));

/** State of the customer's agreement. */
function agreementFact(agreement: Acceptance, words: Words): Fact {
  const { t } = words;
  const { acceptedAt, signedByCustomer } = agreement;
  const label = t('form.fact', { label: t('stage.agreement') });
  const stated = (tone: Tone, text: string): Fact => ({ label, tone, value: capitalize(text, words.locale) });
  if (signedByCustomer) return stated('Good', t('agreement.signed'));
  if (acceptedAt === undefined) return stated('Warning', t('agreement.missing'));
  const day = words.day(acceptedAt.slice(0, 10));
  return acceptanceState(agreement) === 'too-old'
    ? stated('Attention', t('agreement.tooOld', { day }))
    : stated('Good', t('agreement.accepted', { day }));
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

const canPractise = ({ practise = false, can }: Pick<AccountReviewView, 'practise' | 'can'>): boolean =>
  practise && can.manage;

const decisionButton = ({ ref }: Pick<AccountReviewView, 'ref'>, title: string, state: string) =>
  button(title, { verb: 'practiseDecision', argument: `${ref} account ${state}` });

/** Button that begins a review, in practice only. */
export const practiseReviewButton = (view: AccountReviewView) =>
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
      ...orderedOfferLines(refused, () => orderState('stage.refused', words), words),
      ...(can.manage ? [buttons(...chooseOfferButton(record.stages, ref, words))] : []),
    ]),
  ];
}

/** Group of the customer's first subscriptions and open orders, at most `most`; nothing without a relationship. */
function subscriptionSummary(view: CustomerView, most: number): Element[] {
  const { words, ref, subscriptions: found, orders } = view;
  if (found === undefined) return [];
  const { t } = words;
  if ('fault' in found)
    return [
      group([
        subheading(t('section.subscriptions')),
        ...refusedCallLines(found, words),
        ...openOrderLines(orders, words),
        buttons(button(t('button.tryAgain'), { verb: 'customer', argument: ref })),
      ]),
    ];
  const shown = sortSubscriptions(found).slice(0, Math.max(0, most - Math.min(orders.length, maxOpenOrders)));
  const left = found.length - shown.length;
  return [
    group([
      subheading(t('section.subscriptions')),
      ...(found.length + orders.length === 0 ? [paragraph(t('subscriptions.none'))] : []),
      ...openOrderLines(orders, words),
      ...shown.flatMap((one) => subscriptionLines(one, view)),
      ...surchargeLines(
        shown.map(({ subscription }) => subscription),
        view,
      ),
      ...(left === 0 ? [] : [paragraph(t('subscriptions.more', { n: left }), { subtle: true })]),
      // Open orders become subscriptions by themselves, so a refresh may show more.
      ...(orders.length === 0 ? [] : [buttons(refreshButton({ verb: 'customer', argument: ref }, words))]),
    ]),
  ];
}

import type { Words } from '../locales/words.ts';
import { refusedLines } from '../partner-center/orderResults.ts';
import { adminAccount } from '../partner-center/rules/adminPassword.ts';
import type { CloudId } from '../model/clouds.ts';
import { failedStage, type Stages } from '../model/stages.ts';
import {
  button,
  buttons,
  card,
  type Card,
  type Element,
  emphasis,
  factLines,
  faultLine,
  group,
  paragraph,
} from './elements.ts';
import { titleLines } from './titleLines.ts';
import { acceptanceButtons, acceptanceLines, awaitingChangeButtons } from './customers/acceptanceCard.ts';
import {
  accountLines,
  type AnotherPassword,
  anotherPasswordText,
  newPasswordButton,
  passwordLines,
  type PasswordView,
} from './customers/adminPasswordCard.ts';
import { customerButton } from './customers/customerCardBase.ts';
import { askQualificationButton, isQualificationRefused } from './customers/qualificationCard.ts';
import { welcomeMailButton } from './customers/welcomeMailCard.ts';
import { waitingLines } from './faultLines.ts';
import { factLabel } from './labels.ts';
import { orderedOfferLines } from './orderLines.ts';
import { orderState, type OutcomeState } from './outcomeLines.ts';
import { portalButtons } from './portalButtons.ts';
import {
  chooseOfferButton,
  refusedOrderLines,
  stageFacts,
  stageFaultLines,
  type SubmissionView,
} from './submissionCards.ts';

/** Data of a finished submission's card: its password, and whether another can be set. */
interface ConfirmationView extends SubmissionView {
  readonly password: PasswordView;
  readonly another: AnotherPassword;
  /** Cloud whose pages it links to. */
  readonly portal?: CloudId;
}

/**
 * The confirmation card: that the customer was added, its account and password, and what is still to be done. All else is
 * on the customer's own card.
 */
export function confirmationCard(view: ConfirmationView): Card {
  const { words, stages } = view;
  const { t } = words;
  const isLeft = failedStage(stages) !== undefined;
  return card(
    t(isLeft ? 'confirmation.partSummary' : 'confirmation.summary', { company: view.companyName }),
    [
      ...titleLines(t(isLeft ? 'confirmation.partTitle' : 'confirmation.title'), view.companyName),
      ...(isLeft ? [faultLine(t('confirmation.part'))] : []),
      ...refusedOrderLines(stages, words),
      ...(view.practice ? [paragraph(t('confirmation.practice'))] : []),
      setupInfo(view),
      ...receivedLines(view),
      ...stateLines(view),
      ...acceptanceLinesOf(view),
    ],
    confirmationButtons(view, isLeft),
  );
}

/**
 * The state of each stage and of what was ordered. The heading says that the customer was added, and each offer says
 * whether it was ordered: neither has a line of its own.
 */
function stateLines(view: ConfirmationView): Element[] {
  const { words, stages, wakeAt } = view;
  const unfinished = failedStage(stages);
  // The lines of the acceptance say that the customer has to accept.
  const told = acceptanceOf(view)?.isAgreement === true ? ([] as const) : (['agreement'] as const);
  const lines = [
    ...factLines(stageFacts(stages, words, undefined, [...told, 'qualification'])),
    ...stageFaultLines(stages, words),
    ...(unfinished === undefined ? [] : waitingLines({ reason: stages[unfinished]?.fault?.reason, wakeAt }, words)),
  ];
  const ordered = orderGroup(view);
  return lines.length === 0 && ordered.length === 0 ? [] : [group([...ordered, ...lines])];
}

function confirmationButtons({ words, id, stages, password, another }: ConfirmationView, isLeft: boolean) {
  const { t } = words;
  const isRefused = refusedLines(stages.subscriptions).length > 0;
  const isOpen = password.state !== 'blanked';
  return [
    ...(isLeft ? [button(t('button.finish'), { verb: 'finish', argument: id }, true)] : []),
    ...chooseOfferButton(stages, id, words, !isLeft),
    ...(isOpen ? [button(t('button.done'), { verb: 'done', argument: id }, !isLeft && !isRefused)] : []),
    ...(password.state !== 'shown' && another === 'offered' ? [newPasswordButton({ words, ref: id })] : []),
    ...(isQualificationRefused(stages) ? [askQualificationButton({ words, ref: id }, { again: true })] : []),
    customerButton({ words, ref: id }),
    button(t('button.addAnother'), { verb: 'another', argument: id }),
  ].slice(0, maxButtons);
}

/** Maximum of buttons in a card's bar: the renderer takes no more. Adding another customer is the one that can be missed. */
const maxButtons = 5;

/** Line that confirms an order; none where nothing was ordered, and none in practice. */
function receivedLines(view: SubmissionView): Element[] {
  const { subscriptions } = view.stages;
  const { t } = view.words;
  if (subscriptions?.state === 'awaited')
    return acceptanceOf(view)?.order === undefined ? [paragraph(t('acceptance.confirmed'))] : [];
  return view.practice || subscriptions?.state !== 'done' ? [] : [paragraph(t('confirmation.received'))];
}

const isFinished = (stages: Stages): boolean =>
  stages.customer.state === 'done' &&
  failedStage(stages) === undefined &&
  refusedLines(stages.subscriptions).length === 0;

/** Account and password, large and on a ground of their own, then what to do with them. */
function setupInfo(view: ConfirmationView): Element {
  const { words, id, stages, domain, password, practice, another, portal } = view;
  const { t } = words;
  const next = [
    // While something is left to do, the first button is the one that does it.
    ...(isFinished(stages) ? [welcomeMailButton({ words, ref: id })] : []),
    // Microsoft does not know a customer of practice.
    ...(portal === undefined || practice ? [] : portalButtons(portal, words)),
  ];
  return emphasis([
    ...accountLines(adminAccount(stages.customer.userName, domain), words),
    ...passwordLines(password, practice, words),
    ...(password.state === 'lost'
      ? [faultLine(t('password.lost')), paragraph(anotherPasswordText(another, words))]
      : []),
    ...factLines([{ label: factLabel('microsoftId', words), value: stages.customer.microsoftId ?? '' }]),
    ...(next.length === 0 ? [] : [buttons(...next)]),
  ]);
}

function orderGroup(view: SubmissionView): Element[] {
  const { words } = view;
  const { subscriptions } = view.stages;
  if (subscriptions === undefined) return [];
  const awaited = orderState(acceptanceOf(view)?.order === undefined ? 'order.awaited' : 'order.waiting', words);
  return orderedOfferLines(subscriptions.lines, (line) => offerState(subscriptions, line, awaited, words), words);
}

type OrderStage = NonNullable<Stages['subscriptions']>;

/**
 * The page where the customer accepts the agreement, whether the agreement itself waits for that, and the order that
 * does; undefined where nothing waits. What its lines say is said nowhere else on the card.
 */
function acceptanceOf({ stages: { agreement, subscriptions }, acceptancePage, waitingOrder }: SubmissionView) {
  const page = agreement?.fault?.page ?? acceptancePage;
  const [isAgreement, isOrder] = [agreement, subscriptions].map((stage) => stage?.state === 'awaited');
  if (page === undefined || (isAgreement !== true && isOrder !== true)) return undefined;
  return { page, isAgreement, order: isOrder === true ? waitingOrder : undefined };
}

/** Lines for an agreement that is not accepted yet: the page, and the order that waits for it. */
function acceptanceLinesOf(view: SubmissionView): Element[] {
  const { words } = view;
  const open = acceptanceOf(view);
  if (open === undefined) return [];
  const asked = { words, ref: view.id, page: open.page };
  const { order } = open;
  return [
    group([
      ...acceptanceLines(asked),
      ...(order === undefined ? [] : [paragraph(words.t('acceptance.waiting'))]),
      buttons(...acceptanceButtons(asked), ...(order === undefined ? [] : awaitingChangeButtons(order, words))),
    ]),
  ];
}

/**
 * State of an ordered offer, in words. Partner Center may take a quarter of an hour until an order has a subscription.
 */
function offerState(
  { state }: OrderStage,
  { subscriptionId, fault }: OrderStage['lines'][number],
  awaited: OutcomeState,
  words: Words,
): OutcomeState {
  if (fault !== undefined) return orderState('stage.refused', words);
  if (subscriptionId !== undefined) return orderState('order.done', words);
  if (state === 'refused') return orderState('stage.refused', words);
  if (state === 'awaited') return awaited;
  return orderState(state === 'done' ? 'order.late' : 'order.waiting', words);
}

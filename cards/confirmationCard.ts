import type { Words } from '../locales/words.ts';
import { refusedLines } from '../partner-center/orderedLines.ts';
import { failedStage, type Stages } from '../storage/stages.ts';
import { adminAccount } from '../partner-center/adminPassword.ts';
import { acceptanceButtons, acceptanceLines, waitingButtons } from './agreement/acceptanceLines.ts';
import { button, buttons } from './buttons.ts';
import { newPasswordButton } from './customers/adminPasswordCard.ts';
import { askQualificationButton, isQualificationRefused } from './customers/qualificationGroup.ts';
import {
  card,
  factLines,
  faultLine,
  group,
  heading,
  paragraph,
  subheading,
  type Card,
  type Element,
  type Fact,
} from './elements.ts';
import { orderLines } from './orderLines.ts';
import { anotherPassword, passwordLines, type AnotherPassword, type PasswordView } from './password.ts';
import { chooseOffer, faultsOf, notOrdered, stageFacts, type SubmissionView } from './submissionCards.ts';
import { waitingLines } from './waitingLines.ts';

/** A submission that ended: how the password stands and whether another one can be set, and what was recorded. */
export interface ConfirmationView extends SubmissionView {
  readonly password: PasswordView;
  readonly another: AnotherPassword;
  readonly parts: readonly { title: string; facts: readonly Fact[] }[];
}

/** The confirmation: Setup info with the password, what was recorded, and the state of each step. */
export function confirmationCard(view: ConfirmationView): Card {
  const { words, id, stages, wakeAt } = view;
  const { t } = words;
  const open = view.password.state !== 'blanked';
  const unfinished = failedStage(stages);
  const isLeft = unfinished !== undefined;
  const isRefused = refusedLines(stages.subscriptions).length > 0;
  return card(
    t(isLeft ? 'confirmation.partSummary' : 'confirmation.summary', { company: view.companyName }),
    [
      heading(t(isLeft ? 'confirmation.partTitle' : 'confirmation.title')),
      ...(isLeft ? [faultLine(t('confirmation.part'))] : []),
      ...notOrdered(stages, words),
      ...(view.practice ? [paragraph(t('confirmation.practice'))] : []),
      ...receivedLines(view),
      ...setupInfo(view),
      group([
        subheading(t('confirmation.steps')),
        ...factLines(stageFacts(stages, words)),
        ...faultsOf(stages, words),
        ...(isLeft ? waitingLines({ reason: stages[unfinished]?.fault?.reason, wakeAt }, words) : []),
      ]),
      ...orders(stages, words),
      ...acceptance(view),
      ...view.parts.map(({ title, facts }) => group([subheading(title), ...factLines(facts)])),
    ],
    [
      ...(isLeft ? [button(t('button.finish'), { verb: 'finish', argument: id }, true)] : []),
      ...chooseOffer(stages, id, words, !isLeft),
      ...(open ? [button(t('button.done'), { verb: 'done', argument: id }, !isLeft && !isRefused)] : []),
      ...(view.password.state !== 'shown' && view.another === 'offered' ? [newPasswordButton({ words, ref: id })] : []),
      ...(isQualificationRefused(stages) ? [askQualificationButton({ words, ref: id }, { again: true })] : []),
      button(t('button.addAnother'), { verb: 'another', argument: id }),
    ],
  );
}

/** What was received: only what was ordered; and in practice nothing is on its way. */
function receivedLines({ words: { t }, stages: { subscriptions }, practice }: SubmissionView): Element[] {
  if (subscriptions?.state === 'awaited') return [paragraph(t('acceptance.confirmed'))];
  return practice || subscriptions?.state !== 'done' ? [] : [paragraph(t('confirmation.received'))];
}

function setupInfo({ words, stages, domain, password, practice, another }: ConfirmationView): Element[] {
  const { t } = words;
  const label = (key: 'field.microsoftId' | 'field.adminAccount') => t('form.fact', { label: t(key) });
  const account = adminAccount(stages.customer.userName, domain);
  return [
    subheading(t('confirmation.setupInfo')),
    ...factLines([{ label: label('field.microsoftId'), value: stages.customer.microsoftId ?? '' }]),
    ...factLines([{ label: label('field.adminAccount'), value: account }]),
    ...passwordLines(password, practice, words),
    ...(password.state === 'lost' ? [faultLine(t('password.lost')), paragraph(anotherPassword(another, words))] : []),
  ];
}

function orders({ subscriptions }: Stages, words: Words): Element[] {
  if (subscriptions === undefined) return [];
  const lines = orderLines(subscriptions.lines, (line) => orderState(subscriptions, line, words), words);
  return [group([subheading(words.t('section.subscriptions')), ...lines])];
}

type Orders = NonNullable<Stages['subscriptions']>;

/** The customer has to accept the agreement: where, and what is done with the order that waits for it. */
function acceptance({ words, id, stages, acceptancePage, waitingOrder }: SubmissionView): Element[] {
  const { agreement, subscriptions } = stages;
  const page = agreement?.fault?.page ?? acceptancePage;
  const isOpen = [agreement, subscriptions].some((stage) => stage?.state === 'awaited');
  if (!isOpen || page === undefined) return [];
  const asked = { words, ref: id, page };
  const order = subscriptions?.state === 'awaited' ? waitingOrder : undefined;
  return [
    group([
      ...acceptanceLines(asked),
      ...(order === undefined ? [] : [paragraph(words.t('acceptance.waiting'))]),
      buttons(...acceptanceButtons(asked), ...(order === undefined ? [] : waitingButtons(order, words))),
    ]),
  ];
}

/** Partner Center takes an order before it has a subscription for it: that may take up to a quarter of an hour. */
function orderState({ state }: Orders, { subscriptionId, fault }: Orders['lines'][number], { t }: Words): string {
  if (fault !== undefined) return t('stage.refused');
  if (subscriptionId !== undefined) return t('order.done');
  if (state === 'refused') return t('stage.refused');
  if (state === 'awaited') return t('order.awaited');
  return t(state === 'done' ? 'order.late' : 'order.waiting');
}

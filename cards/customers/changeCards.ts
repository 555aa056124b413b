import type { Words } from '../../locales/words.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import type { Change } from '../../model/change.ts';
import type { CustomerRef } from '../../model/customerRef.ts';
import type { OrderedOffer } from '../../model/stages.ts';
import { acceptanceButtons, acceptanceLines, awaitingChangeButtons, awaitingChangeLines } from './acceptanceCard.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  factLines,
  paragraph,
  type PressData,
  shortened,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { orderedOfferLines } from '../orderLines.ts';
import { outcomeLines, orderState, type OutcomeState } from '../outcomeLines.ts';
import { refusalLine, refusalLines, waitingLines } from '../faultLines.ts';
import { newPasswordButton, unsetPasswordLines } from './adminPasswordCard.ts';
import { changedSubscriptionLines, nextStepButtons, undoButtons } from './changedSubscription.ts';
import { changeWords } from './changeWords.ts';
import { askQualificationButton } from './qualificationCard.ts';
import { refreshButton } from '../page.ts';
import { customerButton } from './customerCardBase.ts';
import { countWords, subscriptionLine } from './subscriptionWords.ts';
import { statusWords } from '../labels.ts';
import { profileFacts } from '../accountInfo.ts';

/** Data of a change's card. */
interface ChangeView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly change: Pick<
    Change,
    | 'id'
    | 'state'
    | 'customer'
    | 'what'
    | 'pending'
    | 'fault'
    | 'stands'
    | 'after'
    | 'wakeAt'
    | 'unsure'
    | 'awaiting'
    | 'monthlyPlan'
  >;
  /** Page where the customer accepts the agreement. */
  readonly acceptancePage?: string;
  readonly now: Date;
  /** True where nothing is sent to Microsoft. */
  readonly practice: boolean;
  /** True where the refused change is a draft again. */
  readonly returned?: boolean;
}

const outlineCard = (
  title: string,
  { change, words, ref }: ChangeView,
  rest: readonly Element[],
  finish: boolean,
  more: ReturnType<typeof button>[] = [],
  undo: ReturnType<typeof button>[] = [],
): Card =>
  card(
    title,
    [...titleLines(title, shortened(change.customer.companyName), aboutWords(change, words)), ...rest],
    [
      ...(finish ? [button(words.t('button.finish'), { verb: 'finishChange', argument: change.id }, true)] : []),
      ...more,
      ...(finish || isCustomerGone(change) ? [] : [customerButton({ words, ref }, more.length === 0)]),
      button(words.t('button.customers'), command('customers')),
      // Last, as it is no next step.
      ...undo,
    ],
  );

/** The change in one line. An order that is over lists its offers beneath, each with what became of it: here they are counted. */
const aboutWords = ({ what, state }: ChangeView['change'], words: Words): string =>
  what.kind === 'order' && state === 'done'
    ? words.t('change.orderOf', { n: what.lines.length })
    : changeWords(what, words);

/** True for a customer without relationship and record, which has no card any more. */
const isCustomerGone = ({ what, state, fault, customer }: ChangeView['change']): boolean =>
  what.kind === 'relationship' && state === 'done' && fault === undefined && customer.record === undefined;

/** Card of a change that is being made. */
export const changeProgressCard = ({ words, change }: Pick<ChangeView, 'words' | 'change'>): Card =>
  card(words.t('changing.title'), [
    ...titleLines(words.t('changing.title'), shortened(change.customer.companyName), changeWords(change.what, words)),
  ]);

/** Card in place of one that shows a customer as it was before a change, with the way to the present state. */
export const formerStateCard = (
  words: Words,
  customer: CustomerRef,
  anew: Pick<PressData, 'verb' | 'argument'>,
): Card =>
  card(shortened(customer.companyName), [
    ...titleLines(words.t('customer.title'), shortened(customer.companyName)),
    paragraph(words.t('customer.changed'), { subtle: true }),
    buttons(refreshButton({ verb: anew.verb, argument: anew.argument }, words)),
  ]);

/** Card of a change's result: done, done in part, refused, unclear, or waiting for Finish. */
export function changeResultCard(view: ChangeView): Card {
  const { words, change } = view;
  const { t } = words;
  const { fault, what } = change;
  if (change.state === 'unfinished' && change.awaiting !== undefined) return awaitingAcceptanceCard(view);
  if (change.state === 'unfinished') return outlineCard(t('unfinished.title'), view, unfinishedLines(view), true);
  if (fault !== undefined)
    return outlineCard(
      t('trouble.title'),
      view,
      [...changeFaultLines(view), ...refusedChangeLines(view)],
      false,
      askAgainButtons(view),
    );
  if (change.stands !== undefined)
    return outlineCard(t('unclear.title'), view, presentStateLines(view), false, repeatChangeButtons(view));
  const lines = 'lines' in what ? what.lines : [];
  const failed = lines.filter((line) => line.fault !== undefined).length;
  if (failed > 0 && failed === lines.length)
    return outlineCard(
      t('trouble.title'),
      view,
      [...changeOrderLines(view), ...stoppedLines(view), ...refusedChangeLines(view)],
      false,
    );
  if (what.kind === 'qualification') return outlineCard(t('askQualification.done'), view, doneLines(view), false);
  return outlineCard(
    t(failed > 0 ? 'changed.partly' : 'changed.title'),
    view,
    doneLines(view),
    false,
    nextStepButtons(view),
    undoButtons(view),
  );
}

/** Button to ask again for a refused change that is no draft, once its reason is put right. */
function askAgainButtons({ words, ref, change: { what } }: ChangeView): ReturnType<typeof button>[] {
  if (what.kind === 'qualification')
    return [askQualificationButton({ words, ref }, { again: true, wanted: what.wanted })];
  return what.kind === 'password' ? [newPasswordButton({ words, ref })] : [];
}

/** Card of a change that waits for the customer's acceptance: the page, the last check, and its buttons. */
function awaitingAcceptanceCard(view: ChangeView): Card {
  const { words, ref, change, acceptancePage = '' } = view;
  const asked = { words, ref, page: acceptancePage };
  return outlineCard(
    words.t('acceptance.waitingTitle'),
    view,
    [
      ...awaitingChangeLines(change, words),
      ...acceptanceLines(asked),
      buttons(...acceptanceButtons(asked)),
      buttons(...awaitingChangeButtons(change, words)),
    ],
    false,
  );
}

const changeFaultLines = ({ words, change: { fault } }: ChangeView): Element[] =>
  fault === undefined ? [] : refusalLines(refusalOf(fault), words);

const unfinishedLines = (view: ChangeView): Element[] => [
  ...changeFaultLines(view),
  ...(view.change.what.kind === 'password'
    ? unsetPasswordLines(view)
    : waitingLines({ reason: view.change.fault?.reason, wakeAt: view.change.wakeAt }, view.words)),
];

const refusedChangeLines = (view: ChangeView): Element[] =>
  view.change.what.kind === 'password'
    ? unsetPasswordLines(view)
    : [paragraph(view.words.t('changed.nothing')), ...restoredDraftLine(view)];

const restoredDraftLine = ({ words, returned }: ChangeView): Element[] =>
  returned === true ? [paragraph(words.t('changed.returned'))] : [];

function doneLines(view: ChangeView): Element[] {
  const { words, change, practice } = view;
  return [
    ...(change.awaiting === undefined ? [] : [paragraph(words.t('acceptance.done'))]),
    ...changeOrderLines(view),
    ...stoppedLines(view),
    ...changedSubscriptionLines(view),
    ...restoredDraftLine(view),
    ...(change.what.kind === 'qualification' ? [paragraph(words.t('askQualification.follows'))] : []),
    ...(change.what.kind === 'relationship' ? [paragraph(words.t('changed.relationship'))] : []),
    ...(change.pending === true ? [paragraph(words.t('changed.pending'))] : []),
    ...(practice ? [paragraph(words.t('review.practice'), { subtle: true })] : []),
  ];
}

/** Lines with the result of each ordered offer. */
function changeOrderLines({ words, change: { what } }: ChangeView): Element[] {
  if (what.kind !== 'order') return [];
  const state = ({ fault, subscriptionId }: OrderedOffer): OutcomeState => {
    if (fault !== undefined) return orderState('stage.refused', words);
    return orderState(subscriptionId === undefined ? 'order.late' : 'order.done', words);
  };
  return orderedOfferLines(what.lines, state, words);
}

/** Lines with the result of each stopped subscription, and the reason of each that was refused. */
function stoppedLines({ words, change: { what } }: ChangeView): Element[] {
  if (what.kind !== 'stop') return [];
  return outcomeLines(
    what.lines.map(({ name, status, fault }) => ({
      name: shortened(name),
      state:
        fault === undefined ? { value: statusWords(status, words), tone: 'Good' } : orderState('stage.refused', words),
      why: fault === undefined ? [] : [refusalLine(refusalOf(fault), words, maxStoppedDescription)],
    })),
  );
}

/** Maximum of characters of Partner Center's sentence about one of many subscriptions. */
const maxStoppedDescription = 100;

/** Data of a change with an unknown outcome. */
interface UnclearChangeView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly change: Pick<Change, 'what' | 'stands' | 'after' | 'monthlyPlan'>;
  readonly now: Date;
  readonly returned?: boolean;
}

/**
 * Lines of a change with an unknown outcome: that it is unknown, the state at Partner Center now, and the next step.
 */
function presentStateLines({ words, change, now, returned }: UnclearChangeView): Element[] {
  const { what, stands } = change;
  const { t } = words;
  const { subscription, billing } = stands ?? {};
  return [
    paragraph(t('unclear.text')),
    ...factLines(billing === undefined ? [] : profileFacts(billing, words)),
    ...(subscription === undefined || !('name' in what)
      ? []
      : factLines([
          {
            label: t('form.fact', { label: shortened(what.name) }),
            value: presentStateWords(subscription, change, now, words),
          },
        ])),
    paragraph(t(returned === true ? 'unclear.returned' : 'unclear.again')),
  ];
}

/** State of the subscription in words; only count and status for changes stored before the lifecycle sentence was. */
function presentStateWords(
  stands: NonNullable<NonNullable<Change['stands']>['subscription']>,
  change: UnclearChangeView['change'],
  now: Date,
  words: Words,
): string {
  const { after } = change;
  return after === undefined
    ? [countWords(stands, words), statusWords(stands.status, words)].join(' · ')
    : subscriptionLine({ id: '', name: '', ...after }, now, words, change);
}

/** Button that asks for the same change again; account info reopens by itself. */
function repeatChangeButtons({ words: { t }, ref, change: { what } }: UnclearChangeView): ReturnType<typeof button>[] {
  if (!('subscriptionId' in what)) return [];
  const again = (title: string, verb: string) => [button(title, { verb, argument: `${ref} ${what.subscriptionId}` })];
  switch (what.kind) {
    case 'quantity':
      return again(t('button.setLicenses'), 'licenses');
    case 'endOfTerm':
      return again(t('button.endOfTerm'), 'endOfTerm');
    case 'nextTerm':
      return again(t('button.nextTerm'), 'nextTerm');
    case 'status':
      if (what.status === 'deleted') return again(t('button.cancelSubscription'), 'cancelSubscription');
      return what.status === 'suspended'
        ? again(t('button.suspend'), 'suspend')
        : again(t('button.reactivate'), 'reactivate');
  }
}

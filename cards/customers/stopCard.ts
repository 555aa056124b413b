import type { StopLine } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Words } from '../../locales/words.ts';
import {
  below,
  button,
  card,
  type Card,
  dangerButton,
  type Element,
  fitToSizeLimit,
  group,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { refreshButton } from '../page.ts';
import { titleLines } from '../titleLines.ts';
import { type ChangeCardBase, subscriptionsButton } from './customerCardBase.ts';
import { listedLine, surchargeLines } from './subscriptionWords.ts';
import { endingPlace } from './wayBack.ts';

/** Data of the card that stops a customer's subscriptions. */
interface StopView extends ChangeCardBase {
  readonly subscriptions: readonly Subscription[];
  /** Lines that are stopped, of these subscriptions. */
  readonly lines: readonly StopLine[];
  /** Id of the order that made them, where it is taken back. */
  readonly order?: string;
  /** Names of ordered offers of which no subscription is shown yet. */
  readonly late?: readonly string[];
  readonly now: Date;
  /** Days the data of a suspended subscription that was sold before new commerce is kept. */
  readonly days: number;
}

/** The subscriptions that a card names, by which a press on an older card is known. */
export const stopKey = (lines: readonly StopLine[]): string =>
  lines.map(({ subscriptionId, status }) => `${status}:${subscriptionId}`).join(' ');

/** Title of the button that stops these subscriptions: all are canceled, all suspended, or each as it can be. */
export const stopTitle = (lines: readonly StopLine[], { t }: Words): string => {
  const kind = stopKind(lines);
  return lines.length === 1 && kind !== 'both' ? t(titleOfOne[kind]) : t(titleKeys[kind], { n: lines.length });
};

const titleOfOne = { cancel: 'button.cancelSubscription', suspend: 'button.suspend' } as const;

const titleKeys = { both: 'stop.both', cancel: 'stop.cancel', suspend: 'stop.suspend' } as const;

/** Deed of stopping these subscriptions: all are canceled, all suspended, or each as it can be. */
export function stopKind(lines: readonly StopLine[]): 'both' | 'cancel' | 'suspend' {
  const statuses = new Set(lines.map(({ status }) => status));
  if (statuses.size > 1) return 'both';
  return statuses.has('deleted') ? 'cancel' : 'suspend';
}

/** Card that names all subscriptions that would be canceled or suspended, says what follows, and asks once. */
export function stopCard(view: StopView): Card {
  const { words, ref, changeId, lines, order = '', late = [] } = view;
  const { t } = words;
  const title = stopTitle(lines, words);
  const press = { verb: 'stopAll', argument: `${ref} ${changeId} ${order}`.trim(), named: stopKey(lines) };
  return fitToSizeLimit(
    card(
      title,
      [
        ...titleLines(title, shortened(view.companyName)),
        ...(['deleted', 'suspended'] as const).flatMap((status) => statusGroup(view, lines, status)),
        ...surchargeLines(
          view.subscriptions.filter(({ id }) => lines.some(({ subscriptionId }) => subscriptionId === id)),
          view,
        ),
        ...(late.length === 0 ? [] : [paragraph(t('undo.notYet', { names: words.list(late.map(shortened)) }))]),
      ],
      [
        order === ''
          ? button(t('button.return'), { verb: 'endRelationship', argument: ref })
          : subscriptionsButton({ words, ref }),
        dangerButton(title, order === '' ? { ...press, listed: endingPlace(ref) } : press),
      ],
    ),
  );
}

/** Data of the card of an order to be taken back of which no subscription is shown yet. */
type LateOrderView = Pick<StopView, 'words' | 'ref' | 'companyName'> & Required<Pick<StopView, 'order' | 'late'>>;

/** Card of an order that cannot be taken back before Partner Center shows its subscriptions, with Refresh. */
export const lateOrderCard = ({ words, ref, companyName, order, late }: LateOrderView): Card =>
  card(
    words.t('undo.orders'),
    [
      ...titleLines(words.t('undo.orders'), shortened(companyName)),
      paragraph(words.list(late.map(shortened))),
      paragraph(words.t('undo.orderLate')),
    ],
    [subscriptionsButton({ words, ref }), refreshButton({ verb: 'undoOrder', argument: `${ref} ${order}` }, words)],
  );

const thenOfOne = { deleted: 'stop.canceledOneThen', suspended: 'stop.suspendedOneThen' } as const;

const thenOfSeveral = { deleted: 'stop.canceledThen', suspended: 'stop.suspendedThen' } as const;

function statusGroup(view: StopView, lines: readonly StopLine[], status: StopLine['status']): Element[] {
  const { words, subscriptions, now } = view;
  const ids = new Set(lines.filter((line) => line.status === status).map(({ subscriptionId }) => subscriptionId));
  const shown = subscriptions.filter(({ id }) => ids.has(id));
  if (shown.length === 0) return [];
  return [
    group([
      paragraph(words.t((shown.length === 1 ? thenOfOne : thenOfSeveral)[status])),
      ...(shown.some(({ commerce }) => status === 'suspended' && commerce === 'legacy')
        ? [paragraph(words.t('end.data', { n: view.days }))]
        : []),
      ...(shown.some(({ commerce }) => status === 'suspended' && commerce === 'azure')
        ? [paragraph(words.t('suspend.azure'))]
        : []),
      ...shown.flatMap((one) => [
        strong(shortened(one.name)),
        below(paragraph(listedLine(one, now, words), { subtle: true })),
      ]),
    ]),
  ];
}

import {
  activeAddOnNames,
  type AllowedAction,
  allowedActions,
  type ListedSubscription,
  sortSubscriptions,
} from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import {
  below,
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  firstFitting,
  group,
  heading,
  type Inline,
  line,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { type OpenOrder, openOrderLines } from '../orderLines.ts';
import { chartButton } from '../charts/chartButton.ts';
import { type PagedView, pageParts } from '../page.ts';
import { subscriptionMark } from '../stateMarks.ts';
import { lifecycleWords, subscriptionFacts, subscriptionLines, surchargeLines } from './subscriptionWords.ts';
import {
  actionButton,
  customerButton,
  type CustomerCardBase,
  manageButton,
  subscriptionsButton,
} from './customerCardBase.ts';
import { cancellationOf, type Lifecycle, lifecycleOf, type OfferFacts } from '../../partner-center/lifecycle.ts';
import { changeWords } from './changeWords.ts';
import { subscriptionsPlace, withPlace } from './wayBack.ts';
import type { OpenChange } from './customerView.ts';
import type { Words } from '../../locales/words.ts';
import { entryButton } from '../listEntry.ts';

/** Data of one page of a customer's subscriptions. */
interface SubscriptionsView extends PagedView {
  readonly subscriptions: readonly Subscription[];
  /** Ordered offers that are no subscription yet. */
  readonly orders: readonly OpenOrder[];
  readonly now: Date;
  readonly canManage: boolean;
  /** Facts of a subscription's offer, as far as they are known. */
  readonly factsOf?: (subscription: Subscription) => OfferFacts;
}

/** Card of a customer's subscriptions, each in a row that leads to its own card. */
export const subscriptionsCard = (view: SubscriptionsView): Card =>
  firstFitting((attempt) => subscriptionsPage(view, attempt));

function subscriptionsPage(view: SubscriptionsView, attempt: number): Card {
  const { words, ref, from, companyName, orders } = view;
  const { t } = words;
  const all = sortSubscriptions(view.subscriptions);
  const { shown, position, turning } = pageParts(all, view, 'subscriptions', attempt);
  const isNone = shown.length === 0 && !(from === 0 && orders.length > 0);
  return card(
    t('section.subscriptions'),
    [
      ...titleLines(t('section.subscriptions'), shortened(companyName)),
      ...(from === 0 ? openOrderLines(orders, words) : []),
      ...(isNone ? [paragraph(t(from === 0 ? 'subscriptions.none' : 'subscriptions.end'))] : []),
      ...position,
      ...shown.map((one) => withPlace(subscriptionRow(one, view), subscriptionsPlace(ref, from))),
      ...surchargeLines(
        shown.map(({ subscription }) => subscription),
        view,
      ),
    ],
    [
      ...turning,
      ...(view.canManage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : []),
      ...(view.subscriptions.length === 0 ? [] : [pictureButton(view)]),
      customerButton(view),
    ],
  );
}

const pictureButton = ({ words, ref, from }: SubscriptionsView) =>
  withPlace(chartButton('licenses', words, words.t('button.asPicture'), ref), subscriptionsPlace(ref, from));

function subscriptionRow(one: ListedSubscription, view: SubscriptionsView): Element {
  const { words, ref, now } = view;
  const { subscription } = one;
  const goOn = activeAddOnNames(view.subscriptions, subscription);
  const actions = view.canManage ? allowedActions(subscription, now) : [];
  const which = { words, ref, id: subscription.id };
  // The most wanted action; the subscription's own card has the others.
  const most = usualActions.filter((action) => actions.includes(action)).map((action) => actionButton(action, which));
  const ways = [...most, ...(actions.length === 0 ? [] : [manageButton(which)])];
  const lines = [
    ...subscriptionLines(one, view),
    ...(goOn.length === 0
      ? []
      : [strong(words.t('subscription.addOnsGoOn', { names: words.list(goOn.map(shortened)) }))]),
  ];
  // Beneath the lines: beside them two long titles leave no room for a text on a phone.
  return {
    ...group([
      ...lines,
      ...(ways.length === 0 ? [] : [buttons(...ways.map((way) => entryButton(way, subscription.name, words)))]),
    ]),
    spacing: 'Small',
  };
}

/** Most wanted actions: those in the list itself, and the recommended one on the card; never two of a subscription. */
const usualActions: readonly AllowedAction[] = ['licenses', 'reactivate'];

/** Data of one subscription's card. */
interface ManageView extends CustomerCardBase {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly known: OfferFacts;
  /** Names of its existing add-ons. */
  readonly addOns: readonly string[];
  /** Name of its base subscription, while that is suspended. */
  readonly suspendedBase?: string;
  /** Open changes of this subscription. */
  readonly changes: readonly OpenChange[];
  readonly canManage: boolean;
}

/** Rows of action buttons: first what is usual, the recommended one first, then what takes something from its users. */
const actionRows: readonly (readonly AllowedAction[])[] = [
  ['reactivate', 'licenses', 'nextTerm', 'addOns', 'endOfTerm'],
  ['suspend', 'cancelSubscription'],
];

/** The card of one subscription, where all choices about it begin. */
export function manageCard(view: ManageView): Card {
  const { words, ref, subscription, now, known } = view;
  const { t } = words;
  const life = lifecycleOf(subscription, now, known);
  const which = { words, ref, id: subscription.id };
  const allowed = view.canManage ? allowedActions(subscription, now) : [];
  return card(
    t('manage.title'),
    [
      ...titleLines(t('manage.title'), shortened(view.companyName), shortened(subscription.name)),
      line(...stateAndFacts(subscription, life, words)),
      below(paragraph(lifecycleWords(life, subscription.unit, words))),
      ...subscriptionNotes(view),
      ...actionRows
        .map((row) => row.filter((action) => allowed.includes(action)))
        .filter((row) => row.length > 0)
        .map((row) => buttons(...row.map((action) => actionButton(action, which, usualActions.includes(action))))),
    ],
    [subscriptionsButton(view), customerButton(view)],
  );
}

/** The state with its mark, and the facts. */
const stateAndFacts = (subscription: Subscription, life: Lifecycle, words: Words): Inline[] => [
  ...subscriptionMark(subscription, life, words),
  ` · ${subscriptionFacts(subscription, words)}`,
];

/** Notes to read before an action is chosen. */
function subscriptionNotes({ words, subscription, now, addOns, suspendedBase, changes }: ManageView): Element[] {
  const { t } = words;
  const cancellation = cancellationOf(subscription, now);
  const isOrdinary = subscription.extended !== true;
  return [
    ...(cancellation === undefined || !isOrdinary
      ? []
      : [paragraph(t('manage.cancelUntil', { moment: words.moment(cancellation.until) }))]),
    ...(isOrdinary || subscription.status !== 'active' ? [] : [paragraph(t('manage.extended'))]),
    ...(subscription.commerce === 'azure' ? [paragraph(t('manage.azure'))] : []),
    ...(suspendedBase === undefined ? [] : [strong(t('manage.baseSuspended', { name: shortened(suspendedBase) }))]),
    ...(addOns.length === 0 ? [] : [paragraph(t('manage.addOns', { names: words.list(addOns.map(shortened)) }))]),
    ...changes.map(({ what }) => strong(t('licenses.underWay', { change: changeWords(what, words) }))),
  ];
}

/** Card shown when no add-on fits a subscription, with other choices. `ref` names its customer. */
export function noAddOnCard(subscription: string, ref: string, words: Words): Card {
  const { t } = words;
  const text = t('addOns.none', { name: shortened(subscription) });
  return card(
    text,
    [heading(t('button.addOns')), paragraph(text)],
    [
      button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref }, true),
      customerButton({ words, ref }),
      button(t('button.customers'), command('customers')),
    ],
  );
}

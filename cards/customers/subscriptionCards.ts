import {
  activeAddOnNames,
  type AllowedAction,
  allowedActions,
  type ListedSubscription,
  sortSubscriptions,
} from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  fitToSizeLimit,
  group,
  heading,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { type OpenOrder, openOrderLines } from '../orderLines.ts';
import { chartButton } from '../charts/chartButton.ts';
import { type PagedView, pageParts } from '../page.ts';
import { lifecycleWords, subscriptionFacts, subscriptionLine } from './subscriptionWords.ts';
import {
  actionButton,
  customerButton,
  type CustomerCardBase,
  manageButton,
  subscriptionsButton,
} from './customerCardBase.ts';
import { cancellationOf, lifecycleOf, type OfferFacts } from '../../partner-center/lifecycle.ts';
import { changeWords } from './changeWords.ts';
import { subscriptionsPlace, withPlace } from './wayBack.ts';
import type { OpenChange } from './customerView.ts';
import type { Words } from '../../locales/words.ts';

/** Data of one page of a customer's subscriptions. */
interface SubscriptionsView extends PagedView {
  readonly subscriptions: readonly Subscription[];
  /** Ordered offers that are no subscription yet. */
  readonly orders: readonly OpenOrder[];
  readonly now: Date;
  readonly canManage: boolean;
}

/** Maximum of subscriptions on one card. */
const subscriptionsPerCard = 5;

/** Card of a customer's subscriptions, each with its most used actions. */
export function subscriptionsCard(view: SubscriptionsView): Card {
  const { words, ref, page, companyName } = view;
  const { t } = words;
  const { shown, position, turning } = pageParts(
    sortSubscriptions(view.subscriptions),
    view,
    'subscriptions',
    subscriptionsPerCard,
  );
  return fitToSizeLimit(
    card(
      t('section.subscriptions'),
      [
        heading(t('section.subscriptions')),
        strong(shortened(companyName)),
        ...(page === 0 ? openOrderLines(view.orders, words) : []),
        ...(shown.length === 0 && !(page === 0 && view.orders.length > 0)
          ? [paragraph(t(page === 0 ? 'subscriptions.none' : 'subscriptions.end'))]
          : []),
        ...position,
        ...shown.map((one) => withPlace(subscriptionEntry(one, view), subscriptionsPlace(ref, page))),
      ],
      [
        ...turning,
        ...(view.canManage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : []),
        ...(view.subscriptions.length === 0 ? [] : [pictureButton(view)]),
        customerButton(view),
      ],
    ),
  );
}

const pictureButton = ({ words, ref, page }: SubscriptionsView) =>
  withPlace(chartButton('licenses', words, words.t('button.asPicture'), ref), subscriptionsPlace(ref, page));

function subscriptionEntry({ subscription, isAddOn }: ListedSubscription, view: SubscriptionsView): Element {
  const { words } = view;
  const name = shortened(subscription.name);
  const goOn = activeAddOnNames(view.subscriptions, subscription);
  return group([
    strong(isAddOn ? words.t('subscription.addOnName', { name }) : name),
    paragraph(subscriptionLine(subscription, view.now, words)),
    ...(goOn.length === 0
      ? []
      : [strong(words.t('subscription.addOnsGoOn', { names: words.list(goOn.map(shortened)) }))]),
    ...(view.canManage ? subscriptionButtons(subscription, view) : []),
  ]);
}

/** Most used actions; the subscription's own card has the others. */
const usualActions: readonly AllowedAction[] = ['licenses', 'reactivate'];

/** Buttons of the actions that the subscription allows now. */
function subscriptionButtons(subscription: Subscription, { words, ref, now }: SubscriptionsView): Element[] {
  const allowed = allowedActions(subscription, now);
  if (allowed.length === 0) return [];
  const which = { words, ref, id: subscription.id };
  const most = usualActions.filter((action) => allowed.includes(action)).map((action) => actionButton(action, which));
  return [buttons(...most, manageButton(which))];
}

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

/** Rows of action buttons: first those of its terms, then those of its status and add-ons. */
const actionRows: readonly (readonly AllowedAction[])[] = [
  ['licenses', 'nextTerm', 'endOfTerm'],
  ['reactivate', 'cancelSubscription', 'suspend', 'addOns'],
];

/** The card of one subscription, where all choices about it begin. */
export function manageCard(view: ManageView): Card {
  const { words, ref, subscription, now, known } = view;
  const { t } = words;
  const life = lifecycleOf(subscription, now, known);
  const allowed = view.canManage ? allowedActions(subscription, now) : [];
  return card(
    t('manage.title'),
    [
      heading(t('manage.title')),
      strong(shortened(view.companyName)),
      strong(shortened(subscription.name)),
      paragraph(subscriptionFacts(subscription, life, words)),
      paragraph(lifecycleWords(life, subscription.unit, words)),
      ...subscriptionNotes(view),
      ...actionRows
        .map((row) => row.filter((action) => allowed.includes(action)))
        .filter((row) => row.length > 0)
        .map((row) => buttons(...row.map((action) => actionButton(action, { words, ref, id: subscription.id })))),
    ],
    [subscriptionsButton(view), customerButton(view)],
  );
}

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

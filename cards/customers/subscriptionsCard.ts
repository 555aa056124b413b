import { type AllowedAction, allowedActions } from '../../partner-center/allowedActions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { addOnsGoingOn } from '../../partner-center/owned.ts';
import { inOrder, type Placed } from '../../partner-center/subscriptionOrder.ts';
import { button, buttons } from '../buttons.ts';
import { card, group, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { fitted } from '../size.ts';
import { openOrderLines, type OpenOrder } from './openOrders.ts';
import { pageOf, type Paged } from './page.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { actionButton, manageButton } from './actionButtons.ts';
import { openCustomer } from './whose.ts';

/** A customer's subscriptions, a page at a time. */
export interface SubscriptionsView extends Paged {
  readonly subscriptions: readonly Subscription[];
  /** What is to be a subscription, and is none yet. */
  readonly orders: readonly OpenOrder[];
  readonly now: Date;
  readonly canManage: boolean;
}

/** Subscriptions on one card. */
const pageSize = 5;

/** The subscriptions of a customer, each with what can be done with it. */
export function subscriptionsCard(view: SubscriptionsView): Card {
  const { words, ref, page, companyName } = view;
  const { t } = words;
  const { shown, position, turning } = pageOf(inOrder(view.subscriptions), view, 'subscriptions', pageSize);
  return fitted(
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
        ...shown.map((one) => entry(one, view)),
      ],
      [
        ...turning,
        ...(view.canManage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : []),
        openCustomer(view),
      ],
    ),
  );
}

function entry({ subscription, isAddOn }: Placed, view: SubscriptionsView): Element {
  const { words } = view;
  const name = shortened(subscription.name);
  const goOn = addOnsGoingOn(view.subscriptions, subscription);
  return group([
    strong(isAddOn ? words.t('subscription.addOnName', { name }) : name),
    paragraph(subscriptionLine(subscription, view.now, words)),
    ...(goOn.length === 0
      ? []
      : [strong(words.t('subscription.addOnsGoOn', { names: words.list(goOn.map(shortened)) }))]),
    ...(view.canManage ? ways(subscription, view) : []),
  ]);
}

/** What is done most; the rest stands on the subscription's own card. */
const usual: readonly AllowedAction[] = ['licenses', 'reactivate'];

/** What can be done with a subscription as it is. */
function ways(subscription: Subscription, { words, ref, now }: SubscriptionsView): Element[] {
  const allowed = allowedActions(subscription, now);
  if (allowed.length === 0) return [];
  const which = { words, ref, id: subscription.id };
  const most = usual.filter((action) => allowed.includes(action)).map((action) => actionButton(action, which));
  return [buttons(...most, manageButton(which))];
}

import type { Subscription } from '../../partner-center/management.ts';
import { inOrder, type Placed } from '../../partner-center/subscriptionOrder.ts';
import { button, buttons } from '../buttons.ts';
import { card, group, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { fitted } from '../size.ts';
import { pageOf, type Paged } from './page.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { unitOf } from './subscriptionWords.ts';
import { openCustomer } from './whose.ts';

/** A customer's subscriptions, a page at a time. */
export interface SubscriptionsView extends Paged {
  readonly subscriptions: readonly Subscription[];
  readonly now: Date;
  readonly canManage: boolean;
}

/** Subscriptions on one card. */
const pageSize = 5;

/** The subscriptions of a customer, each with what can be done with it. */
export function subscriptionsCard(view: SubscriptionsView): Card {
  const { words, ref, page, companyName } = view;
  const { t } = words;
  const { shown, turning } = pageOf(inOrder(view.subscriptions), view, 'subscriptions', pageSize);
  return fitted(
    card(
      t('section.subscriptions'),
      [
        heading(t('section.subscriptions')),
        strong(shortened(companyName)),
        ...(shown.length === 0 ? [paragraph(t(page === 0 ? 'subscriptions.none' : 'subscriptions.end'))] : []),
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
  return group([
    strong(isAddOn ? words.t('subscription.addOnName', { name }) : name),
    paragraph(subscriptionLine(subscription, view.now, words)),
    ...(view.canManage ? ways(subscription, view) : []),
  ]);
}

/** What can be done with a subscription as it is. */
function ways({ id, unit, status, parentId }: Subscription, { words, ref }: SubscriptionsView): Element[] {
  const { t } = words;
  const one = (title: string, verb: string) => button(title, { verb, argument: `${ref} ${id}` });
  if (status === 'suspended') return [buttons(one(t('button.reactivate'), 'reactivate'))];
  if (status !== 'active') return [];
  const known = unitOf(unit);
  return [
    buttons(
      ...(known === 'usage' ? [] : [one(t('button.licenses'), 'licenses')]),
      ...(known === 'add-on-licenses' || parentId !== undefined ? [] : [one(t('button.addOns'), 'addOns')]),
      one(t('button.suspend'), 'suspend'),
    ),
  ];
}

import { inOrder } from '../../partner-center/subscriptionOrder.ts';
import { button, buttons } from '../buttons.ts';
import { factLines, group, paragraph, shortened, subheading, type Element } from '../elements.ts';
import { troubleLines } from '../trouble.ts';
import type { CustomerView } from './customerView.ts';
import { refreshButton } from '../position.ts';
import { mostOpenOrders, openOrderLines } from './openOrders.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { openSubscriptions } from './whose.ts';

/**
 * What the customer has and what is to be one, at most so many, and where all of it is, with what was ordered and is to
 * come; nothing without a relationship.
 */
export function subscriptionSummary(
  { words, ref, subscriptions: found, orders, now, can }: CustomerView,
  most: number,
): Element[] {
  if (found === undefined) return [];
  const { t } = words;
  const open = openSubscriptions({ words, ref });
  const add = can.manage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : [];
  // What is on its way becomes a subscription by itself.
  const look = orders.length === 0 ? [] : [refreshButton({ verb: 'customer', argument: ref }, words)];
  const ways = [...(Array.isArray(found) && found.length > 0 ? [open] : []), ...add, ...look];
  const again = button(t('button.tryAgain'), { verb: 'customer', argument: ref });
  if ('fault' in found)
    return [
      group([
        subheading(t('section.subscriptions')),
        ...troubleLines(found, words),
        ...openOrderLines(orders, words),
        buttons(again, ...add),
      ]),
    ];
  const shown = inOrder(found).slice(0, Math.max(0, most - Math.min(orders.length, mostOpenOrders)));
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

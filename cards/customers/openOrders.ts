import type { Words } from '../../locales/words.ts';
import type { OrderedOffer } from '../../storage/stages.ts';
import { factLines, paragraph, shortened, type Element } from '../elements.ts';

/**
 * An offer that was ordered, or is to be, and is no subscription yet: it waits for Finish or, where that is said, for a
 * time; for the customer's acceptance of the agreement; it is being ordered; or Partner Center has the order and does not
 * show the subscription yet.
 */
export interface OpenOrder extends Pick<OrderedOffer, 'offerId' | 'offerName' | 'quantity' | 'unit'> {
  readonly state: 'unfinished' | 'awaited' | 'placing' | 'late';
  /** When it goes on by itself, in ISO 8601. */
  readonly wakeAt?: string;
}

/** Most of them that are told one by one. */
export const mostOpenOrders = 5;

/** Each of them on a line of its own, with what it waits for. */
export const openOrderLines = (orders: readonly OpenOrder[], words: Words): Element[] => [
  ...factLines(
    orders.slice(0, mostOpenOrders).map((order) => ({
      label: words.t('form.fact', { label: shortened(order.offerName) }),
      value: [...counted(order, words), stateWords(order, words)].join(' · '),
    })),
  ),
  ...(orders.length > mostOpenOrders
    ? [paragraph(words.t('order.more', { n: orders.length - mostOpenOrders }), { subtle: true })]
    : []),
];

const counted = ({ quantity, unit }: OpenOrder, words: Words): string[] =>
  quantity === undefined ? [] : [words.say(`count.${unit}`, { n: quantity })];

function stateWords({ state, wakeAt }: OpenOrder, words: Words): string {
  const { t } = words;
  if (state === 'unfinished')
    return wakeAt === undefined ? t('order.toFinish') : t('order.goesOn', { moment: words.moment(wakeAt) });
  return t(state === 'awaited' ? 'order.awaited' : state === 'placing' ? 'order.placing' : 'order.late');
}

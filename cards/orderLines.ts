import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../locales/words.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import type { OrderedOffer } from '../model/stages.ts';
import { type Element, factLines, paragraph, shortened } from './elements.ts';
import { correlationLines, refusalLine, refusalLines } from './faultLines.ts';
import { outcomeLines, orderState, type OutcomeState } from './outcomeLines.ts';

type LineFault = NonNullable<OrderedOffer['fault']>;

/** Maximum of reasons with lines of their own: fifteen offers, each refused for another reason, must fit on a card. */
const maxSeparateReasons = 4;

/** Maximum of characters of Partner Center's sentences on a card with more reasons than that. */
const maxDescriptionsLength = 1_200;

/**
 * Lines of ordered offers, each with its result in words. Refused ones are followed by the reason, once for neighbours
 * refused alike.
 */
export function orderedOfferLines(
  lines: readonly OrderedOffer[],
  stateOf: (line: OrderedOffer) => OutcomeState,
  words: Words,
): Element[] {
  const faults = lines.map(({ fault }, index) =>
    fault !== undefined && isDeepStrictEqual(fault, lines[index + 1]?.fault) ? undefined : fault,
  );
  const told = faults.filter((fault) => fault !== undefined);
  const [whyNot, ...below] =
    told.length <= maxSeparateReasons ? [separateReasons(words)] : condensedReasons(told, words);
  const outcomes = lines.map((line, index) => {
    const fault = faults[index];
    return { name: orderedName(line, words), state: stateOf(line), why: fault === undefined ? [] : whyNot(fault) };
  });
  return [...outcomeLines(outcomes), ...below];
}

const separateReasons =
  (words: Words) =>
  (fault: LineFault): Element[] =>
    refusalLines(refusalOf(fault), words);

/** One line for each reason, as long as there is room. A correlation id that they share stands once, below them. */
function condensedReasons(
  told: readonly LineFault[],
  words: Words,
): [whyNot: (fault: LineFault) => Element[], ...below: Element[]] {
  const room = Math.floor(maxDescriptionsLength / told.length);
  const ids = new Set(told.map(({ correlationId }) => correlationId));
  const [id] = ids.size === 1 ? ids : [];
  const whyNot = (fault: LineFault): Element[] => {
    const refusal = refusalOf(fault);
    return [refusalLine(id === undefined ? refusal : { ...refusal, correlationId: undefined }, words, room)];
  };
  return id === undefined ? [whyNot] : [whyNot, ...correlationLines(id, words)];
}

/** The offer with its number, e.g. 25 × Office 365 E3. */
const orderedName = ({ offerName, quantity }: Pick<OrderedOffer, 'offerName' | 'quantity'>, { t }: Words): string =>
  quantity === undefined ? offerName : t('cart.times', { n: quantity, name: offerName });

/**
 * An offer that is ordered, or will be, and is no subscription yet: it waits for Finish, or until it resumes by itself;
 * it waits for the customer's acceptance of the agreement; it is being ordered; or Partner Center has the order and
 * does not show the subscription yet.
 */
export interface OpenOrder extends Pick<OrderedOffer, 'offerId' | 'offerName' | 'quantity' | 'unit'> {
  readonly state: 'unfinished' | 'awaited' | 'placing' | 'late';
  /** Time at which it resumes by itself, in ISO 8601. */
  readonly wakeAt?: string;
}

/** Maximum of open orders listed one by one. */
export const maxOpenOrders = 5;

/** Lines of the open orders, each with the reason it is open. */
export const openOrderLines = (orders: readonly OpenOrder[], words: Words): Element[] => [
  ...factLines(
    orders.slice(0, maxOpenOrders).map((order) => ({
      label: '',
      name: orderedName({ ...order, offerName: shortened(order.offerName) }, words),
      ...openOrderState(order, words),
    })),
  ),
  ...(orders.length > maxOpenOrders
    ? [paragraph(words.t('order.more', { n: orders.length - maxOpenOrders }), { subtle: true })]
    : []),
];

const openKeys = { awaited: 'order.awaited', placing: 'order.placing', late: 'order.late' } as const;

function openOrderState({ state, wakeAt }: OpenOrder, words: Words): OutcomeState {
  if (state !== 'unfinished') return orderState(openKeys[state], words);
  return wakeAt === undefined
    ? orderState('order.toFinish', words)
    : orderState('order.goesOn', words, words.moment(wakeAt));
}

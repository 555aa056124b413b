import type { Question, Values } from '../storage/draft.ts';
import { rowsOf } from './cart.ts';
import type { Context } from './context.ts';

/**
 * The question whether these offers of a cart are to be ordered although an order of just them waits, or is on its way;
 * undefined where there is none such, or it was answered.
 */
export function againQuestion(values: Values, { purpose, orderedAgain = [] }: Context): Question | undefined {
  if (purpose?.kind !== 'subscriptions') return undefined;
  const inCart = new Set(rowsOf(values).map(({ offerId }) => offerId));
  const twice = (purpose.waiting ?? []).filter(({ offerId }) => inCart.has(offerId) && !orderedAgain.includes(offerId));
  const offers = [...new Map(twice.map((one) => [one.offerId, one])).values()];
  return offers.length === 0 ? undefined : { kind: 'again', section: 'subscriptions', offers };
}

import { chosenEndOf, isSameNextTerm } from '../partner-center/lifecycle.ts';
import type { NextTerm, Subscription } from '../partner-center/management.ts';
import type { Offer } from '../partner-center/offer.ts';
import type { Fault } from '../storage/draft.ts';
import { outside, typedCount } from './licenses.ts';

/** What was typed for the next term: what it is to be like, or what is wrong with it. */
export type JudgedNextTerm = { readonly to: NextTerm } | { readonly fault: Fault };

/**
 * Judges what the next term is to be like by what is known: the offer's limits and plans. What it would be anyway is no
 * change. Partner Center has the last word.
 */
export function judgeNextTerm(
  typed: { readonly quantity: string; readonly plan: string },
  present: Subscription,
  offer: Offer | undefined,
  locale?: string,
): JudgedNextTerm {
  const count = typedCount(typed.quantity, locale);
  if (typeof count !== 'number') return { fault: count };
  const fault = outside(count, offer);
  if (fault !== undefined) return { fault };
  const [term = '', billing = ''] = typed.plan.split(' ');
  const isSold = offer?.plans.some((plan) => plan.term === term && plan.billing === billing) ?? false;
  if (!isSold && (term !== (present.term ?? '') || billing !== (present.billing ?? '')))
    return { fault: { key: 'fault.cart.unknown-plan' } };
  const to = { quantity: count, ...(term === '' ? {} : { term }), ...(billing === '' ? {} : { billing }) };
  const { nextTerm, quantity } = present;
  const stands = nextTerm ?? { ...to, quantity, ...planOf(present) };
  if (!isSameNextTerm(stands, to)) return { to };
  // Where another end is chosen it does not renew at all, and nothing scheduled would differ from what it is.
  return { fault: { key: chosenEndOf(present) === 'renew' ? 'nextTerm.same' : 'nextTerm.sameEnds' } };
}

const planOf = ({ term, billing }: Subscription) => ({
  ...(term === undefined ? {} : { term }),
  ...(billing === undefined ? {} : { billing }),
});

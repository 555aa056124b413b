import { quantityFault } from '../partner-center/rules/cart.ts';
import type { Subscription } from '../partner-center/management.ts';
import type { Offer } from '../partner-center/rules/catalog.ts';
import type { Fault } from '../model/draft.ts';
import { wholeNumber } from './typedText.ts';
import { chosenEndOf, isSameNextTerm } from '../partner-center/lifecycle.ts';
import type { NextTerm } from '../partner-center/rules/subscriptionRules.ts';
import { defined } from '../lib/optional.ts';

/** A subscription as it is now, with the licenses of its offer that the customer has in others. */
export interface PresentSubscription extends Subscription {
  readonly beside: number;
}

/** A judged number of licenses: the number, or its fault. */
export type JudgedLicenses = { readonly to: number } | { readonly fault: Fault };

/**
 * Judges a typed number of licenses by the offer's limits and by the number of licenses that may still be returned,
 * where they are known; digits may be grouped as in the `locale`. Partner Center has the last word.
 */
export function judgeLicenses(
  typed: string,
  present: PresentSubscription,
  offer: Offer | undefined,
  locale?: string,
): JudgedLicenses {
  if (present.status.toLowerCase() !== 'active') return { fault: { key: 'fault.licenses.suspended' } };
  const to = parseCount(typed, present, offer, locale);
  if (typeof to !== 'number') return { fault: to };
  const fault =
    to === present.quantity
      ? { key: 'fault.licenses.same', data: { n: to } }
      : (limitFault(to, offer, present) ?? refundFault(to, present));
  return fault === undefined ? { to } : { fault };
}

/** Least number of added licenses that is asked about: below it, twice as many is still a handful. */
const leastAsked = 10;

/**
 * True when a change of licenses is asked about before it is made: fewer than now, or more than twice as many and at
 * least 10 more. They are bought or returned at once, and a term can be three years long.
 */
export const needsLicenseQuestion = (from: number, to: number): boolean =>
  to < from || (to > 2 * from && to - from >= leastAsked);

/** Parses a typed whole number: the number, or its fault; digits may be grouped as in the `locale`. */
function parseCount(
  typed: string,
  { quantity, beside }: PresentSubscription,
  offer: Offer | undefined,
  locale?: string,
): number | Fault {
  const text = wholeNumber(typed, locale);
  if (text === '') return { key: 'fault.cart.quantity-missing' };
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // The present number would change nothing.
  const isFull = offer !== undefined && quantity >= offer.max - beside;
  const sample = isFull ? Math.max(offer.min, quantity - 1) : quantity + 1;
  return { key: 'fault.cart.quantity-not-whole', data: { sample: String(sample) } };
}

/** The fault of a quantity outside the offer's limits; undefined within them. */
function limitFault(
  to: number,
  offer: Offer | undefined,
  { quantity, beside }: PresentSubscription,
): Fault | undefined {
  if (offer === undefined || offer.unit === 'usage')
    return to < 1 ? { key: 'fault.cart.quantity-min', data: { min: 1 } } : undefined;
  // Whoever has too many already may keep them, or have fewer.
  const fault = quantityFault(offer, to, to > quantity ? beside : 0);
  if (fault === undefined) return undefined;
  const isTotal = fault.reason === 'quantity-total' || fault.reason === 'quantity-none';
  return { key: isTotal ? 'fault.licenses.total' : `fault.cart.${fault.reason}`, data: { ...fault.data } };
}

function refundFault(to: number, { quantity, refundable }: Subscription): Fault | undefined {
  if (refundable === undefined || quantity - to <= refundable) return undefined;
  return refundable === 0
    ? { key: 'licenses.noneBack' }
    : { key: 'fault.licenses.kept', data: { n: refundable, min: quantity - refundable } };
}

/** A judged choice for the next term: the term to schedule, or the fault. */
type JudgedNextTerm = { readonly to: NextTerm } | { readonly fault: Fault };

/**
 * Judges the typed quantity and plan of the next term by the offer's limits and plans; the term it would have anyway is
 * a fault, as nothing would change. Partner Center has the last word.
 */
export function judgeNextTerm(
  typed: { readonly quantity: string; readonly plan: string },
  present: PresentSubscription,
  offer: Offer | undefined,
  locale?: string,
): JudgedNextTerm {
  const count = parseCount(typed.quantity, present, offer, locale);
  if (typeof count !== 'number') return { fault: count };
  const fault = limitFault(count, offer, present);
  if (fault !== undefined) return { fault };
  const [term = '', billing = ''] = typed.plan.split(' ');
  const isSold = offer?.plans.some((plan) => plan.term === term && plan.billing === billing) ?? false;
  if (!isSold && (term !== (present.term ?? '') || billing !== (present.billing ?? '')))
    return { fault: { key: 'fault.cart.unknown-plan' } };
  const to = { quantity: count, ...(term === '' ? {} : { term }), ...(billing === '' ? {} : { billing }) };
  const { nextTerm, quantity } = present;
  const stands = nextTerm ?? { ...to, quantity, ...presentPlan(present) };
  if (!isSameNextTerm(stands, to)) return { to };
  // Where another end of term is chosen it does not renew at all, so scheduling the same term would change nothing.
  return { fault: { key: chosenEndOf(present) === 'renew' ? 'nextTerm.same' : 'nextTerm.sameEnds' } };
}

const presentPlan = ({ term, billing }: Subscription) => ({
  ...defined({ term, billing }),
});

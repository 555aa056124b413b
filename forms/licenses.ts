import { quantityFault } from '../partner-center/cart.ts';
import type { Subscription } from '../partner-center/management.ts';
import type { Offer } from '../partner-center/offer.ts';
import type { Fault } from '../storage/draft.ts';
import { wholeNumber } from './count.ts';

/** What was typed as a number of licenses: the number, or what is wrong with it. */
export type Judged = { readonly to: number } | { readonly fault: Fault };

/**
 * Judges a number of licenses by what is known: the offer's limits, where it is known, and how many licenses may still
 * be given back, where that is said; signs between groups of digits are those of the `locale`. Partner Center has the last word.
 */
export function judgeLicenses(typed: string, present: Subscription, offer: Offer | undefined, locale?: string): Judged {
  if (present.status.toLowerCase() !== 'active') return { fault: { key: 'fault.licenses.suspended' } };
  const to = typedCount(typed, locale);
  if (typeof to !== 'number') return { fault: to };
  const fault =
    to === present.quantity
      ? { key: 'fault.licenses.same', data: { n: to } }
      : (outside(to, offer) ?? kept(to, present));
  return fault === undefined ? { to } : { fault };
}

/** What was typed as a whole number, or what is wrong with it; signs between groups of digits are those of the `locale`. */
export function typedCount(typed: string, locale?: string): number | Fault {
  const text = wholeNumber(typed, locale);
  if (text === '') return { key: 'fault.cart.quantity-missing' };
  return /^\d{1,9}$/.test(text) ? Number(text) : { key: 'fault.cart.quantity-not-whole' };
}

/** A number outside the offer's limits, where they are known. */
export function outside(to: number, offer: Offer | undefined): Fault | undefined {
  if (offer === undefined || offer.unit === 'usage')
    return to < 1 ? { key: 'fault.cart.quantity-min', data: { min: 1 } } : undefined;
  const fault = quantityFault(offer, to);
  if (fault === undefined) return undefined;
  return { key: `fault.cart.${fault.reason}`, data: { min: offer.min, max: offer.max } };
}

function kept(to: number, { quantity, refundable }: Subscription): Fault | undefined {
  if (refundable === undefined || quantity - to <= refundable) return undefined;
  return refundable === 0
    ? { key: 'licenses.noneBack' }
    : { key: 'fault.licenses.kept', data: { n: refundable, min: quantity - refundable } };
}

import { type CartLine, type LineFault, lineFault, maxLines } from './cart.ts';
import type { Offer, Segment } from './offer.ts';
import type { OrderedLine, OrderLine, PartnerCenterFault } from './partnerCenter.ts';

const faults: Readonly<Record<LineFault['reason'], PartnerCenterFault>> = {
  'unknown-offer': { reason: 'offer-unavailable', code: '2091' },
  'unknown-plan': { reason: 'offer-unavailable', code: '400039' },
  segment: { reason: 'segment', code: '400030' },
  'needs-base': { reason: 'offer-unavailable', code: '2085' },
  limit: { reason: 'quantity', code: '800066' },
  'quantity-missing': { reason: 'quantity', code: '2002' },
  'quantity-not-whole': { reason: 'quantity', code: '2002' },
  'quantity-fixed': { reason: 'quantity', code: '2002' },
  'quantity-min': { reason: 'quantity', code: '2002' },
  'quantity-max': { reason: 'quantity', code: '2002' },
};

/** Of a customer what tells which offers it may have: the segments it is approved for, and the offer ids it has. */
interface Customer {
  readonly segments: readonly Segment[];
  readonly owned: readonly string[];
}

const judge = (
  cart: readonly CartLine[],
  offers: readonly Offer[],
  { segments, owned }: Customer,
): Map<CartLine, LineFault> => {
  const found = new Map<CartLine, LineFault>();
  let before = -1;
  // A line that is refused is no base for another: judged again until no more fall.
  while (found.size !== before) {
    before = found.size;
    const left = cart.filter((line) => !found.has(line));
    for (const line of left) {
      const fault = lineFault(line, left, offers, segments, owned);
      if (fault !== undefined) found.set(line, fault);
    }
  }
  return found;
};

/**
 * What becomes of ordered lines, in their order: a subscription id (`newId`) for a good line, Partner Center's fault for
 * another. Beyond 15 lines all are refused.
 */
export const orderLines = (
  lines: readonly OrderLine[],
  offers: readonly Offer[],
  customer: Customer,
  newId: () => string,
): readonly OrderedLine[] => {
  if (lines.length > maxLines) return lines.map(({ offerId }) => ({ offerId, error: { reason: 'invalid' } }));
  const cart = lines.map(({ offerId, term, billing, quantity }): CartLine => ({
    offerId,
    plan: { term, billing },
    quantity,
  }));
  const found = judge(cart, offers, customer);
  return cart.map((line): OrderedLine => {
    const fault = found.get(line);
    return fault === undefined
      ? { offerId: line.offerId, subscriptionId: newId() }
      : { offerId: line.offerId, error: faults[fault.reason] };
  });
};

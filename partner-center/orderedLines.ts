import type { OrderedOffer } from '../storage/stages.ts';
import type { OrderedLine, OrderLine } from './partnerCenter.ts';

/** Offers as Partner Center is asked for them; the MPN ID is that of the reseller they are for. */
export const orderOf = (lines: readonly OrderedOffer[], partnerIdOnRecord: string | undefined): OrderLine[] =>
  lines.map(({ offerId, term, billing, quantity }) => ({
    offerId,
    term,
    billing,
    ...(quantity === undefined ? {} : { quantity }),
    ...(partnerIdOnRecord === undefined ? {} : { partnerIdOnRecord }),
  }));

/** Ordered offers with what became of each: a subscription, or why there is none. */
export const withResults = (lines: readonly OrderedOffer[], ordered: readonly OrderedLine[]): OrderedOffer[] =>
  lines.map((line, index) => {
    const result = ordered[index];
    if (result === undefined) return line;
    if ('error' in result) return { ...line, fault: result.error };
    const { subscriptionId } = result;
    return subscriptionId === undefined ? line : { ...line, subscriptionId };
  });

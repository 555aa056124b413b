import type { OrderedOffer, Stages } from '../storage/stages.ts';
import { isOutage } from './fault.ts';
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

/** Was it refused? What was under way when that was looked for, or could not be looked for, may have been bought. */
export const isRefused = ({ fault }: Pick<OrderedOffer, 'fault'>): boolean =>
  fault !== undefined && fault.reason !== 'already-processing' && !isOutage(fault.reason);

type Ordered = NonNullable<Stages['subscriptions']>;

/** Why each line of a submission's order was refused, alone or with the whole order; undefined where it was not, or is settled. */
export function refusalsOf({ state, fault, lines, settled }: Ordered): readonly OrderedOffer['fault'][] {
  const whole = state === 'refused' ? fault : undefined;
  const isTold = settled !== true && (state === 'done' || state === 'refused');
  return lines.map((line) => (isTold ? (isRefused(line) ? line.fault : whole) : undefined));
}

/** The subscriptions of a submission that were refused, each with the reason. */
export const refusedLines = (subscriptions: Stages['subscriptions']): readonly OrderedOffer[] =>
  subscriptions === undefined
    ? []
    : refusalsOf(subscriptions).flatMap((fault, index) => {
        const line = subscriptions.lines[index];
        return fault === undefined || line === undefined ? [] : [{ ...line, fault }];
      });

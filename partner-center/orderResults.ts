import type { AuditLine } from '../model/auditLine.ts';
import type { OrderedOffer, Stages } from '../model/stages.ts';
import { complete, nothingLeft } from '../lib/complete.ts';
import { defined } from '../lib/optional.ts';
import { isOutage } from './rules/fault.ts';
import type { OrderLineResult, OrderLine } from './rules/cart.ts';

/** Stored offers as order lines; `partnerIdOnRecord` is the MPN ID of the reseller they are for. */
export const toOrderLines = (lines: readonly OrderedOffer[], partnerIdOnRecord: string | undefined): OrderLine[] =>
  lines.map(({ offerName: _shown, unit: _counted, subscriptionId: _result, fault: _refusal, ...wanted }) => {
    const { offerId, term, billing, quantity, ...others } = wanted;
    nothingLeft(others);
    return complete<OrderLine>({ offerId, term, billing, quantity, partnerIdOnRecord });
  });

/** Ordered offers with the result of each: its subscription, or its fault. */
export const withOrderResults = (lines: readonly OrderedOffer[], ordered: readonly OrderLineResult[]): OrderedOffer[] =>
  lines.map((line, index) => {
    const result = ordered[index];
    if (result === undefined) return line;
    if ('error' in result) return { ...line, fault: result.error };
    const { subscriptionId } = result;
    return subscriptionId === undefined ? line : { ...line, subscriptionId };
  });

/** True when the line was refused. Lines still processing, or lost in an outage, may have been bought. */
export const isLineRefused = ({ fault }: Pick<OrderedOffer, 'fault'>): boolean =>
  fault !== undefined && fault.reason !== 'already-processing' && !isOutage(fault.reason);

/**
 * The offers that the history's line of an order names: those that were ordered, or those refused where it was refused
 * in whole or in part; of an order with another outcome all.
 */
export function namedOffers(
  lines: readonly OrderedOffer[],
  outcome: AuditLine['outcome'],
): NonNullable<AuditLine['offers']> {
  const refused = lines.filter(isLineRefused);
  const named =
    outcome === 'done'
      ? lines.filter((line) => !isLineRefused(line))
      : outcome === 'refused' && refused.length > 0
        ? refused
        : lines;
  return named.map(({ offerName, quantity }) => ({ offerName, ...defined({ quantity }) }));
}

type SubmittedOrder = NonNullable<Stages['subscriptions']>;

/** Fault of each line of a submission's order, its own or the whole order's; undefined when not refused, or settled. */
export function lineRefusals({ state, fault, lines, settled }: SubmittedOrder): readonly OrderedOffer['fault'][] {
  const whole = state === 'refused' ? fault : undefined;
  const isTold = settled !== true && (state === 'done' || state === 'refused');
  return lines.map((line) => (isTold ? (isLineRefused(line) ? line.fault : whole) : undefined));
}

/** The refused lines of a submission's order, each with its fault. */
export const refusedLines = (subscriptions: Stages['subscriptions']): readonly OrderedOffer[] =>
  subscriptions === undefined
    ? []
    : lineRefusals(subscriptions).flatMap((fault, index) => {
        const line = subscriptions.lines[index];
        return fault === undefined || line === undefined ? [] : [{ ...line, fault }];
      });

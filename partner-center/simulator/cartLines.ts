import type { Offer } from '../offer.ts';
import { currency } from './currency.ts';
import { type Call } from './call.ts';
import { offerOf } from './catalogue.ts';
import type { CartLine } from './records.ts';
import { refusal } from './refusal.ts';
import type { SimulatedCustomer } from './world.ts';

/** Errors of cart lines (developer/cart-resources). */
const lineErrors: Readonly<Record<string, string>> = {
  '10000': "Currency isn't supported for given market",
  '10001': "Catalog item ID isn't valid",
  '10002': 'Not enough quota available',
  '10003': "Inventory isn't available for selected offer",
  '10004': "Setting participants isn't supported for Partner",
  '10006': 'Unable to process cart line item.',
  '10009': 'The sandbox limit has been exceeded.',
  '10010': "Generic input isn't valid.",
  '10012': "Attestation hasn't been accepted.",
  '10015': 'Requested number of seats exceeds the limit.',
};

/** Most licenses of one subscription in an integration sandbox (test-and-debug). */
export const sandboxSeats = 25;

/** Most subscriptions of one customer in an integration sandbox. */
const sandboxSubscriptions = 5;

/** How one of an offer's plans is meant: the billing cycle in any case; without a term, the first with that cycle. */
export const planOf = (offer: Offer, line: CartLine): Offer['plans'][number] | undefined =>
  offer.plans.find(
    ({ term, billing }) =>
      billing === (line.billingCycle ?? '').toLowerCase() && (line.termDuration ?? term).toUpperCase() === term,
  );

const participantError = ({ partner }: Call, { participants = [] }: CartLine): string | undefined => {
  if (participants.length === 0) return undefined;
  if (partner.type !== 'indirect-provider') return '10004';
  const known = participants.every(({ value }) => partner.resellers.some(({ mpnId }) => mpnId === value));
  if (!known) throw refusal('800016');
  return undefined;
};

const quantityError = (call: Call, offer: Offer, line: CartLine): string | undefined => {
  if (offer.unit === 'usage') return undefined;
  if (!Number.isInteger(line.quantity) || line.quantity < offer.min) return '10010';
  if (line.quantity > offer.max) return '10015';
  return call.partner.sandbox && line.quantity > sandboxSeats ? '10009' : undefined;
};

const errorOf = (call: Call, line: CartLine, at: number, offer: Offer | undefined): string | undefined => {
  if (call.injected.lineError !== undefined) return call.injected.lineError;
  if (offer === undefined) return '10001';
  if (planOf(offer, line) === undefined) throw refusal('400039', { fill: [line.catalogItemId] });
  const crowded = call.partner.sandbox && at >= sandboxSubscriptions;
  return participantError(call, line) ?? (crowded ? '10009' : quantityError(call, offer, line));
};

/**
 * Lines as the cart keeps them: a bad one has its `error` and stays, a good one its order group (one a billing cycle).
 * Raises Refusal for what spoils the whole cart: a term or cycle that is not sold, a reseller nobody knows.
 */
export const keptLines = (call: Call, customer: SimulatedCustomer, asked: readonly CartLine[]): CartLine[] => {
  const { country } = customer.address;
  const cycles = [...new Set(asked.map(({ billingCycle = '' }) => billingCycle.toLowerCase()))];
  return asked.map(({ error: _old, ...line }, at) => {
    const offer = offerOf(line.catalogItemId, country, call.world.edition);
    const errorCode = errorOf(call, line, at, offer);
    const cycle = (line.billingCycle ?? '').toLowerCase();
    return {
      ...line,
      billingCycle: cycle,
      currencyCode: currency(country).code,
      orderGroup: String(cycles.indexOf(cycle)),
      ...(errorCode === undefined
        ? {}
        : { error: { errorCode, errorDescription: lineErrors[errorCode] ?? 'Default value' } }),
    };
  });
};

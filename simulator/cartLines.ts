import type { Offer } from '../partner-center/rules/catalog.ts';
import { currency, offerOfItem } from './productHandlers.ts';
import { type ApiRequest } from './apiRequest.ts';
import type { CartLineRecord, SimulatedCustomer } from './state.ts';
import { apiError } from './apiError.ts';

/** Error descriptions of cart lines by code (developer/cart-resources). */
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

/**
 * The offer's plan that a cart line names: its billing cycle in any case; without a term, the first with that cycle.
 */
export const planOfLine = (offer: Offer, line: CartLineRecord): Offer['plans'][number] | undefined =>
  offer.plans.find(
    ({ term, billing }) =>
      billing === (line.billingCycle ?? '').toLowerCase() && (line.termDuration ?? term).toUpperCase() === term,
  );

const participantError = ({ partner }: ApiRequest, { participants = [] }: CartLineRecord): string | undefined => {
  if (participants.length === 0) return undefined;
  if (partner.type !== 'indirect-provider') return '10004';
  const known = participants.every(({ value }) => partner.resellers.some(({ mpnId }) => mpnId === value));
  if (!known) throw apiError('800016');
  return undefined;
};

const quantityError = (request: ApiRequest, offer: Offer, line: CartLineRecord): string | undefined => {
  if (offer.unit === 'usage') return undefined;
  if (!Number.isInteger(line.quantity) || line.quantity < offer.min) return '10010';
  if (line.quantity > offer.max) return '10015';
  return request.partner.sandbox && line.quantity > sandboxSeats ? '10009' : undefined;
};

const lineErrorOf = (
  request: ApiRequest,
  line: CartLineRecord,
  at: number,
  offer: Offer | undefined,
): string | undefined => {
  if (request.sideEffects.lineError !== undefined) return request.sideEffects.lineError;
  if (offer === undefined) return '10001';
  if (planOfLine(offer, line) === undefined) throw apiError('400039', { fill: [line.catalogItemId] });
  const crowded = request.partner.sandbox && at >= sandboxSubscriptions;
  return participantError(request, line) ?? (crowded ? '10009' : quantityError(request, offer, line));
};

/**
 * Checked lines of a cart: an invalid line stays with its `error`, a valid one gets its order group (one a billing
 * cycle). Raises ApiError for a term or cycle that is not sold and for an unknown reseller, which fail the whole cart.
 */
export const checkedLines = (
  request: ApiRequest,
  customer: SimulatedCustomer,
  asked: readonly CartLineRecord[],
): CartLineRecord[] => {
  const { country } = customer.address;
  const cycles = [...new Set(asked.map(({ billingCycle = '' }) => billingCycle.toLowerCase()))];
  return asked.map(({ error: _old, ...line }, at) => {
    const offer = offerOfItem(line.catalogItemId, country, request.state.edition);
    const errorCode = lineErrorOf(request, line, at, offer);
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

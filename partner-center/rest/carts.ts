import * as z from 'zod';
import type { FaultReason, PartnerCenterFault } from '../rules/fault.ts';
import { faultFor } from './restError.ts';
import type { OrderLine } from '../rules/cart.ts';
import { nothingLeft } from '../../lib/complete.ts';
import { parseResponse, type RestClient, restPath } from './client.ts';

interface LineError {
  readonly errorCode?: string | null | undefined;
  readonly errorDescription?: string | null | undefined;
  /** `availableQuantity`, `purchasedQuantity`. */
  readonly additionalInformation?: Readonly<Record<string, unknown>> | null | undefined;
}

interface OrderError {
  readonly code?: string | null | undefined;
  readonly description?: string | null | undefined;
}

// developer/cart-resources, CartErrorCode: documented as names, sent as numbers (Partner-Center-Java issue 10).
const codesByName: Readonly<Record<string, string>> = {
  CurrencyIsNotSupported: '10000',
  CatalogItemIdIsNotValid: '10001',
  QuotaNotAvailable: '10002',
  InventoryNotAvailable: '10003',
  ParticipantsIsNotSupportedForPartner: '10004',
  UnableToProcessCartLineItem: '10006',
  SubscriptionIsNotValid: '10007',
  SubscriptionIsNotEnabledForRI: '10008',
  SandboxLimitExceeded: '10009',
  InvalidInput: '10010',
  SubscriptionNotRegistered: '10011',
  AttestationNotAccepted: '10012',
  MaxAllowedSeatsPerSubscriptionExceeded: '10015',
};

const cartReasons: Readonly<Record<string, FaultReason>> = {
  '10001': 'offer-unavailable',
  '10002': 'limit',
  '10003': 'offer-unavailable',
  '10004': 'reseller-refused',
  '10009': 'sandbox-limit',
  '10012': 'attestation',
  '10015': 'quantity',
};

/** Fault of a cart line, with the counts the service gives. */
export const cartLineFault = ({
  errorCode,
  errorDescription,
  additionalInformation,
}: LineError): PartnerCenterFault => {
  const code = codesByName[errorCode ?? ''] ?? errorCode ?? '0';
  const counts = Object.entries(additionalInformation ?? {}).flatMap(([name, count]) =>
    typeof count === 'number' ? [`${name}: ${String(count)}`] : [],
  );
  const fault = checkoutFault({ code, description: errorDescription }, counts);
  const reason = cartReasons[code];
  return reason === undefined ? fault : { ...fault, reason };
};

/** Fault of a refused order of a checkout; its codes are those of every other call. */
export const checkoutFault = ({ code, description }: OrderError, data: readonly string[] = []): PartnerCenterFault => {
  const problem = { status: 400, data, ...(code ? { code } : {}), ...(description ? { description } : {}) };
  // The response that contains it was a 201.
  const { status: _status, ...fault } = faultFor(problem, 'order');
  return fault;
};

const codeSchema = z.union([z.string(), z.number()]).transform(String).nullish();
const optionalText = z.string().nullish();

const cartLineSchema = z.object({
  id: z.number(),
  catalogItemId: z.string(),
  orderGroup: z.union([z.string(), z.number()]).transform(String).nullish(),
  error: z
    .object({
      errorCode: codeSchema,
      errorDescription: optionalText,
      additionalInformation: z.record(z.string(), z.unknown()).nullish().catch(undefined),
    })
    .nullish(),
});

const cartSchema = z.object({
  id: z.string(),
  creationTimestamp: optionalText,
  lineItems: z.array(cartLineSchema).nullish(),
});

/** A line for a cart, with the present catalog item id of its offer. */
export interface CartItem {
  readonly id: number;
  readonly catalogItemId: string;
  readonly line: OrderLine;
}

/** A line of a cart. */
interface CartLineResult {
  readonly id: number;
  readonly catalogItemId: string;
  /** Lines of one group become one order. */
  readonly group?: string;
  /** Fault of a line that cannot be bought; the service answers 201 to a cart of bad lines. */
  readonly fault?: PartnerCenterFault;
}

/** A cart; Partner Center keeps it for 7 days. */
export interface Cart {
  readonly id: string;
  /** ISO 8601, by the service's clock. */
  readonly createdAt: string;
  readonly lines: readonly CartLineResult[];
}

const cartItemBody = ({ id, catalogItemId, line }: CartItem) => {
  // The catalog item's id names the offer.
  const { offerId: _notSent, term, billing, quantity, partnerIdOnRecord, ...others } = line;
  nothingLeft(others);
  return {
    id,
    catalogItemId,
    // Usage-based offers have no count; the service requires one nevertheless.
    quantity: quantity ?? 1,
    billingCycle: billing,
    termDuration: term,
    ...(partnerIdOnRecord === undefined
      ? {}
      : { participants: [{ key: 'transaction_reseller', value: partnerIdOnRecord }] }),
  };
};

const toCartLine = (
  { id, catalogItemId, orderGroup, error }: z.infer<typeof cartLineSchema>,
  correlationId: string,
): CartLineResult => ({
  id,
  catalogItemId,
  ...(orderGroup ? { group: orderGroup } : {}),
  ...(error ? { fault: { ...cartLineFault(error), correlationId } } : {}),
});

/** Creates a cart of lines (developer/create-a-cart). */
export const createCart = async (
  client: RestClient,
  microsoftId: string,
  items: readonly CartItem[],
  requestId: string,
): Promise<Cart> => {
  const place = restPath('customers', microsoftId, 'carts');
  const body = { lineItems: items.map(cartItemBody) };
  const answer = await client.send({ method: 'POST', path: place, body, token: 'app', requestId });
  const made = parseResponse(cartSchema, answer);
  return {
    id: made.id,
    createdAt: made.creationTimestamp ?? '',
    lines: (made.lineItems ?? []).map((one) => toCartLine(one, answer.correlationId)),
  };
};

const orderLineSchema = z.object({
  offerId: optionalText,
  subscriptionId: optionalText,
  quantity: z.number().nullish().catch(undefined),
});

/** An order of a customer. */
export const orderSchema = z.object({
  id: z.string(),
  creationDate: optionalText,
  status: optionalText,
  lineItems: z.array(orderLineSchema).nullish(),
});
export type Order = z.infer<typeof orderSchema>;

const orderErrorSchema = z.object({
  orderGroupId: z.union([z.string(), z.number()]).transform(String).nullish(),
  code: codeSchema,
  description: optionalText,
});

const checkoutSchema = z.object({
  orders: z.array(orderSchema).nullish(),
  orderErrors: z.array(orderErrorSchema).nullish(),
});

/** Result of a checkout: its orders, and the faults of refused groups of lines; the service answers 201 to both. */
export interface CheckoutResult {
  readonly orders: readonly Order[];
  /** By order group; '' where the service does not say which. */
  readonly faults: ReadonlyMap<string, PartnerCenterFault>;
}

/** Checks out a cart (developer/checkout-a-cart). A second checkout raises RestError `already-processing`. */
export const checkOut = async (
  client: RestClient,
  microsoftId: string,
  cartId: string,
  requestId: string,
): Promise<CheckoutResult> => {
  const place = restPath('customers', microsoftId, 'carts', cartId, 'checkout');
  const call = { method: 'POST', path: place, token: 'app', requestId } as const;
  const answer = await client.send(call);
  const { orders, orderErrors } = parseResponse(checkoutSchema, answer);
  const { correlationId } = answer;
  const faults = (orderErrors ?? []).map(
    (error) => [error.orderGroupId ?? '', { ...checkoutFault(error), correlationId }] as const,
  );
  return { orders: orders ?? [], faults: new Map(faults) };
};

import * as z from 'zod';
import type { PartnerCenterFault } from '../fault.ts';
import type { OrderLine } from '../partnerCenter.ts';
import { parsed, path, type Client } from './client.ts';
import { lineFault, orderFault } from './cartFaults.ts';

const code = z.union([z.string(), z.number()]).transform(String).nullish();
const text = z.string().nullish();

const line = z.object({
  id: z.number(),
  catalogItemId: z.string(),
  orderGroup: z.union([z.string(), z.number()]).transform(String).nullish(),
  error: z
    .object({
      errorCode: code,
      errorDescription: text,
      additionalInformation: z.record(z.string(), z.unknown()).nullish().catch(undefined),
    })
    .nullish(),
});

const cart = z.object({
  id: z.string(),
  creationTimestamp: text,
  lineItems: z.array(line).nullish(),
});

/** A line to be put into a cart, with the catalogue id its offer has just now. */
export interface CartItem {
  readonly id: number;
  readonly catalogItemId: string;
  readonly line: OrderLine;
}

/** A line of a cart. */
export interface CartLine {
  readonly id: number;
  readonly catalogItemId: string;
  /** Lines of one group become one order. */
  readonly group?: string;
  /** Why it cannot be bought; the service says 201 to a cart of bad lines. */
  readonly fault?: PartnerCenterFault;
}

/** A cart as Partner Center keeps it for 7 days. */
export interface Cart {
  readonly id: string;
  /** ISO 8601, by the service's clock. */
  readonly createdAt: string;
  readonly lines: readonly CartLine[];
}

const itemOf = ({ id, catalogItemId, line: wanted }: CartItem) => ({
  id,
  catalogItemId,
  // Usage-based offers have no count; the service wants one nevertheless.
  quantity: wanted.quantity ?? 1,
  billingCycle: wanted.billing,
  termDuration: wanted.term,
  ...(wanted.partnerIdOnRecord === undefined
    ? {}
    : { participants: [{ key: 'transaction_reseller', value: wanted.partnerIdOnRecord }] }),
});

const lineOf = ({ id, catalogItemId, orderGroup, error }: z.infer<typeof line>, correlationId: string): CartLine => ({
  id,
  catalogItemId,
  ...(orderGroup ? { group: orderGroup } : {}),
  ...(error ? { fault: { ...lineFault(error), correlationId } } : {}),
});

/** Puts lines into a new cart (developer/create-a-cart). */
export const createCart = async (
  client: Client,
  microsoftId: string,
  items: readonly CartItem[],
  requestId: string,
): Promise<Cart> => {
  const place = path('customers', microsoftId, 'carts');
  const body = { lineItems: items.map(itemOf) };
  const answer = await client.send({ method: 'POST', path: place, body, token: 'app', requestId });
  const made = parsed(cart, answer);
  return {
    id: made.id,
    createdAt: made.creationTimestamp ?? '',
    lines: (made.lineItems ?? []).map((one) => lineOf(one, answer.correlationId)),
  };
};

const orderLine = z.object({
  offerId: text,
  subscriptionId: text,
  quantity: z.number().nullish().catch(undefined),
});

/** An order of a customer. */
export const order = z.object({
  id: z.string(),
  creationDate: text,
  status: text,
  lineItems: z.array(orderLine).nullish(),
});
export type Order = z.infer<typeof order>;

const orderError = z.object({
  orderGroupId: z.union([z.string(), z.number()]).transform(String).nullish(),
  code,
  description: text,
});

const checkoutAnswer = z.object({ orders: z.array(order).nullish(), orderErrors: z.array(orderError).nullish() });

/** What a checkout bought, and why groups of lines were not; the service says 201 to both. */
export interface Bought {
  readonly orders: readonly Order[];
  /** By order group; '' where the service does not say which. */
  readonly faults: ReadonlyMap<string, PartnerCenterFault>;
}

/** Buys what is in a cart (developer/checkout-a-cart). A cart is bought once: after that RestError `already-processing`. */
export const checkOut = async (
  client: Client,
  microsoftId: string,
  cartId: string,
  requestId: string,
): Promise<Bought> => {
  const place = path('customers', microsoftId, 'carts', cartId, 'checkout');
  const call = { method: 'POST', path: place, token: 'app', requestId } as const;
  const answer = await client.send(call);
  const { orders, orderErrors } = parsed(checkoutAnswer, answer);
  const { correlationId } = answer;
  const faults = (orderErrors ?? []).map(
    (error) => [error.orderGroupId ?? '', { ...orderFault(error), correlationId }] as const,
  );
  return { orders: orders ?? [], faults: new Map(faults) };
};

import * as z from 'zod';
import { type CheckoutResult, type Order, orderSchema } from './carts.ts';
import { readAll, readAllStrict, type RestClient, restPath } from './client.ts';
import { RestError } from './restError.ts';
import type { OrderLine } from '../rules/cart.ts';
import { parseOfferId } from './skus.ts';
import { minute } from '../../lib/durations.ts';

/** A customer's orders (developer/get-all-of-a-customer-s-orders); a new one may show up minutes later. */
export const readOrders = (client: RestClient, microsoftId: string): Promise<readonly Order[]> =>
  readAllStrict(client, orderSchema, { path: restPath('customers', microsoftId, 'orders'), token: 'app' });

const orderIdSchema = z.object({ id: z.string() });

/**
 * Ids of a customer's orders; undefined when Partner Center refuses to list them. Raises errors worth a retry.
 */
export const orderIds = async (client: RestClient, microsoftId: string): Promise<readonly string[] | undefined> => {
  try {
    const call = { path: restPath('customers', microsoftId, 'orders'), token: 'app' } as const;
    return (await readAll(client, orderIdSchema, call)).map(({ id }) => id);
  } catch (error) {
    if (error instanceof RestError && !error.retryable) return undefined;
    throw error;
  }
};

// Different parts of the service date orders and carts.
const cartClockTolerance = 5 * minute;

/** A bought cart line, in the form in which an order contains it. */
export interface BoughtLine {
  readonly catalogItemId: string;
  readonly quantity: number | undefined;
}

/** True when the order line has the same offer and quantity. */
export const isSameLine = (
  { offerId, quantity }: NonNullable<Order['lineItems']>[number],
  wanted: BoughtLine,
): boolean =>
  offerId?.toLowerCase() === wanted.catalogItemId.toLowerCase() &&
  (wanted.quantity === undefined || quantity === null || quantity === undefined || quantity === wanted.quantity);

/**
 * Result of a submitted cart, found among the customer's orders since it was created; undefined when there is none
 * (yet). `before`: ids of earlier orders to ignore, whatever they contain.
 */
export const findCheckout = async (
  client: RestClient,
  microsoftId: string,
  createdAt: string,
  lines: readonly BoughtLine[],
  before: readonly string[] = [],
): Promise<CheckoutResult | undefined> => {
  const since = Date.parse(createdAt) - cartClockTolerance;
  const orders = (await readOrders(client, microsoftId)).filter(({ id, creationDate, lineItems }) => {
    const isOlder = before.includes(id) || Date.parse(creationDate ?? '') < since;
    return !isOlder && (lineItems ?? []).some((one) => lines.some((line) => isSameLine(one, line)));
  });
  return orders.length === 0 ? undefined : { orders, faults: new Map() };
};

// Orders carry the service's time, which is compared with this machine's.
const localClockTolerance = 5 * minute;

/** Subscription ids by the line's place in the request; undefined where the order has none yet. */
export type EarlierLines = ReadonlyMap<number, string | undefined>;

/**
 * Lines that the customer's orders since that time (absent: all orders) contain already: same product and quantity,
 * each order line counting once. For work resumed after a restart, whose notes may be lost: a data folder restored from
 * a copy may lack the cart. Compares product and SKU only, since catalog item ids expire; `before` are older orders to
 * ignore.
 */
export const findEarlierLines = async (
  client: RestClient,
  microsoftId: string,
  lines: ReadonlyMap<number, OrderLine>,
  since: string | undefined,
  before: readonly string[] = [],
): Promise<EarlierLines> => {
  if (lines.size === 0) return new Map();
  const from = since === undefined ? -Infinity : Date.parse(since) - localClockTolerance;
  const orders = await readOrders(client, microsoftId);
  const free = orders
    .filter(({ id, creationDate }) => !before.includes(id) && !(Date.parse(creationDate ?? '') < from))
    .flatMap(({ lineItems }) => lineItems ?? []);
  const found = new Map<number, string | undefined>();
  for (const [id, line] of lines) {
    const at = free.findIndex(({ offerId, quantity }) => isSameSku(offerId ?? '', line) && quantity === line.quantity);
    const [made] = at === -1 ? [] : free.splice(at, 1);
    if (made !== undefined) found.set(id, made.subscriptionId ?? undefined);
  }
  return found;
};

const isSameSku = (catalogItemId: string, { offerId }: OrderLine): boolean => {
  const sku = parseOfferId(offerId);
  const [product, name] = catalogItemId.toLowerCase().split(':');
  return sku !== undefined && product === sku.productId.toLowerCase() && name === sku.skuId.toLowerCase();
};

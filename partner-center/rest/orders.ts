import * as z from 'zod';
import { type Bought, order, type Order } from './carts.ts';
import { path, type Client } from './client.ts';
import { certainItems, everyItem } from './pages.ts';
import { RestError } from './restError.ts';

/** A customer's orders (developer/get-all-of-a-customer-s-orders); a new one may show up minutes later. */
export const readOrders = (client: Client, microsoftId: string): Promise<readonly Order[]> =>
  certainItems(client, order, { path: path('customers', microsoftId, 'orders'), token: 'app' });

const named = z.object({ id: z.string() });

/**
 * The ids of a customer's orders; undefined where Partner Center refuses to list them. Raises what may pass: the same is
 * asked again later.
 */
export const orderIds = async (client: Client, microsoftId: string): Promise<readonly string[] | undefined> => {
  try {
    const call = { path: path('customers', microsoftId, 'orders'), token: 'app' } as const;
    return (await everyItem(client, named, call)).map(({ id }) => id);
  } catch (error) {
    if (error instanceof RestError && !error.retryable) return undefined;
    throw error;
  }
};

// Orders and carts are dated by different parts of the service.
const tolerance = 5 * 60 * 1000;

/** A line of a cart that was bought, as an order holds it. */
export interface BoughtLine {
  readonly catalogItemId: string;
  readonly quantity: number | undefined;
}

/** Is it that line: the same offer, and as many? */
export const isLine = ({ offerId, quantity }: NonNullable<Order['lineItems']>[number], wanted: BoughtLine): boolean =>
  offerId?.toLowerCase() === wanted.catalogItemId.toLowerCase() &&
  (wanted.quantity === undefined || quantity === null || quantity === undefined || quantity === wanted.quantity);

/**
 * What was bought of a cart that was submitted, by the customer's orders since it was made; undefined when there is none
 * (yet). `before`: orders that were there already, whatever they hold.
 */
export const boughtSince = async (
  client: Client,
  microsoftId: string,
  createdAt: string,
  lines: readonly BoughtLine[],
  before: readonly string[] = [],
): Promise<Bought | undefined> => {
  const since = Date.parse(createdAt) - tolerance;
  const orders = (await readOrders(client, microsoftId)).filter(({ id, creationDate, lineItems }) => {
    const isOlder = before.includes(id) || Date.parse(creationDate ?? '') < since;
    return !isOlder && (lineItems ?? []).some((one) => lines.some((line) => isLine(one, line)));
  });
  return orders.length === 0 ? undefined : { orders, faults: new Map() };
};

const provisioning = z.object({ lineItemNumber: z.number().nullish(), status: z.string() });

/** Is every line of an order delivered (developer/get-order-provisioning-status)? */
export const isProvisioned = async (client: Client, microsoftId: string, orderId: string): Promise<boolean> => {
  const call = {
    path: path('customers', microsoftId, 'orders', orderId, 'provisioningstatus'),
    token: 'user',
  } as const;
  const lines = await everyItem(client, provisioning, call);
  return lines.length > 0 && lines.every(({ status }) => status.toLowerCase() === 'fulfilled');
};

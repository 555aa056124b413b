import * as z from 'zod';
import { type Bought, type Cart, order, type Order } from './carts.ts';
import { path, type Client } from './client.ts';
import { certainItems, everyItem } from './pages.ts';

/** A customer's orders (developer/get-all-of-a-customer-s-orders); a new one may show up minutes later. */
export const readOrders = (client: Client, microsoftId: string): Promise<readonly Order[]> =>
  certainItems(client, order, { path: path('customers', microsoftId, 'orders'), token: 'app' });

// Orders and carts are dated by different parts of the service.
const tolerance = 5 * 60 * 1000;

/** What was bought of a cart, by the customer's orders since the cart was made; undefined when there is none (yet). */
export const boughtSince = async (
  client: Client,
  microsoftId: string,
  cart: Pick<Cart, 'createdAt' | 'lines'>,
): Promise<Bought | undefined> => {
  const ids = new Set(cart.lines.map(({ catalogItemId }) => catalogItemId.toLowerCase()));
  const since = Date.parse(cart.createdAt) - tolerance;
  const orders = (await readOrders(client, microsoftId)).filter(({ creationDate, lineItems }) => {
    const isOlder = Date.parse(creationDate ?? '') < since;
    return !isOlder && (lineItems ?? []).some(({ offerId }) => ids.has(offerId?.toLowerCase() ?? ''));
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

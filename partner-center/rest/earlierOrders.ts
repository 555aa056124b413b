import type { OrderLine } from '../partnerCenter.ts';
import type { Client } from './client.ts';
import { skuOf } from './offerId.ts';
import { readOrders } from './orders.ts';

// Orders are dated by the service, and what they are compared with by this machine.
const tolerance = 5 * 60 * 1000;

/** Lines by their place in the request, with the subscription where that is said. */
export type Ordered = ReadonlyMap<number, string | undefined>;

/**
 * The lines that the customer's orders since that time (absent: all) hold already: of the same product and as many, each
 * order line counting once. For work that began in a former life of the bot, whose notes may be lost: a folder that was
 * copied in between and put back knows of no cart. Whole catalogue ids are not compared, since they age; `before` are orders
 * that were there already.
 */
export const orderedEarlier = async (
  client: Client,
  microsoftId: string,
  lines: ReadonlyMap<number, OrderLine>,
  since: string | undefined,
  before: readonly string[] = [],
): Promise<Ordered> => {
  if (lines.size === 0) return new Map();
  const from = since === undefined ? -Infinity : Date.parse(since) - tolerance;
  const orders = await readOrders(client, microsoftId);
  const free = orders
    .filter(({ id, creationDate }) => !before.includes(id) && !(Date.parse(creationDate ?? '') < from))
    .flatMap(({ lineItems }) => lineItems ?? []);
  const found = new Map<number, string | undefined>();
  for (const [id, line] of lines) {
    const at = free.findIndex(({ offerId, quantity }) => isOf(offerId ?? '', line) && quantity === line.quantity);
    const [made] = at === -1 ? [] : free.splice(at, 1);
    if (made !== undefined) found.set(id, made.subscriptionId ?? undefined);
  }
  return found;
};

const isOf = (catalogItemId: string, { offerId }: OrderLine): boolean => {
  const sku = skuOf(offerId);
  const [product, name] = catalogItemId.toLowerCase().split(':');
  return sku !== undefined && product === sku.productId.toLowerCase() && name === sku.skuId.toLowerCase();
};

import { PartnerCenterError } from '../fault.ts';
import type { OrderedLine, OrderLine, Resumed } from '../partnerCenter.ts';
import { billingOf, readAvailabilities } from './availabilities.ts';
import { type Begun, boughtLine, buy } from './checkout.ts';
import { type Bought, type Cart, type CartItem, createCart } from './carts.ts';
import type { Client } from './client.ts';
import { orderedEarlier, type Ordered } from './earlierOrders.ts';
import type { KeptCart, Memory } from './memory.ts';
import { skuOf } from './offerId.ts';
import { isLine, orderIds } from './orders.ts';

/** What orders are made with. */
export interface OrderTools {
  readonly client: Client;
  readonly memory: Memory;
  readonly newId: () => string;
}

/** Faults of lines by their place in the request. */
type Refused = Map<number, Extract<OrderedLine, { error: unknown }>>;

/** A line with the catalogue id it has at this moment, or why it has none: ids age. Raises PartnerCenterError where that is not said. */
const itemOf = async (
  client: Client,
  microsoftId: string,
  line: OrderLine,
  id: number,
): Promise<CartItem | Extract<OrderedLine, { error: unknown }>> => {
  const { offerId, term, billing } = line;
  const sku = skuOf(offerId);
  if (sku === undefined) return { offerId, error: { reason: 'offer-unavailable' } };
  const unnamed = [billingOf(billing)].filter((one) => one !== undefined);
  let unread = 0;
  const where = { microsoftId, segment: sku.segment };
  const there = await readAvailabilities(client, sku, where, unnamed, () => (unread += 1));
  const own = there.filter(({ segment }) => segment === sku.segment);
  const found = own.find(({ plans }) => plans.some((plan) => plan.term === term && plan.billing === billing));
  if (found !== undefined) return { id, catalogItemId: found.catalogItemId, line };
  // What is wanted may be what could not be read.
  if (unread > 0) throw new PartnerCenterError({ reason: 'unreadable' }, '', true);
  return { offerId, error: { reason: own.length === 0 ? 'offer-unavailable' : 'term' } };
};

/** A cart of the lines that can be bought; those that cannot are noted in `refused`. Undefined when none can. */
const fill = async (
  { client, newId }: OrderTools,
  microsoftId: string,
  lines: readonly OrderLine[],
  { refused, earlier }: Beside,
): Promise<Cart | undefined> => {
  const wanted = [...lines.entries()].filter(([id]) => !earlier.has(id));
  const found = await Promise.all(wanted.map(([id, line]) => itemOf(client, microsoftId, line, id)));
  found.forEach((one, at) => 'error' in one && refused.set(wanted[at]?.[0] ?? at, one));
  let items = found.filter((one) => 'catalogItemId' in one);
  while (items.length > 0) {
    const cart = await createCart(client, microsoftId, items, newId());
    const bad = cart.lines.filter(({ fault }) => fault !== undefined);
    if (bad.length === 0) return cart;
    // A cart is bought as a whole: the good lines go into another one, and this one expires.
    for (const { id, fault } of bad)
      refused.set(id, { offerId: lines[id]?.offerId ?? '', error: fault ?? { reason: 'other' } });
    const left = items.filter(({ id }) => !refused.has(id));
    if (left.length === items.length) throw new PartnerCenterError({ reason: 'other' }, '', false);
    items = left;
  }
  return undefined;
};

/** What became of each line, from what was bought: lines find their order by offer and number, each order line once. */
const results = (
  lines: readonly OrderLine[],
  cart: KeptCart,
  bought: Bought,
  { refused, earlier }: Beside,
): OrderedLine[] => {
  const free = bought.orders.flatMap(({ lineItems }) => lineItems ?? []);
  return lines.map(({ offerId }, id): OrderedLine => {
    if (earlier.has(id)) return orderedLine(offerId, earlier.get(id));
    const own = cart.lines.find((one) => one.id === id);
    if (own === undefined) return refused.get(id) ?? { offerId, error: { reason: 'offer-unavailable' } };
    const wanted = boughtLine(own, lines);
    const same = free.findIndex((one) => isLine(one, wanted));
    const at = same === -1 ? free.findIndex((one) => isLine(one, { ...wanted, quantity: undefined })) : same;
    const [made] = at === -1 ? [] : free.splice(at, 1);
    if (made !== undefined) return orderedLine(offerId, made.subscriptionId ?? undefined);
    const fault = bought.faults.get(own.group ?? '') ?? bought.faults.get('');
    return { offerId, error: fault ?? { reason: 'already-processing' } };
  });
};

/** Lines that are in no cart: refused ones, and those that an earlier order holds. */
interface Beside {
  readonly refused: Refused;
  readonly earlier: Ordered;
}

const orderedLine = (offerId: string, subscriptionId: string | undefined): OrderedLine => ({
  offerId,
  ...(subscriptionId === undefined || subscriptionId === '' ? {} : { subscriptionId }),
});

/**
 * Orders lines once: a cart with today's catalogue ids, noted before it is bought, with the orders that the customer has
 * already. When the request was begun before, the same cart is bought. Of work that was resumed, lines of no noted cart are
 * looked for among the customer's orders before they are put into one.
 */
export const order = async (
  tools: OrderTools,
  microsoftId: string,
  lines: readonly OrderLine[],
  requestId: string,
  resumed?: Resumed,
): Promise<readonly OrderedLine[]> => {
  const { client, memory } = tools;
  const refused: Refused = new Map();
  const note = await memory.begin(requestId);
  const kept = note?.cart;
  const unnoted = [...lines.entries()].filter(([id]) => kept?.lines.some((one) => one.id === id) !== true);
  const earlier: Ordered =
    resumed === undefined
      ? new Map()
      : await orderedEarlier(client, microsoftId, new Map(unnoted), resumed.since, note?.orders);
  const beside = { refused, earlier };
  const buyIt = async (cart: KeptCart, before: Begun['before']) =>
    results(lines, cart, await buy(tools, microsoftId, lines, { requestId, cart, before }), beside);
  if (kept !== undefined) return buyIt(kept, note?.orders);
  const before = note?.orders ?? (await orderIds(client, microsoftId));
  if (before !== undefined) await memory.keepOrders(requestId, before);
  const cart = await fill(tools, microsoftId, lines, beside);
  if (cart === undefined) return results(lines, { id: '', createdAt: '', lines: [] }, nothing, beside);
  await memory.keepCart(requestId, cart);
  return buyIt(cart, before);
};

const nothing: Bought = { orders: [], faults: new Map() };

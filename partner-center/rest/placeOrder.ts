import type { OrderLine, OrderLineResult } from '../rules/cart.ts';
import { type Cart, type CartItem, checkOut, type CheckoutResult, createCart } from './carts.ts';
import type { RestDeps } from './idempotentChange.ts';
import { derivedId, type RequestAttempt, type RequestJournal, type StoredCart } from './requestJournal.ts';
import {
  type BoughtLine,
  type EarlierLines,
  findCheckout,
  findEarlierLines,
  isSameLine,
  orderIds,
} from './customerOrders.ts';
import { isOutcomeUnknown, RestError } from './restError.ts';
import { PartnerCenterError } from '../rules/fault.ts';
import type { Resumption } from '../partnerCenter.ts';
import { parseBillingCycle, parseOfferId, readAvailabilities } from './skus.ts';
import type { RestClient } from './client.ts';

/** Codes of refusals of a cart that was checked out before. */
const submittedCodes: ReadonlySet<string> = new Set(['800064', '800065']);

/** True for refusals that say this cart was submitted, or no longer exists. */
const mayBeBought = ({ fault: { code, reason } }: RestError): boolean =>
  submittedCodes.has(code ?? '') || reason === 'cart-gone';

/** True when the cart was certainly not bought. Throttled, timed-out and unauthorized calls leave that open. */
const isCheckoutRefused = ({ status, fault: { reason } }: RestError): boolean =>
  status !== undefined &&
  status >= 400 &&
  status < 500 &&
  ![401, 408, 429].includes(status) &&
  reason !== 'already-processing';

/**
 * Checks out a cart once. A checkout is idempotent: a bought cart is answered as the first time, or refused as
 * submitted (developer/checkout-a-cart). So an unknown outcome is settled by checking out the same cart again; the
 * customer's orders are searched only when the cart is known to be submitted.
 */
const checkOutOnce = async (
  tools: RestDeps,
  microsoftId: string,
  lines: readonly OrderLine[],
  begun: PendingCheckout,
): Promise<CheckoutResult> => {
  const { cart, attempt, before } = begun;
  const { client, memory } = tools;
  const ask = () => checkOut(client, microsoftId, cart.id, derivedId(attempt.requestId, cart.id));
  try {
    return await ask().catch((error: unknown) => {
      if (isOutcomeUnknown(error)) return ask();
      throw error;
    });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (mayBeBought(error)) {
      const wanted = cart.lines.map((one) => toBoughtLine(one, lines));
      const bought = await findCheckout(client, microsoftId, cart.createdAt, wanted, before);
      if (bought !== undefined) return bought;
    }
    if (isCheckoutRefused(error)) await memory.forget(attempt);
    throw error;
  }
};

/** A cart stored for a request, and the ids of the orders the customer had before. */
interface PendingCheckout {
  readonly attempt: RequestAttempt;
  readonly cart: StoredCart;
  readonly before: readonly string[] | undefined;
}

/** A cart line in the form in which an order contains it. */
const toBoughtLine = ({ id, catalogItemId }: StoredCart['lines'][number], lines: readonly OrderLine[]): BoughtLine => ({
  catalogItemId,
  quantity: lines[id]?.quantity,
});

/** Dependencies of placing orders. */
interface OrderDeps {
  readonly client: RestClient;
  readonly memory: RequestJournal;
  readonly newId: () => string;
}

/** Refused lines by their place in the request. */
type RefusedLines = Map<number, Extract<OrderLineResult, { error: unknown }>>;

/**
 * The line as a cart item with its present catalog item id, or its fault. Raises PartnerCenterError when unreadable.
 */
const cartItemOf = async (
  client: RestClient,
  microsoftId: string,
  line: OrderLine,
  id: number,
): Promise<CartItem | Extract<OrderLineResult, { error: unknown }>> => {
  const { offerId, term, billing } = line;
  const sku = parseOfferId(offerId);
  if (sku === undefined) return { offerId, error: { reason: 'offer-unavailable' } };
  const unnamed = [parseBillingCycle(billing)].filter((one) => one !== undefined);
  let unread = 0;
  const where = { microsoftId, segment: sku.segment };
  const there = await readAvailabilities(client, sku, where, unnamed, () => (unread += 1));
  const own = there.filter(({ segment }) => segment === sku.segment);
  const found = own.find(({ plans }) => plans.some((plan) => plan.term === term && plan.billing === billing));
  if (found !== undefined) return { id, catalogItemId: found.catalogItemId, line };
  // The wanted plan may be among the unreadable items.
  if (unread > 0) throw new PartnerCenterError({ reason: 'unreadable' }, '', true);
  return { offerId, error: { reason: own.length === 0 ? 'offer-unavailable' : 'term' } };
};

/** Creates a cart of the lines that can be bought; others are added to `refused`. Undefined when none can be bought. */
const fillCart = async (
  { client, newId }: OrderDeps,
  microsoftId: string,
  lines: readonly OrderLine[],
  { refused, earlier }: LinesOutsideCart,
): Promise<Cart | undefined> => {
  const wanted = [...lines.entries()].filter(([id]) => !earlier.has(id));
  const found = await Promise.all(wanted.map(([id, line]) => cartItemOf(client, microsoftId, line, id)));
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

/** Result of each line: matched to the order lines by offer and quantity, each order line used once. */
const lineResults = (
  lines: readonly OrderLine[],
  cart: StoredCart,
  bought: CheckoutResult,
  { refused, earlier }: LinesOutsideCart,
): OrderLineResult[] => {
  const free = bought.orders.flatMap(({ lineItems }) => lineItems ?? []);
  return lines.map(({ offerId }, id): OrderLineResult => {
    if (earlier.has(id)) return boughtResult(offerId, earlier.get(id));
    const own = cart.lines.find((one) => one.id === id);
    if (own === undefined) return refused.get(id) ?? { offerId, error: { reason: 'offer-unavailable' } };
    const wanted = toBoughtLine(own, lines);
    const same = free.findIndex((one) => isSameLine(one, wanted));
    const at = same === -1 ? free.findIndex((one) => isSameLine(one, { ...wanted, quantity: undefined })) : same;
    const [made] = at === -1 ? [] : free.splice(at, 1);
    if (made !== undefined) return boughtResult(offerId, made.subscriptionId ?? undefined);
    const fault = bought.faults.get(own.group ?? '') ?? bought.faults.get('');
    return { offerId, error: fault ?? { reason: 'already-processing' } };
  });
};

/** Lines outside the cart: refused ones, and those an earlier order contains. */
interface LinesOutsideCart {
  readonly refused: RefusedLines;
  readonly earlier: EarlierLines;
}

const boughtResult = (offerId: string, subscriptionId: string | undefined): OrderLineResult => ({
  offerId,
  ...(subscriptionId === undefined || subscriptionId === '' ? {} : { subscriptionId }),
});

/**
 * Orders lines once per request: creates a cart with the present catalog item ids and stores it, with the ids of the
 * customer's earlier orders, before the checkout. A request begun before checks out the same cart. For resumed work,
 * lines outside a stored cart are first searched among the customer's orders.
 */
export const placeOrder = async (
  tools: OrderDeps,
  microsoftId: string,
  lines: readonly OrderLine[],
  requestId: string,
  resumed?: Resumption,
): Promise<readonly OrderLineResult[]> => {
  const { client, memory } = tools;
  const refused: RefusedLines = new Map();
  const attempt = await memory.begin(requestId);
  const note = attempt.earlier;
  const kept = note?.cart;
  const unnoted = [...lines.entries()].filter(([id]) => kept?.lines.some((one) => one.id === id) !== true);
  const earlier: EarlierLines =
    resumed === undefined
      ? new Map()
      : await findEarlierLines(client, microsoftId, new Map(unnoted), resumed.since, note?.orders);
  const beside = { refused, earlier };
  const buyIt = async (cart: StoredCart, before: PendingCheckout['before']) =>
    lineResults(lines, cart, await checkOutOnce(tools, microsoftId, lines, { attempt, cart, before }), beside);
  if (kept !== undefined) return buyIt(kept, note?.orders);
  const found = note?.orders ?? (await orderIds(client, microsoftId));
  const before = found === undefined ? undefined : await memory.saveOrders(requestId, found);
  const cart = await fillCart(tools, microsoftId, lines, beside);
  if (cart === undefined) return lineResults(lines, { id: '', createdAt: '', lines: [] }, noPurchase, beside);
  // Another process's where this one stood still meanwhile: two carts would be two orders. An unused one expires.
  return buyIt(await memory.saveCart(requestId, cart), before);
};

const noPurchase: CheckoutResult = { orders: [], faults: new Map() };

import * as z from 'zod';
import {
  type ApiRequest,
  attributes,
  createdResponse,
  type Handler,
  link,
  okResponse,
  parseBody,
  pathParam,
} from './apiRequest.ts';
import { checkedLines, planOfLine } from './cartLines.ts';
import { requireCustomer } from './customerHandlers.ts';
import {
  cartLineRecord,
  type CartLineRecord,
  type CartRecord,
  type OrderRecord,
  type SimulatedCustomer,
} from './state.ts';
import { apiError, describeError, type ErrorCode, isErrorCode } from './apiError.ts';
import { type Offer, recordedOffers } from '../partner-center/rules/catalog.ts';
import { type OrderLine, processOrder } from '../partner-center/rules/cart.ts';
import { hasAgreement } from './agreementHandlers.ts';
import { writeAuditRecord } from './auditRecords.ts';
import { offerOfItem } from './productHandlers.ts';
import { orderBody } from './orderHandlers.ts';
import { segmentsOf } from './qualificationHandlers.ts';
import { defined } from '../lib/optional.ts';
import { dayMs } from '../lib/durations.ts';

const cartBody = z.object({ lineItems: z.array(cartLineRecord).min(1) });

/** Milliseconds a cart lives after its last change: seven days. */
const cartLifetime = 7 * dayMs;

const cartResource = ({ id, customer, created: at, modified, expires, user, status, lines }: CartRecord): object => ({
  id,
  creationTimestamp: at,
  lastModifiedTimestamp: modified,
  expirationTimestamp: expires,
  lastModifiedUser: user,
  status,
  lineItems: lines,
  links: { self: link(`/customers/${customer}/carts/${id}`) },
  attributes: attributes('Cart'),
});

const sellingCustomer = (request: ApiRequest): SimulatedCustomer => {
  if (request.partner.type === 'indirect-reseller') throw apiError('1002');
  return requireCustomer(request);
};

/** The cart that a request names. Raises ApiError 800008 when there is none or it has expired. */
const requireCart = (request: ApiRequest, customer: SimulatedCustomer): CartRecord => {
  const cart = request.state.carts.get(pathParam(request, 'cart'));
  if (cart?.customer !== customer.id || Date.parse(cart.expires) <= request.now().getTime()) throw apiError('800008');
  return cart;
};

const saveCart = (
  request: ApiRequest,
  customer: SimulatedCustomer,
  before: Pick<CartRecord, 'id' | 'created'>,
): CartRecord => {
  const lines = checkedLines(request, customer, parseBody(request.body, cartBody).lineItems);
  const modified = request.now().toISOString();
  const expires = new Date(request.now().getTime() + cartLifetime).toISOString();
  const user = request.token.clientId;
  const cart: CartRecord = { ...before, customer: customer.id, modified, expires, user, status: 'Active', lines };
  request.state.carts.set(cart.id, cart);
  return cart;
};

/** POST customers/{id}/carts: 201 also when lines are invalid. */
export const postCart: Handler = (request) => {
  const customer = sellingCustomer(request);
  const cart = saveCart(request, customer, { id: request.newId(), created: request.now().toISOString() });
  return createdResponse(cartResource(cart));
};

/** PUT customers/{id}/carts/{cart}: replaces the lines; an ordered cart cannot be changed. */
export const putCart: Handler = (request) => {
  const customer = sellingCustomer(request);
  const cart = requireCart(request, customer);
  if (cart.status === 'Ordered') throw apiError('800065', { fill: [cart.id] });
  return okResponse(cartResource(saveCart(request, customer, cart)));
};

/** GET customers/{id}/carts/{cart}. */
export const getCart: Handler = (request) => okResponse(cartResource(requireCart(request, requireCustomer(request))));

const reviewErrors: Readonly<Record<string, ErrorCode>> = {
  UnderReview: '800073',
  Unknown: '800074',
  NotAllowed: '800075',
};

/** Raises ApiError when the customer may not buy: its account is under review, or no agreement is recorded. */
export const checkMayBuy = (request: ApiRequest, customer: SimulatedCustomer): void => {
  if (!request.partner.mpaSigned) throw apiError('900124');
  const review = reviewErrors[customer.validationStatus];
  if (review !== undefined) throw apiError(review);
  if (!hasAgreement(request, customer)) throw apiError('13605');
};

interface CheckoutLine {
  readonly line: CartLineRecord;
  readonly offer: Offer;
  readonly term: string;
  /** Error code of a line that cannot be sold; undefined when it can. */
  readonly fault: ErrorCode | undefined;
}

const resellerOfLine = ({ participants = [] }: CartLineRecord): string | undefined =>
  participants.find(({ key }) => key === 'transaction_reseller')?.value;

const checkResellers = (request: ApiRequest, lines: readonly CartLineRecord[]): void => {
  const unsigned = request.partner.resellers.filter(({ mpaSigned }) => !mpaSigned).map(({ mpnId }) => mpnId);
  if (lines.some((line) => unsigned.includes(resellerOfLine(line) ?? ''))) throw apiError('900123');
};

const checkoutLines = (
  request: ApiRequest,
  customer: SimulatedCustomer,
  lines: readonly CartLineRecord[],
): readonly CheckoutLine[] => {
  const found = lines.map((line) => {
    const offer = offerOfItem(line.catalogItemId, customer.address.country, request.state.edition);
    if (offer === undefined) throw apiError('400019');
    const plan = planOfLine(offer, line) ?? { term: '', billing: 'none' };
    const order: OrderLine = { offerId: offer.id, ...plan, quantity: line.quantity };
    return { line, offer, order };
  });
  const kept = [...request.state.subscriptions.values()].filter(
    ({ customer: of, status }) => of === customer.id && status !== 'deleted',
  );
  const owned = kept.map(({ catalogueOffer }) => catalogueOffer);
  const held = kept.map(({ catalogueOffer: offerId, quantity: n }) => ({ offerId, n }));
  const results = processOrder(
    found.map(({ order }) => order),
    recordedOffers(),
    { segments: segmentsOf(customer), owned, held },
    request.newId,
  );
  return found.map(({ line, offer, order }, at) => {
    const result = results[at];
    const code = result !== undefined && 'error' in result ? (result.error.code ?? '800009') : undefined;
    const fault = code === undefined ? undefined : isErrorCode(code) ? code : '800009';
    return { line, offer, term: order.term, fault };
  });
};

const newOrderRecord = (request: ApiRequest, cart: CartRecord, lines: readonly CheckoutLine[]): OrderRecord => ({
  id: request.newId().replaceAll('-', '').slice(0, 12),
  alternateId: request.newId().replaceAll('-', '').slice(0, 12),
  customer: cart.customer,
  cart: cart.id,
  billingCycle: lines[0]?.line.billingCycle ?? 'none',
  created: request.now().toISOString(),
  looks: 0,
  completed: false,
  lines: lines.map(({ line, offer, term }) => {
    const reseller = resellerOfLine(line);
    return {
      offerId: line.catalogItemId,
      catalogueOffer: offer.id,
      offerName: offer.name,
      subscriptionId: request.newId(),
      termDuration: term,
      friendlyName: line.friendlyName ?? offer.name,
      quantity: line.quantity,
      ...defined({ partnerIdOnRecord: reseller }),
    };
  }),
});

// A second checkout fails: with 800064 while the orders are pending, afterwards with 800065.
const checkNotOrdered = ({ state }: ApiRequest, { id, status }: CartRecord): void => {
  if (status !== 'Ordered') return;
  const pending = [...state.orders.values()].some(({ cart, completed }) => cart === id && !completed);
  throw apiError(pending ? '800064' : '800065', { fill: [id] });
};

/**
 * POST customers/{id}/carts/{cart}/checkout: creates one order for each order group; a group with a line that cannot be
 * sold is not ordered and appears in `orderErrors`. Lines with a cart error are skipped.
 */
export const postCheckout: Handler = (request) => {
  if (request.partner.type === 'indirect-reseller') throw apiError('1002');
  const customer = requireCustomer(request);
  const cart = requireCart(request, customer);
  checkNotOrdered(request, cart);
  checkMayBuy(request, customer);
  const good = cart.lines.filter(({ error }) => error === undefined);
  if (good.length === 0) throw apiError('800009');
  checkResellers(request, good);
  const bought = checkoutLines(request, customer, good);
  const groups = [...new Set(good.map(({ orderGroup = '0' }) => orderGroup))].map((orderGroupId) => {
    const lines = bought.filter(({ line }) => (line.orderGroup ?? '0') === orderGroupId);
    return { orderGroupId, lines, code: request.sideEffects.orderError ?? lines.find(({ fault }) => fault)?.fault };
  });
  const orders = groups
    .filter(({ code }) => code === undefined)
    .map(({ lines }) => newOrderRecord(request, cart, lines));
  for (const order of orders) {
    request.state.orders.set(order.id, order);
    const data = { OrderId: order.id, AlternateId: order.alternateId, BillingCycle: order.billingCycle };
    writeAuditRecord(request, customer, {
      resourceType: 'order',
      operationType: 'create_order',
      value: orderBody(order),
      data,
    });
  }
  if (orders.length > 0) request.state.carts.set(cart.id, { ...cart, status: 'Ordered' });
  const orderErrors = groups.flatMap(({ orderGroupId, code }) =>
    code === undefined
      ? []
      : [
          {
            orderGroupId,
            code: Number(code),
            description: isErrorCode(code) ? describeError(code) : 'Unexpected error',
          },
        ],
  );
  return createdResponse({ orders: orders.map(orderBody), ...(orderErrors.length > 0 ? { orderErrors } : {}) });
};

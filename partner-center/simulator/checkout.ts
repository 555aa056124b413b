import type { Offer } from '../offer.ts';
import { orderLines } from '../orderRules.ts';
import type { OrderLine } from '../partnerCenter.ts';
import { recordedOffers } from '../catalogue.ts';
import { hasAgreement } from './agreements.ts';
import { record } from './audit.ts';
import { type Call, created, type Handler } from './call.ts';
import { cartOf } from './carts.ts';
import { planOf } from './cartLines.ts';
import { offerOf } from './catalogue.ts';
import { customerOf } from './customers.ts';
import { type ErrorCode, isErrorCode } from './errors.ts';
import { orderResource } from './orderResource.ts';
import { segmentsOf } from './qualifications.ts';
import type { Cart, CartLine, Order } from './records.ts';
import { describe, refusal } from './refusal.ts';
import type { SimulatedCustomer } from './world.ts';

const reviews: Readonly<Record<string, ErrorCode>> = {
  UnderReview: '800073',
  Unknown: '800074',
  NotAllowed: '800075',
};

/** Raises Refusal when the customer may not buy: its account is under review, or no agreement is recorded. */
export const mayBuy = (call: Call, customer: SimulatedCustomer): void => {
  if (!call.partner.mpaSigned) throw refusal('900124');
  const review = reviews[customer.validationStatus];
  if (review !== undefined) throw refusal(review);
  if (!hasAgreement(call, customer)) throw refusal('13605');
};

interface Bought {
  readonly line: CartLine;
  readonly offer: Offer;
  readonly term: string;
  /** Why it is not sold; undefined when it is. */
  readonly fault: ErrorCode | undefined;
}

const resellerOf = ({ participants = [] }: CartLine): string | undefined =>
  participants.find(({ key }) => key === 'transaction_reseller')?.value;

const reselling = (call: Call, lines: readonly CartLine[]): void => {
  const unsigned = call.partner.resellers.filter(({ mpaSigned }) => !mpaSigned).map(({ mpnId }) => mpnId);
  if (lines.some((line) => unsigned.includes(resellerOf(line) ?? ''))) throw refusal('900123');
};

const judged = (call: Call, customer: SimulatedCustomer, lines: readonly CartLine[]): readonly Bought[] => {
  const found = lines.map((line) => {
    const offer = offerOf(line.catalogItemId, customer.address.country, call.world.edition);
    if (offer === undefined) throw refusal('400019');
    const plan = planOf(offer, line) ?? { term: '', billing: 'none' };
    const order: OrderLine = { offerId: offer.id, ...plan, quantity: line.quantity };
    return { line, offer, order };
  });
  const owned = [...call.world.subscriptions.values()]
    .filter(({ customer: of, status }) => of === customer.id && status !== 'deleted')
    .map(({ catalogueOffer }) => catalogueOffer);
  const results = orderLines(
    found.map(({ order }) => order),
    recordedOffers(),
    { segments: segmentsOf(customer), owned },
    call.newId,
  );
  return found.map(({ line, offer, order }, at) => {
    const result = results[at];
    const code = result !== undefined && 'error' in result ? (result.error.code ?? '800009') : undefined;
    const fault = code === undefined ? undefined : isErrorCode(code) ? code : '800009';
    return { line, offer, term: order.term, fault };
  });
};

const newOrder = (call: Call, cart: Cart, lines: readonly Bought[]): Order => ({
  id: call.newId().replaceAll('-', '').slice(0, 12),
  alternateId: call.newId().replaceAll('-', '').slice(0, 12),
  customer: cart.customer,
  cart: cart.id,
  billingCycle: lines[0]?.line.billingCycle ?? 'none',
  created: call.now().toISOString(),
  looks: 0,
  completed: false,
  lines: lines.map(({ line, offer, term }) => {
    const reseller = resellerOf(line);
    return {
      offerId: line.catalogItemId,
      catalogueOffer: offer.id,
      offerName: offer.name,
      subscriptionId: call.newId(),
      termDuration: term,
      friendlyName: line.friendlyName ?? offer.name,
      quantity: line.quantity,
      ...(reseller === undefined ? {} : { partnerIdOnRecord: reseller }),
    };
  }),
});

// Two checkouts of a cart: while its orders are on their way it is being processed, afterwards it was submitted.
const orderedOnce = ({ world }: Call, { id, status }: Cart): void => {
  if (status !== 'Ordered') return;
  const pending = [...world.orders.values()].some(({ cart, completed }) => cart === id && !completed);
  throw refusal(pending ? '800064' : '800065', { fill: [id] });
};

/**
 * POST customers/{id}/carts/{cart}/checkout: one order an order group; a group with a line that cannot be sold is in
 * `orderErrors` instead and none of it is bought. Lines with a cart error are left out.
 */
export const checkout: Handler = (call) => {
  if (call.partner.type === 'indirect-reseller') throw refusal('1002');
  const customer = customerOf(call);
  const cart = cartOf(call, customer);
  orderedOnce(call, cart);
  mayBuy(call, customer);
  const good = cart.lines.filter(({ error }) => error === undefined);
  if (good.length === 0) throw refusal('800009');
  reselling(call, good);
  const bought = judged(call, customer, good);
  const groups = [...new Set(good.map(({ orderGroup = '0' }) => orderGroup))].map((orderGroupId) => {
    const lines = bought.filter(({ line }) => (line.orderGroup ?? '0') === orderGroupId);
    return { orderGroupId, lines, code: call.injected.orderError ?? lines.find(({ fault }) => fault)?.fault };
  });
  const orders = groups.filter(({ code }) => code === undefined).map(({ lines }) => newOrder(call, cart, lines));
  for (const order of orders) {
    call.world.orders.set(order.id, order);
    const data = { OrderId: order.id, AlternateId: order.alternateId, BillingCycle: order.billingCycle };
    record(call, customer, { resourceType: 'order', operationType: 'create_order', value: orderResource(order), data });
  }
  if (orders.length > 0) call.world.carts.set(cart.id, { ...cart, status: 'Ordered' });
  const orderErrors = groups.flatMap(({ orderGroupId, code }) =>
    code === undefined
      ? []
      : [{ orderGroupId, code: Number(code), description: isErrorCode(code) ? describe(code) : 'Unexpected error' }],
  );
  return created({ orders: orders.map(orderResource), ...(orderErrors.length > 0 ? { orderErrors } : {}) });
};

import { type ApiRequest, attributes, type Handler, link, listBody, okResponse, pathParam } from './apiRequest.ts';
import type { OrderRecord, SimulatedCustomer, SubscriptionRecord } from './state.ts';
import { lotOf } from '../partner-center/rules/subscriptionRules.ts';
import { requireCustomer } from './customerHandlers.ts';
import { apiError } from './apiError.ts';
import { recordedOfferOf } from './subscriptionResource.ts';
import { defined } from '../lib/optional.ts';

/** Body of an order; its lines have no subscription before it is completed. */
export const orderBody = (order: OrderRecord): object => {
  const self = `/customers/${order.customer}/orders/${order.id}`;
  return {
    id: order.id,
    alternateId: order.alternateId,
    referenceCustomerId: order.customer,
    billingCycle: order.billingCycle,
    currencyCode: 'USD',
    currencySymbol: '$',
    lineItems: order.lines.map((line, lineItemNumber) => {
      const { offerId, subscriptionId, termDuration, friendlyName, quantity, partnerIdOnRecord } = line;
      const [product = '', sku = ''] = offerId.split(':');
      return {
        lineItemNumber,
        offerId,
        termDuration,
        friendlyName,
        quantity,
        ...(order.completed ? { subscriptionId } : {}),
        transactionType: 'New',
        ...defined({ partnerIdOnRecord }),
        links: { sku: link(`/products/${product}/skus/${sku}`) },
      };
    }),
    creationDate: order.created,
    status: order.completed ? 'completed' : 'pending',
    transactionType: 'UserPurchase',
    links: { provisioningStatus: link(`${self}/provisioningstatus`), self: link(self) },
    attributes: attributes('Order'),
  };
};

const createSubscriptions = (request: ApiRequest, order: OrderRecord): void => {
  for (const line of order.lines) {
    const subscription: SubscriptionRecord = {
      id: line.subscriptionId,
      customer: order.customer,
      order: order.id,
      offerId: line.offerId,
      catalogueOffer: line.catalogueOffer,
      offerName: line.offerName,
      friendlyName: line.friendlyName,
      quantity: line.quantity,
      status: 'active',
      // The recorded trials have no paid offer to renew to.
      autoRenewEnabled: recordedOfferOf(line)?.trial !== true,
      billingCycle: order.billingCycle,
      termDuration: line.termDuration,
      partnerId: line.partnerIdOnRecord ?? '',
      created: order.created,
      version: 1,
      refundable: [lotOf(line.quantity, new Date(order.created))],
    };
    request.state.subscriptions.set(subscription.id, subscription);
  }
};

/**
 * Returns a customer's orders and advances them, for every request that shows orders or subscriptions: the first
 * request sees an order pending, the next one completed.
 */
export const advanceOrders = (request: ApiRequest, customer: SimulatedCustomer): readonly OrderRecord[] => {
  const { orders } = request.state;
  for (const order of [...orders.values()].filter((one) => one.customer === customer.id && !one.completed)) {
    const completed = order.looks > 0;
    orders.set(order.id, { ...order, looks: order.looks + 1, completed });
    if (completed) createSubscriptions(request, order);
  }
  return [...orders.values()].filter((one) => one.customer === customer.id);
};

const requireOrder = (request: ApiRequest): OrderRecord => {
  const found = advanceOrders(request, requireCustomer(request)).find(({ id }) => id === pathParam(request, 'order'));
  if (found === undefined) throw apiError('20000');
  return found;
};

/** GET customers/{id}/orders. */
export const listOrders: Handler = (request) => {
  const customer = requireCustomer(request);
  return okResponse(listBody(advanceOrders(request, customer).map(orderBody), `/customers/${customer.id}/orders`));
};

/** GET customers/{id}/orders/{order}. */
export const getOrder: Handler = (request) => okResponse(orderBody(requireOrder(request)));

/** GET customers/{id}/orders/{order}/provisioningstatus. */
export const getProvisioningStatus: Handler = (request) => {
  const { lines, completed } = requireOrder(request);
  const status = completed ? 'fulfilled' : 'pending';
  const items = lines.map(({ quantity }, lineItemNumber) => ({
    orderLineItemId: lineItemNumber,
    lineItemNumber,
    status,
    quantityProvisioningInformation: [{ quantity, status }],
  }));
  return okResponse(listBody(items));
};

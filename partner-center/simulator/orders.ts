import { lotOf } from '../subscriptionRules.ts';
import { collection } from './answer.ts';
import { type Call, type Handler, ok, param } from './call.ts';
import { customerOf } from './customers.ts';
import { orderResource } from './orderResource.ts';
import type { Order, Subscription } from './records.ts';
import { refusal } from './refusal.ts';
import { offerBehind } from './terms.ts';
import type { SimulatedCustomer } from './world.ts';

const fulfil = (call: Call, order: Order): void => {
  for (const line of order.lines) {
    const subscription: Subscription = {
      id: line.subscriptionId,
      customer: order.customer,
      order: order.id,
      offerId: line.offerId,
      catalogueOffer: line.catalogueOffer,
      offerName: line.offerName,
      friendlyName: line.friendlyName,
      quantity: line.quantity,
      status: 'active',
      // The recorded trials have no paid offer that they could become.
      autoRenewEnabled: offerBehind(line)?.trial !== true,
      billingCycle: order.billingCycle,
      termDuration: line.termDuration,
      partnerId: line.partnerIdOnRecord ?? '',
      created: order.created,
      version: 1,
      refundable: [lotOf(line.quantity, new Date(order.created))],
    };
    call.world.subscriptions.set(subscription.id, subscription);
  }
};

/**
 * Looks at a customer's orders, as every call does that shows orders or subscriptions: an order is late, so the first
 * look finds it pending and the next one completed.
 */
export const lookAtOrders = (call: Call, customer: SimulatedCustomer): readonly Order[] => {
  const { orders } = call.world;
  for (const order of [...orders.values()].filter((one) => one.customer === customer.id && !one.completed)) {
    const completed = order.looks > 0;
    orders.set(order.id, { ...order, looks: order.looks + 1, completed });
    if (completed) fulfil(call, order);
  }
  return [...orders.values()].filter((one) => one.customer === customer.id);
};

const orderOf = (call: Call): Order => {
  const found = lookAtOrders(call, customerOf(call)).find(({ id }) => id === param(call, 'order'));
  if (found === undefined) throw refusal('20000');
  return found;
};

/** GET customers/{id}/orders. */
export const listOrders: Handler = (call) => {
  const customer = customerOf(call);
  return ok(collection(lookAtOrders(call, customer).map(orderResource), `/customers/${customer.id}/orders`));
};

/** GET customers/{id}/orders/{order}. */
export const getOrder: Handler = (call) => ok(orderResource(orderOf(call)));

/** GET customers/{id}/orders/{order}/provisioningstatus. */
export const getProvisioningStatus: Handler = (call) => {
  const { lines, completed } = orderOf(call);
  const status = completed ? 'fulfilled' : 'pending';
  const items = lines.map(({ quantity }, lineItemNumber) => ({
    orderLineItemId: lineItemNumber,
    lineItemNumber,
    status,
    quantityProvisioningInformation: [{ quantity, status }],
  }));
  return ok(collection(items));
};

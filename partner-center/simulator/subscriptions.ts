import { attributes, collection } from './answer.ts';
import { type Answer, type Call, type Handler, ok, param } from './call.ts';
import { customerOf } from './customers.ts';
import { lookAtOrders } from './orders.ts';
import type { Subscription } from './records.ts';
import { refusal } from './refusal.ts';
import { subscriptionEtag, subscriptionResource } from './subscriptionResource.ts';
import { offerBehind, present } from './terms.ts';
import type { SimulatedCustomer } from './world.ts';

// What was accepted with 202 is done at the second look.
const settled = ({ world, now }: Call, found: Subscription): Subscription => {
  const subscription = present(found, now());
  const { pending, version } = subscription;
  const next: Subscription =
    pending === undefined
      ? subscription
      : pending.looks > 0
        ? { ...pending.after, version: version + 1 }
        : { ...subscription, pending: { ...pending, looks: pending.looks + 1 } };
  if (next !== found) world.subscriptions.set(next.id, next);
  return next;
};

const subscriptionsOf = (call: Call, customer: SimulatedCustomer): readonly Subscription[] => {
  lookAtOrders(call, customer);
  const own = [...call.world.subscriptions.values()].filter((one) => one.customer === customer.id);
  return own.map((one) => settled(call, one));
};

/** The subscription a call is about. Raises Refusal 20003. */
export const subscriptionOf = (call: Call): Subscription => {
  const customer = customerOf(call);
  const id = param(call, 'subscription').toLowerCase();
  lookAtOrders(call, customer);
  const found = call.world.subscriptions.get(id);
  if (found?.customer === customer.id) return present(found, call.now());
  throw refusal('20003', { fill: [id] });
};

/** 200 with a subscription and its ETag. */
export const shown = (call: Call, subscription: Subscription): Answer => ({
  ...ok(subscriptionResource(subscription, call.now())),
  headers: { ETag: `"${subscriptionEtag(subscription)}"` },
});

/** GET customers/{id}/subscriptions. */
export const listSubscriptions: Handler = (call) => {
  const own = subscriptionsOf(call, customerOf(call));
  return ok(collection(own.map((one) => subscriptionResource(one, call.now()))));
};

/** GET customers/{id}/subscriptions/{subscription}. */
export const getSubscription: Handler = (call) => shown(call, settled(call, subscriptionOf(call)));

/** GET customers/{id}/subscriptions/{subscription}/addons: the customer's subscriptions that stand on this one. */
export const listAddOns: Handler = (call) => {
  const base = subscriptionOf(call);
  const own = subscriptionsOf(call, customerOf(call)).filter((one) =>
    offerBehind(one)?.addOnTo.includes(base.catalogueOffer),
  );
  return ok(collection(own.map((one) => subscriptionResource(one, call.now()))));
};

/** GET customers/{id}/subscriptions/{subscription}/provisioningstatus. */
export const getSubscriptionProvisioning: Handler = (call) => {
  const subscription = settled(call, subscriptionOf(call));
  const { offerId, quantity, pending, created } = subscription;
  return ok({
    skuId: offerId.split(':')[1],
    status: pending === undefined ? 'success' : 'pending',
    quantity,
    endDate: created,
    attributes: attributes('SubscriptionProvisioningStatus'),
  });
};

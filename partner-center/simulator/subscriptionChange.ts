import { z } from 'zod';
import { record } from './audit.ts';
import { etagOf } from './billing.ts';
import { type Call, type Handler, parseBody } from './call.ts';
import { sandboxSeats } from './cartLines.ts';
import { mayBuy } from './checkout.ts';
import { customerOf } from './customers.ts';
import { refundTime } from './orders.ts';
import type { Subscription } from './records.ts';
import { refusal } from './refusal.ts';
import { offerBehind, refundableQuantity, subscriptionEtag, subscriptionResource } from './subscriptionResource.ts';
import { shown, subscriptionOf } from './subscriptions.ts';

// The whole resource is sent: what is left out is not left as it was.
const body = z.object({
  id: z.string(),
  friendlyName: z.string(),
  quantity: z.number(),
  status: z.enum(['active', 'suspended', 'deleted']),
  autoRenewEnabled: z.boolean().default(true),
});

type Change = z.infer<typeof body>;

const checkFewer = (call: Call, present: Subscription, quantity: number): void => {
  if (present.quantity - quantity > refundableQuantity(present, call.now())) throw refusal('800090');
};

const checkQuantity = (call: Call, present: Subscription, { quantity, status }: Change): void => {
  if (quantity === present.quantity) return;
  if (present.status === 'suspended' || status === 'suspended') throw refusal('2001');
  const offer = offerBehind(present);
  const fits = Number.isInteger(quantity) && offer !== undefined && quantity >= offer.min && quantity <= offer.max;
  if (!fits) throw refusal('2002');
  if (quantity < present.quantity) return checkFewer(call, present, quantity);
  if (call.partner.sandbox && quantity > sandboxSeats) throw refusal('800067');
  mayBuy(call, customerOf(call));
};

const checkStatus = (call: Call, present: Subscription, { status }: Change): void => {
  if (present.status === 'deleted') throw refusal('2011', { fill: [present.id] });
  const open = refundableQuantity(present, call.now()) > 0;
  if (status === 'deleted' && !open) throw refusal('900117', { fill: ['7'] });
};

// Seats bought later can be given back later; what is given back is taken from the newest.
const refundableAfter = (call: Call, { refundable, quantity }: Subscription, after: number) => {
  const until = new Date(call.now().getTime() + refundTime).toISOString();
  if (after >= quantity)
    return after === quantity ? refundable : [...refundable, { quantity: after - quantity, until }];
  let back = quantity - after;
  return refundable
    .toReversed()
    .map((lot) => {
      const taken = Math.min(lot.quantity, back);
      back -= taken;
      return { ...lot, quantity: lot.quantity - taken };
    })
    .filter((lot) => lot.quantity > 0)
    .toReversed();
};

/**
 * PATCH customers/{id}/subscriptions/{subscription}: quantity, status, name or renewal, the whole resource with the ETag
 * it was read with. Done at once (200), or accepted (202 and Location) when a fault asks for that.
 */
export const changeSubscription: Handler = (call) => {
  const present = subscriptionOf(call);
  const asked = parseBody(call.body, body);
  if (asked.id.toLowerCase() !== present.id) throw refusal('3000', { data: ['property_name: id'] });
  if (present.pending !== undefined) throw refusal('800082');
  if (etagOf(call) !== subscriptionEtag(present)) throw refusal('2055');
  checkStatus(call, present, asked);
  checkQuantity(call, present, asked);
  const { id: _id, ...change } = asked;
  const refundable = refundableAfter(call, present, asked.quantity);
  const customer = customerOf(call);
  const next: Subscription = call.injected.accepted
    ? { ...present, refundable, pending: { ...change, looks: 0 } }
    : { ...present, ...change, refundable, version: present.version + 1 };
  call.world.subscriptions.set(next.id, next);
  const value = subscriptionResource(next, call.now());
  record(call, customer, { resourceType: 'subscription', operationType: 'update_subscription', value });
  if (next.pending === undefined) return shown(call, next);
  return { status: 202, headers: { Location: `/v1/customers/${customer.id}/subscriptions/${next.id}` } };
};

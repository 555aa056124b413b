import * as z from 'zod';
import { lotsAfter, quantityChangeFault, refundableAt } from '../subscriptionRules.ts';
import { record } from './audit.ts';
import { etagOf } from './billing.ts';
import { type Call, type Handler, parseBody } from './call.ts';
import { sandboxSeats } from './cartLines.ts';
import { mayBuy } from './checkout.ts';
import { customerOf } from './customers.ts';
import { isErrorCode } from './errors.ts';
import type { Subscription } from './records.ts';
import { refusal } from './refusal.ts';
import { subscriptionEtag, subscriptionResource } from './subscriptionResource.ts';
import { offerBehind } from './terms.ts';
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

const checkQuantity = (call: Call, present: Subscription, { quantity, status }: Change): void => {
  const suspended = present.status === 'suspended' || status === 'suspended';
  const fault = quantityChangeFault({ ...present, suspended }, quantity, offerBehind(present), call.now());
  if (fault?.code !== undefined && isErrorCode(fault.code)) throw refusal(fault.code);
  if (quantity <= present.quantity) return;
  if (call.partner.sandbox && quantity > sandboxSeats) throw refusal('800067');
  mayBuy(call, customerOf(call));
};

const checkStatus = (call: Call, present: Subscription, { status }: Change): void => {
  if (present.status === 'deleted') throw refusal('2011', { fill: [present.id] });
  const open = refundableAt(present, call.now()) > 0;
  if (status === 'deleted' && !open) throw refusal('900117', { fill: ['7'] });
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
  const refundable = lotsAfter(present, asked.quantity, call.now());
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

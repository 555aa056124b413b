import * as z from 'zod';
import { endFault, nextTermFault, statusFault, withEnd, withNextTerm } from '../choiceRules.ts';
import type { PartnerCenterFault } from '../fault.ts';
import type { EndOfTerm, NextTerm } from '../management.ts';
import { lotsAfter, quantityChangeFault } from '../subscriptionRules.ts';
import { unscheduled } from '../termRules.ts';
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
import { shown, subscriptionOf } from './subscriptions.ts';
import { isUsage, offerBehind, termStateOf } from './terms.ts';

const instructions = z.object({
  product: z.object({
    productId: z.string(),
    skuId: z.string(),
    availabilityId: z.string(),
    billingCycle: z.string(),
    termDuration: z.string(),
  }),
  quantity: z.number(),
});

const scheduledAction = z.object({
  scheduleType: z.literal('TermEnd'),
  actionType: z.enum(['Cancel', 'RenewToNewTerm', 'RenewToExtendedServiceTerm']),
});

// The whole resource is sent: what is left out is not left as it was, auto-renewal above all.
const body = z.object({
  id: z.string(),
  friendlyName: z.string(),
  quantity: z.number(),
  status: z.string(),
  autoRenewEnabled: z.boolean().default(false),
  scheduledActions: z.array(scheduledAction).max(1).nullish(),
  scheduledNextTermInstructions: instructions.nullish(),
});

type Asked = z.infer<typeof body>;

const ends: Readonly<Record<z.infer<typeof scheduledAction>['actionType'], EndOfTerm>> = {
  Cancel: 'cancel',
  RenewToNewTerm: 'renew',
  RenewToExtendedServiceTerm: 'extend',
};

const refuse = (fault: PartnerCenterFault | undefined, fill: readonly string[] = []): void => {
  if (fault === undefined) return;
  const { code = '' } = fault;
  throw refusal(isErrorCode(code) ? code : '800096', { fill });
};

const checkQuantity = (call: Call, present: Subscription, { quantity }: Asked): void => {
  if (quantity === present.quantity) return;
  const suspended = present.status === 'suspended';
  refuse(statusFault(termStateOf(present), 'active', call.now()), [present.id]);
  refuse(quantityChangeFault({ ...present, suspended }, quantity, offerBehind(present), call.now()));
  if (quantity <= present.quantity) return;
  if (call.partner.sandbox && quantity > sandboxSeats) throw refusal('800067');
  mayBuy(call, customerOf(call));
};

const checkStatus = (call: Call, present: Subscription, { status }: Asked): void => {
  if (!['active', 'suspended', 'deleted'].includes(status)) throw refusal('3000', { data: ['property_name: status'] });
  const fault = statusFault(termStateOf(present), status, call.now());
  refuse(fault, fault?.code === '900117' ? ['7'] : [present.id]);
};

const endOf = ({ scheduledActions }: Asked): EndOfTerm | undefined => {
  const [action] = scheduledActions ?? [];
  return action === undefined ? undefined : ends[action.actionType];
};

const nextTermOf = ({ scheduledNextTermInstructions: asked }: Asked): NextTerm | undefined =>
  asked === undefined || asked === null
    ? undefined
    : { quantity: asked.quantity, term: asked.product.termDuration, billing: asked.product.billingCycle.toLowerCase() };

/** A choice for the end of the term or the next one; of both only the first counts (developer/create-scheduled-changes). */
const chosen = (present: Subscription, asked: Asked): Partial<Subscription> & { readonly autoRenews?: boolean } => {
  const state = termStateOf(present);
  const end = endOf(asked);
  const next = end === undefined ? nextTermOf(asked) : undefined;
  const turned = asked.autoRenewEnabled !== present.autoRenewEnabled;
  if (end === undefined && next === undefined && !turned) return unscheduled(present);
  if (isUsage(present)) throw refusal('800093');
  if ((end ?? 'renew') === 'renew' ? !asked.autoRenewEnabled && end !== undefined : asked.autoRenewEnabled)
    throw refusal('800002', { data: ['property_name: autoRenewEnabled'] });
  if (next === undefined) {
    refuse(endFault(state));
    return end === undefined ? unscheduled(present) : withEnd(present, end);
  }
  if (!asked.autoRenewEnabled) throw refusal('800002', { data: ['property_name: autoRenewEnabled'] });
  refuse(nextTermFault(state, next, offerBehind(present)), [present.offerId]);
  return withNextTerm(present, next);
};

/** The subscription as it is asked for. A change of its count or status leaves nothing scheduled. */
const changed = (call: Call, present: Subscription, asked: Asked): Subscription => {
  const { quantity, status, friendlyName, autoRenewEnabled } = asked;
  const own = { friendlyName, quantity, status, autoRenewEnabled };
  const refundable = lotsAfter(present, quantity, call.now());
  const isMidTerm = quantity !== present.quantity || status !== present.status;
  if (!isMidTerm) {
    const { autoRenews: _renews, ...kept } = chosen(present, asked);
    return { ...unscheduled(present), ...kept, ...own, refundable };
  }
  // One decision a call: mixed with another, distributors refuse the renewal fields.
  if (asked.scheduledActions != null || asked.scheduledNextTermInstructions != null) throw refusal('800002');
  return { ...unscheduled(present), ...own, refundable };
};

/**
 * PATCH customers/{id}/subscriptions/{subscription}: quantity, status, name, renewal, the end of its term or the next one,
 * the whole resource with the ETag it was read with. Done at once (200), or accepted (202 and Location) when a fault asks
 * for that.
 */
export const changeSubscription: Handler = (call) => {
  const present = subscriptionOf(call);
  const asked = parseBody(call.body, body);
  if (asked.id.toLowerCase() !== present.id) throw refusal('3000', { data: ['property_name: id'] });
  if (present.pending !== undefined) throw refusal('800082');
  if (etagOf(call) !== subscriptionEtag(present)) throw refusal('2055');
  if (asked.status !== present.status || asked.status === 'deleted') checkStatus(call, present, asked);
  checkQuantity(call, present, asked);
  const customer = customerOf(call);
  const after = changed(call, present, asked);
  const next: Subscription = call.injected.accepted
    ? { ...present, pending: { looks: 0, after } }
    : { ...after, version: present.version + 1 };
  call.world.subscriptions.set(next.id, next);
  const value = subscriptionResource(next, call.now());
  record(call, customer, { resourceType: 'subscription', operationType: 'update_subscription', value });
  if (next.pending === undefined) return shown(call, next);
  return { status: 202, headers: { Location: `/v1/customers/${customer.id}/subscriptions/${next.id}` } };
};

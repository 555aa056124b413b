import * as z from 'zod';
import {
  type ApiRequest,
  type ApiResponse,
  attributes,
  type Handler,
  listBody,
  okResponse,
  parseBody,
  pathParam,
} from './apiRequest.ts';
import { etagOf, requireCustomer } from './customerHandlers.ts';
import { advanceOrders } from './orderHandlers.ts';
import type { SimulatedCustomer, SubscriptionRecord } from './state.ts';
import { apiError, isErrorCode } from './apiError.ts';
import {
  afterTerms,
  isUsageBased,
  recordedOfferOf,
  subscriptionBody,
  subscriptionEtag,
  termsOf,
} from './subscriptionResource.ts';
import {
  endFault,
  type EndOfTerm,
  lotsAfter,
  type NextTerm,
  nextTermFault,
  quantityChangeFault,
  statusFault,
  withEnd,
  withNextTerm,
  withoutSchedule,
} from '../partner-center/rules/subscriptionRules.ts';
import type { PartnerCenterFault } from '../partner-center/rules/fault.ts';
import { writeAuditRecord } from './auditRecords.ts';
import { sandboxSeats } from './cartLines.ts';
import { checkMayBuy } from './cartHandlers.ts';

// A change accepted with 202 is applied at the second request that sees it.
const afterPending = ({ state, now }: ApiRequest, found: SubscriptionRecord): SubscriptionRecord => {
  const subscription = afterTerms(found, now());
  const { pending, version } = subscription;
  const next: SubscriptionRecord =
    pending === undefined
      ? subscription
      : pending.looks > 0
        ? { ...pending.after, version: version + 1 }
        : { ...subscription, pending: { ...pending, looks: pending.looks + 1 } };
  if (next !== found) state.subscriptions.set(next.id, next);
  return next;
};

const customerSubscriptions = (request: ApiRequest, customer: SimulatedCustomer): readonly SubscriptionRecord[] => {
  advanceOrders(request, customer);
  const own = [...request.state.subscriptions.values()].filter((one) => one.customer === customer.id);
  return own.map((one) => afterPending(request, one));
};

/** The subscription that a request names. Raises ApiError 20003. */
const requireSubscription = (request: ApiRequest): SubscriptionRecord => {
  const customer = requireCustomer(request);
  const id = pathParam(request, 'subscription').toLowerCase();
  advanceOrders(request, customer);
  const found = request.state.subscriptions.get(id);
  if (found?.customer === customer.id) return afterTerms(found, request.now());
  throw apiError('20003', { fill: [id] });
};

/** Response 200 with a subscription and its ETag. */
const subscriptionResponse = (request: ApiRequest, subscription: SubscriptionRecord): ApiResponse => ({
  ...okResponse(subscriptionBody(subscription, request.now())),
  headers: { ETag: `"${subscriptionEtag(subscription)}"` },
});

/** GET customers/{id}/subscriptions. */
export const listSubscriptions: Handler = (request) => {
  const own = customerSubscriptions(request, requireCustomer(request));
  return okResponse(listBody(own.map((one) => subscriptionBody(one, request.now()))));
};

/** GET customers/{id}/subscriptions/{subscription}. */
export const getSubscription: Handler = (request) =>
  subscriptionResponse(request, afterPending(request, requireSubscription(request)));

/** GET customers/{id}/subscriptions/{subscription}/addons: the customer's add-on subscriptions of this one. */
export const listAddOns: Handler = (request) => {
  const base = requireSubscription(request);
  const own = customerSubscriptions(request, requireCustomer(request)).filter((one) =>
    recordedOfferOf(one)?.addOnTo.includes(base.catalogueOffer),
  );
  return okResponse(listBody(own.map((one) => subscriptionBody(one, request.now()))));
};

/** GET customers/{id}/subscriptions/{subscription}/provisioningstatus. */
export const getSubscriptionProvisioning: Handler = (request) => {
  const subscription = afterPending(request, requireSubscription(request));
  const { offerId, quantity, pending, created } = subscription;
  return okResponse({
    skuId: offerId.split(':')[1],
    status: pending === undefined ? 'success' : 'pending',
    quantity,
    endDate: created,
    attributes: attributes('SubscriptionProvisioningStatus'),
  });
};

const nextTermInstructions = z.object({
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

// The whole resource is sent: omitted properties are not kept, auto-renewal above all.
const subscriptionPatch = z.object({
  id: z.string(),
  friendlyName: z.string(),
  quantity: z.number(),
  status: z.string(),
  autoRenewEnabled: z.boolean().default(false),
  scheduledActions: z.array(scheduledAction).max(1).nullish(),
  scheduledNextTermInstructions: nextTermInstructions.nullish(),
});

type SubscriptionPatch = z.infer<typeof subscriptionPatch>;

const endsByAction: Readonly<Record<z.infer<typeof scheduledAction>['actionType'], EndOfTerm>> = {
  Cancel: 'cancel',
  RenewToNewTerm: 'renew',
  RenewToExtendedServiceTerm: 'extend',
};

const throwFault = (fault: PartnerCenterFault | undefined, fill: readonly string[] = []): void => {
  if (fault === undefined) return;
  const { code = '' } = fault;
  throw apiError(isErrorCode(code) ? code : '800096', { fill });
};

const checkQuantity = (request: ApiRequest, present: SubscriptionRecord, { quantity }: SubscriptionPatch): void => {
  if (quantity === present.quantity) return;
  const suspended = present.status === 'suspended';
  throwFault(statusFault(termsOf(present), 'active', request.now()), [present.id]);
  throwFault(quantityChangeFault({ ...present, suspended }, quantity, recordedOfferOf(present), request.now()));
  if (quantity <= present.quantity) return;
  if (request.partner.sandbox && quantity > sandboxSeats) throw apiError('800067');
  checkMayBuy(request, requireCustomer(request));
};

const checkStatus = (request: ApiRequest, present: SubscriptionRecord, { status }: SubscriptionPatch): void => {
  if (!['active', 'suspended', 'deleted'].includes(status)) throw apiError('3000', { data: ['property_name: status'] });
  const fault = statusFault(termsOf(present), status, request.now());
  throwFault(fault, fault?.code === '900117' ? ['7'] : [present.id]);
};

const endOf = ({ scheduledActions }: SubscriptionPatch): EndOfTerm | undefined => {
  const [action] = scheduledActions ?? [];
  return action === undefined ? undefined : endsByAction[action.actionType];
};

const nextTermOf = ({ scheduledNextTermInstructions: asked }: SubscriptionPatch): NextTerm | undefined =>
  asked === undefined || asked === null
    ? undefined
    : { quantity: asked.quantity, term: asked.product.termDuration, billing: asked.product.billingCycle.toLowerCase() };

/** The requested end of the term or next term; of both only the first counts (developer/create-scheduled-changes). */
const renewalChange = (
  present: SubscriptionRecord,
  asked: SubscriptionPatch,
): Partial<SubscriptionRecord> & { readonly autoRenews?: boolean } => {
  const state = termsOf(present);
  const end = endOf(asked);
  const next = end === undefined ? nextTermOf(asked) : undefined;
  const turned = asked.autoRenewEnabled !== present.autoRenewEnabled;
  if (end === undefined && next === undefined && !turned) return withoutSchedule(present);
  if (isUsageBased(present)) throw apiError('800093');
  if ((end ?? 'renew') === 'renew' ? !asked.autoRenewEnabled && end !== undefined : asked.autoRenewEnabled)
    throw apiError('800002', { data: ['property_name: autoRenewEnabled'] });
  if (next === undefined) {
    throwFault(endFault(state));
    return end === undefined ? withoutSchedule(present) : withEnd(present, end);
  }
  if (!asked.autoRenewEnabled) throw apiError('800002', { data: ['property_name: autoRenewEnabled'] });
  throwFault(nextTermFault(state, next, recordedOfferOf(present)), [present.offerId]);
  return withNextTerm(present, next);
};

/** The subscription as requested. A change of its count or status clears the schedule. */
const changedSubscription = (
  request: ApiRequest,
  present: SubscriptionRecord,
  asked: SubscriptionPatch,
): SubscriptionRecord => {
  const { quantity, status, friendlyName, autoRenewEnabled } = asked;
  const own = { friendlyName, quantity, status, autoRenewEnabled };
  const refundable = lotsAfter(present, quantity, request.now());
  const isMidTerm = quantity !== present.quantity || status !== present.status;
  if (!isMidTerm) {
    const { autoRenews: _renews, ...kept } = renewalChange(present, asked);
    return { ...withoutSchedule(present), ...kept, ...own, refundable };
  }
  // One decision a request: mixed with another, distributors refuse the renewal fields.
  if (asked.scheduledActions != null || asked.scheduledNextTermInstructions != null) throw apiError('800002');
  return { ...withoutSchedule(present), ...own, refundable };
};

/**
 * PATCH customers/{id}/subscriptions/{subscription}: changes quantity, status, name, renewal, the end of the term or
 * the next term; the body is the whole resource with the ETag it was read with. Applied at once (200), or accepted (202
 * and Location) when a fault asks for that.
 */
export const patchSubscription: Handler = (request) => {
  const present = requireSubscription(request);
  const asked = parseBody(request.body, subscriptionPatch);
  if (asked.id.toLowerCase() !== present.id) throw apiError('3000', { data: ['property_name: id'] });
  if (present.pending !== undefined) throw apiError('800082');
  if (etagOf(request) !== subscriptionEtag(present)) throw apiError('2055');
  if (asked.status !== present.status || asked.status === 'deleted') checkStatus(request, present, asked);
  checkQuantity(request, present, asked);
  const customer = requireCustomer(request);
  const after = changedSubscription(request, present, asked);
  const next: SubscriptionRecord = request.sideEffects.accepted
    ? { ...present, pending: { looks: 0, after } }
    : { ...after, version: present.version + 1 };
  request.state.subscriptions.set(next.id, next);
  const value = subscriptionBody(next, request.now());
  writeAuditRecord(request, customer, { resourceType: 'subscription', operationType: 'update_subscription', value });
  if (next.pending === undefined) return subscriptionResponse(request, next);
  return { status: 202, headers: { Location: `/v1/customers/${customer.id}/subscriptions/${next.id}` } };
};

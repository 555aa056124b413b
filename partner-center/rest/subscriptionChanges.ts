import * as z from 'zod';
import { PartnerCenterError } from '../rules/fault.ts';
import type { CustomerManagement, Subscription, SubscriptionChangeResult } from '../management.ts';
import type { EndOfTerm, NextTerm } from '../rules/subscriptionRules.ts';
import { type Availability, readAvailabilities } from './skus.ts';
import { parseResponse, type RestClient, restPath } from './client.ts';
import { chosenEndOf, isSameNextTerm, nextTermKey } from '../lifecycle.ts';
import { applyOnce, type FieldValues, type RestDeps, versionOf } from './idempotentChange.ts';
import { parseSubscription, subscriptionSchema } from './readSubscriptions.ts';
import { defined } from '../../lib/optional.ts';

/** A product in the form of scheduledNextTermInstructions. */
interface ProductTerm {
  readonly productId: string;
  readonly skuId: string;
  readonly availabilityId: string;
  readonly billingCycle: string;
  readonly termDuration: string;
}

/**
 * Product of a subscription for its next term, in the requested plan; `bought` is the present one
 * (`product:sku:availability`). Availability ids expire, so they are read again: the one that was bought if it still
 * sells that plan, else another that does. Raises `term` when none does.
 */
async function nextTermProduct(
  client: RestClient,
  microsoftId: string,
  { term, billing }: Pick<Subscription, 'term' | 'billing'>,
  bought: string,
  next: NextTerm,
): Promise<ProductTerm> {
  const plan = { term: next.term ?? term ?? '', billing: next.billing ?? billing ?? '' };
  const [productId = '', skuId = '', availabilityId = ''] = bought.split(':');
  const isBought = ({ catalogItemId }: Availability): boolean => catalogItemId === bought;
  const sold = await readAvailabilities(client, { productId, skuId }, { microsoftId, segment: 'commercial' }, []);
  const fitting = sold.filter(({ plans }) =>
    plans.some((one) => one.term === plan.term && one.billing === plan.billing),
  );
  const found = fitting.find(isBought) ?? fitting[0];
  const stays = plan.term === term && plan.billing === billing;
  // A plan no longer sold may still be renewed: Partner Center decides.
  if (found === undefined && !stays) throw new PartnerCenterError({ reason: 'term' }, '', false);
  const [, , current = availabilityId] = (found?.catalogItemId ?? bought).split(':');
  return { productId, skuId, availabilityId: current, billingCycle: plan.billing, termDuration: plan.term };
}

const rawSchema = z.record(z.string(), z.unknown());
type RawSubscription = z.infer<typeof rawSchema>;

/** Definition of a change of one subscription. */
interface SubscriptionChange {
  readonly place: string;
  /** The subscription after the change. */
  readonly wanted: (shown: Subscription) => Subscription;
  /** Body to send, from the resource without its schedule, the subscription, and the item it was bought as. */
  readonly sent: (
    plain: RawSubscription,
    shown: Subscription,
    bought: string,
  ) => RawSubscription | Promise<RawSubscription>;
  /** True when the subscription is as the partner saw it. */
  readonly expected: (found: Subscription) => boolean;
  readonly requestId: string;
}

const subscriptionFields = (one: Subscription): FieldValues => ({
  quantity: String(one.quantity),
  status: one.status,
  end: chosenEndOf(one),
  nextTerm: nextTermKey(one.nextTerm),
});

/** Snapshot of a subscription with the wanted values. */
const readSnapshot = async (client: RestClient, { place, wanted }: SubscriptionChange) => {
  const answer = await client.send({ method: 'GET', path: place, token: 'app' });
  const found = parseResponse(subscriptionSchema, answer);
  const shown = parseSubscription(found);
  const etag = found.attributes?.etag;
  return {
    shown,
    bought: found.offerId ?? '',
    version: versionOf(etag, answer.body),
    is: subscriptionFields(shown),
    wanted: subscriptionFields(wanted(shown)),
    answer,
    etag,
  };
};

/**
 * Sends the whole resource with its ETag, because the service resets omitted properties (auto-renewal above all),
 * except the schedule: a call makes one decision, a change in mid-term deletes the others anyway, and a schedule read a
 * moment ago must not overwrite a colleague's. 202 means that the change is still going on.
 */
const patchSubscription = async (
  client: RestClient,
  { place, sent, expected, requestId }: SubscriptionChange,
  { shown, bought, answer, etag }: Awaited<ReturnType<typeof readSnapshot>>,
): Promise<SubscriptionChangeResult> => {
  if (!expected(shown)) throw new PartnerCenterError({ reason: 'stale' }, answer.correlationId, false);
  const {
    scheduledActions: _actions,
    scheduledNextTermInstructions: _next,
    ...plain
  } = parseResponse(rawSchema, answer);
  const body = await sent(plain, shown, bought);
  const made = await client.send({
    method: 'PATCH',
    path: place,
    body,
    token: 'app',
    requestId,
    ...defined({ etag }),
  });
  if (made.status === 202) return { state: 'pending' };
  return { state: 'done', subscription: parseSubscription(parseResponse(subscriptionSchema, made)) };
};

/** Changes a subscription once per request. Raises PartnerCenterError `stale` when `expected` returns false. */
const changeSubscription = async (tools: RestDeps, wanted: SubscriptionChange): Promise<SubscriptionChangeResult> => {
  const changed = await applyOnce(
    tools,
    wanted.requestId,
    () => readSnapshot(tools.client, wanted),
    (read) => patchSubscription(tools.client, wanted, read),
  );
  return 'shown' in changed ? { state: changed.state, subscription: changed.shown } : changed;
};

const subscriptionPath = (microsoftId: string, id: string): string =>
  restPath('customers', microsoftId, 'subscriptions', id);

/** Changes a count of licenses (developer/change-the-quantity-of-a-subscription); `from` is the count the partner saw. */
export const changeQuantity =
  (tools: RestDeps): CustomerManagement['changeQuantity'] =>
  (microsoftId, id, { from, to }, requestId) =>
    changeSubscription(tools, {
      place: subscriptionPath(microsoftId, id),
      wanted: (shown) => ({ ...shown, quantity: to }),
      sent: (plain) => ({ ...plain, quantity: to }),
      expected: ({ quantity }) => quantity === from || quantity === to,
      requestId,
    });

/**
 * Suspends, reactivates or cancels a subscription (developer/suspend-a-subscription,
 * reactivate-a-suspended-a-subscription, cancel-an-azure-marketplace-subscription).
 */
export const changeStatus =
  (tools: RestDeps): CustomerManagement['changeStatus'] =>
  (microsoftId, id, status, requestId) =>
    changeSubscription(tools, {
      place: subscriptionPath(microsoftId, id),
      wanted: (shown) => ({ ...shown, status }),
      sent: (plain) => ({ ...plain, status }),
      expected: () => true,
      requestId,
    });

const actionTypes: Readonly<Record<EndOfTerm, string>> = {
  renew: 'RenewToNewTerm',
  cancel: 'Cancel',
  extend: 'RenewToExtendedServiceTerm',
};

const withEnd = (shown: Subscription, to: EndOfTerm): Subscription => {
  const { nextTerm: _next, ...rest } = shown;
  return { ...rest, autoRenews: to === 'renew', scheduled: [{ action: to }] };
};

/**
 * Makes the choice for the end of a term (customers/extended-service-terms): sets the explicit action together with
 * auto-renewal, because auto-renewal alone no longer ends a subscription.
 */
export const chooseEnd =
  (tools: RestDeps): CustomerManagement['chooseEnd'] =>
  (microsoftId, id, { from, to }, requestId) =>
    changeSubscription(tools, {
      place: subscriptionPath(microsoftId, id),
      wanted: (shown) => withEnd(shown, to),
      sent: (plain) => ({
        ...plain,
        autoRenewEnabled: to === 'renew',
        scheduledActions: [{ scheduleType: 'TermEnd', actionType: actionTypes[to] }],
      }),
      expected: (found) => chosenEndOf(found) === from,
      requestId,
    });

/** A next term with the present plan where it names none. */
const withPresentPlan = (next: NextTerm, { term, billing }: Subscription): NextTerm => ({
  ...defined({ term, billing }),
  ...next,
});

const withNextTerm = (shown: Subscription, to: NextTerm | undefined): Subscription => {
  const { nextTerm: _next, scheduled: _scheduled, ...rest } = shown;
  return { ...rest, autoRenews: true, ...(to === undefined ? {} : { nextTerm: withPresentPlan(to, shown) }) };
};

/**
 * Schedules the next term (developer/create-scheduled-changes), or unschedules it: with auto-renewal, and with the
 * explicit action only when it was scheduled by one.
 */
export const scheduleNextTerm =
  (tools: RestDeps): CustomerManagement['scheduleNextTerm'] =>
  (microsoftId, id, { from, to }, requestId) =>
    changeSubscription(tools, {
      place: subscriptionPath(microsoftId, id),
      wanted: (shown) => withNextTerm(shown, to),
      sent: async (plain, shown, bought) => ({
        ...plain,
        autoRenewEnabled: true,
        ...(to === undefined
          ? withoutNextTerm(shown)
          : {
              scheduledNextTermInstructions: {
                product: await nextTermProduct(tools.client, microsoftId, shown, bought, to),
                quantity: to.quantity,
              },
            }),
      }),
      expected: (found) => isSameNextTerm(found.nextTerm, from === undefined ? from : withPresentPlan(from, found)),
      requestId,
    });

const withoutNextTerm = ({ scheduled = [] }: Subscription): RawSubscription =>
  scheduled.some(({ action }) => action === 'renew')
    ? { scheduledActions: [{ scheduleType: 'TermEnd', actionType: actionTypes.renew }] }
    : { scheduledNextTermInstructions: null };

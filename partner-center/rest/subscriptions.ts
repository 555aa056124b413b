import { z } from 'zod';
import { PartnerCenterError } from '../fault.ts';
import type { Changed, Subscription } from '../management.ts';
import { parsed, path, type Client } from './client.ts';
import { offerIdBought } from './offerId.ts';
import { everyItem } from './pages.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value));

const shape = z.object({
  id: z.string(),
  friendlyName: text,
  offerName: text,
  offerId: text,
  quantity: z.number().nullish(),
  unitType: text,
  status: text,
  termDuration: text,
  billingCycle: text,
  isTrial: z.boolean().nullish(),
  autoRenewEnabled: z.boolean().nullish(),
  commitmentEndDate: text,
  orderId: text,
  parentSubscriptionId: text,
  partnerId: text,
  refundableQuantity: z.object({ totalQuantity: z.number() }).nullish().catch(undefined),
  attributes: z.object({ etag: text }).nullish(),
});

const optional = <K extends string, V>(name: K, value: V | null | undefined): { [P in K]?: V } =>
  // A computed name is a plain string to the compiler.
  (value === null || value === undefined ? {} : { [name]: value }) as { [P in K]?: V };

const toSubscription = (found: z.infer<typeof shape>): Subscription => ({
  id: found.id,
  name: found.friendlyName ?? found.offerName ?? found.id,
  quantity: found.quantity ?? 0,
  unit: found.unitType ?? '',
  status: found.status ?? 'none',
  trial: found.isTrial ?? false,
  autoRenews: found.autoRenewEnabled ?? false,
  ...optional('offerId', found.offerId === undefined ? undefined : offerIdBought(found.offerId)),
  ...optional('term', found.termDuration),
  ...optional('billing', found.billingCycle?.toLowerCase()),
  ...optional('ends', found.commitmentEndDate),
  ...optional('orderId', found.orderId),
  ...optional('parentId', found.parentSubscriptionId),
  ...optional('reseller', found.partnerId),
  ...optional('refundable', found.refundableQuantity?.totalQuantity),
});

/** A customer's subscriptions (developer/get-all-of-a-customer-s-subscriptions). */
export const readSubscriptions = async (client: Client, microsoftId: string): Promise<readonly Subscription[]> => {
  const call = { path: path('customers', microsoftId, 'subscriptions'), token: 'app' } as const;
  return (await everyItem(client, shape, call)).map(toSubscription);
};

/** The add-ons of one subscription (developer/get-a-list-of-add-ons-for-a-subscription). */
export const readAddOns = async (client: Client, microsoftId: string, id: string): Promise<readonly Subscription[]> => {
  const call = { path: path('customers', microsoftId, 'subscriptions', id, 'addons'), token: 'app' } as const;
  return (await everyItem(client, shape, call)).map(toSubscription);
};

const whole = z.record(z.string(), z.unknown());

/**
 * Changes a subscription: read, changed and sent whole with its ETag, because what is left out is reset (auto-renewal
 * above all). 202 says that the change goes on. Raises PartnerCenterError `stale` when `expected` refuses what was read.
 */
const change = async (
  client: Client,
  place: string,
  changes: Readonly<Record<string, unknown>>,
  expected: (found: Subscription) => boolean,
  requestId: string,
): Promise<Changed> => {
  const answer = await client.send({ method: 'GET', path: place, token: 'app' });
  const found = parsed(shape, answer);
  if (!expected(toSubscription(found))) throw new PartnerCenterError({ reason: 'stale' }, answer.correlationId, false);
  const etag = found.attributes?.etag;
  const made = await client.send({
    method: 'PATCH',
    path: place,
    body: { ...parsed(whole, answer), ...changes },
    token: 'app',
    requestId,
    ...(etag === undefined ? {} : { etag }),
  });
  if (made.status === 202) return { state: 'pending' };
  return { state: 'done', subscription: toSubscription(parsed(shape, made)) };
};

/** Changes a count of licenses (developer/change-the-quantity-of-a-subscription); `from` is the count the partner saw. */
export const changeQuantity = (
  client: Client,
  microsoftId: string,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
  requestId: string,
): Promise<Changed> => {
  const place = path('customers', microsoftId, 'subscriptions', id);
  // A repeated request finds the count it made.
  return change(client, place, { quantity: to }, ({ quantity }) => quantity === from || quantity === to, requestId);
};

/** Suspends or resumes a subscription (developer/suspend-a-subscription, reactivate-a-suspended-a-subscription). */
export const changeStatus = (
  client: Client,
  microsoftId: string,
  id: string,
  status: 'active' | 'suspended',
  requestId: string,
): Promise<Changed> => {
  const place = path('customers', microsoftId, 'subscriptions', id);
  return change(client, place, { status }, () => true, requestId);
};

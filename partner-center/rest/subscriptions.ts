import * as z from 'zod';
import type { Subscription } from '../management.ts';
import { path, type Client } from './client.ts';
import { offerIdBought } from './offerId.ts';
import { everyItem } from './pages.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value));

/** A subscription as the service gives it. */
export const shape = z.object({
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

/** What it says. */
export const toSubscription = (found: z.infer<typeof shape>): Subscription => ({
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

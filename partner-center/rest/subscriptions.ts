import * as z from 'zod';
import type { Commerce, Refund, ScheduledAction, Subscription } from '../management.ts';
import { path, type Client } from './client.ts';
import { offerIdBought } from './offerId.ts';
import { everyItem } from './pages.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value));

const soft = text.catch(undefined);

const instructions = z.object({
  product: z.object({ billingCycle: soft, termDuration: soft }).nullish().catch(undefined),
  quantity: z.number(),
});

const action = z.object({
  scheduleType: soft,
  actionType: soft,
  effectiveDate: soft,
  instructions: instructions.nullish().catch(undefined),
});

/** A subscription as the service gives it. What is of use for its end or its price only never spoils the rest. */
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
  creationDate: soft,
  effectiveStartDate: soft,
  commitmentEndDate: text,
  cancellationAllowedUntilDate: soft,
  refundOptions: z
    .array(z.object({ type: soft, expiresAt: soft }))
    .nullish()
    .catch(undefined),
  scheduledNextTermInstructions: instructions.nullish().catch(undefined),
  scheduledActions: z.array(action).nullish().catch(undefined),
  suspensionReasons: z.array(z.string()).nullish().catch(undefined),
  productType: z.object({ id: soft }).nullish().catch(undefined),
  billingType: soft,
  orderId: text,
  parentSubscriptionId: text,
  partnerId: text,
  refundableQuantity: z.object({ totalQuantity: z.number() }).nullish().catch(undefined),
  attributes: z.object({ etag: text }).nullish(),
});

const optional = <K extends string, V>(name: K, value: V | null | undefined): { [P in K]?: V } =>
  // A computed name is a plain string to the compiler.
  (value === null || value === undefined ? {} : { [name]: value }) as { [P in K]?: V };

type Found = z.infer<typeof shape>;

const products: Readonly<Record<string, Commerce>> = { onlineservicesnce: 'new', azure: 'azure', azureplan: 'azure' };

/** An offer of new commerce is named `product:sku:availability`, an older one by a GUID or a name such as MS-AZR-0145P. */
function commerceOf({ productType, offerId, billingType }: Found): Commerce {
  const product = productType?.id?.toLowerCase();
  if (product !== undefined) return products[product] ?? 'unknown';
  if (offerId === undefined) return 'unknown';
  if (!offerId.includes(':')) return 'legacy';
  return billingType?.toLowerCase() === 'license' ? 'new' : 'unknown';
}

const actions: Readonly<Record<string, ScheduledAction['action']>> = {
  cancel: 'cancel',
  renewtonewterm: 'renew',
  renewtoextendedserviceterm: 'extend',
  transition: 'transition',
};

function scheduledIn({ scheduledActions }: Found): readonly ScheduledAction[] | undefined {
  if (scheduledActions === undefined || scheduledActions === null || scheduledActions.length === 0) return undefined;
  return scheduledActions.map(({ scheduleType, actionType, effectiveDate }) => ({
    action: actions[actionType?.toLowerCase() ?? ''] ?? 'unknown',
    ...(scheduleType?.toLowerCase() === 'customdate' ? optional('at', effectiveDate) : {}),
  }));
}

/** Of a trial they are there without anybody's having scheduled them (developer/subscription-resources). */
function nextTermIn({ scheduledNextTermInstructions, scheduledActions, isTrial }: Found): Subscription['nextTerm'] {
  const scheduled = scheduledActions?.find(({ actionType }) => actionType?.toLowerCase() === 'renewtonewterm');
  const next = scheduled?.instructions ?? scheduledNextTermInstructions;
  if (next === undefined || next === null || isTrial === true) return undefined;
  const { product, quantity } = next;
  return {
    quantity,
    ...optional('term', product?.termDuration),
    ...optional('billing', product?.billingCycle?.toLowerCase()),
  };
}

const refundsIn = ({ refundOptions }: Found): readonly Refund[] | undefined =>
  refundOptions?.map(({ type, expiresAt }) => ({
    kind: type?.toLowerCase() === 'full' ? 'full' : 'prorated',
    ...optional('until', expiresAt),
  }));

/**
 * Until when it can be cancelled: as it says or, in answers without that property, while something is refunded. With the
 * property null it cannot be.
 */
function cancelUntilIn(found: Found): string | undefined {
  if (Object.hasOwn(found, 'cancellationAllowedUntilDate')) return found.cancellationAllowedUntilDate;
  const ends = (found.refundOptions ?? []).flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]));
  return ends.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

// No property is documented that tells it: the SKUs of extended service terms are named so in the price list.
const isExtended = ({ offerName }: Found): boolean => /extended service term|\(EST\)/i.test(offerName ?? '');

/** What it says. */
export const toSubscription = (found: Found): Subscription => ({
  id: found.id,
  name: found.friendlyName ?? found.offerName ?? found.id,
  quantity: found.quantity ?? 0,
  unit: found.unitType ?? '',
  status: found.status?.toLowerCase() ?? 'none',
  commerce: commerceOf(found),
  trial: found.isTrial ?? false,
  autoRenews: found.autoRenewEnabled ?? false,
  ...optional('offerId', found.offerId === undefined ? undefined : offerIdBought(found.offerId)),
  ...optional('term', found.termDuration),
  ...optional('billing', found.billingCycle?.toLowerCase()),
  ...optional('bought', found.creationDate),
  ...optional('starts', found.effectiveStartDate),
  ...optional('ends', found.commitmentEndDate),
  ...optional('scheduled', scheduledIn(found)),
  ...optional('nextTerm', nextTermIn(found)),
  ...(isExtended(found) ? { extended: true } : {}),
  ...optional('cancelUntil', cancelUntilIn(found)),
  ...optional('refunds', refundsIn(found)),
  ...optional('suspendedFor', found.suspensionReasons),
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

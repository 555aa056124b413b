import * as z from 'zod';
import type { Commerce, Refund, ScheduledAction, Subscription } from '../management.ts';
import { readAll, type RestClient, restPath } from './client.ts';
import { offerIdOfPurchase } from './skus.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value));

const lenientText = optionalText.catch(undefined);

const instructionsSchema = z.object({
  product: z.object({ billingCycle: lenientText, termDuration: lenientText }).nullish().catch(undefined),
  quantity: z.number(),
});

const scheduledActionSchema = z.object({
  scheduleType: lenientText,
  actionType: lenientText,
  effectiveDate: lenientText,
  instructions: instructionsSchema.nullish().catch(undefined),
});

/**
 * Schema of the service's subscription. Properties of its end and price are lenient, so that they never fail the rest.
 */
export const subscriptionSchema = z.object({
  id: z.string(),
  friendlyName: optionalText,
  offerName: optionalText,
  offerId: optionalText,
  quantity: z.number().nullish(),
  unitType: optionalText,
  status: optionalText,
  termDuration: optionalText,
  billingCycle: optionalText,
  isTrial: z.boolean().nullish(),
  autoRenewEnabled: z.boolean().nullish(),
  creationDate: lenientText,
  effectiveStartDate: lenientText,
  commitmentEndDate: optionalText,
  cancellationAllowedUntilDate: lenientText,
  refundOptions: z
    .array(z.object({ type: lenientText, expiresAt: lenientText }))
    .nullish()
    .catch(undefined),
  scheduledNextTermInstructions: instructionsSchema.nullish().catch(undefined),
  scheduledActions: z.array(scheduledActionSchema).nullish().catch(undefined),
  suspensionReasons: z.array(z.string()).nullish().catch(undefined),
  productType: z.object({ id: lenientText }).nullish().catch(undefined),
  billingType: lenientText,
  orderId: optionalText,
  parentSubscriptionId: optionalText,
  partnerId: optionalText,
  refundableQuantity: z.object({ totalQuantity: z.number() }).nullish().catch(undefined),
  attributes: z.object({ etag: optionalText }).nullish(),
});

const optionalEntry = <K extends string, V>(name: K, value: V | null | undefined): { [P in K]?: V } =>
  // A computed name is a plain string to the compiler.
  (value === null || value === undefined ? {} : { [name]: value }) as { [P in K]?: V };

type SubscriptionResource = z.infer<typeof subscriptionSchema>;

const commerceByProduct: Readonly<Record<string, Commerce>> = {
  onlineservicesnce: 'new',
  azure: 'azure',
  azureplan: 'azure',
};

/** Commerce by product type, else by offer id: `product:sku:availability` is new, a GUID or MS-AZR-0145P is legacy. */
function commerceOf({ productType, offerId, billingType }: SubscriptionResource): Commerce {
  const product = productType?.id?.toLowerCase();
  if (product !== undefined) return commerceByProduct[product] ?? 'unknown';
  if (offerId === undefined) return 'unknown';
  if (!offerId.includes(':')) return 'legacy';
  return billingType?.toLowerCase() === 'license' ? 'new' : 'unknown';
}

const actionsByType: Readonly<Record<string, ScheduledAction['action']>> = {
  cancel: 'cancel',
  renewtonewterm: 'renew',
  renewtoextendedserviceterm: 'extend',
  transition: 'transition',
};

function scheduledIn({ scheduledActions }: SubscriptionResource): readonly ScheduledAction[] | undefined {
  if (scheduledActions === undefined || scheduledActions === null || scheduledActions.length === 0) return undefined;
  return scheduledActions.map(({ scheduleType, actionType, effectiveDate }) => ({
    action: actionsByType[actionType?.toLowerCase() ?? ''] ?? 'unknown',
    ...(scheduleType?.toLowerCase() === 'customdate' ? optionalEntry('at', effectiveDate) : {}),
  }));
}

/** The scheduled next term; a trial has instructions that nobody scheduled (developer/subscription-resources). */
function nextTermIn({
  scheduledNextTermInstructions,
  scheduledActions,
  isTrial,
}: SubscriptionResource): Subscription['nextTerm'] {
  const scheduled = scheduledActions?.find(({ actionType }) => actionType?.toLowerCase() === 'renewtonewterm');
  const next = scheduled?.instructions ?? scheduledNextTermInstructions;
  if (next === undefined || next === null || isTrial === true) return undefined;
  const { product, quantity } = next;
  return {
    quantity,
    ...optionalEntry('term', product?.termDuration),
    ...optionalEntry('billing', product?.billingCycle?.toLowerCase()),
  };
}

const refundsIn = ({ refundOptions }: SubscriptionResource): readonly Refund[] | undefined =>
  refundOptions?.map(({ type, expiresAt }) => ({
    kind: type?.toLowerCase() === 'full' ? 'full' : 'prorated',
    ...optionalEntry('until', expiresAt),
  }));

/**
 * Deadline for cancelling: the property's value or, in responses without it, the last refund date. A null property
 * means that it cannot be cancelled.
 */
function cancelUntilIn(found: SubscriptionResource): string | undefined {
  if (Object.hasOwn(found, 'cancellationAllowedUntilDate')) return found.cancellationAllowedUntilDate;
  const ends = (found.refundOptions ?? []).flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]));
  return ends.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

// No documented property tells it: the price list names the SKUs of extended service terms so.
const isExtended = ({ offerName }: SubscriptionResource): boolean =>
  /extended service term|\(EST\)/i.test(offerName ?? '');

/** Converts the service's subscription to ours. */
export const parseSubscription = (found: SubscriptionResource): Subscription => ({
  id: found.id,
  name: found.friendlyName ?? found.offerName ?? found.id,
  quantity: found.quantity ?? 0,
  unit: found.unitType ?? '',
  status: found.status?.toLowerCase() ?? 'none',
  commerce: commerceOf(found),
  trial: found.isTrial ?? false,
  autoRenews: found.autoRenewEnabled ?? false,
  ...optionalEntry(
    'offerName',
    (found.friendlyName ?? found.offerName) === found.offerName ? undefined : found.offerName,
  ),
  ...optionalEntry('offerId', found.offerId === undefined ? undefined : offerIdOfPurchase(found.offerId)),
  ...optionalEntry('term', found.termDuration),
  ...optionalEntry('billing', found.billingCycle?.toLowerCase()),
  ...optionalEntry('bought', found.creationDate),
  ...optionalEntry('starts', found.effectiveStartDate),
  ...optionalEntry('ends', found.commitmentEndDate),
  ...optionalEntry('scheduled', scheduledIn(found)),
  ...optionalEntry('nextTerm', nextTermIn(found)),
  ...(isExtended(found) ? { extended: true } : {}),
  ...optionalEntry('cancelUntil', cancelUntilIn(found)),
  ...optionalEntry('refunds', refundsIn(found)),
  ...optionalEntry('suspendedFor', found.suspensionReasons),
  ...optionalEntry('orderId', found.orderId),
  ...optionalEntry('parentId', found.parentSubscriptionId),
  ...optionalEntry('reseller', found.partnerId),
  ...optionalEntry('refundable', found.refundableQuantity?.totalQuantity),
});

/** A customer's subscriptions (developer/get-all-of-a-customer-s-subscriptions). */
export const readSubscriptions = async (client: RestClient, microsoftId: string): Promise<readonly Subscription[]> => {
  const call = { path: restPath('customers', microsoftId, 'subscriptions'), token: 'app' } as const;
  return (await readAll(client, subscriptionSchema, call)).map(parseSubscription);
};

/** The add-ons of one subscription (developer/get-a-list-of-add-ons-for-a-subscription). */
export const readAddOns = async (
  client: RestClient,
  microsoftId: string,
  id: string,
): Promise<readonly Subscription[]> => {
  const call = { path: restPath('customers', microsoftId, 'subscriptions', id, 'addons'), token: 'app' } as const;
  return (await readAll(client, subscriptionSchema, call)).map(parseSubscription);
};

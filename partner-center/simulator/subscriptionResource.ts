import { refundableAt, unitName } from '../subscriptionRules.ts';
import { cancelUntilOf, fullRefundUntil, lastDayOfTerm } from '../termRules.ts';
import { attributes, link } from './answer.ts';
import type { Subscription } from './records.ts';
import { isUsage, offerBehind, present, termStateOf } from './terms.ts';

/** The ETag of a subscription, as the service makes it. */
export const subscriptionEtag = ({ id, version }: Subscription): string =>
  Buffer.from(JSON.stringify({ id, version })).toString('base64');

const linksOf = ({ offerId, customer, id }: Subscription): object => {
  const [product = '', sku = '', availability = ''] = offerId.split(':');
  return {
    product: link(`/products/${product}`),
    sku: link(`/products/${product}/skus/${sku}`),
    availability: link(`/products/${product}/skus/${sku}/availabilities/${availability}`),
    self: link(`/customers/${customer}/subscriptions/${id}`),
  };
};

const refunds = (subscription: Subscription, now: Date): object => {
  const state = termStateOf(subscription);
  const until = isUsage(subscription) ? undefined : cancelUntilOf(state);
  const full = { type: 'Full', expiresAt: fullRefundUntil(state) };
  return {
    cancellationAllowedUntilDate: until ?? null,
    refundOptions:
      until === undefined ? [] : [...(state.extended === true ? [] : [full]), { type: 'Partial', expiresAt: until }],
    refundableQuantity: {
      totalQuantity: refundableAt(subscription, now),
      details: subscription.refundable
        .filter((lot) => Date.parse(lot.until) > now.getTime())
        .map((lot) => ({ quantity: lot.quantity, allowedUntilDateTime: lot.until })),
    },
  };
};

const actionTypes = { renew: 'RenewToNewTerm', cancel: 'Cancel', extend: 'RenewToExtendedServiceTerm' } as const;

/** What is scheduled, as the API gives it. */
const schedule = ({ end, nextTerm, offerId, billingCycle, termDuration }: Subscription): object => {
  const [productId, skuId, availabilityId] = offerId.split(':');
  const { quantity, term = termDuration, billing = billingCycle } = nextTerm ?? {};
  const product = { productId, skuId, availabilityId, billingCycle: billing, termDuration: term };
  return {
    scheduledActions: end === undefined ? null : [{ scheduleType: 'TermEnd', actionType: actionTypes[end] }],
    scheduledNextTermInstructions: nextTerm === undefined ? null : { product, quantity },
  };
};

const offerNameOf = ({ offerName, extended }: Subscription): string =>
  extended === true ? `${offerName} (Extended Service Term)` : offerName;

/** Azure has no term that ends. */
const endOf = (subscription: Subscription): string =>
  (isUsage(subscription) ? undefined : lastDayOfTerm(termStateOf(subscription))) ?? '9999-12-10';

const productType = (subscription: Subscription): string => (isUsage(subscription) ? 'Azure' : 'OnlineServicesNCE');

/** A subscription as the API gives it at that time. */
export const subscriptionResource = (kept: Subscription, now: Date): object => {
  const subscription = present(kept, now);
  const offer = offerBehind(subscription);
  const { id, offerId, friendlyName, quantity, created, status, autoRenewEnabled } = subscription;
  const end = endOf(subscription);
  return {
    id,
    offerId,
    offerName: offerNameOf(subscription),
    friendlyName,
    productType: { id: productType(subscription), displayName: productType(subscription) },
    quantity,
    unitType: offer === undefined ? 'Licenses' : unitName(offer),
    hasPurchasableAddons: false,
    creationDate: created,
    effectiveStartDate: created,
    commitmentEndDate: `${end}T00:00:00Z`,
    commitmentEndDateTime: `${end}T23:59:59Z`,
    status,
    ...(subscription.suspensionReasons === undefined ? {} : { suspensionReasons: subscription.suspensionReasons }),
    autoRenewEnabled,
    ...schedule(subscription),
    isTrial: offer?.trial ?? false,
    billingType: isUsage(subscription) ? 'usage' : 'license',
    billingCycle: subscription.billingCycle,
    termDuration: subscription.termDuration,
    renewalTermDuration: '',
    ...refunds(subscription, now),
    isMicrosoftProduct: true,
    partnerId: subscription.partnerId,
    attentionNeeded: false,
    actionTaken: false,
    contractType: 'subscription',
    links: linksOf(subscription),
    publisherName: 'Microsoft Corporation',
    orderId: subscription.order,
    attributes: attributes('Subscription', subscriptionEtag(subscription)),
  };
};

import { type Offer, recordedOffers } from '../partner-center/rules/catalog.ts';
import { lazy } from '../lib/lazy.ts';
import {
  advanceTerms,
  cancelUntilOf,
  fullRefundUntil,
  lastDayOfTerm,
  refundableAt,
  type TermState,
  unitName,
} from '../partner-center/rules/subscriptionRules.ts';
import type { SubscriptionRecord } from './state.ts';
import { attributes, link } from './apiRequest.ts';
import { defined } from '../lib/optional.ts';

const recordedOffersById = lazy(() => new Map(recordedOffers().map((offer) => [offer.id, offer])));

/** The recorded offer of a subscription; undefined when it was withdrawn. */
export const recordedOfferOf = ({ catalogueOffer }: Pick<SubscriptionRecord, 'catalogueOffer'>): Offer | undefined =>
  recordedOffersById().get(catalogueOffer);

/** True when it is billed by use, as an Azure plan is. */
export const isUsageBased = (subscription: SubscriptionRecord): boolean =>
  recordedOfferOf(subscription)?.unit === 'usage';

/** The subscription in the form the term rules take. */
export const termsOf = (one: SubscriptionRecord): TermState => {
  const {
    status,
    quantity,
    termDuration: term,
    billingCycle: billing,
    refundable,
    end,
    nextTerm,
    extended,
    goneAt,
  } = one;
  return {
    status,
    trial: recordedOfferOf(one)?.trial ?? false,
    quantity,
    term,
    billing,
    refundable,
    since: one.since ?? one.created,
    terms: one.terms ?? 0,
    autoRenews: one.autoRenewEnabled,
    ...defined({ end, nextTerm, extended, goneAt }),
  };
};

/** The subscription after the term ends up to that time; a change by its terms increments its version. */
export const afterTerms = (one: SubscriptionRecord, now: Date): SubscriptionRecord => {
  if (isUsageBased(one)) return one;
  const before = termsOf(one);
  const after = advanceTerms(before, now);
  if (after === before) return one;
  const { end: _end, nextTerm: _next, ...kept } = one;
  const { trial: _trial, term, billing, autoRenews, refundable, ...rest } = after;
  const own = { termDuration: term, billingCycle: billing, autoRenewEnabled: autoRenews, refundable: [...refundable] };
  return { ...kept, ...rest, ...own, version: one.version + 1 };
};

/** ETag of a subscription, in the service's format. */
export const subscriptionEtag = ({ id, version }: SubscriptionRecord): string =>
  Buffer.from(JSON.stringify({ id, version })).toString('base64');

const linksOf = ({ offerId, customer, id }: SubscriptionRecord): object => {
  const [product = '', sku = '', availability = ''] = offerId.split(':');
  return {
    product: link(`/products/${product}`),
    sku: link(`/products/${product}/skus/${sku}`),
    availability: link(`/products/${product}/skus/${sku}/availabilities/${availability}`),
    self: link(`/customers/${customer}/subscriptions/${id}`),
  };
};

const refundBody = (subscription: SubscriptionRecord, now: Date): object => {
  const state = termsOf(subscription);
  const until = isUsageBased(subscription) ? undefined : cancelUntilOf(state);
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

/** The schedule's properties in a subscription's body. */
const scheduleBody = ({ end, nextTerm, offerId, billingCycle, termDuration }: SubscriptionRecord): object => {
  const [productId, skuId, availabilityId] = offerId.split(':');
  const { quantity, term = termDuration, billing = billingCycle } = nextTerm ?? {};
  const product = { productId, skuId, availabilityId, billingCycle: billing, termDuration: term };
  return {
    scheduledActions: end === undefined ? null : [{ scheduleType: 'TermEnd', actionType: actionTypes[end] }],
    scheduledNextTermInstructions: nextTerm === undefined ? null : { product, quantity },
  };
};

const offerNameOf = ({ offerName, extended }: SubscriptionRecord): string =>
  extended === true ? `${offerName} (Extended Service Term)` : offerName;

/** Last day of the term, or the service's far date for Azure, which has no term. */
const lastDayOf = (subscription: SubscriptionRecord): string =>
  (isUsageBased(subscription) ? undefined : lastDayOfTerm(termsOf(subscription))) ?? '9999-12-10';

const productType = (subscription: SubscriptionRecord): string =>
  isUsageBased(subscription) ? 'Azure' : 'OnlineServicesNCE';

/** Body of a subscription at that time. */
export const subscriptionBody = (kept: SubscriptionRecord, now: Date): object => {
  const subscription = afterTerms(kept, now);
  const offer = recordedOfferOf(subscription);
  const { id, offerId, friendlyName, quantity, created, status, autoRenewEnabled } = subscription;
  const end = lastDayOf(subscription);
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
    ...defined({ suspensionReasons: subscription.suspensionReasons }),
    autoRenewEnabled,
    ...scheduleBody(subscription),
    isTrial: offer?.trial ?? false,
    billingType: isUsageBased(subscription) ? 'usage' : 'license',
    billingCycle: subscription.billingCycle,
    termDuration: subscription.termDuration,
    renewalTermDuration: '',
    ...refundBody(subscription, now),
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

import { recordedOffers } from '../catalogue.ts';
import { once } from '../once.ts';
import type { Offer } from '../offer.ts';
import { refundableAt, termEnd, unitName } from '../subscriptionRules.ts';
import { attributes, link } from './answer.ts';
import type { Subscription } from './records.ts';

const offers = once(() => new Map(recordedOffers().map((offer) => [offer.id, offer])));

/** The recorded offer a subscription stands for; undefined when it was withdrawn. */
export const offerBehind = ({ catalogueOffer }: Subscription): Offer | undefined => offers().get(catalogueOffer);

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

const refunds = (subscription: Subscription, now: Date): object => ({
  refundOptions: subscription.refundable.slice(0, 1).map(({ until }) => ({ type: 'Full', expiresAt: until })),
  refundableQuantity: {
    totalQuantity: refundableAt(subscription, now),
    details: subscription.refundable
      .filter(({ until }) => Date.parse(until) > now.getTime())
      .map(({ quantity, until }) => ({ quantity, allowedUntilDateTime: until })),
  },
});

/** A subscription as the API gives it. */
export const subscriptionResource = (subscription: Subscription, now: Date): object => {
  const offer = offerBehind(subscription);
  const { id, offerId, offerName, friendlyName, quantity, created, status, autoRenewEnabled } = subscription;
  const end = termEnd(created, subscription.termDuration, now) ?? created.slice(0, 10);
  return {
    id,
    offerId,
    offerName,
    friendlyName,
    productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
    quantity,
    unitType: offer === undefined ? 'Licenses' : unitName(offer),
    hasPurchasableAddons: false,
    creationDate: created,
    effectiveStartDate: created,
    commitmentEndDate: `${end}T00:00:00Z`,
    commitmentEndDateTime: `${end}T23:59:59Z`,
    status,
    autoRenewEnabled,
    isTrial: offer?.trial ?? false,
    billingType: offer?.unit === 'usage' ? 'usage' : 'license',
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

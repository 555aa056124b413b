import type { Segment } from '../offer.ts';
import { unitName } from '../subscriptionRules.ts';
import { link } from './answer.ts';
import { availabilityId, type Product, type Sku, skuName } from './catalogue.ts';
import { currency } from './currency.ts';

/** Where a product is looked at. */
export interface Shop {
  readonly country: string;
  readonly segments: readonly Segment[];
  /** Before every link. */
  readonly path: string;
  /** Of the catalogue. */
  readonly edition: number;
}

/** A product. */
export const productResource = (product: Product, { country, path }: Shop): object => ({
  id: product.id,
  title: product.title,
  description: product.title,
  productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
  isMicrosoftProduct: true,
  publisherName: 'Microsoft Corporation',
  links: {
    skus: link(`${path}/products/${product.id}/skus?country=${country}`),
    self: link(`${path}/products/${product.id}?country=${country}`),
  },
});

/** A SKU: its limits, whether it is an add-on and of what. */
export const skuResource = ({ id: productId }: Product, { id, offer }: Sku, { country, path }: Shop): object => ({
  id,
  productId,
  title: offer.name,
  description: offer.name,
  minimumQuantity: offer.min,
  maximumQuantity: offer.max,
  isTrial: offer.trial,
  supportedBillingCycles: [...new Set(offer.plans.map(({ billing }) => billing))],
  purchasePrerequisites: ['MicrosoftCustomerAgreement'],
  inventoryVariables: [],
  provisioningVariables: [],
  actions: ['Refund'],
  dynamicAttributes: {
    isMicrosoftProduct: true,
    hasConstraints: true,
    isAddon: offer.addOnTo.length > 0,
    prerequisiteSkus: offer.addOnTo.flatMap((base) => skuName(base) ?? []),
    isSoftwareAssuranceApplicable: false,
    upgradeTargetOffers: [],
    billingType: offer.unit === 'usage' ? 'usage' : 'license',
    unitType: unitName(offer),
    limit: offer.limit ?? 0,
    limitUnitOfMeasure: offer.limit === undefined ? 'None' : 'Lifetime',
    provisioningId: offer.id.toLowerCase(),
    internal: false,
  },
  links: {
    availabilities: link(`${path}/products/${productId}/skus/${id}/availabilities?country=${country}`),
    self: link(`${path}/products/${productId}/skus/${id}?country=${country}`),
  },
});

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** What can be bought of a SKU in a country: the id to order by, terms and billing cycles. */
export const availabilityResource = (product: Product, { id: skuId, offer }: Sku, shop: Shop): object => {
  const id = availabilityId(offer, shop.country, shop.edition);
  const renewToId = `${product.id}:${skuId}`;
  const terms = offer.plans.map(({ term, billing }) => ({
    id: `${term}-${billing}`.toLowerCase(),
    duration: term,
    description: `${term} commitment, billing: ${billing}`,
    billingCycle: capital(billing),
    cancellationPolicies: [{ refundOptions: [{ sequenceId: 0, type: 'Full', expiresAfter: 'P7D' }] }],
  }));
  return {
    id,
    productId: product.id,
    skuId,
    catalogItemId: `${product.id}:${skuId}:${id}`,
    defaultCurrency: currency(shop.country),
    segment: offer.segment,
    country: shop.country,
    isPurchasable: true,
    isRenewable: !offer.trial,
    renewalInstructions: [
      { applicableTermIds: terms.map((term) => term.id), renewalOptions: [{ renewToId, isAutoRenewable: true }] },
    ],
    terms,
    links: {
      self: link(`${shop.path}/products/${product.id}/skus/${skuId}/availabilities/${id}?country=${shop.country}`),
    },
  };
};

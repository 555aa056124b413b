import { createHash } from 'node:crypto';
import { type Offer, recordedOffers, type Segment, usableOffers } from '../partner-center/rules/catalog.ts';
import { lazy } from '../lib/lazy.ts';
import { unitName } from '../partner-center/rules/subscriptionRules.ts';
import { type ApiRequest, type Handler, link, listBody, okResponse, pathParam } from './apiRequest.ts';
import { findCountryRules, market } from '../partner-center/rules/countries.ts';
import { requireCustomer } from './customerHandlers.ts';
import { segmentsOf } from './qualificationHandlers.ts';
import { apiError } from './apiError.ts';

/** A currency as the catalog names it. */
interface PriceCurrency {
  readonly code: string;
  readonly symbol: string;
}

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK'.split(' ');

const others: Readonly<Record<string, PriceCurrency>> = {
  BR: { code: 'BRL', symbol: 'R$' },
  CN: { code: 'CNY', symbol: '¥' },
  GB: { code: 'GBP', symbol: '£' },
  IN: { code: 'INR', symbol: '₹' },
  JP: { code: 'JPY', symbol: '¥' },
  RU: { code: 'RUB', symbol: '₽' },
  TW: { code: 'TWD', symbol: 'NT$' },
};

/** Currency of a country's price list; dollars for unknown countries, since nothing here has a price. */
export const currency = (country: string): PriceCurrency =>
  euro.includes(country) ? { code: 'EUR', symbol: '€' } : (others[country] ?? { code: 'USD', symbol: '$' });

/** A SKU of new commerce: one for each of the recorded offers. */
interface CatalogSku {
  readonly id: string;
  readonly offer: Offer;
}

/** A product and its SKUs. */
interface CatalogProduct {
  readonly id: string;
  readonly title: string;
  readonly skus: readonly CatalogSku[];
}

const alphabet = '0123456789BCDFGHJKLMNPQRSTVWXYZ';

const catalogId = (prefix: string, text: string): string => {
  const bytes = createHash('sha256').update(text).digest();
  return `${prefix}${Array.from(bytes.subarray(0, 12 - prefix.length), (byte) => alphabet[byte % alphabet.length]).join('')}`;
};

// The nonprofit edition and the trial of a product are SKUs of that product.
const titleOf = ({ name }: Offer): string => name.replace(/ \(Nonprofit[^)]*\)/, '').replace(/ Trial$/, '');

/** The recorded offers as products by id, in their order on the page. */
const catalogProducts = lazy((): ReadonlyMap<string, CatalogProduct> => {
  const made = new Map<string, CatalogProduct>();
  for (const offer of usableOffers(recordedOffers())) {
    const title = titleOf(offer);
    const id = catalogId('CFQ7TTC', title);
    const skus = made.get(id)?.skus ?? [];
    made.set(id, { id, title, skus: [...skus, { id: String(skus.length + 1).padStart(4, '0'), offer }] });
  }
  return made;
});

const skusByOffer = lazy(
  () =>
    new Map(
      [...catalogProducts().values()].flatMap((product) =>
        product.skus.map((sku) => [sku.offer.id, { product, sku }] as const),
      ),
    ),
);

/** `product:sku` of a recorded offer; undefined for one that is not sold. */
export const skuName = (offerId: string): string | undefined => {
  const home = skusByOffer().get(offerId);
  return home === undefined ? undefined : `${home.product.id}:${home.sku.id}`;
};

/** Availability id of an offer in a country, valid until the catalog's next edition. */
const availabilityId = (offer: Offer, country: string, edition: number): string =>
  catalogId('CFQ7TTC', `${offer.id} ${country} ${edition}`);

/** Offer of a catalogItemId (`product:sku:availability`) in a country and edition; undefined for a stale id. */
export const offerOfItem = (catalogItemId: string, country: string, edition: number): Offer | undefined => {
  const [product = '', sku, availability] = catalogItemId.split(':');
  const offer = catalogProducts()
    .get(product)
    ?.skus.find(({ id }) => id === sku)?.offer;
  return offer !== undefined && availability === availabilityId(offer, country, edition) ? offer : undefined;
};

/** The part of the catalog that a request may see. */
interface CatalogView {
  readonly country: string;
  readonly segments: readonly Segment[];
  /** Prefix of every link. */
  readonly path: string;
  /** Edition of the catalog. */
  readonly edition: number;
}

/** A product. */
const productBody = (product: CatalogProduct, { country, path }: CatalogView): object => ({
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

/** Body of a SKU: its limits, and the SKUs it is an add-on of. */
const skuBody = (
  { id: productId }: CatalogProduct,
  { id, offer }: CatalogSku,
  { country, path }: CatalogView,
): object => ({
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

const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Body of a SKU's availability in a country: the id to order by, terms and billing cycles. */
const availabilityBody = (product: CatalogProduct, { id: skuId, offer }: CatalogSku, shop: CatalogView): object => {
  const id = availabilityId(offer, shop.country, shop.edition);
  const renewToId = `${product.id}:${skuId}`;
  const terms = offer.plans.map(({ term, billing }) => ({
    id: `${term}-${billing}`.toLowerCase(),
    duration: term,
    description: `${term} commitment, billing: ${billing}`,
    billingCycle: capitalized(billing),
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

const segments: readonly Segment[] = ['commercial', 'nonprofit', 'education', 'government'];

/** The segment that a request asks for; undefined for all. */
const segmentOf = ({ query }: ApiRequest): Segment | undefined => {
  const asked = query.get('targetSegment')?.toLowerCase();
  const found = segments.find((segment) => segment === asked);
  if (asked !== undefined && found === undefined) throw apiError('3000', { data: ['property_name: targetSegment'] });
  return found;
};

const countryOf = ({ query, partner }: ApiRequest): string => {
  const country = (query.get('country') ?? '').toUpperCase();
  if (findCountryRules(country) === undefined) throw apiError('3000', { data: ['property_name: country'] });
  if (!market(partner.country).includes(country)) throw apiError('2030');
  return country;
};

/** View of a request: a country's every segment, or the segments a customer may buy; `targetSegment` narrows both. */
const catalogViewOf = (request: ApiRequest): CatalogView => {
  const asked = segmentOf(request);
  const { edition } = request.state;
  if (request.params['customer'] === undefined)
    return { country: countryOf(request), segments: asked === undefined ? segments : [asked], path: '', edition };
  const customer = requireCustomer(request);
  const { id, address } = customer;
  const allowed: readonly Segment[] = ['commercial', ...segmentsOf(customer)];
  if (asked !== undefined && !allowed.includes(asked)) throw apiError('400030', { fill: [asked] });
  const own = asked === undefined ? allowed : [asked];
  return { country: address.country, segments: own, path: `/customers/${id}`, edition };
};

const targetViewOf = (offer: Offer): string => (offer.unit === 'usage' ? 'MicrosoftAzure' : 'OnlineServices');

const isSold = (request: ApiRequest, shop: CatalogView) => {
  const view = request.query.get('targetView');
  return ({ offer }: CatalogSku): boolean =>
    shop.segments.includes(offer.segment) && (view === null || view === targetViewOf(offer));
};

const productOf = (request: ApiRequest): CatalogProduct => {
  const product = catalogProducts().get(pathParam(request, 'product'));
  if (product === undefined) throw apiError('400013');
  return product;
};

/** GET [customers/{id}/]products?country&targetView&targetSegment. */
export const listProducts: Handler = (request) => {
  const shop = catalogViewOf(request);
  if (!request.query.has('targetView')) throw apiError('3000', { data: ['property_name: targetView'] });
  const sold = [...catalogProducts().values()].filter(({ skus }) => skus.some(isSold(request, shop)));
  return okResponse(
    listBody(
      sold.map((product) => productBody(product, shop)),
      `${shop.path}/products?${request.query.toString()}`,
    ),
  );
};

/** GET [customers/{id}/]products/{product}. */
export const getProduct: Handler = (request) => okResponse(productBody(productOf(request), catalogViewOf(request)));

/** GET [customers/{id}/]products/{product}/skus. */
export const listSkus: Handler = (request) => {
  const [shop, product] = [catalogViewOf(request), productOf(request)];
  const sold = product.skus.filter(isSold(request, shop));
  return okResponse(
    listBody(
      sold.map((sku) => skuBody(product, sku, shop)),
      `${shop.path}/products/${product.id}/skus`,
    ),
  );
};

/** GET [customers/{id}/]products/{product}/skus/{sku}/availabilities. */
export const listAvailabilities: Handler = (request) => {
  const [shop, product] = [catalogViewOf(request), productOf(request)];
  const sku = product.skus.find(({ id }) => id === pathParam(request, 'sku'));
  if (sku === undefined) throw apiError('400018');
  const sold = isSold(request, shop)(sku) ? [availabilityBody(product, sku, shop)] : [];
  return okResponse(listBody(sold, `${shop.path}/products/${product.id}/skus/${sku.id}/availabilities`));
};

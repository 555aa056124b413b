import { knownRules } from '../countryTable.ts';
import { market } from '../countries.ts';
import type { Offer, Segment } from '../offer.ts';
import { collection } from './answer.ts';
import { type Call, type Handler, ok, param } from './call.ts';
import { type Product, products, type Sku } from './catalogue.ts';
import { customerOf } from './customers.ts';
import { availabilityResource, productResource, type Shop, skuResource } from './productResource.ts';
import { segmentsOf } from './qualifications.ts';
import { refusal } from './refusal.ts';

const segments: readonly Segment[] = ['commercial', 'nonprofit', 'education', 'government'];

/** The segment a call asks for; undefined when it asks for every one. */
const segmentOf = ({ query }: Call): Segment | undefined => {
  const asked = query.get('targetSegment')?.toLowerCase();
  const found = segments.find((segment) => segment === asked);
  if (asked !== undefined && found === undefined) throw refusal('3000', { data: ['property_name: targetSegment'] });
  return found;
};

const countryOf = ({ query, partner }: Call): string => {
  const country = (query.get('country') ?? '').toUpperCase();
  if (knownRules(country) === undefined) throw refusal('3000', { data: ['property_name: country'] });
  if (!market(partner.country).includes(country)) throw refusal('2030');
  return country;
};

/** Where a call looks: in a country at every segment, for a customer at what it may buy; `targetSegment` narrows both. */
const shopOf = (call: Call): Shop => {
  const asked = segmentOf(call);
  const { edition } = call.world;
  if (call.params['customer'] === undefined)
    return { country: countryOf(call), segments: asked === undefined ? segments : [asked], path: '', edition };
  const customer = customerOf(call);
  const { id, address } = customer;
  const allowed: readonly Segment[] = ['commercial', ...segmentsOf(customer)];
  if (asked !== undefined && !allowed.includes(asked)) throw refusal('400030', { fill: [asked] });
  const own = asked === undefined ? allowed : [asked];
  return { country: address.country, segments: own, path: `/customers/${id}`, edition };
};

const viewOf = (offer: Offer): string => (offer.unit === 'usage' ? 'MicrosoftAzure' : 'OnlineServices');

const isSold = (call: Call, shop: Shop) => {
  const view = call.query.get('targetView');
  return ({ offer }: Sku): boolean =>
    shop.segments.includes(offer.segment) && (view === null || view === viewOf(offer));
};

const productOf = (call: Call): Product => {
  const product = products().get(param(call, 'product'));
  if (product === undefined) throw refusal('400013');
  return product;
};

/** GET [customers/{id}/]products?country&targetView&targetSegment. */
export const listProducts: Handler = (call) => {
  const shop = shopOf(call);
  if (!call.query.has('targetView')) throw refusal('3000', { data: ['property_name: targetView'] });
  const sold = [...products().values()].filter(({ skus }) => skus.some(isSold(call, shop)));
  return ok(
    collection(
      sold.map((product) => productResource(product, shop)),
      `${shop.path}/products?${call.query.toString()}`,
    ),
  );
};

/** GET [customers/{id}/]products/{product}. */
export const getProduct: Handler = (call) => ok(productResource(productOf(call), shopOf(call)));

/** GET [customers/{id}/]products/{product}/skus. */
export const listSkus: Handler = (call) => {
  const [shop, product] = [shopOf(call), productOf(call)];
  const sold = product.skus.filter(isSold(call, shop));
  return ok(
    collection(
      sold.map((sku) => skuResource(product, sku, shop)),
      `${shop.path}/products/${product.id}/skus`,
    ),
  );
};

/** GET [customers/{id}/]products/{product}/skus/{sku}/availabilities. */
export const listAvailabilities: Handler = (call) => {
  const [shop, product] = [shopOf(call), productOf(call)];
  const sku = product.skus.find(({ id }) => id === param(call, 'sku'));
  if (sku === undefined) throw refusal('400018');
  const sold = isSold(call, shop)(sku) ? [availabilityResource(product, sku, shop)] : [];
  return ok(collection(sold, `${shop.path}/products/${product.id}/skus/${sku.id}/availabilities`));
};

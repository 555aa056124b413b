import * as z from 'zod';
import { type Offer, type Plan, type Segment, segments } from '../rules/catalog.ts';
import { parseResponse, readAll, type RestClient, restPath } from './client.ts';
import { RestError } from './restError.ts';

/** A SKU of a product, for one segment. */
interface SkuKey {
  readonly productId: string;
  readonly skuId: string;
  readonly segment: Segment;
}

/** The opaque offer id of a SKU. */
export const offerIdOf = ({ productId, skuId, segment }: SkuKey): string => `${productId}:${skuId}:${segment}`;

/** Parses the service's name of a segment, in any case. */
const parseSegment = (text: string): Segment | undefined => segments.find((segment) => segment === text.toLowerCase());

/** Parses an offer id into its SKU; undefined for an id of another catalog. */
export const parseOfferId = (offerId: string): SkuKey | undefined => {
  const [productId = '', skuId = '', last = '', ...more] = offerId.split(':');
  const segment = parseSegment(last);
  if (productId === '' || skuId === '' || segment === undefined || more.length > 0) return undefined;
  return { productId, skuId, segment };
};

/**
 * Offer id of a subscription from the item it was bought as (`product:sku:availability`). That names no segment, so
 * `commercial` is assumed, which `offerIdInCatalog` corrects. An id of another shape is returned unchanged.
 */
export const offerIdOfPurchase = (catalogItemId: string): string => {
  const [productId = '', skuId = '', availability, ...more] = catalogItemId.split(':');
  if (availability === undefined || more.length > 0) return catalogItemId;
  return offerIdOf({ productId, skuId, segment: 'commercial' });
};

/**
 * The offer id with the segment to which the catalog sells the SKU, `commercial` first; unchanged for an unknown SKU.
 */
export const offerIdInCatalog = (offerId: string, offers: readonly Pick<Offer, 'id'>[]): string => {
  const key = parseOfferId(offerId);
  if (key?.segment !== 'commercial') return offerId;
  const ids = segments.map((segment) => offerIdOf({ ...key, segment }));
  return ids.find((id) => offers.some((offer) => offer.id === id)) ?? offerId;
};

const optionalText = z.string().nullish();

const availabilitySchema = z.object({
  catalogItemId: z.string(),
  segment: optionalText,
  isPurchasable: z.boolean().nullish(),
  terms: z.array(z.object({ duration: optionalText, billingCycle: optionalText })).nullish(),
});

// The documentation shows one availability where the service returns a collection.
const availabilitiesSchema = z.union([
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
  availabilitySchema.transform((one): unknown[] => [one]),
]);

/** An availability of a SKU; its catalog item id expires, so it is read again right before a cart. */
export interface Availability {
  readonly catalogItemId: string;
  readonly segment: Segment;
  readonly plans: readonly Plan[];
}

const billingCycles: Readonly<Record<string, Plan['billing']>> = {
  monthly: 'monthly',
  annual: 'annual',
  triennial: 'triennial',
  one_time: 'one_time',
  onetime: 'one_time',
  none: 'none',
};

/** Parses the service's name of a billing cycle, in any case. */
export const parseBillingCycle = (name: string): Plan['billing'] | undefined => billingCycles[name.toLowerCase()];

const plansOf = (
  { terms }: z.infer<typeof availabilitySchema>,
  supported: readonly Plan['billing'][],
): readonly Plan[] =>
  (terms ?? []).flatMap(({ duration, billingCycle }) => {
    const term = duration ?? '';
    if (!/^P\d{1,4}[DMY]$/.test(term)) return [];
    const billing = parseBillingCycle(billingCycle ?? '');
    return (billing === undefined ? supported : [billing]).map((one) => ({ term, billing: one }));
  });

/**
 * Availabilities of a SKU in a country, or for a customer (developer/get-a-list-of-availabilities-for-a-sku and
 * -by-customer). `supported` are the SKU's billing cycles, for terms that name none. A retired SKU has none. Unreadable
 * items are left out and reported to `bad`; so is a bare 404 in a country. For a customer, who may not be known
 * everywhere yet, a bare 404 is raised.
 */
export const readAvailabilities = async (
  client: RestClient,
  sku: { readonly productId: string; readonly skuId: string },
  where: { readonly country: string } | { readonly microsoftId: string; readonly segment: Segment },
  supported: readonly Plan['billing'][],
  bad: () => void = () => undefined,
): Promise<readonly Availability[]> => {
  const below = ['products', sku.productId, 'skus', sku.skuId, 'availabilities'];
  const call =
    'country' in where
      ? { path: restPath(...below), query: { country: where.country } }
      : { path: restPath('customers', where.microsoftId, ...below), ...segmentQuery(where.segment) };
  const found = await client.send({ ...call, method: 'GET', token: 'app' }).catch((error: unknown) => {
    if (!(error instanceof RestError) || error.status !== 404) throw error;
    if (error.fault.reason === 'offer-unavailable') return undefined;
    if ('microsoftId' in where) throw error;
    bad();
    return undefined;
  });
  if (found === undefined) return [];
  return parseResponse(availabilitiesSchema, found).flatMap((item) => {
    const one = availabilitySchema.safeParse(item).data;
    if (one === undefined) bad();
    if (one === undefined) return [];
    const segment = parseSegment(one.segment ?? 'commercial');
    if (one.isPurchasable === false || segment === undefined) return [];
    return [{ catalogItemId: one.catalogItemId, segment, plans: plansOf(one, supported) }];
  });
};

const segmentQuery = (segment: Segment) => (segment === 'commercial' ? {} : { query: { targetSegment: segment } });

const countSchema = z.number().nullish().catch(undefined);

const attributesSchema = z.object({
  isAddon: z.boolean().nullish().catch(undefined),
  prerequisiteSkus: z.array(z.string()).nullish().catch(undefined),
  unitType: z.string().nullish().catch(undefined),
  billingType: z.string().nullish().catch(undefined),
  limit: countSchema,
});

const skuSchema = z.object({
  id: z.string(),
  productId: z.string(),
  title: z.string(),
  minimumQuantity: countSchema,
  maximumQuantity: countSchema,
  isTrial: z.boolean().nullish().catch(undefined),
  supportedBillingCycles: z.array(z.string()).nullish().catch(undefined),
  dynamicAttributes: attributesSchema.nullish().catch(undefined),
});

/** A SKU of the catalog. */
type Sku = z.infer<typeof skuSchema>;

/** Parses a SKU; undefined when it is invalid. */
export const parseSku = (item: unknown): Sku | undefined => skuSchema.safeParse(item).data;

/** SKUs of a product in a country, unparsed (developer/get-a-list-of-skus-for-a-product): some may be invalid. */
export const readSkus = (client: RestClient, productId: string, country: string): Promise<readonly unknown[]> =>
  readAll(client, z.unknown(), { path: restPath('products', productId, 'skus'), query: { country }, token: 'app' });

/** The SKU's known billing cycles. */
export const cyclesOf = ({ supportedBillingCycles }: Sku): readonly Plan['billing'][] =>
  (supportedBillingCycles ?? []).flatMap((name) => parseBillingCycle(name) ?? []);

const unitsByName: Readonly<Record<string, Offer['unit']>> = {
  licenses: 'licenses',
  'add-on licenses': 'add-on-licenses',
  instances: 'instances',
  gigabytes: 'gigabytes',
  'usage-based': 'usage',
};

const unitOf = ({ dynamicAttributes }: Sku): Offer['unit'] => {
  if (dynamicAttributes?.billingType?.toLowerCase() === 'usage') return 'usage';
  const named = unitsByName[dynamicAttributes?.unitType?.toLowerCase() ?? ''];
  return named ?? (dynamicAttributes?.isAddon === true ? 'add-on-licenses' : 'licenses');
};

const distinctPlans = (plans: readonly Plan[]): readonly Plan[] =>
  plans.filter(
    ({ term, billing }, at) => plans.findIndex((one) => one.term === term && one.billing === billing) === at,
  );

/** Offers of a SKU, one per segment it is sold to; empty when it has no known plan. */
export const offersOf = (sku: Sku, availabilities: readonly Availability[], rank: number): readonly Offer[] => {
  const min = Math.max(1, Math.trunc(sku.minimumQuantity ?? 1));
  const limit = Math.trunc(sku.dynamicAttributes?.limit ?? 0);
  return [...new Set(availabilities.map(({ segment }) => segment))].flatMap((segment) => {
    const plans = distinctPlans(availabilities.filter((one) => one.segment === segment).flatMap((one) => one.plans));
    if (plans.length === 0) return [];
    const bases = (sku.dynamicAttributes?.prerequisiteSkus ?? []).flatMap((base) => {
      const [productId, skuId] = base.split(':');
      return productId === undefined || skuId === undefined ? [] : [offerIdOf({ productId, skuId, segment })];
    });
    const own = {
      id: offerIdOf({ productId: sku.productId, skuId: sku.id, segment }),
      name: sku.title,
      segment,
      plans,
    };
    const counts = { min, max: Math.max(min, Math.trunc(sku.maximumQuantity ?? 999_999_999)) };
    const rest = { unit: unitOf(sku), trial: sku.isTrial ?? false, addOnTo: bases, rank };
    return [{ ...own, ...counts, ...rest, ...(limit > 0 ? { limit } : {}) }];
  });
};

import * as z from 'zod';
import type { Offer, Plan } from '../offer.ts';
import { type Availability, billingOf } from './availabilities.ts';
import { path, type Client } from './client.ts';
import { offerIdOf } from './offerId.ts';
import { everyItem } from './pages.ts';

const count = z.number().nullish().catch(undefined);

const attributes = z.object({
  isAddon: z.boolean().nullish().catch(undefined),
  prerequisiteSkus: z.array(z.string()).nullish().catch(undefined),
  unitType: z.string().nullish().catch(undefined),
  billingType: z.string().nullish().catch(undefined),
  limit: count,
});

const shape = z.object({
  id: z.string(),
  productId: z.string(),
  title: z.string(),
  minimumQuantity: count,
  maximumQuantity: count,
  isTrial: z.boolean().nullish().catch(undefined),
  supportedBillingCycles: z.array(z.string()).nullish().catch(undefined),
  dynamicAttributes: attributes.nullish().catch(undefined),
});

/** A SKU as the catalogue has it. */
export type Sku = z.infer<typeof shape>;

/** A SKU, parsed; undefined where it is none that could be offered. */
export const skuIn = (item: unknown): Sku | undefined => shape.safeParse(item).data;

/** The SKUs of a product in a country, as they came (developer/get-a-list-of-skus-for-a-product): one may be unreadable. */
export const readSkus = (client: Client, productId: string, country: string): Promise<readonly unknown[]> =>
  everyItem(client, z.unknown(), { path: path('products', productId, 'skus'), query: { country }, token: 'app' });

/** The SKU's billing cycles, those known here. */
export const cyclesOf = ({ supportedBillingCycles }: Sku): readonly Plan['billing'][] =>
  (supportedBillingCycles ?? []).flatMap((name) => billingOf(name) ?? []);

const units: Readonly<Record<string, Offer['unit']>> = {
  licenses: 'licenses',
  'add-on licenses': 'add-on-licenses',
  instances: 'instances',
  gigabytes: 'gigabytes',
  'usage-based': 'usage',
};

const unitOf = ({ dynamicAttributes }: Sku): Offer['unit'] => {
  if (dynamicAttributes?.billingType?.toLowerCase() === 'usage') return 'usage';
  const named = units[dynamicAttributes?.unitType?.toLowerCase() ?? ''];
  return named ?? (dynamicAttributes?.isAddon === true ? 'add-on-licenses' : 'licenses');
};

const distinct = (plans: readonly Plan[]): readonly Plan[] =>
  plans.filter(
    ({ term, billing }, at) => plans.findIndex((one) => one.term === term && one.billing === billing) === at,
  );

/** The offers a SKU is, one a segment it is sold to; none when it can be bought in no way known here. */
export const offersOf = (sku: Sku, availabilities: readonly Availability[], rank: number): readonly Offer[] => {
  const min = Math.max(1, Math.trunc(sku.minimumQuantity ?? 1));
  const limit = Math.trunc(sku.dynamicAttributes?.limit ?? 0);
  return [...new Set(availabilities.map(({ segment }) => segment))].flatMap((segment) => {
    const plans = distinct(availabilities.filter((one) => one.segment === segment).flatMap((one) => one.plans));
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

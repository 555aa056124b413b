import * as z from 'zod';
import type { Plan, Segment } from '../offer.ts';
import { parsed, path, type Client } from './client.ts';
import { segmentOf } from './offerId.ts';
import { RestError } from './restError.ts';

const text = z.string().nullish();

const shape = z.object({
  catalogItemId: z.string(),
  segment: text,
  isPurchasable: z.boolean().nullish(),
  terms: z.array(z.object({ duration: text, billingCycle: text })).nullish(),
});

// The pages print one availability where the service gives a collection of them.
const answer = z.union([
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
  shape.transform((one): unknown[] => [one]),
]);

/** What a SKU can be bought as just now; its catalogue id ages, so it is read again right before a cart. */
export interface Availability {
  readonly catalogItemId: string;
  readonly segment: Segment;
  readonly plans: readonly Plan[];
}

const cycles: Readonly<Record<string, Plan['billing']>> = {
  monthly: 'monthly',
  annual: 'annual',
  triennial: 'triennial',
  one_time: 'one_time',
  onetime: 'one_time',
  none: 'none',
};

/** A billing cycle as the service names it, in any case. */
export const billingOf = (name: string): Plan['billing'] | undefined => cycles[name.toLowerCase()];

const plansOf = ({ terms }: z.infer<typeof shape>, supported: readonly Plan['billing'][]): readonly Plan[] =>
  (terms ?? []).flatMap(({ duration, billingCycle }) => {
    const term = duration ?? '';
    if (!/^P\d{1,4}[DMY]$/.test(term)) return [];
    const billing = billingOf(billingCycle ?? '');
    return (billing === undefined ? supported : [billing]).map((one) => ({ term, billing: one }));
  });

/**
 * The availabilities of a SKU: of a country, or for a customer (developer/get-a-list-of-availabilities-for-a-sku and
 * -by-customer). `supported` are the SKU's billing cycles, for terms that name none. A SKU that Partner Center says to be
 * gone has none. What cannot be read of it is told to `bad`, and left out; a 404 that says nothing is such a thing of a
 * country, where others have theirs, and raised of a customer, who may not be known yet.
 */
export const readAvailabilities = async (
  client: Client,
  sku: { readonly productId: string; readonly skuId: string },
  where: { readonly country: string } | { readonly microsoftId: string; readonly segment: Segment },
  supported: readonly Plan['billing'][],
  bad: () => void = () => undefined,
): Promise<readonly Availability[]> => {
  const below = ['products', sku.productId, 'skus', sku.skuId, 'availabilities'];
  const call =
    'country' in where
      ? { path: path(...below), query: { country: where.country } }
      : { path: path('customers', where.microsoftId, ...below), ...targeted(where.segment) };
  const found = await client.send({ ...call, method: 'GET', token: 'app' }).catch((error: unknown) => {
    if (!(error instanceof RestError) || error.status !== 404) throw error;
    if (error.fault.reason === 'offer-unavailable') return undefined;
    if ('microsoftId' in where) throw error;
    bad();
    return undefined;
  });
  if (found === undefined) return [];
  return parsed(answer, found).flatMap((item) => {
    const one = shape.safeParse(item).data;
    if (one === undefined) bad();
    if (one === undefined) return [];
    const segment = segmentOf(one.segment ?? 'commercial');
    if (one.isPurchasable === false || segment === undefined) return [];
    return [{ catalogItemId: one.catalogItemId, segment, plans: plansOf(one, supported) }];
  });
};

const targeted = (segment: Segment) => (segment === 'commercial' ? {} : { query: { targetSegment: segment } });

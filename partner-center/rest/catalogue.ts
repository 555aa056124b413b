import * as z from 'zod';
import { usableOffers } from '../catalogue.ts';
import type { Offer } from '../offer.ts';
import { readAvailabilities } from './availabilities.ts';
import type { Client } from './client.ts';
import { everyItem } from './pages.ts';
import { cyclesOf, offersOf, readSkus } from './skus.ts';

const product = z.object({ id: z.string() });

/** Products with at most this many calls under way: the service counts calls a minute. */
const atOnce = 8;

const eachOf = async <T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      // The index is within the list: the loop says so.
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
};

/**
 * Everything sold by license in a country, of every segment (developer/get-a-list-of-products, then its SKUs and their
 * availabilities). Takes two calls a product and more: for caches only.
 */
export const readCatalogue = async (client: Client, country: string): Promise<readonly Offer[]> => {
  const query = { country, targetView: 'OnlineServices' };
  const products = await everyItem(client, product, { path: 'products', query, token: 'app' });
  const found = await eachOf(products, async ({ id }, rank) => {
    const skus = await readSkus(client, id, country);
    const offers: Offer[] = [];
    for (const sku of skus) {
      const key = { productId: sku.productId, skuId: sku.id };
      offers.push(...offersOf(sku, await readAvailabilities(client, key, { country }, cyclesOf(sku)), rank));
    }
    return offers;
  });
  return usableOffers(found.flat());
};

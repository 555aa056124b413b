import * as z from 'zod';
import { usableOffers, usualName } from '../catalogue.ts';
import { eachOf } from '../eachOf.ts';
import { PartnerCenterError, type PartnerCenterFault } from '../fault.ts';
import type { Offer } from '../offer.ts';
import { readAvailabilities } from './availabilities.ts';
import type { Client } from './client.ts';
import { everyItem } from './pages.ts';
import { cyclesOf, offersOf, readSkus, skuIn } from './skus.ts';

const product = z.object({ id: z.string(), title: z.string().nullish().catch(undefined) });

/** Products with at most this many calls under way: the service counts calls a minute. */
const atOnce = 8;

/** So many that cannot be read one after the other are no bad items: the service does not give its catalogue. */
const mostInARow = 10;

/** One product or SKU of a catalogue that could not be read, and is left out. Nothing of it is about people. */
export interface LeftOut {
  readonly country: string;
  readonly productId: string;
  readonly skuId: string;
  readonly reason: string;
  readonly code: string;
}

/** A catalogue on its way. */
export interface Reading {
  /** What has been read, in the catalogue's order; the same array until there is more. */
  readonly offers: () => readonly Offer[];
  /** How many products and SKUs could not be read. */
  readonly leftOut: () => number;
  /** Resolves when all has been read that can be; raises PartnerCenterError when the service does not give its catalogue. */
  readonly done: Promise<void>;
}

/** What was read of each product, by its place in the catalogue. */
const collected = () => {
  const byProduct: (readonly Offer[])[] = [];
  let known: readonly Offer[] | undefined;
  return {
    add: (offers: readonly Offer[], place: number): void => {
      byProduct[place] = offers;
      known = undefined;
    },
    all: (): readonly Offer[] => (known ??= usableOffers(byProduct.flat())),
  };
};

type Place = Pick<LeftOut, 'productId' | 'skuId'>;

/** Counts what could not be read by itself; too much of it in a row is the fault of the service, and raised. */
const tally = (tell: (item: Omit<LeftOut, 'country'>) => void) => {
  let leftOut = 0;
  let inARow = 0;
  const skip = (place: Place, { reason, code = '' }: PartnerCenterFault): void => {
    leftOut += 1;
    inARow += 1;
    tell({ ...place, reason, code });
  };
  return {
    leftOut: () => leftOut,
    unreadable: (place: Place): void => skip(place, { reason: 'other', code: 'unreadable' }),
    /** What the work gives; nothing, where it could not be read. */
    tried: async <T>(place: Place, work: () => Promise<readonly T[]>): Promise<readonly T[]> => {
      try {
        const done = await work();
        inARow = 0;
        return done;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        skip(place, error.fault);
        if (inARow >= mostInARow) throw error;
        return [];
      }
    },
  };
};

/** The offers of one product, without what of it cannot be read. */
const offersOfProduct = async (
  client: Client,
  country: string,
  { productId, rank }: { readonly productId: string; readonly rank: number },
  { tried, unreadable }: ReturnType<typeof tally>,
): Promise<readonly Offer[]> => {
  const offers: Offer[] = [];
  for (const one of await tried({ productId, skuId: '' }, () => readSkus(client, productId, country))) {
    const sku = skuIn(one);
    if (sku === undefined) {
      unreadable({ productId, skuId: '' });
      continue;
    }
    const place = { productId, skuId: sku.id };
    const key = { productId: sku.productId, skuId: sku.id };
    const bad = (): void => unreadable(place);
    const read = () => readAvailabilities(client, key, { country }, cyclesOf(sku), bad);
    offers.push(...offersOf(sku, await tried(place, read), rank));
  }
  return offers;
};

/** Products with their places in the catalogue, those most asked for first: who searches meanwhile finds them at once. */
const suitesFirst = (products: readonly unknown[]) =>
  products
    .map((one, rank) => ({ data: product.safeParse(one).data, rank }))
    .sort((a, b) => usualName(a.data?.title ?? '') - usualName(b.data?.title ?? '') || a.rank - b.rank);

/**
 * Reads everything sold by license in a country, of every segment (developer/get-a-list-of-products, then its SKUs and
 * their availabilities). Takes two calls a product and more: for caches only. What cannot be read by itself is told to
 * `leaveOut`, and the rest is read all the same.
 */
export const readCatalogue = (client: Client, country: string, leaveOut: (item: LeftOut) => void): Reading => {
  const found = collected();
  const counted = tally((item) => leaveOut({ country, ...item }));
  const read = async (): Promise<void> => {
    const query = { country, targetView: 'OnlineServices' };
    const products = await everyItem(client, z.unknown(), { path: 'products', query, token: 'app' });
    await eachOf(suitesFirst(products), atOnce, async ({ data, rank }) => {
      if (data === undefined) counted.unreadable({ productId: '', skuId: '' });
      else found.add(await offersOfProduct(client, country, { productId: data.id, rank }, counted), rank);
    });
    if (counted.leftOut() > 0 && found.all().length === 0)
      throw new PartnerCenterError({ reason: 'unavailable' }, '', true);
  };
  return { offers: found.all, leftOut: counted.leftOut, done: read() };
};

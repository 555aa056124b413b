import * as z from 'zod';
import { LRUCache } from 'lru-cache';
import { type Catalog, nameRank, type Offer, usableOffers } from '../rules/catalog.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import { PartnerCenterError, type PartnerCenterFault } from '../rules/fault.ts';
import { cyclesOf, offersOf, parseSku, readAvailabilities, readSkus } from './skus.ts';
import { readAll, type RestClient } from './client.ts';
import { dayMs, minute } from '../../lib/durations.ts';

const productSchema = z.object({ id: z.string(), title: z.string().nullish().catch(undefined) });

/** Maximum number of products read at a time: the service limits calls per minute. */
const concurrency = 8;

/** Unreadable items in a row after which the service counts as not giving its catalog. */
const maxInARow = 10;

/** A product or SKU that could not be read and is left out of the catalog; no personal data. */
export interface SkippedItem {
  readonly country: string;
  readonly productId: string;
  readonly skuId: string;
  readonly reason: string;
  readonly code: string;
}

/** A catalog being read. */
export interface CatalogReading {
  /** Offers read so far, in catalog order; the same array until there are more. */
  readonly offers: () => readonly Offer[];
  /** Number of products and SKUs that could not be read. */
  readonly leftOut: () => number;
  /**
   * Resolves when everything readable has been read; raises PartnerCenterError when the service fails to give its
   * catalog.
   */
  readonly done: Promise<void>;
}

/** Collects the offers of each product, by its place in the catalog. */
const offerCollection = () => {
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

type ItemPlace = Pick<SkippedItem, 'productId' | 'skuId'>;

/** Counts items that could not be read; too many in a row are an error of the service, which is raised. */
const skipCounter = (tell: (item: Omit<SkippedItem, 'country'>) => void) => {
  let leftOut = 0;
  let inARow = 0;
  const skip = (place: ItemPlace, { reason, code = '' }: PartnerCenterFault): void => {
    leftOut += 1;
    inARow += 1;
    tell({ ...place, reason, code });
  };
  return {
    leftOut: () => leftOut,
    unreadable: (place: ItemPlace): void => skip(place, { reason: 'other', code: 'unreadable' }),
    /** Result of the work; empty when the item could not be read. */
    tried: async <T>(place: ItemPlace, work: () => Promise<readonly T[]>): Promise<readonly T[]> => {
      try {
        const done = await work();
        inARow = 0;
        return done;
      } catch (error) {
        if (!(error instanceof PartnerCenterError)) throw error;
        skip(place, error.fault);
        if (inARow >= maxInARow) throw error;
        return [];
      }
    },
  };
};

/** Readable offers of one product. */
const offersOfProduct = async (
  client: RestClient,
  country: string,
  { productId, rank }: { readonly productId: string; readonly rank: number },
  { tried, unreadable }: ReturnType<typeof skipCounter>,
): Promise<readonly Offer[]> => {
  const offers: Offer[] = [];
  for (const one of await tried({ productId, skuId: '' }, () => readSkus(client, productId, country))) {
    const sku = parseSku(one);
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

/** Products with their places in the catalog, the most popular first, so that early searches find them. */
const suitesFirst = (products: readonly unknown[]) =>
  products
    .map((one, rank) => ({ data: productSchema.safeParse(one).data, rank }))
    .sort((a, b) => nameRank(a.data?.title ?? '') - nameRank(b.data?.title ?? '') || a.rank - b.rank);

/**
 * Reads every license-based offer in a country, of every segment (developer/get-a-list-of-products, then SKUs and
 * availabilities). Takes two calls or more per product: for caches only. Unreadable items are reported to `leaveOut`,
 * and the rest is read all the same.
 */
export const readCatalog = (
  client: RestClient,
  country: string,
  leaveOut: (item: SkippedItem) => void,
): CatalogReading => {
  const found = offerCollection();
  const counted = skipCounter((item) => leaveOut({ country, ...item }));
  const read = async (): Promise<void> => {
    const query = { country, targetView: 'OnlineServices' };
    const products = await readAll(client, z.unknown(), { path: 'products', query, token: 'app' });
    await mapLimit(suitesFirst(products), concurrency, async ({ data, rank }) => {
      if (data === undefined) counted.unreadable({ productId: '', skuId: '' });
      else found.add(await offersOfProduct(client, country, { productId: data.id, rank }, counted), rank);
    });
    if (counted.leftOut() > 0 && found.all().length === 0)
      throw new PartnerCenterError({ reason: 'unavailable' }, '', true);
  };
  return { offers: found.all, leftOut: counted.leftOut, done: read() };
};

/** Milliseconds after which a catalog is read again; the former one is used until that is done. */
const lifetime = dayMs;

/** Milliseconds after which a failed reading is retried. */
const retryPause = minute;

/** Most countries whose catalogs are kept: a partner sells in one region. */
const maxCountries = 60;

/** Cache entry of one country's catalog. */
interface CachedCatalog {
  /** The last one read to the end. */
  readonly whole?: Catalog & { readonly at: number };
  /** The reading under way, or the failed one. */
  readonly reading?: CatalogReading;
  readonly failed?: { readonly fault: NonNullable<Catalog['fault']>; readonly at: number };
}

/** Catalogs of a partner's countries, each read once a day in the background. */
interface CatalogCache {
  /** The catalog as far as it is read; starts a missing reading, with `again` also a failed one. */
  readonly peek: (country: string, again?: boolean) => Catalog;
  /** Every offer known by now, of all countries; reads nothing. */
  readonly known: () => readonly Offer[];
  /** The whole catalog of a country; raises PartnerCenterError when it cannot be read. */
  readonly read: (country: string) => Promise<Catalog>;
}

const catalogOf = ({ whole, reading, failed }: CachedCatalog): Catalog => {
  if (whole !== undefined) return whole;
  const known = { offers: reading?.offers() ?? [], sample: false, leftOut: reading?.leftOut() ?? 0 };
  if (failed === undefined) return { ...known, state: 'reading' };
  return { ...known, state: 'failed', fault: failed.fault };
};

/** An empty cache; `read` starts reading a country's catalog. */
export const catalogCache = (read: (country: string) => CatalogReading, now: () => Date): CatalogCache => {
  const kept = new LRUCache<string, CachedCatalog>({ max: maxCountries });

  const begin = (country: string): Promise<void> => {
    const reading = read(country);
    const { whole } = kept.get(country) ?? {};
    const before = whole === undefined ? {} : { whole };
    kept.set(country, { ...before, reading });
    const ended = reading.done.then(
      () => {
        const read = { offers: reading.offers(), sample: false, leftOut: reading.leftOut(), state: 'read' as const };
        kept.set(country, { whole: { ...read, at: now().getTime() } });
      },
      (error: unknown) => {
        // Any other error is not the service's: it is not cached.
        if (!(error instanceof PartnerCenterError)) kept.delete(country);
        else {
          const fault = { ...error.fault, correlationId: error.correlationId };
          kept.set(country, { ...before, reading, failed: { fault, at: now().getTime() } });
        }
        throw error;
      },
    );
    // There may be no caller waiting.
    ended.catch(() => undefined);
    return ended;
  };

  /** Starts a reading when there is no fresh catalog. */
  const refresh = (country: string, again: boolean): void => {
    const { whole, reading, failed } = kept.get(country) ?? {};
    // The clock may be set either way meanwhile.
    const isSince = (at: number, milliseconds: number): boolean => Math.abs(now().getTime() - at) < milliseconds;
    const isOnItsWay = reading !== undefined && failed === undefined;
    const isGood = whole !== undefined && isSince(whole.at, lifetime);
    const rests = failed !== undefined && !again && isSince(failed.at, retryPause);
    if (!isOnItsWay && !isGood && !rests) void begin(country).catch(() => undefined);
  };

  return {
    peek: (country, again = false) => {
      refresh(country, again);
      return catalogOf(kept.get(country) ?? {});
    },
    known: () => [...kept.values()].flatMap((one) => catalogOf(one).offers),
    read: async (country) => {
      refresh(country, true);
      const { whole, reading } = kept.get(country) ?? {};
      if (whole !== undefined) return whole;
      await reading?.done;
      return catalogOf(kept.get(country) ?? {});
    },
  };
};

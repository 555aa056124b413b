import { createHash } from 'node:crypto';
import { recordedOffers, usableOffers } from '../catalogue.ts';
import { once } from '../once.ts';
import type { Offer } from '../offer.ts';

/** One thing to sell, as new commerce names it: a product has SKUs, one of each of our offers. */
export interface Sku {
  readonly id: string;
  readonly offer: Offer;
}

/** A product and its SKUs. */
export interface Product {
  readonly id: string;
  readonly title: string;
  readonly skus: readonly Sku[];
}

const alphabet = '0123456789BCDFGHJKLMNPQRSTVWXYZ';

const code = (prefix: string, text: string): string => {
  const bytes = createHash('sha256').update(text).digest();
  return `${prefix}${Array.from(bytes.subarray(0, 12 - prefix.length), (byte) => alphabet[byte % alphabet.length]).join('')}`;
};

// The edition for nonprofits and the trial of a product are SKUs of that product.
const titleOf = ({ name }: Offer): string => name.replace(/ \(Nonprofit[^)]*\)/, '').replace(/ Trial$/, '');

/** The recorded offers as products, in their order on the page. */
export const products = once((): ReadonlyMap<string, Product> => {
  const made = new Map<string, Product>();
  for (const offer of usableOffers(recordedOffers())) {
    const title = titleOf(offer);
    const id = code('CFQ7TTC', title);
    const skus = made.get(id)?.skus ?? [];
    made.set(id, { id, title, skus: [...skus, { id: String(skus.length + 1).padStart(4, '0'), offer }] });
  }
  return made;
});

const homes = once(
  () =>
    new Map(
      [...products().values()].flatMap((product) =>
        product.skus.map((sku) => [sku.offer.id, { product, sku }] as const),
      ),
    ),
);

/** `product:sku` of an offer of ours; undefined for one that is not sold. */
export const skuName = (offerId: string): string | undefined => {
  const home = homes().get(offerId);
  return home === undefined ? undefined : `${home.product.id}:${home.sku.id}`;
};

/** The id under which an offer can be bought in a country, until the catalogue's next edition. */
export const availabilityId = (offer: Offer, country: string, edition: number): string =>
  code('CFQ7TTC', `${offer.id} ${country} ${edition}`);

/** What a catalogueItemId (`product:sku:availability`) stands for in that country and edition; undefined for a stale one. */
export const offerOf = (catalogItemId: string, country: string, edition: number): Offer | undefined => {
  const [product = '', sku, availability] = catalogItemId.split(':');
  const offer = products()
    .get(product)
    ?.skus.find(({ id }) => id === sku)?.offer;
  return offer !== undefined && availability === availabilityId(offer, country, edition) ? offer : undefined;
};

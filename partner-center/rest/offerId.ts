import { segments, type Offer, type Segment } from '../offer.ts';

/** A SKU of a product, for one segment. */
export interface SkuKey {
  readonly productId: string;
  readonly skuId: string;
  readonly segment: Segment;
}

/** The opaque offer id of a SKU. */
export const offerIdOf = ({ productId, skuId, segment }: SkuKey): string => `${productId}:${skuId}:${segment}`;

/** A segment as the service names it, in any case. */
export const segmentOf = (text: string): Segment | undefined =>
  segments.find((segment) => segment === text.toLowerCase());

/** The SKU of an offer id; undefined for one of another catalogue. */
export const skuOf = (offerId: string): SkuKey | undefined => {
  const [productId = '', skuId = '', last = '', ...more] = offerId.split(':');
  const segment = segmentOf(last);
  if (productId === '' || skuId === '' || segment === undefined || more.length > 0) return undefined;
  return { productId, skuId, segment };
};

/**
 * The offer a subscription stands for, by what was bought (`product:sku:availability`). No segment is said there: the
 * one that everybody may buy is taken, which `offerAmong` puts right. An id of another shape is left as it is.
 */
export const offerIdBought = (catalogItemId: string): string => {
  const [productId = '', skuId = '', availability, ...more] = catalogItemId.split(':');
  if (availability === undefined || more.length > 0) return catalogItemId;
  return offerIdOf({ productId, skuId, segment: 'commercial' });
};

/** That offer as the catalogue sells it: where it does not sell the SKU to everybody, to the segment that it does sell it to. */
export const offerAmong = (offerId: string, offers: readonly Pick<Offer, 'id'>[]): string => {
  const key = skuOf(offerId);
  if (key?.segment !== 'commercial') return offerId;
  const ids = segments.map((segment) => offerIdOf({ ...key, segment }));
  return ids.find((id) => offers.some((offer) => offer.id === id)) ?? offerId;
};

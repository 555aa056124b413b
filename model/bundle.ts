import * as z from 'zod';

/** Schema of one line of a bundle: an offer by its id or its exact name, and how it is bought. */
export const bundleLine = z.object({
  /** Id of the offer; in the partners file also its name. */
  offer: z.string().min(1).max(200),
  /** Name of the offer when the bundle was saved: by it the same offer is found where its id is another. */
  offerName: z.string().max(200).exactOptional(),
  /** Absent: the first plan of the offer. */
  plan: z.object({ term: z.string(), billing: z.string() }).exactOptional(),
  /** Absent: the fewest that can be bought. */
  quantity: z.number().int().exactOptional(),
});
export type BundleLine = z.infer<typeof bundleLine>;

/** Maximum number of characters of a bundle's name: it stands on a button. */
export const maxBundleNameLength = 40;

/** Maximum number of bundles that a partner saves. */
export const maxBundles = 40;

/** Schema of a bundle: a named cart of the partner, for all of its users. */
export const bundle = z.object({
  id: z.string(),
  name: z.string().max(maxBundleNameLength),
  lines: z.array(bundleLine),
});
export type Bundle = z.infer<typeof bundle>;

/** Schema of the document with all bundles that a partner's users saved. */
export const partnerBundles = z.object({ bundles: z.array(bundle) });
export type PartnerBundles = z.infer<typeof partnerBundles>;

/** Id of that document; a partner has one. */
export const bundlesId = 'all';

/** A cart that one press puts in: a bundle, or the cart of a customer added before. */
export interface ReadyCart {
  readonly name: string;
  readonly lines: readonly BundleLine[];
}

/** The carts that are ready for a customer. */
export interface ReadyCarts {
  /** The bundles of the partners file first, then the saved ones. */
  readonly bundles: readonly Bundle[];
  /** The cart of the last customer that this user added, named by the customer. */
  readonly last?: ReadyCart;
  /** True when this user may save, rename and delete bundles. */
  readonly mayKeep: boolean;
}

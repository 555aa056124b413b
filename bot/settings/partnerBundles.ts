import { resolve } from 'node:path';
import * as z from 'zod';
import { isSameName } from '../../lib/foldCase.ts';
import { withoutMarkup } from '../../lib/text.ts';
import { maxBundleNameLength } from '../../model/bundle.ts';
import { maxLines } from '../../partner-center/rules/cart.ts';
import { type Offer, readCatalogFile, recordedOffers, usableOffers } from '../../partner-center/rules/catalog.ts';

const quantity = z
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(999_999_999, 'must be at most 999999999');

const plan = z.strictObject(
  {
    term: z.string('must be a duration such as P1Y').regex(/^P\d{1,4}[DMY]$/, 'must be a duration such as P1Y'),
    billing: z.enum(
      ['monthly', 'annual', 'triennial', 'one_time', 'none'],
      'must be monthly, annual, triennial, one_time or none',
    ),
  },
  'must be an object such as { "term": "P1Y", "billing": "annual" }',
);

const line = z.strictObject({
  offer: z
    .string('must be the id or the exact name of an offer')
    .min(1, 'must not be empty')
    .max(200, 'must be at most 200 characters'),
  plan: plan.exactOptional(),
  quantity: quantity.exactOptional(),
});

const name = z
  .string('must be a name')
  .trim()
  .max(maxBundleNameLength, `must be at most ${String(maxBundleNameLength)} characters`)
  .refine((text) => withoutMarkup(text) !== '', 'must have a letter or a digit');

/** Schema of a partner's bundles in the partners file. */
export const bundlesField = z
  .array(
    z.strictObject({
      name,
      lines: z
        .array(line, 'must be a list of offers')
        .min(1, 'must have one line or more')
        .max(maxLines, `must have at most ${String(maxLines)} lines`),
    }),
    'must be a list of bundles',
  )
  .max(20, 'must be at most 20 bundles')
  .superRefine((bundles, context) => {
    for (const [index, { name: own }] of bundles.entries())
      if (bundles.slice(0, index).some((other) => isSameName(other.name, own)))
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is there twice' });
  });

/** The offers of a partner in practice mode; undefined where its catalogue cannot be read, which is told elsewhere. */
function practiceOffers(catalogue: unknown, folder: string): readonly Offer[] | undefined {
  if (catalogue === undefined) return usableOffers(recordedOffers());
  if (typeof catalogue !== 'string') return undefined;
  try {
    return usableOffers(readCatalogFile(resolve(folder, catalogue)));
  } catch {
    return undefined;
  }
}

/**
 * Faults of bundles whose offers or plans the partner's own catalog does not have, each with its path. Only practice
 * mode knows the offers at the start; with Partner Center they differ by country, and are looked for at the cart.
 */
export function bundleFaults(bundles: unknown, catalogue: unknown, folder: string): string[] {
  const { data } = bundlesField.safeParse(bundles);
  const offers = data === undefined ? undefined : practiceOffers(catalogue, folder);
  if (data === undefined || offers === undefined) return [];
  return data.flatMap(({ lines }, at) =>
    lines.flatMap((one, row) => {
      const found =
        offers.find(({ id }) => id === one.offer) ?? offers.find((offer) => isSameName(offer.name, one.offer));
      const path = `.bundles[${String(at)}].lines[${String(row)}]`;
      if (found === undefined) return [`${path}.offer: there is no offer with the id or the name “${one.offer}”`];
      const isSold = found.plans.some(({ term, billing }) => term === one.plan?.term && billing === one.plan.billing);
      return one.plan === undefined || isSold ? [] : [`${path}.plan: “${found.name}” is not sold so`];
    }),
  );
}

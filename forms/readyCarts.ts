import { isSameName } from '../lib/foldCase.ts';
import type { Words } from '../locales/words.ts';
import type { BundleLine } from '../model/bundle.ts';
import type { Values } from '../model/draft.ts';
import { maxLines } from '../partner-center/rules/cart.ts';
import { isOpenTo, type Offer } from '../partner-center/rules/catalog.ts';
import {
  availableOffers,
  type CartRow,
  cartRows,
  cartValues,
  customerSegments,
  newCartRow,
  rowPlan,
} from './cartRows.ts';
import type { Context } from './context.ts';
import type { InputEdit } from './section.ts';
import { wholeNumber } from './typedText.ts';
import { defined } from '../lib/optional.ts';

/** Reasons for which a line of a ready cart was not put in, each with the value that names those lines. */
export const leftOutReasons = ['unavailable', 'unread', 'there', 'noRoom'] as const;

type LeftOut = (typeof leftOutReasons)[number];

/** The offer of a line, by its id or else by its exact name; undefined where this customer cannot order it. */
function offerOf({ offer, offerName = offer }: BundleLine, context: Context): Offer | undefined {
  const segments = customerSegments(context);
  const open = availableOffers(context).filter((one) => isOpenTo(one, segments));
  return open.find(({ id }) => id === offer) ?? open.find(({ name }) => isSameName(name, offerName));
}

/** The row of a line; without its plan, the plan is asked. */
function rowOf({ plan, quantity }: BundleLine, offer: Offer): CartRow {
  const row = newCartRow(offer, quantity === undefined ? undefined : String(quantity));
  const place = offer.plans.findIndex(({ term, billing }) => term === plan?.term && billing === plan.billing);
  return {
    ...row,
    ...(plan === undefined ? {} : { plan: place === -1 ? '' : String(place) }),
  };
}

/** The cart with these lines added; those left out are named in it until the next press. */
export function withReadyLines(values: Values, lines: readonly BundleLine[], context: Context): Values {
  const rows = cartRows(values);
  const before = rows.length;
  const out: Record<LeftOut, string[]> = { unavailable: [], unread: [], there: [], noRoom: [] };
  for (const line of lines) {
    const offer = offerOf(line, context);
    const reason = reasonToLeaveOut(offer, rows, context);
    if (reason !== undefined) out[reason].push(offer?.name ?? line.offerName ?? line.offer);
    else if (offer !== undefined) rows.push(rowOf(line, offer));
  }
  return {
    ...cartValues(rows),
    ...defined({ find: values['find'] }),
    putIn: String(rows.length - before),
    ...Object.fromEntries(
      leftOutReasons.flatMap((reason) => (out[reason].length === 0 ? [] : [[reason, named(out[reason])]])),
    ),
  };
}

/** Names as one value, whose length is limited. */
const named = (names: readonly string[]): string => names.join('\n').slice(0, 3_000);

function reasonToLeaveOut(
  offer: Offer | undefined,
  rows: readonly CartRow[],
  { catalog }: Context,
): LeftOut | undefined {
  if (offer === undefined) return catalog === undefined || catalog.state === 'read' ? 'unavailable' : 'unread';
  if (rows.some(({ offerId }) => offerId === offer.id)) return 'there';
  return rows.length >= maxLines ? 'noRoom' : undefined;
}

/** Puts a bundle into the cart, by its id; nothing where none was chosen. */
const putBundle: InputEdit = (values, id, context) => {
  if (id === '') return values;
  const found = context.readyCarts?.bundles.find((one) => one.id === id);
  return found === undefined ? { ...values, bundleGone: 'true' } : withReadyLines(values, found.lines, context);
};

/** Puts the cart of the last customer into the cart. */
const putLast: InputEdit = (values, _argument, context) =>
  withReadyLines(values, context.readyCarts?.last?.lines ?? [], context);

/** Shows every bundle. */
const allBundles: InputEdit = (values) => ({ ...values, bundles: 'all' });

/** The buttons of ready carts on the cart's card. */
export const readyCartEdits: Readonly<Record<string, InputEdit>> = { putBundle, putLast, allBundles };

/** Sentences about the ready cart that the last press put in or saved. */
export function readyCartNotices(values: Values, words: Words): string[] {
  const n = Number(values['putIn'] ?? Number.NaN);
  const name = values['bundleSaved'];
  return [
    ...(name === undefined ? [] : [words.t('bundle.saved', { name })]),
    ...(values['bundleGone'] === undefined ? [] : [words.t('bundle.gone')]),
    ...(n > 0 ? [words.t('bundle.putIn', { n })] : []),
    ...leftOutReasons.flatMap((reason) => {
      const names = values[reason];
      return names === undefined ? [] : [words.t(`bundle.${reason}`, { offers: words.list(names.split('\n')) })];
    }),
  ];
}

/** The lines of this cart as a bundle keeps them; a line without a number or a plan is kept without it. */
export function bundleLinesOf(values: Values, { offers, locale }: Context): BundleLine[] {
  return cartRows(values).flatMap((row) => {
    const offer = offers.find(({ id }) => id === row.offerId);
    if (offer === undefined) return [];
    const plan = rowPlan(row, offer);
    const count = wholeNumber(row.count, locale);
    return [
      {
        offer: offer.id,
        offerName: offer.name,
        ...(plan === undefined ? {} : { plan: { term: plan.term, billing: plan.billing } }),
        ...(offer.unit !== 'usage' && /^\d{1,9}$/.test(count) ? { quantity: Number(count) } : {}),
      },
    ];
  });
}

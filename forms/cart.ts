import { maxLines, type CartLine } from '../partner-center/cart.ts';
import { isFor, type Offer, type Plan, type Segment } from '../partner-center/offer.ts';
import type { Values } from '../storage/draft.ts';
import type { Context } from './context.ts';

/** Offers of the subscriptions the customer has; a new one has none. */
export const ownedOffers = ({ purpose }: Pick<Context, 'purpose'>): readonly string[] =>
  purpose?.kind === 'subscriptions' ? purpose.owned : [];

/** Segments whose offers the customer may have besides the commercial ones; a new one is approved for none. */
export const approvedIn = ({ purpose }: Pick<Context, 'purpose'>): readonly Segment[] =>
  purpose?.kind === 'subscriptions' ? (purpose.segments ?? []) : [];

/** What may be put into the cart: every offer, or the add-ons of the one subscription they are wanted for. */
export const offeredIn = ({ purpose, offers }: Pick<Context, 'purpose' | 'offers'>): readonly Offer[] =>
  purpose?.kind === 'subscriptions' && purpose.base !== undefined
    ? addOnsOf(purpose.base.offerId, offers, approvedIn({ purpose }))
    : offers;

/** The offers that may stand on a subscription of that one, for a customer approved for those segments. */
export const addOnsOf = (base: string, offers: readonly Offer[], approved: readonly Segment[]): readonly Offer[] =>
  offers.filter((offer) => isFor(offer, approved) && offer.addOnTo.includes(base));

/** One line of the cart as its card holds it: the offer, and what stands in its two inputs. */
export interface CartRow {
  readonly offerId: string;
  /** Index of the chosen plan, as typed. */
  readonly plan: string;
  readonly count: string;
}

/** Names of a line's values; `offer` is kept with the draft and is no input. */
export const rowNames = (index: number) => ({
  offer: `offer-${String(index)}`,
  plan: `plan-${String(index)}`,
  count: `count-${String(index)}`,
});

/** The lines that values hold, at most `maxLines`. */
export function rowsOf(values: Values): CartRow[] {
  const rows: CartRow[] = [];
  for (let index = 0; index < maxLines; index++) {
    const names = rowNames(index);
    const offerId = values[names.offer];
    if (offerId === undefined) break;
    rows.push({ offerId, plan: values[names.plan] ?? '', count: (values[names.count] ?? '').normalize('NFKC').trim() });
  }
  return rows;
}

/** The values that hold these lines. */
export function valuesOf(rows: readonly CartRow[]): Values {
  return Object.fromEntries(
    rows.flatMap(({ offerId, plan, count }, index) => {
      const names = rowNames(index);
      return [
        [names.offer, offerId],
        ...(plan === '' ? [] : [[names.plan, plan] as const]),
        ...(count === '' ? [] : [[names.count, count] as const]),
      ];
    }),
  );
}

/** The plan a row chose; the first where the offer leaves no choice. */
export const planOf = (row: CartRow, offer: Offer | undefined): Plan | undefined =>
  row.plan === '' && offer?.plans.length === 1 ? offer.plans[0] : offer?.plans[Number(row.plan === '' ? -1 : row.plan)];

/** A row as the rules of Partner Center judge it; a count that is no number is NaN, a missing one absent. */
export function lineOf(row: CartRow, offers: readonly Offer[]): CartLine {
  const offer = offers.find(({ id }) => id === row.offerId);
  const plan = planOf(row, offer);
  const counted = offer?.unit !== 'usage' && row.count !== '';
  return {
    offerId: row.offerId,
    ...(plan === undefined ? {} : { plan }),
    ...(counted ? { quantity: /^\d{1,9}$/.test(row.count) ? Number(row.count) : Number.NaN } : {}),
  };
}

/** A new line for an offer: its fewest units, its first plan. */
export const newRow = (offer: Offer): CartRow => ({
  offerId: offer.id,
  plan: '0',
  count: offer.unit === 'usage' ? '' : String(offer.min),
});

import {
  availableOffers,
  type CartRow,
  cartRows,
  cartValues,
  customerOfferIds,
  customerSegments,
  newCartRow,
} from '../../forms/cartRows.ts';
import type { Context } from '../../forms/context.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { openSections } from '../../forms/steps.ts';
import { foldCase, isSameName, matcher } from '../../lib/foldCase.ts';
import { defined } from '../../lib/optional.ts';
import type { Values } from '../../model/draft.ts';
import { maxLines } from '../../partner-center/rules/cart.ts';
import type { Offer } from '../../partner-center/rules/catalog.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { saveDraft } from '../drafts.ts';
import { offersNamed } from '../sentences/orderIntent.ts';
import type { Turn } from '../turn.ts';
import type { Correction } from './corrections.ts';
import type { DraftCard } from './latestCard.ts';

type LineCorrection = Extract<Correction, { kind: 'to' | 'more' | 'fewer' | 'remove' | 'back' }>;

/** Index of the cart's line that a correction is about: that of the offer named, else the one put in last; -1 for none. */
function lineOf(rows: readonly CartRow[], { kind, product }: LineCorrection, { offers }: Context): number {
  const isNamed = matcher(product);
  if (isNamed === undefined) return kind === 'remove' || kind === 'back' ? -1 : rows.length - 1;
  const exact = offers.find(({ name }) => isSameName(name, product));
  if (exact !== undefined) return rows.findLastIndex(({ offerId }) => offerId === exact.id);
  return rows.findLastIndex(({ offerId }) => isNamed(foldCase(offers.find(({ id }) => id === offerId)?.name ?? '')));
}

const isCounted = (offer: Offer | undefined): boolean => offer !== undefined && offer.unit !== 'usage';

/** A line with the number of a correction. */
function countedRow(row: CartRow, { kind, n }: Extract<LineCorrection, { n: number }>): CartRow {
  const had = Number(row.count) || 0;
  return { ...row, count: String(kind === 'to' ? n : kind === 'more' ? had + n : Math.max(0, had - n)) };
}

/** The cart's values after a correction of one of its lines; undefined where it has no such line. */
function withLine(rows: readonly CartRow[], one: LineCorrection, context: Context): readonly CartRow[] | undefined {
  const at = lineOf(rows, one, context);
  const row = rows[at];
  if (row === undefined) return undefined;
  if (one.kind === 'remove') return rows.filter((_row, index) => index !== at);
  if (!('n' in one) || !isCounted(context.offers.find(({ id }) => id === row.offerId))) return rows;
  return rows.map((other, index) => (index === at ? countedRow(other, one) : other));
}

/** The cart's values with another offer: its line where it is clear which, else the search for it that keeps the number. */
function withOffer(rows: readonly CartRow[], one: LineCorrection, context: Context): Values | undefined {
  const { kind, product } = one;
  if (kind === 'remove' || kind === 'fewer' || product === '' || rows.length >= maxLines) return undefined;
  const found = offersNamed(availableOffers(context), product, {
    segments: customerSegments(context),
    baseIds: customerOfferIds(context),
    ...defined({ sold: context.sold?.() }),
  });
  const [offer, ...others] = found;
  if (offer === undefined) return undefined;
  const wish = 'n' in one ? String(one.n) : undefined;
  if (others.length > 0) return { ...cartValues(rows), find: product, ...defined({ wish }) };
  const row = newCartRow(offer);
  return cartValues([...rows, wish === undefined || !isCounted(offer) ? row : { ...row, count: wish }]);
}

/**
 * Corrects the cart that is open: the number of a line, a line less, or an offer more; and shows it. False where the
 * text is about nothing that stands in it or can be added.
 */
export async function correctCart(turn: Turn, of: DraftCard | undefined, one: Correction): Promise<boolean> {
  if (of === undefined || one.kind === 'place' || one.kind === 'field' || one.kind === 'same' || one.kind === 'bundle')
    return false;
  const { draft, context } = of;
  if (draft.asking !== undefined || draft.question !== undefined) return false;
  const cart = openSections(draft, context).find(({ id }) => id === 'subscriptions');
  if (cart === undefined) return false;
  const held = inputValues(draft, cart, context);
  const rows = cartRows(held);
  const corrected = withLine(rows, one, context);
  const values =
    corrected === undefined
      ? withOffer(rows, one, context)
      : { ...cartValues(corrected), ...defined({ find: held['find'] }) };
  if (values === undefined) return false;
  saveDraft(turn, keepInputs(draft, cart.id, values));
  await showCurrentCard(turn);
  return true;
}

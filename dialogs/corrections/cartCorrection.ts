import {
  availableOffers,
  type CartRow,
  cartRows,
  cartValues,
  customerOfferIds,
  customerSegments,
  fixedNotice,
  newCartRow,
  plannedRow,
  withCount,
} from '../../forms/cartRows.ts';
import type { Context } from '../../forms/context.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { openSections } from '../../forms/steps.ts';
import { foldCase, isSameName, matcher } from '../../lib/foldCase.ts';
import { defined, firstDefined } from '../../lib/optional.ts';
import type { MessageKey } from '../../locales/words.ts';
import type { Values } from '../../model/draft.ts';
import { maxLines } from '../../partner-center/rules/cart.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { saveDraft } from '../drafts.ts';
import { offersNamed } from '../sentences/orderIntent.ts';
import type { Turn } from '../turn.ts';
import { type Correction, readCorrections } from './corrections.ts';
import { partsOfText } from '../sentences/wishes.ts';
import type { DraftCard } from './latestCard.ts';

type LineCorrection = Extract<Correction, { kind: 'to' | 'more' | 'fewer' | 'remove' | 'back' }>;
type CartCorrection = LineCorrection | Extract<Correction, { kind: 'removeAt' | 'swap' | 'plan' }>;

/** Index of the cart's line that a correction is about: that of the offer named, else the one put in last; -1 for none. */
function lineOf(rows: readonly CartRow[], { kind, product }: LineCorrection, { offers }: Context): number {
  const isNamed = matcher(product);
  if (isNamed === undefined) return kind === 'remove' || kind === 'back' ? -1 : rows.length - 1;
  const exact = offers.find(({ name }) => isSameName(name, product));
  if (exact !== undefined) return rows.findLastIndex(({ offerId }) => offerId === exact.id);
  return rows.findLastIndex(({ offerId }) => isNamed(foldCase(offers.find(({ id }) => id === offerId)?.name ?? '')));
}

/** The number of a line that a correction wishes. */
function wishedCount(row: CartRow, { kind, n }: Extract<LineCorrection, { n: number }>): string {
  const had = Number(row.count) || 0;
  return String(kind === 'to' ? n : kind === 'more' ? had + n : Math.max(0, had - n));
}

/** The cart's values after a correction of one of its lines; undefined where it has no such line. */
function withLine(rows: readonly CartRow[], one: LineCorrection, context: Context): Values | undefined {
  const at = lineOf(rows, one, context);
  const row = rows[at];
  if (row === undefined) return undefined;
  if (one.kind === 'remove') return cartValues(rows.filter((_row, index) => index !== at));
  if (!('n' in one)) return cartValues(rows);
  const offer = context.offers.find(({ id }) => id === row.offerId);
  const wish = wishedCount(row, one);
  return { ...cartValues(rows.with(at, withCount(row, offer, wish))), ...fixedNotice(offer, wish) };
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
  return { ...cartValues([...rows, newCartRow(offer, wish)]), ...fixedNotice(offer, wish) };
}

/** The cart's values with an offer in the place of another one, of as many licenses. */
function withSwap(
  rows: readonly CartRow[],
  { product, by }: Extract<Correction, { kind: 'swap' }>,
  context: Context,
): Values | undefined {
  const at = lineOf(rows, { kind: 'remove', product }, context);
  const row = rows[at];
  if (row === undefined) return undefined;
  const rest = rows.filter((_row, index) => index !== at);
  const other = /^\d{1,7}$/.test(row.count)
    ? ({ kind: 'to', product: by, n: Number(row.count) } as const)
    : ({ kind: 'back', product: by } as const);
  const swapped = withOffer(rest, other, context);
  // While it is not clear which offer is meant, the one there stays.
  return swapped?.['find'] === undefined ? swapped : withOffer(rows, other, context);
}

/** The cart's values with another billing or term of a line, or of all that are sold so; what is said instead where none is. */
function withPlan(
  rows: readonly CartRow[],
  { product, plan }: Extract<Correction, { kind: 'plan' }>,
  context: Context,
): readonly CartRow[] | MessageKey | undefined {
  const at = product === '' ? undefined : lineOf(rows, { kind: 'remove', product }, context);
  if (at === -1 || rows.length === 0) return undefined;
  const planned = rows.map((row, index) =>
    at === undefined || at === index ? plannedRow(row, plan, context) : undefined,
  );
  if (planned.every((row) => row === undefined)) return 'typed.noPlan';
  return rows.map((row, index) => planned[index] ?? row);
}

/** The cart's values after a correction; what is said where it cannot be made; undefined where it is about nothing there. */
function corrected(rows: readonly CartRow[], one: CartCorrection, context: Context, find: string | undefined) {
  const kept = (changed: readonly CartRow[]): Values => ({ ...cartValues(changed), ...defined({ find }) });
  if (one.kind === 'swap') return withSwap(rows, one, context);
  if (one.kind === 'plan') {
    const planned = withPlan(rows, one, context);
    return Array.isArray(planned) ? kept(planned) : (planned as MessageKey | undefined);
  }
  if (one.kind === 'removeAt') {
    const left = rows.toSpliced(one.place < 0 ? one.place : one.place - 1, 1);
    return left.length === rows.length ? undefined : kept(left);
  }
  const changed = withLine(rows, one, context);
  return changed === undefined ? withOffer(rows, one, context) : { ...changed, ...defined({ find }) };
}

const cartKinds: ReadonlySet<Correction['kind']> = new Set([
  'to',
  'more',
  'fewer',
  'remove',
  'back',
  'removeAt',
  'swap',
  'plan',
] as const);

const isOfCart = (one: Correction): one is CartCorrection => cartKinds.has(one.kind);

/** The open cart of a draft's card: its lines and the search on it; undefined where none is open. */
function openCart({ draft, context }: DraftCard) {
  if (draft.asking !== undefined || draft.question !== undefined) return undefined;
  const cart = openSections(draft, context).find(({ id }) => id === 'subscriptions');
  if (cart === undefined) return undefined;
  const held = inputValues(draft, cart, context);
  return { section: cart, rows: cartRows(held), find: held['find'] };
}

/**
 * Corrects the cart that is open: the number of a line, its billing or term, a line less, or an offer more; and shows it.
 * False where the text is about nothing that stands in it or can be added.
 */
export async function correctCart(turn: Turn, of: DraftCard | undefined, one: Correction): Promise<boolean> {
  const cart = of === undefined || !isOfCart(one) ? undefined : openCart(of);
  if (of === undefined || cart === undefined || !isOfCart(one)) return false;
  const values = corrected(cart.rows, one, of.context, cart.find);
  if (values === undefined) return false;
  if (typeof values === 'string') {
    turn.replies.say(turn.words.say(values));
    return true;
  }
  saveDraft(turn, keepInputs(of.draft, cart.section.id, values));
  await showCurrentCard(turn);
  return true;
}

/** True for a part of a text that says by itself which line it is about. */
const namesLine = (one: CartCorrection): boolean => one.kind === 'removeAt' || ('product' in one && one.product !== '');

/**
 * Corrects the open cart by each part of a text, one after the other: “bump the e3 to 25 and drop the visio”. False where fewer
 * than two parts are about it.
 */
export async function correctCartByParts(turn: Turn, of: DraftCard): Promise<boolean> {
  const parts = partsOfText(turn.text);
  let { draft } = of;
  let count = 0;
  for (const part of parts) {
    const cart = openCart({ ...of, draft });
    if (cart === undefined) return false;
    const values = firstDefined(readCorrections(part).filter(isOfCart).filter(namesLine), (one) => {
      const made = corrected(cart.rows, one, of.context, cart.find);
      return typeof made === 'string' ? undefined : made;
    });
    if (values === undefined) continue;
    draft = keepInputs(draft, cart.section.id, values);
    count += 1;
  }
  if (count < 2) return false;
  saveDraft(turn, draft);
  await showCurrentCard(turn);
  return true;
}

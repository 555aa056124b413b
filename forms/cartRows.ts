import { type CartLine, type HeldLicenses, maxLines } from '../partner-center/rules/cart.ts';
import { isOpenTo, type Offer, type Plan, searchOffers, type Segment } from '../partner-center/rules/catalog.ts';
import type { Question, Values } from '../model/draft.ts';
import { acceptedAnswer, type Context } from './context.ts';
import { shortened } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { defined } from '../lib/optional.ts';

/** Offer ids of the customer's subscriptions; none for a new customer. */
export const customerOfferIds = ({ purpose }: Pick<Context, 'purpose'>): readonly string[] =>
  purpose?.kind === 'subscriptions' ? purpose.owned : [];

/** Customers of an order, each with the licenses it has as far as they were read. */
const holdersOf = ({ purpose }: Pick<Context, 'purpose'>) =>
  purpose?.kind === 'subscriptions' ? [purpose, ...(purpose.also ?? [])] : [];

/** Licenses the customer has of each offer, of several the one with most; none for a new customer. */
export function customerLicenses(context: Pick<Context, 'purpose'>): HeldLicenses {
  const most = new Map<string, number>();
  for (const { held = [] } of holdersOf(context))
    for (const { offerId, n } of held) most.set(offerId, Math.max(n, most.get(offerId) ?? 0));
  return [...most].map(([offerId, n]) => ({ offerId, n }));
}

/** Maximum of customers named beside one line of an order for several. */
const maxHolders = 3;

/** The licenses that customers had of an offer when its order was begun, in words; undefined for none. */
export function heldBefore(offerId: string, context: Pick<Context, 'purpose'>, words: Words): string | undefined {
  const all = holdersOf(context);
  const having = all.flatMap(({ customer, held = [] }) => {
    const n = held.find((one) => one.offerId === offerId)?.n ?? 0;
    return n === 0 ? [] : [{ label: shortened(customer.companyName), n }];
  });
  const [first] = having;
  if (first === undefined) return undefined;
  if (all.length === 1) return words.t('cart.held', { n: first.n });
  const named = having.slice(0, maxHolders).map(({ label, n }) => words.t('form.pair', { label, hint: n }));
  const customers = words.list([...named, ...(having.length > maxHolders ? ['…'] : [])]);
  return words.t('cart.heldBy', { customers });
}

/** Segments the customer is approved for besides commercial; none for a new customer. */
export const customerSegments = ({ purpose }: Pick<Context, 'purpose'>): readonly Segment[] =>
  purpose?.kind === 'subscriptions' ? (purpose.segments ?? []) : [];

/** The offers of the cart: all, or only the add-ons of one subscription where the cart is for that. */
export const availableOffers = ({ purpose, offers }: Pick<Context, 'purpose' | 'offers'>): readonly Offer[] =>
  purpose?.kind === 'subscriptions' && purpose.base !== undefined
    ? addOnsOf(purpose.base.offerId, offers, customerSegments({ purpose }))
    : offers;

/** The add-ons of the offer `base` that a customer approved for these segments may order. */
export const addOnsOf = (base: string, offers: readonly Offer[], approved: readonly Segment[]): readonly Offer[] =>
  offers.filter((offer) => isOpenTo(offer, approved) && offer.addOnTo.includes(base));

/** One line of the cart as its card holds it: the offer, and the values of its two inputs. */
export interface CartRow {
  readonly offerId: string;
  /** Index of the chosen plan, as typed. */
  readonly plan: string;
  readonly count: string;
}

/** Names of a line's values; `offer` is kept with the draft and has no input. */
export const rowNames = (index: number) => ({
  offer: `offer-${String(index)}`,
  plan: `plan-${String(index)}`,
  count: `count-${String(index)}`,
});

/** The cart's lines in these values, at most `maxLines`. */
export function cartRows(values: Values): CartRow[] {
  const rows: CartRow[] = [];
  for (let index = 0; index < maxLines; index++) {
    const names = rowNames(index);
    const offerId = values[names.offer];
    if (offerId === undefined) break;
    rows.push({ offerId, plan: values[names.plan] ?? '', count: (values[names.count] ?? '').normalize('NFKC').trim() });
  }
  return rows;
}

/** The values that keep these lines. */
export function cartValues(rows: readonly CartRow[]): Values {
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

/** The plan chosen in a row; the only one where the offer leaves no choice. */
export const rowPlan = (row: CartRow, offer: Offer | undefined): Plan | undefined =>
  row.plan === '' && offer?.plans.length === 1 ? offer.plans[0] : offer?.plans[Number(row.plan === '' ? -1 : row.plan)];

/** The row as a line that the rules of Partner Center judge; a count that is no number is NaN, a missing one absent. */
export function toCartLine(row: CartRow, offers: readonly Offer[]): CartLine {
  const offer = offers.find(({ id }) => id === row.offerId);
  const plan = rowPlan(row, offer);
  const counted = offer?.unit !== 'usage' && row.count !== '';
  return {
    offerId: row.offerId,
    ...defined({ plan }),
    ...(counted ? { quantity: /^\d{1,9}$/.test(row.count) ? Number(row.count) : Number.NaN } : {}),
  };
}

/** True for an offer whose number cannot be chosen, such as a trial of always 25 licenses. */
const isFixed = ({ unit, min, max }: Offer): boolean => unit !== 'usage' && min === max;

/** A new line for an offer: its minimum quantity or the wished one, its first plan. */
export const newCartRow = (offer: Offer, wish?: string): CartRow =>
  withCount({ offerId: offer.id, plan: '0', count: offer.unit === 'usage' ? '' : String(offer.min) }, offer, wish);

/** The row with a billing or a term, and what it had of the other where that is sold together; undefined where it is not sold so. */
export function plannedRow(row: CartRow, plan: string, { offers }: Pick<Context, 'offers'>): CartRow | undefined {
  const { plans = [] } = offers.find(({ id }) => id === row.offerId) ?? {};
  const had = plans[Number(row.plan === '' ? -1 : row.plan)];
  const isTerm = /^P\d/.test(plan);
  const fitting = plans.filter(({ term, billing }) => (isTerm ? term : billing) === plan);
  const chosen = fitting.find((one) => (isTerm ? one.billing === had?.billing : one.term === had?.term)) ?? fitting[0];
  return chosen === undefined ? undefined : { ...row, plan: String(plans.indexOf(chosen)) };
}

/** The row with a wished number; an offer with a fixed number keeps that, and one by usage has none. */
export function withCount(row: CartRow, offer: Offer | undefined, wish: string | undefined): CartRow {
  if (offer === undefined || offer.unit === 'usage' || wish === undefined) return row;
  return { ...row, count: isFixed(offer) ? String(offer.min) : wish };
}

/** The value by which the cart says that a wished number was not taken, as the offer's is fixed; none where it was. */
export const fixedNotice = (offer: Offer | undefined, wish: string | undefined): Values =>
  offer !== undefined && wish !== undefined && isFixed(offer) && wish !== String(offer.min) ? { fixed: offer.id } : {};

/**
 * The question whether to order offers of the cart although an order of the same offers is open; undefined where there
 * is none, or the question was answered.
 */
export function orderAgainQuestion(values: Values, { purpose, orderedAgain = [] }: Context): Question | undefined {
  if (purpose?.kind !== 'subscriptions') return undefined;
  const inCart = new Set(cartRows(values).map(({ offerId }) => offerId));
  const twice = (purpose.waiting ?? []).filter(({ offerId }) => inCart.has(offerId) && !orderedAgain.includes(offerId));
  const offers = [...new Map(twice.map((one) => [one.offerId, one])).values()];
  return offers.length === 0 ? undefined : { kind: 'again', section: 'subscriptions', offers };
}

/** The notes beside a cart; `isShort` where the card has no room for those about offers the customer cannot order. */
export const cartNotes = (context: Context, words: Words, isShort: boolean): string[] => [
  ...addOnNotes(context, words.t),
  ...(isShort ? [] : segmentNotes(context, words.t)),
  ...(context.sampleOffers ? [words.t('cart.sample')] : []),
  ...leftOutNotes(context, words.t),
  ...(['', 'none'].includes(acceptedAnswer(context, 'company', 'qualification'))
    ? []
    : [words.t('cart.qualification')]),
];

const segmentNotes = ({ purpose, cloud }: Context, t: Words['t']): string[] =>
  cloud.qualification && purpose?.kind === 'subscriptions' && purpose.segments === undefined
    ? [t('cart.segmentsUnread')]
    : [];

/** The notes beneath a search: that other offers match it, and why this customer cannot order them. */
export function searchNotes(find: string, context: Context, words: Words): string[] {
  if (find.trim() === '') return [];
  const approved = customerSegments(context);
  const closed = searchOffers(availableOffers(context), find, {}).filter((offer) => !isOpenTo(offer, approved));
  const n = closed.length;
  const kinds = [...new Set(closed.map(({ segment }) => segment))].flatMap((segment) =>
    segment === 'commercial' ? [] : [words.t(`segment.${segment}`)],
  );
  return n === 0 ? [] : [words.t('cart.closed', { n, segments: words.either(kinds) })];
}

const leftOutNotes = ({ catalog }: Context, t: Words['t']): string[] =>
  catalog?.state === 'read' && catalog.leftOut > 0 ? [t('cart.leftOut', { n: catalog.leftOut })] : [];

function addOnNotes(context: Context, t: Words['t']): string[] {
  const base = context.purpose?.kind === 'subscriptions' ? context.purpose.base : undefined;
  if (base === undefined) return [];
  const data = { name: shortened(base.name) };
  const isNone = availableOffers(context).length === 0;
  if (isNone && (context.catalog?.state ?? 'read') !== 'read') return [];
  return [isNone ? t('addOns.none', data) : t('addOns.note', data)];
}

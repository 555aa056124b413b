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
import { inputValues, keepInputs, update } from '../../forms/draftFlow.ts';
import { sections } from '../../forms/sections.ts';
import { nextOpen, openSections } from '../../forms/steps.ts';
import { foldCase, isSameName, matcher } from '../../lib/foldCase.ts';
import { defined, firstDefined } from '../../lib/optional.ts';
import type { MessageKey } from '../../locales/words.ts';
import type { Draft, Values } from '../../model/draft.ts';
import { activeSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { maxLines } from '../../partner-center/rules/cart.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { customerSubscriptions, findCustomer, isRelated } from '../customers/customerAccess.ts';
import { saveDraft } from '../drafts.ts';
import { may } from '../rights.ts';
import { customerOnScreen } from '../sentences/customerMatches.ts';
import { offersNamed } from '../sentences/orderIntent.ts';
import type { Press, Turn } from '../turn.ts';
import { type Correction, ordinalIn, readCorrections } from './corrections.ts';
import { partsOfText } from '../sentences/wishes.ts';
import type { DraftCard, LatestCard } from './latestCard.ts';

type LineCorrection = Extract<Correction, { kind: 'to' | 'more' | 'fewer' | 'double' | 'remove' | 'back' }>;
type CartCorrection = LineCorrection | Extract<Correction, { kind: 'removeAt' | 'swap' | 'plan' }>;

/** Index of the line at a place of the card, where the newest stands first; -1 is the last there. */
const lineAt = (rows: readonly CartRow[], place: number): number =>
  place < 0 ? -place - 1 : place > rows.length ? -1 : rows.length - place;

/** Index of the cart's line that a correction is about: that of the offer named, else the one put in last; -1 for none. */
function lineOf(rows: readonly CartRow[], { kind, product }: LineCorrection, { offers }: Context): number {
  const place = product === '' ? undefined : ordinalIn(product);
  if (place !== undefined) return lineAt(rows, place);
  const isNamed = matcher(product);
  if (isNamed === undefined) return kind === 'remove' || kind === 'back' ? -1 : rows.length - 1;
  const exact = offers.find(({ name }) => isSameName(name, product));
  if (exact !== undefined) return rows.findLastIndex(({ offerId }) => offerId === exact.id);
  return rows.findLastIndex(({ offerId }) => isNamed(foldCase(offers.find(({ id }) => id === offerId)?.name ?? '')));
}

/** The number of a line that a correction wishes. */
function wishedCount(row: CartRow, one: Exclude<LineCorrection, { kind: 'remove' | 'back' }>): string {
  const had = Number(row.count) || 0;
  if (one.kind === 'double') return String(2 * had);
  const { kind, n } = one;
  return String(kind === 'to' ? n : kind === 'more' ? had + n : Math.max(0, had - n));
}

/** The cart's values after a correction of one of its lines; undefined where it has no such line. */
function withLine(rows: readonly CartRow[], one: LineCorrection, context: Context): Values | undefined {
  const at = lineOf(rows, one, context);
  const row = rows[at];
  if (row === undefined) return undefined;
  if (one.kind === 'remove') return cartValues(rows.filter((_row, index) => index !== at));
  if (!('n' in one || one.kind === 'double')) return cartValues(rows);
  const offer = context.offers.find(({ id }) => id === row.offerId);
  const wish = wishedCount(row, one);
  return { ...cartValues(rows.with(at, withCount(row, offer, wish))), ...fixedNotice(offer, wish) };
}

/** The cart's values with another offer: its line where it is clear which, else the search for it that keeps the number. */
function withOffer(rows: readonly CartRow[], one: LineCorrection, context: Context): Values | undefined {
  const { kind, product } = one;
  if (kind === 'remove' || kind === 'fewer' || kind === 'double' || product === '' || rows.length >= maxLines)
    return undefined;
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
    const at = lineAt(rows, one.place);
    return rows[at] === undefined ? undefined : kept(rows.toSpliced(at, 1));
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
  'double',
  'removeAt',
  'swap',
  'plan',
] as const);

const isOfCart = (one: Correction): one is CartCorrection => cartKinds.has(one.kind);

/** The open cart of a draft's card, or that of its review: its lines and the search on it; undefined where there is none. */
function openCart({ draft, context }: DraftCard) {
  if (draft.asking !== undefined || draft.question !== undefined) return undefined;
  const isReview = nextOpen(draft, context) === 'review';
  const among = isReview ? sections(context) : openSections(draft, context);
  const cart = among.find(({ id }) => id === 'subscriptions');
  if (cart === undefined) return undefined;
  const held = inputValues(draft, cart, context);
  return { section: cart, rows: cartRows(held), find: held['find'], isReview };
}

/** The draft with another cart; from its review the cart is opened, so that it is seen before it is submitted. */
const withCart = (
  draft: Draft,
  { section, isReview }: NonNullable<ReturnType<typeof openCart>>,
  values: Values,
): Draft => keepInputs(isReview ? update(draft, section.id) : draft, section.id, values);

/**
 * Corrects the cart that is open: the number of a line, its billing or term, a line less, or an offer more; and shows it.
 * False where the text is about nothing that stands in it or can be added.
 */
export async function correctCart(turn: Turn, of: DraftCard | undefined, one: Correction): Promise<boolean> {
  const cart = of === undefined || !isOfCart(one) ? undefined : openCart(of);
  if (of === undefined || cart === undefined || !isOfCart(one)) return false;
  // On a review “20” may be anything.
  if (cart.isReview && cart.rows.length !== 1 && !namesLine(one)) return false;
  const values = corrected(cart.rows, one, of.context, cart.find);
  if (values === undefined) return false;
  if (typeof values === 'string') {
    turn.replies.say(turn.words.say(values));
    return true;
  }
  saveDraft(turn, withCart(of.draft, cart, values));
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
    draft = withCart(draft, cart, values);
    count += 1;
  }
  if (count < 2) return false;
  saveDraft(turn, draft);
  await showCurrentCard(turn);
  return true;
}

/** Verbs of the buttons that set a number of licenses, each with the verb that shows their card with another number. */
const askingVerbs: Readonly<Record<string, 'licenses' | 'nextTerm'>> = {
  setLicenses: 'licenses',
  setNextTerm: 'nextTerm',
};

/** The number of licenses that a correction wishes, where there were so many. */
export const correctedNumber = (base: number, way: 'to' | 'more' | 'fewer', n: number): number =>
  way === 'to' ? n : way === 'more' ? base + n : Math.max(0, base - n);

/** True where no offer is named, or this one. */
export const isMeant = (product: string, name: string): boolean =>
  product === '' || matcher(product)?.(foldCase(name)) === true;

/**
 * The press that shows the open card of a number of licenses with the number of a correction; where the change was just
 * requested, the card of its subscription. Undefined where the correction is not about one.
 */
export function licensesPress({ person }: Turn, shown: LatestCard | undefined, one: Correction): Press | undefined {
  if (one.kind !== 'to' && one.kind !== 'more' && one.kind !== 'fewer') return undefined;
  const { kind: way, product, n } = one;
  const button = shown?.buttons.find(({ data }) => Object.hasOwn(askingVerbs, data['verb'] ?? ''));
  if (button !== undefined && shown !== undefined) {
    const { verb = '', argument = '', name = '', from = '', ...rest } = button.data;
    const asking = askingVerbs[verb];
    if (asking === undefined || (product !== '' && !isMeant(product, name))) return undefined;
    const base = asking === 'licenses' ? from : (shown.inputs['quantity'] ?? '');
    const place = rest['listed'] === undefined ? {} : { listed: rest['listed'] };
    const values = { ...shown.inputs, ...place, quantity: String(correctedNumber(Number(base), way, n)) };
    const [ref = '', id = ''] = argument.split(' ');
    return { verb: asking, token: '', argument: `${ref} ${id}`, values };
  }
  const { id, ref = '', subscription } = person.changed ?? {};
  const isJustChanged = shown !== undefined && (shown.buttons.length === 0 || shown.resultOf === id);
  if (!isJustChanged || subscription?.to === undefined || !isMeant(product, subscription.name)) return undefined;
  const quantity = String(correctedNumber(subscription.to, way, n));
  return { verb: 'licenses', token: '', argument: `${ref} ${subscription.id}`, values: { quantity } };
}

/** True for a text that has the number behind the offer’s name, “visio 5” or “visio minus 1”: nothing is ordered by that. */
function isNumberLast(text: string, { kind, product }: Extract<Correction, { product: string }>): boolean {
  const typed = text.toLowerCase();
  const at = typed.indexOf(product.toLowerCase());
  if (kind === 'more' || kind === 'fewer') return at === 0;
  return (
    at >= 0 && /^[\s:：,，x×*]*\p{N}/u.test(typed.slice(at + product.length)) && !/\p{N}/u.test(typed.slice(0, at))
  );
}

/** The subscriptions of a customer that its cards show; none where they may not be seen. */
export async function subscriptionsShown(turn: Turn, ref: string): Promise<readonly Subscription[]> {
  const found = may(turn, 'view') ? await findCustomer(turn, ref) : undefined;
  if (found === undefined || !isRelated(found)) return [];
  return activeSubscriptions(await turn.withinAnswerTime(customerSubscriptions(turn, found)));
}

/** Kinds of corrections that are a wish about a subscription of the customer on the screen. */
const ownWishes = { called: 'manage', to: 'to', more: 'more', fewer: 'fewer' } as const;

/**
 * The press that opens a subscription of the customer on the screen by the name of its offer, “the visio one”, or its number of
 * licenses, “visio 5”. Undefined where the customer has no such subscription: it may be an order then.
 */
export async function ownPress(turn: Turn, one: Correction): Promise<Press | undefined> {
  const isOwn = one.kind === 'called' || one.kind === 'to' || one.kind === 'more' || one.kind === 'fewer';
  if (!isOwn || one.product === '' || (one.kind !== 'called' && !isNumberLast(turn.text, one))) return undefined;
  const ref = customerOnScreen(turn);
  const all = ref === undefined ? [] : await subscriptionsShown(turn, ref);
  if (ref === undefined || !all.some(({ name }) => isMeant(one.product, name))) return undefined;
  const values = {
    wish: ownWishes[one.kind],
    product: one.product,
    ...(one.kind === 'called' ? {} : { n: String(one.n) }),
  };
  return { verb: 'fillIn', token: '', argument: ref, values };
}

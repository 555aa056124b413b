import { cartElements, planWords, type CartLineView, type CartView } from '../cards/cartCard.ts';
import { type Element, type Fact, paragraph } from '../cards/elements.ts';
import { refusalLines } from '../cards/faultLines.ts';
import type { Words } from '../locales/words.ts';
import { lineFault, maxLines } from '../partner-center/rules/cart.ts';
import { type Offer, searchOffers } from '../partner-center/rules/catalog.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import type { Fault, Values } from '../model/draft.ts';
import {
  availableOffers,
  cartNotes,
  type CartRow,
  cartRows,
  cartValues,
  customerLicenses,
  customerOfferIds,
  customerSegments,
  fixedNotice,
  heldBefore,
  newCartRow,
  orderAgainQuestion,
  rowNames,
  rowPlan,
  searchNotes,
  toCartLine,
} from './cartRows.ts';
import type { Context } from './context.ts';
import { readyCartEdits, readyCartNotices } from './readyCarts.ts';
import { wholeNumber } from './typedText.ts';
import { newFault, type InputEdit, type ParsedAnswers, type Section, type SectionView } from './section.ts';
import { defined } from '../lib/optional.ts';

/** Layouts of the cart, the best first: a card's size is limited, and the cart's own lines matter most. */
const layouts = [
  { wide: true, listed: 10, notes: 'all' },
  { wide: false, listed: 10, notes: 'all' },
  { wide: false, listed: 5, notes: 'all' },
  { wide: false, listed: 1, notes: 'all' },
  { wide: false, listed: 1, notes: 'most' },
] as const;

/** Values of the inputs after a press; the offers of the lines come from the draft, never from the client. */
function readInputs(sent: Values, held: Values, { offers }: Context): Values {
  const rows = cartRows(held).map((row, index): CartRow => {
    const { offerId, plan } = row;
    const names = rowNames(index);
    // An unknown offer's line has no inputs.
    if (!offers.some(({ id }) => id === offerId)) return row;
    return { offerId, plan: sent[names.plan] ?? plan, count: sent[names.count] ?? '' };
  });
  const { find } = sent;
  // The number that was typed with an offer is for the offers found by that name.
  return { ...cartValues(rows), ...defined({ find, wish: find === held['find'] ? held['wish'] : undefined }) };
}

function parse(values: Values, context: Context): ParsedAnswers {
  const rows = cartRows(values).map((row) => ({ ...row, count: wholeNumber(row.count, context.locale) }));
  // A new customer may have no subscriptions; for an existing customer they are the only question.
  if (rows.length === 0 && context.purpose !== undefined) return { faults: { find: newFault('fault.cart.empty') } };
  const faults = Object.fromEntries(
    rows.flatMap((_row, index) => {
      const found = rowFault(rows, index, context);
      return found === undefined ? [] : [[rowNames(index).count, found]];
    }),
  );
  return Object.keys(faults).length > 0 ? { faults } : { answers: cartValues(rows) };
}

function rowFault(rows: readonly CartRow[], index: number, context: Context): Fault | undefined {
  const { offers } = context;
  const lines = rows.map((row) => toCartLine(row, offers));
  const line = lines[index];
  if (isOfferUnread(rows[index]?.offerId ?? '', context)) return newFault('fault.cart.unread');
  const found =
    line === undefined
      ? undefined
      : lineFault(line, lines, offers, customerSegments(context), customerOfferIds(context), customerLicenses(context));
  if (found?.reason === 'needs-base') {
    const offer = offers.find(({ id }) => id === line?.offerId);
    const bases = offer === undefined ? [] : basesOf(offer, offers);
    if (bases.length > 0) return newFault('fault.cart.needsBaseOf', { base: bases.join(' / ') });
  }
  return found === undefined
    ? undefined
    : newFault(`fault.cart.${found.reason}`, { ...found.data, n: found.data?.limit ?? 0 });
}

/** True when this offer is unknown while the catalog is not read to its end. */
const isOfferUnread = (offerId: string, { offers, catalog }: Context): boolean =>
  catalog !== undefined && catalog.state !== 'read' && !offers.some(({ id }) => id === offerId);

/** True when the cart has an offer that is not read yet. */
export const hasUnreadOffers = (values: Values, context: Context): boolean =>
  cartRows(values).some(({ offerId }) => isOfferUnread(offerId, context));

const addOffer: InputEdit = (values, offerId, context) => {
  const offer = availableOffers(context).find(({ id }) => id === offerId);
  const rows = cartRows(values);
  if (offer === undefined) return values;
  const there = rows.find((row) => row.offerId === offerId);
  if (there !== undefined) return addAgain(values, there, offer, context);
  if (rows.length >= maxLines) return values;
  const { wish } = values;
  return { ...cartInputs(values, [...rows, newCartRow(offer, wish)]), added: offer.id, ...fixedNotice(offer, wish) };
};

/** Adds an offer that is in the cart already: raises its quantity by one if allowed, and notes that it was there. */
function addAgain(values: Values, row: CartRow, offer: Offer, { offers }: Context): Values {
  const { quantity } = toCartLine(row, offers);
  const more = quantity === undefined || !(quantity < offer.max) ? undefined : String(quantity + 1);
  const rows = cartRows(values).map((other) =>
    more !== undefined && other.offerId === row.offerId && other.count === row.count
      ? { ...other, count: more }
      : other,
  );
  return { ...cartInputs(values, rows), again: `${offer.id} ${more ?? ''}` };
}

const removeLine: InputEdit = (values, index) =>
  cartInputs(
    values,
    cartRows(values).filter((_row, at) => String(at) !== index),
  );

const cartInputs = (values: Values, rows: readonly CartRow[]): Values => ({
  ...cartValues(rows),
  ...defined({ find: values['find'] }),
});

function body(view: SectionView, tightness: number): Element[] {
  const { wide, listed, notes } = layouts[tightness] ?? layouts[4];
  const { words, context, values, faults } = view;
  const rows = cartRows(values);
  const there = new Set([...rows.map(({ offerId }) => offerId), ...customerOfferIds(context)]);
  const find = values['find'] ?? '';
  const found = searchOffers(availableOffers(context), find, {
    segments: customerSegments(context),
    ...defined({ sold: context.sold?.() }),
  });
  const matches = found.slice(0, listed);
  return cartElements({
    ...view,
    wide,
    // The newest first, where it is seen; each keeps its place until the next one comes.
    lines: rows.map((row, index) => lineView(row, index, view, notes !== 'all')).reverse(),
    find,
    matches,
    found: found.length,
    needBase: new Map(
      matches
        .filter(({ addOnTo }) => addOnTo.length > 0 && !addOnTo.some((id) => there.has(id)))
        .map((offer) => [offer.id, words.either(basesOf(offer, context.offers))]),
    ),
    ...addedNotice(values, context, words),
    full: rows.length >= maxLines,
    empty: words.t(context.purpose === undefined ? 'cart.empty' : 'cart.choose'),
    ...(faults['find'] === undefined ? {} : { fault: words.say(faults['find'].key) }),
    notes: cartNotes(context, words, notes !== 'all'),
    searchNotes: notes === 'all' ? searchNotes(find, context, words) : [],
    ...unreadCatalog(context, words),
    ...readyCartsView(view, rows.length === 0),
  });
}

/** The ready carts; none in a cart of add-ons for one subscription. */
function readyCartsView({ words, token, context, values }: SectionView, empty: boolean): Pick<CartView, 'ready'> {
  const { readyCarts: carts, purpose } = context;
  if (carts === undefined || (purpose?.kind === 'subscriptions' && purpose.base !== undefined)) return {};
  const notices = readyCartNotices(values, words);
  return { ready: { words, token, carts, all: values['bundles'] === 'all', empty, notices } };
}

/** Maximum number of base offers named for an add-on. */
const maxBasesNamed = 2;

/** Names of offers that the add-on can be added to, the most usual first. */
const basesOf = ({ addOnTo }: Offer, offers: readonly Offer[]): readonly string[] => {
  const ids = new Set(addOnTo);
  return searchOffers(
    offers.filter(({ id }) => ids.has(id)),
    '',
    { limit: maxBasesNamed },
  ).map(({ name }) => name);
};

/** The notice of the offer just added, already in the cart, or of a fixed number for which another one was typed. */
function addedNotice(values: Values, { offers }: Context, { t }: Words): Pick<CartView, 'addResult'> {
  const fixed = offers.find((offer) => offer.id === values['fixed']);
  if (fixed !== undefined) return { addResult: t('cart.fixedNumber', { name: fixed.name, n: fixed.min }) };
  const added = offers.find((offer) => offer.id === values['added'])?.name;
  if (added !== undefined) return { addResult: t('cart.added', { name: added }) };
  const [, id, count = ''] = /^(.*) (\d*)$/.exec(values['again'] ?? '') ?? [];
  const name = offers.find((offer) => offer.id === id)?.name;
  if (name === undefined) return {};
  return { addResult: count === '' ? t('cart.there', { name }) : t('cart.raised', { name, count }) };
}

/** Message and button while the catalog is incomplete. */
function unreadCatalog({ catalog, offers }: Context, words: Words): Pick<CartView, 'incomplete'> {
  const { t } = words;
  const n = offers.length;
  if (catalog === undefined || catalog.state === 'read') return {};
  if (catalog.state === 'reading') {
    const text = n === 0 ? t('cart.reading') : t('cart.readingMore', { n });
    return { incomplete: { lines: [paragraph(text)], button: t('button.moreOffers') } };
  }
  const lines = refusalLines(refusalOf(catalog.fault ?? { reason: 'unavailable' }), words, (reason) =>
    n === 0 ? t('cart.failed', { reason }) : t('cart.failedMore', { n, reason }),
  );
  return { incomplete: { lines, button: t('button.tryAgain') } };
}

function lineView(row: CartRow, index: number, view: SectionView, isShort: boolean): CartLineView {
  const { context, faults, words } = view;
  const names = rowNames(index);
  const fault = faults[names.count];
  return {
    offer: context.offers.find(({ id }) => id === row.offerId),
    unknown: words.t(isOfferUnread(row.offerId, context) ? 'cart.unreadOffer' : 'cart.goneOffer'),
    index,
    names,
    count: row.count,
    plan: row.plan,
    ...defined({ fault, held: isShort ? undefined : heldBefore(row.offerId, context, words) }),
  };
}

function facts(answers: Values, context: Context, words: Words): Fact[] {
  const rows = cartRows(answers);
  if (rows.length === 0) return [{ label: '', value: words.t('cart.none') }];
  return [...rows.flatMap((row) => cartFacts(row, context, words)), ...totalFacts(rows, context, words)];
}

/** A line of the cart, e.g. 25 × Office 365 E3 · 1 year, billed monthly; beneath it, what the customer had of it. */
function cartFacts(row: CartRow, context: Context, words: Words): Fact[] {
  const offer = context.offers.find(({ id }) => id === row.offerId);
  const name = offer?.name ?? words.t(isOfferUnread(row.offerId, context) ? 'cart.unreadOffer' : 'cart.goneOffer');
  const held = heldBefore(row.offerId, context, words);
  return [
    {
      label: '',
      name: row.count === '' ? name : words.t('cart.times', { n: Number(row.count), name }),
      value: planWords(rowPlan(row, offer), words),
    },
    ...(held === undefined ? [] : [{ label: held, value: '' }]),
  ];
}

/** The licenses of several lines in all; nothing where a line counts something else. */
function totalFacts(rows: readonly CartRow[], { offers }: Context, words: Words): Fact[] {
  const units = rows.map(({ offerId }) => offers.find(({ id }) => id === offerId)?.unit);
  if (rows.length < 2 || units.some((unit) => unit !== 'licenses')) return [];
  const n = rows.reduce((sum, { count }) => sum + Number(count), 0);
  return [{ label: words.t('form.fact', { label: words.t('cart.total') }), value: words.t('count.licenses', { n }) }];
}

/** The offers to order, each with its plan and number of licenses; a new customer may have none. */
export const subscriptionsSection: Section = {
  id: 'subscriptions',
  applies: () => true,
  defaults: () => ({}),
  readInputs,
  parse,
  body,
  facts,
  isUnread: hasUnreadOffers,
  async check(answers, context) {
    const question = orderAgainQuestion(answers, context);
    return question === undefined ? undefined : { question };
  },
  edits: {
    find: (values) => values,
    moreOffers: (values) => values,
    add: addOffer,
    remove: removeLine,
    ...readyCartEdits,
  },
};

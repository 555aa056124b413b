import { cartCard, planWords, type CartLineView, type CartView } from '../cards/cartCard.ts';
import { paragraph, type Card, type Fact } from '../cards/elements.ts';
import { refusalLines } from '../cards/reasons.ts';
import { fits, fitted } from '../cards/size.ts';
import type { Words } from '../locales/words.ts';
import { lineFault, maxLines } from '../partner-center/cart.ts';
import { searchOffers } from '../partner-center/catalogue.ts';
import type { Offer } from '../partner-center/offer.ts';
import { refusalOf } from '../partner-center/fault.ts';
import type { Fault, Values } from '../storage/draft.ts';
import {
  approvedIn,
  lineOf,
  newRow,
  offeredIn,
  ownedOffers,
  planOf,
  rowNames,
  rowsOf,
  valuesOf,
  type CartRow,
} from './cart.ts';
import { cartNotes } from './cartNotes.ts';
import type { Context } from './context.ts';
import { wholeNumber } from './count.ts';
import { againQuestion } from './orderedAgain.ts';
import { faultOf, type Edit, type Parsed, type Section, type SectionView } from './section.ts';

/** How the cart is laid out, the best first: a card's size is bounded, and the cart's lines come first. */
const layouts = [
  { wide: true, listed: 10, notes: 'all' },
  { wide: false, listed: 10, notes: 'all' },
  { wide: false, listed: 5, notes: 'all' },
  { wide: false, listed: 1, notes: 'all' },
  { wide: false, listed: 1, notes: 'most' },
] as const;

/** What is typed stands in the inputs; which offers the lines are for is held with the draft. */
function take(sent: Values, held: Values, { offers }: Context): Values {
  const rows = rowsOf(held).map((row, index): CartRow => {
    const { offerId, plan } = row;
    const names = rowNames(index);
    // One that is not known has no inputs.
    if (!offers.some(({ id }) => id === offerId)) return row;
    return { offerId, plan: sent[names.plan] ?? plan, count: sent[names.count] ?? '' };
  });
  return { ...valuesOf(rows), ...(sent['find'] === undefined ? {} : { find: sent['find'] }) };
}

function parse(values: Values, context: Context): Parsed {
  const rows = rowsOf(values).map((row) => ({ ...row, count: wholeNumber(row.count, context.locale) }));
  // A new customer may be added without any; of one that exists, nothing else is asked.
  if (rows.length === 0 && context.purpose !== undefined) return { faults: { find: faultOf('fault.cart.empty') } };
  const faults = Object.fromEntries(
    rows.flatMap((_row, index) => {
      const found = rowFault(rows, index, context);
      return found === undefined ? [] : [[rowNames(index).count, found]];
    }),
  );
  return Object.keys(faults).length > 0 ? { faults } : { answers: valuesOf(rows) };
}

function rowFault(rows: readonly CartRow[], index: number, context: Context): Fault | undefined {
  const { offers } = context;
  const lines = rows.map((row) => lineOf(row, offers));
  const line = lines[index];
  if (isUnknownYet(rows[index]?.offerId ?? '', context)) return faultOf('fault.cart.unread');
  const found =
    line === undefined ? undefined : lineFault(line, lines, offers, approvedIn(context), ownedOffers(context));
  if (found?.reason === 'needs-base') {
    const offer = offers.find(({ id }) => id === line?.offerId);
    const bases = offer === undefined ? [] : basesOf(offer, offers);
    if (bases.length > 0) return faultOf('fault.cart.needsBaseOf', { base: bases.join(' / ') });
  }
  return found === undefined
    ? undefined
    : faultOf(`fault.cart.${found.reason}`, { ...found.data, n: found.data?.limit ?? 0 });
}

/** Is this offer none of those that are known, while others are still to come? */
const isUnknownYet = (offerId: string, { offers, catalogue }: Context): boolean =>
  catalogue !== undefined && catalogue.state !== 'read' && !offers.some(({ id }) => id === offerId);

/** Is there an offer in the cart that is not read yet? */
export const isUnread = (values: Values, context: Context): boolean =>
  rowsOf(values).some(({ offerId }) => isUnknownYet(offerId, context));

const add: Edit = (values, offerId, context) => {
  const offer = offeredIn(context).find(({ id }) => id === offerId);
  const rows = rowsOf(values);
  if (offer === undefined) return values;
  const there = rows.find((row) => row.offerId === offerId);
  if (there !== undefined) return again(values, there, offer, context);
  return rows.length >= maxLines ? values : { ...held(values, [...rows, newRow(offer)]), added: offer.id };
};

/** An offer that is in the cart already: one more of it where there may be, and the word that it is there. */
function again(values: Values, row: CartRow, offer: Offer, { offers }: Context): Values {
  const { quantity } = lineOf(row, offers);
  const more = quantity === undefined || !(quantity < offer.max) ? undefined : String(quantity + 1);
  const rows = rowsOf(values).map((other) =>
    more !== undefined && other.offerId === row.offerId && other.count === row.count
      ? { ...other, count: more }
      : other,
  );
  return { ...held(values, rows), again: `${offer.id} ${more ?? ''}` };
}

const remove: Edit = (values, index) =>
  held(
    values,
    rowsOf(values).filter((_row, at) => String(at) !== index),
  );

const held = (values: Values, rows: readonly CartRow[]): Values => ({
  ...valuesOf(rows),
  ...(values['find'] === undefined ? {} : { find: values['find'] }),
});

function card(view: SectionView): Card {
  const [best, ...smaller] = layouts;
  let made = laidOut(view, best);
  for (const layout of smaller) {
    if (fits(made)) break;
    made = laidOut(view, layout);
  }
  return fitted(made);
}

function laidOut(view: SectionView, { wide, listed, notes }: (typeof layouts)[number]): Card {
  const { words, context, values, faults } = view;
  const rows = rowsOf(values);
  const there = new Set([...rows.map(({ offerId }) => offerId), ...ownedOffers(context)]);
  const find = values['find'] ?? '';
  const found = searchOffers(offeredIn(context), find, {
    segments: approvedIn(context),
    ...(context.sold === undefined ? {} : { sold: context.sold }),
  });
  const matches = found.slice(0, listed);
  return cartCard({
    ...view,
    wide,
    lines: addedFirst(
      rows.map((row, index) => lineView(row, index, view)),
      values['added'],
    ),
    find,
    matches,
    found: found.length,
    needBase: new Map(
      matches
        .filter(({ addOnTo }) => addOnTo.length > 0 && !addOnTo.some((id) => there.has(id)))
        .map((offer) => [offer.id, words.either(basesOf(offer, context.offers))]),
    ),
    ...saidAgain(values, context, words),
    full: rows.length >= maxLines,
    empty: words.t(context.purpose === undefined ? 'cart.empty' : 'cart.choose'),
    ...(faults['find'] === undefined ? {} : { fault: words.say(faults['find'].key) }),
    notes: cartNotes(context, words, notes === 'all' ? find : undefined),
    ...stillToCome(context, words),
  });
}

/** Most offers that an add-on is said to belong to. */
const basesNamed = 2;

/** Names of offers that an add-on may stand on, the most usual first. */
const basesOf = ({ addOnTo }: Offer, offers: readonly Offer[]): readonly string[] => {
  const ids = new Set(addOnTo);
  return searchOffers(
    offers.filter(({ id }) => ids.has(id)),
    '',
    { limit: basesNamed },
  ).map(({ name }) => name);
};

/** The line that was just added stands first, where it is seen; from the next press on it stands in its place. */
const addedFirst = (lines: readonly CartLineView[], added: string | undefined): readonly CartLineView[] => {
  const isAdded = ({ offer }: CartLineView): boolean => added !== undefined && offer?.id === added;
  return [...lines.filter(isAdded), ...lines.filter((line) => !isAdded(line))];
};

/** What came of adding an offer, also of one that was in the cart. */
function saidAgain(values: Values, { offers }: Context, { t }: Words): Pick<CartView, 'again'> {
  const added = offers.find((offer) => offer.id === values['added'])?.name;
  if (added !== undefined) return { again: t('cart.added', { name: added }) };
  const [, id, count = ''] = /^(.*) (\d*)$/.exec(values['again'] ?? '') ?? [];
  const name = offers.find((offer) => offer.id === id)?.name;
  if (name === undefined) return {};
  return { again: count === '' ? t('cart.there', { name }) : t('cart.raised', { name, count }) };
}

/** What is said, and can be done, while not all offers are here. */
function stillToCome({ catalogue, offers }: Context, words: Words): Pick<CartView, 'toCome'> {
  const { t } = words;
  const n = offers.length;
  if (catalogue === undefined || catalogue.state === 'read') return {};
  if (catalogue.state === 'reading') {
    const text = n === 0 ? t('cart.reading') : t('cart.readingMore', { n });
    return { toCome: { lines: [paragraph(text)], button: t('button.moreOffers') } };
  }
  const lines = refusalLines(refusalOf(catalogue.fault ?? { reason: 'unavailable' }), words, (reason) =>
    n === 0 ? t('cart.failed', { reason }) : t('cart.failedMore', { n, reason }),
  );
  return { toCome: { lines, button: t('button.tryAgain') } };
}

function lineView(row: CartRow, index: number, { context, faults, words }: SectionView): CartLineView {
  const names = rowNames(index);
  const fault = faults[names.count];
  return {
    offer: context.offers.find(({ id }) => id === row.offerId),
    unknown: words.t(isUnknownYet(row.offerId, context) ? 'cart.unreadOffer' : 'cart.goneOffer'),
    index,
    names,
    count: row.count,
    plan: row.plan,
    ...(fault === undefined ? {} : { fault }),
  };
}

function facts(answers: Values, context: Context, words: Words): Fact[] {
  const rows = rowsOf(answers);
  if (rows.length === 0) return [{ label: '', value: words.t('cart.none') }];
  return rows.map((row) => {
    const offer = context.offers.find(({ id }) => id === row.offerId);
    const count = row.count === '' ? [] : [words.say(`count.${offer?.unit ?? 'licenses'}`, { n: Number(row.count) })];
    const plan = planWords(planOf(row, offer), words);
    return {
      label: words.t('form.fact', {
        label: offer?.name ?? words.t(isUnknownYet(row.offerId, context) ? 'cart.unreadOffer' : 'cart.goneOffer'),
      }),
      value: [...count, plan].join(' · '),
    };
  });
}

/** The offers the customer is to have, each with its plan and number of licenses; a new customer may have none. */
export const subscriptions: Section = {
  id: 'subscriptions',
  applies: () => true,
  defaults: () => ({}),
  take,
  parse,
  card,
  facts,
  isUnread,
  async check(answers, context) {
    const question = againQuestion(answers, context);
    return question === undefined ? undefined : { question };
  },
  edits: { find: (values) => values, moreOffers: (values) => values, add, remove },
};

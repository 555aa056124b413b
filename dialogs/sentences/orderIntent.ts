import { isDeepStrictEqual } from 'node:util';
import { choiceCard, nothingFoundCard } from '../../cards/sentenceCards.ts';
import {
  availableOffers,
  cartValues,
  customerSegments,
  fixedNotice,
  newCartRow,
  plannedRow,
} from '../../forms/cartRows.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { openSections } from '../../forms/steps.ts';
import { foldCase } from '../../lib/foldCase.ts';
import { refOf } from '../../model/customerRef.ts';
import { type Offer, searchOffers } from '../../partner-center/rules/catalog.ts';
import { showCurrentCard } from '../add/currentCard.ts';
import { manageableCustomer, orShowManageRefusal } from '../customers/customerAccess.ts';
import { cartKindForAll, chooseThese, findChosen } from '../customers/severalCustomers.ts';
import { type CartKind, openDraftFor } from '../customers/startChange.ts';
import { contextOf, offersSoon, saveDraft, shownDraft } from '../drafts.ts';
import type { Turn } from '../turn.ts';
import type { Intent } from './intent.ts';
import type { CustomerMatches } from './mentionedCustomers.ts';
import { meantWord } from './typos.ts';

/** An offer wished for in a sentence: its name as typed or its id, and how many licenses of it. */
export interface OrderIntent {
  readonly product: string;
  readonly n?: number;
  readonly offerId?: string;
  /** A billing, or a term as an ISO 8601 duration. */
  readonly plan?: string;
  /** A further offer in the same cart. */
  readonly also?: { readonly product: string; readonly n?: number };
  /** True to open the cart with the name in its search, where none of the offers asked about was meant. */
  readonly isSearch?: boolean;
}

/** Data of the button that opens the cart of a customer, or of several, with the wished offer. */
export const orderData = (
  refs: readonly string[],
  { product, n, offerId = '', isSearch = false, plan = '', also }: OrderIntent,
) => ({
  verb: 'fillIn',
  argument: refs.join(' '),
  wish: isSearch ? 'search' : 'order',
  product,
  n: n === undefined ? '' : String(n),
  offer: offerId,
  ...(plan === '' ? {} : { plan }),
  ...(also === undefined ? {} : { also: `${String(also.n ?? '')} ${also.product}` }),
});

/**
 * Opens one cart for several customers, each named clearly, with the wished offer in it; where no offer is named, or a
 * name may mean several, the card on which the customers are chosen. Nothing is ordered.
 */
export function orderForAll(
  turn: Turn,
  named: NonNullable<CustomerMatches['several']>,
  order: OrderIntent,
): Promise<void> {
  const clear = [...new Set(named.flatMap(([one, ...others]) => (one && others.length === 0 ? [one.ref] : [])))];
  return clear.length === named.length && order.product !== ''
    ? fillCart(turn, clear, order)
    : chooseThese(turn, clear);
}

/**
 * Opens the cart of a customer, or of several, with the wished offer in it and its number filled in; asks which offer
 * where several are meant. Nothing is ordered.
 */
export const fillCart = (turn: Turn, [ref = '', ...also]: readonly string[], order: OrderIntent): Promise<void> =>
  orShowManageRefusal(turn, async () => {
    const found = await manageableCustomer(turn, ref);
    if (found === undefined) return;
    const { words, replies, partner } = turn;
    const others = await findChosen(turn, also);
    if (others.length < also.length) replies.say(words.t('several.gone'));
    const kind = await turn.withinAnswerTime(cartKindForAll(turn, found, others));
    const { offers } = await offersSoon(turn, kind.country ?? partner.country);
    if (order.product === '' && order.offerId === undefined) return openDraftFor(turn, kind, [], false);
    if (order.isSearch === true)
      return openDraftFor(turn, kind, [], true, (draft) =>
        keepInputs(draft, 'subscriptions', { ...cartValues([]), find: order.product }),
      );
    const sold = turn.customers.sold(partner.tenantId);
    const options = { segments: kind.segments ?? [], baseIds: kind.owned, sold };
    const chosen = offers.find(({ id }) => id === order.offerId);
    const hits = chosen === undefined ? offersNamed(offers, order.product, options) : [chosen];
    const only = hits.length === 1 ? hits[0] : undefined;
    const second = order.also;
    const more = second === undefined ? [] : offersNamed(offers, second.product, options);
    if (second !== undefined && (only !== undefined || more.length === 1))
      return openCartOfTwo(turn, kind, [
        { ...order, hits },
        { ...second, hits: more },
      ]);
    if (only !== undefined) return openFilledCart(turn, kind, only, order);
    const place = [found, ...others].map(({ target }) => refOf(target));
    const cart = orderData(place, { ...order, isSearch: true });
    if (hits.length === 0) {
      const said = words.t('sentence.noOffer', { name: order.product.slice(0, 80) });
      return replies.show(nothingFoundCard(said, [{ title: words.t('button.addSubscription'), data: cart }], words));
    }
    replies.show(
      choiceCard(
        words.t('sentence.whichOffer'),
        [found, ...others].map(({ target }) => target.companyName).join(', '),
        hits.map((offer) => ({ title: offer.name, data: orderData(place, { ...order, offerId: offer.id }) })),
        words,
        cart,
      ),
    );
  });

/** True for what may be an offer's name alone: “office 365 business” reads like a number of licenses. */
export const mayNameOffer = (intent: Intent): boolean =>
  intent.kind === 'order' ||
  intent.kind === 'licenses' ||
  intent.kind === 'unknown' ||
  (intent.kind === 'find' && !intent.sure);

/** The offer a text may name, of an order for nobody else its name, of others the whole text; and whether it is such an order. */
export const offerNamed = (
  { text }: Turn,
  intent: Intent,
): readonly [offer: string, isOrder: boolean, n: number | undefined] =>
  intent.kind === 'order' && intent.customer === ''
    ? [intent.product, intent.product !== '', intent.n]
    : [text.trim(), false, undefined];

/**
 * True for the name of an offer that is typed while a cart's card is on the screen: it becomes the search of that cart, whose card
 * is shown. `isOrder`: an order for nobody else, whose offer is looked for also where there may be none, with its number `n` kept.
 */
export async function searchOpenCart(turn: Turn, typed: string, isOrder = false, n?: number): Promise<boolean> {
  const draft = shownDraft(turn);
  if (typed.length > 100 || draft === undefined || draft.asking !== undefined || draft.question !== undefined)
    return false;
  const context = await contextOf(turn, draft);
  const cart = openSections(draft, context).find(({ id }) => id === 'subscriptions');
  const found =
    cart === undefined ? [] : searchOffers(availableOffers(context), typed, { segments: customerSegments(context) });
  if (cart === undefined || (found.length === 0 && !isOrder)) return false;
  const { id } = cart;
  const wish = n === undefined ? {} : { wish: String(n) };
  saveDraft(
    turn,
    keepInputs(draft, id, { ...inputValues(draft, cart, context), find: typed, ...wish }, draft.faults[id]),
  );
  await showCurrentCard(turn);
  return true;
}

/** References of the customers whom a cart is for. */
const refsOf = ({ customer, also = [] }: CartKind): readonly string[] =>
  [customer, ...also.map((one) => one.customer)].map(refOf);

/** Opens a cart with the lines of two offers; of one that may be several it looks for the name, with its number kept. */
function openCartOfTwo(
  turn: Turn,
  kind: CartKind,
  wishes: readonly (Pick<OrderIntent, 'product' | 'n'> & { readonly hits: readonly Offer[] })[],
): Promise<void> {
  const rows = wishes.flatMap(({ n, hits: [offer, ...others] }) =>
    offer === undefined || others.length > 0 ? [] : [newCartRow(offer, n === undefined ? undefined : String(n))],
  );
  const open = wishes.find(({ hits }) => hits.length !== 1);
  const search =
    open === undefined ? {} : { find: open.product, ...(open.n === undefined ? {} : { wish: String(open.n) }) };
  return openDraftFor(turn, kind, [], true, (draft) =>
    keepInputs(draft, 'subscriptions', { ...cartValues(rows), ...search }),
  );
}

async function openFilledCart(turn: Turn, kind: CartKind, offer: Offer, { n, plan }: OrderIntent): Promise<void> {
  const wish = n === undefined ? undefined : String(n);
  const row = newCartRow(offer, wish);
  const planned = plan === undefined ? row : plannedRow(row, plan, { offers: [offer] });
  if (planned === undefined) turn.replies.say(turn.words.t('typed.noPlan'));
  const values = { ...cartValues([planned ?? row]), ...fixedNotice(offer, wish) };
  // Typed twice, it is the same wish: a second draft of it would be ordered by mistake.
  const same = turn.person.drafts.find(
    ({ purpose, typed, accepted }) =>
      purpose?.kind === 'subscriptions' &&
      isDeepStrictEqual(refsOf(purpose), refsOf(kind)) &&
      JSON.stringify(typed['subscriptions'] ?? accepted['subscriptions']) === JSON.stringify(values),
  );
  if (same === undefined)
    return openDraftFor(turn, kind, [], true, (draft) => keepInputs(draft, 'subscriptions', values));
  turn.person.open = same.id;
  await showCurrentCard(turn);
}

type SearchOptions = Parameters<typeof searchOffers>[2];

/** Offers a typed name may mean: one where it is clear, at most six; those the customer has, then the best sellers first. */
export function offersNamed(offers: readonly Offer[], typed: string, options: SearchOptions): readonly Offer[] {
  const found = searchOffers(offers, typed, options);
  const hits = found.length > 0 ? found : searchOffers(offers, withoutTyposIn(typed, offers), options);
  const suites = hits.filter(({ name, trial }) => !trial && suiteName(name) === suiteName(typed));
  const owned = new Set(options.baseIds);
  const meant = suites.length > 0 ? suites : hits;
  return meant.toSorted((one, other) => Number(owned.has(other.id)) - Number(owned.has(one.id))).slice(0, 6);
}

/** An offer's name without its brand: Office 365 Enterprise E3 is said as E3. */
const suiteName = (name: string): string =>
  foldCase(name).replace(/^(?:MICROSOFT 365|OFFICE 365|M365|O365)(?: ENTERPRISE)? /, '');

function withoutTyposIn(typed: string, offers: readonly Offer[]): string {
  const known = new Set(offers.flatMap(({ name }) => foldCase(name).split(' ')).filter((word) => word.length >= 4));
  return foldCase(typed)
    .split(' ')
    .map((word) => (word.length < 4 || known.has(word) ? word : (meantWord(word, known) ?? word)))
    .join(' ');
}

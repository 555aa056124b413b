import type { Change, ChangeKind } from '../../model/change.ts';
import { type CustomerRef, refOf } from '../../model/customerRef.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import type { Words } from '../../locales/words.ts';
import {
  bold,
  button,
  card,
  type Card,
  command,
  cutTo,
  dangerButton,
  type Element,
  faultLine,
  fitsSizeLimit,
  firstFitting,
  fitToSizeLimit,
  heading,
  paragraph,
  shortened,
  stateMark,
  strong,
  subtle,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { asSentence, reasonWords, type RefusedCall, refusalLine } from '../faultLines.ts';
import { type OutcomeLine, outcomeLines, orderState } from '../outcomeLines.ts';
import { searchInput } from '../inputs.ts';
import { listEntry } from '../listEntry.ts';
import { refreshButton } from '../page.ts';
import type { StopLine } from '../../partner-center/customerSubscriptions.ts';
import { asOfLines } from './readingLines.ts';
import { changeWords, undoWords, type RequestedStanding } from './changeWords.ts';

/** Most customers of one order. */
export const mostSeveral = 20;

/** A customer to choose, by the reference that buttons carry. */
export interface CustomerChoice {
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
}

/** Data of the card that chooses the customers of an order. */
export interface SeveralView {
  readonly words: Words;
  /** Id of the draft of the order; empty where the order is begun with the customers. */
  readonly draft: string;
  readonly searched: string;
  /** The chosen customers, before those that were found. */
  readonly chosen: readonly CustomerChoice[];
  readonly found: readonly CustomerChoice[];
  /** Customers that were found and are not listed. */
  readonly more: number;
  /** When they were read, in ISO 8601, where that is longer ago than it should be. */
  readonly asOf?: string;
  readonly fault?: 'several.none' | 'several.tooMany';
}

/** Card that chooses the customers of one order. */
export function severalCard(view: SeveralView): Card {
  const { words, draft, chosen, found, more, fault } = view;
  const { t } = words;
  const listed = [...chosen, ...found];
  return fitToSizeLimit(
    card(
      t('several.title'),
      [
        heading(t('several.title')),
        ...(fault === undefined ? [] : [faultLine(t(fault, { n: mostSeveral }))]),
        paragraph(t('several.intro', { n: mostSeveral })),
        searchInput(
          {
            id: 'findCustomer',
            label: t('field.findCustomer'),
            placeholder: t('directory.findHint'),
            value: view.searched,
            find: { verb: 'findSeveral', argument: draft },
          },
          words,
        ),
        ...asOfLines('customers', view.asOf, words),
        ...(found.length > 0 || view.searched === '' ? [] : [paragraph(t('directory.noHits'))]),
        ...listed.flatMap((one, index) => customerToggle(one, index, chosen.includes(one))),
        ...(more === 0 ? [] : [paragraph(t('several.more', { n: more }), { subtle: true })]),
      ],
      [
        button(t('button.next'), { verb: 'orderSeveral', argument: draft }, true),
        button(t('button.customers'), command('customers')),
      ],
    ),
  );
}

/** Beginning of the names of the inputs that choose customers. */
const toggleName = 'several-';

const notChosen = '-';

/** References to the customers that are chosen on the card, by the values of its inputs. */
export const chosenRefs = (values: Readonly<Record<string, string>>): readonly string[] => [
  ...new Set(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(toggleName) && value !== notChosen && value !== '' ? [value] : [],
    ),
  ),
];

/** A customer's name, and beneath it the input that chooses it: its title is no user's text, which clients read as Markdown. */
const customerToggle = (
  { ref, companyName, domain, microsoftId }: CustomerChoice,
  index: number,
  chosen: boolean,
): Element[] => [
  strong(shortened(companyName === '' ? domain : companyName)),
  {
    type: 'Input.Toggle',
    id: `${toggleName}${String(index)}`,
    // The beginning of an id tells customers apart, and has room on a phone.
    title: /^[a-z0-9.-]+$/i.test(domain) ? domain : `${microsoftId.slice(0, 8)}…`,
    spacing: 'None',
    valueOn: ref,
    valueOff: notChosen,
    value: chosen ? ref : notChosen,
  },
];

/** Button that chooses the customers of an order; `draft` is that of an order that is begun. */
export const severalButton = ({ t }: Words, draft = '') =>
  button(t('button.severalCustomers'), { verb: 'severalCustomers', argument: draft });

type SeveralOrders = Extract<ChangeKind, { kind: 'orders' }>;

/** Data of the cards of several orders. */
interface SeveralOrdersView {
  readonly words: Words;
  readonly change: Pick<Change, 'state'> & { readonly what: SeveralOrders };
  readonly practice: boolean;
}

/** True for an order of which something was made that may be taken back. */
const isTakenBack = ({ outcome }: SeveralOrders['orders'][number]): boolean =>
  outcome === 'ordered' || outcome === 'late' || outcome === 'partly';

/** Button that leads to taking these orders back. */
function undoOrdersButton({ change, words }: SeveralOrdersView): ReturnType<typeof button>[] {
  const made = change.what.orders.filter(isTakenBack);
  if (made.length === 0) return [];
  const argument = pairsOf(made.map(({ id, customer }) => ({ order: id, ref: refOf(customer) })));
  return [button(words.t('button.undo'), { verb: 'undoOrders', argument })];
}

/** A customer whose order may be taken back, with the id of that order. */
export interface MadeOrder {
  readonly ref: string;
  readonly order: string;
  readonly customer: Pick<CustomerRef, 'companyName' | 'domain'>;
  /** Subscriptions that are canceled; none where that cannot be done now. */
  readonly lines: readonly StopLine[];
  /** Reason why nothing is canceled: `late`: not shown yet; `over`: changed since, or past its time; or the state of its Undo. */
  readonly not?: 'over' | 'late' | RequestedStanding | RefusedCall;
}

/** True where the order's Undo was requested before. */
export const isUndoRequested = ({ not }: Pick<MadeOrder, 'not'>): boolean =>
  typeof not === 'string' && not !== 'over' && not !== 'late';

/** Data of the card that takes the same order back. */
interface UndoOrdersView {
  readonly words: Words;
  readonly orders: readonly MadeOrder[];
  /** True where customers of the order are left out. */
  readonly isPart: boolean;
  /** The subscriptions that would be canceled, as the button that cancels all carries them. */
  readonly named: string;
}

/** Card that takes the same order back: of each customer by itself, or where several can be with one press. */
export const undoOrdersCard = (view: UndoOrdersView): Card => firstFitting((attempt) => sizedUndoCard(view, attempt));

function sizedUndoCard(view: UndoOrdersView, attempt: number): Card {
  const { words, orders, isPart, named } = view;
  const { t } = words;
  const open = orders.filter(({ not }) => not === undefined);
  const others = orders.filter(({ not }) => not !== undefined);
  // Its argument is long where there are many; the list is opened anew by its own button, too.
  const isRefreshed = attempt === 0 && others.every(({ not }) => not !== 'running');
  const asked = pairsOf(orders);
  const n = open.reduce((sum, { lines }) => sum + lines.length, 0);
  return card(
    t('undo.orders'),
    [
      heading(t('undo.orders')),
      ...(isPart ? [paragraph(t('undo.ordersGone'))] : []),
      ...(open.length === 0 ? [] : [paragraph(t(open.length > 1 ? 'stop.canceledThen' : 'undo.ordersIntro'))]),
      ...open.map((one) => madeOrderEntry(one, words, attempt)),
      ...(open.length === 0 || others.length === 0 ? [] : [paragraph(t('undo.ordersNot'))]),
      ...others.map((one) => madeOrderEntry(one, words, attempt)),
    ],
    [
      button(t('button.customers'), command('customers')),
      ...(!isRefreshed ? [] : [refreshButton({ verb: 'undoOrders', argument: asked }, words)]),
      ...(open.length < 2
        ? []
        : [dangerButton(t('stop.cancel', { n }), { verb: 'stopOrders', argument: asked, named })]),
    ],
  );
}

/** Lengths of offers' names, by the attempt to fit the card's size. */
const nameLengths = [80, 60, 40, 20, 10];

/** The orders as a button's argument: the id of each, followed by its customer's reference. */
const pairsOf = (orders: readonly Pick<MadeOrder, 'order' | 'ref'>[]): string =>
  orders.map(({ order, ref }) => `${order} ${ref}`).join(' ');

/** A customer's order: what of it is canceled, or why nothing is, and its own Undo. */
function madeOrderEntry(made: MadeOrder, words: Words, attempt: number): Element {
  const { ref, order, customer, lines, not } = made;
  const names = [...new Set(lines.map(({ name }) => cutTo(name, nameLengths[attempt] ?? 10)))];
  const undo = button(words.t('button.undo'), { verb: 'undoOrder', argument: `${ref} ${order}` });
  const facts = not === undefined ? words.list(names) : notText(not, words);
  return listEntry(words, [bold(customerName(customer))], [subtle(facts)], isUndoRequested(made) ? undefined : undo);
}

function notText(not: NonNullable<MadeOrder['not']>, words: Words): string {
  if (not === 'late' || not === 'over') return words.t(not === 'late' ? 'undo.orderLate' : 'undo.orderNot');
  if (typeof not === 'string') return undoWords(not, words);
  return asSentence(words)(reasonWords(not.fault.reason, words));
}

/** Card of the same order for several customers: the outcome for each as far as it is known, and the way to each once it is. */
export function severalOrdersCard(view: SeveralOrdersView): Card {
  if (view.change.state !== 'done') return ordersCardOf(view, outcomeLines);
  const linked = ordersCardOf(view, (outcomes) => linkedOutcomes(outcomes, view));
  return fitsSizeLimit(linked) ? linked : fitToSizeLimit(ordersCardOf(view, outcomeLines));
}

/** Each outcome with the button that opens its customer. */
const linkedOutcomes = (outcomes: readonly OutcomeLine[], { words, change }: SeveralOrdersView): Element[] =>
  outcomes.flatMap(({ name, state, why = [] }, at) => {
    const customer = change.what.orders[at]?.customer;
    const open = customer && button(words.t('button.open'), { verb: 'customer', argument: refOf(customer) });
    return [listEntry(words, [bold(name)], stateMark(state.tone, state.value), open), ...why];
  });

function ordersCardOf(view: SeveralOrdersView, told: (outcomes: readonly OutcomeLine[]) => Element[]): Card {
  const { words, change, practice } = view;
  const { t } = words;
  const { orders } = change.what;
  const title = t(titleKey(change));
  const isLeft = orders.some(({ outcome }) => outcome === 'unfinished' || outcome === 'awaited');
  return card(
    title,
    [
      ...titleLines(title, changeWords(change.what, words)),
      ...told(orders.map((one) => orderOutcome(one, words))),
      ...(practice ? [paragraph(t('review.practice'), { subtle: true })] : []),
    ],
    change.state === 'done'
      ? [
          ...(isLeft ? [button(t('several.left'), { verb: 'unfinished' }, true)] : []),
          button(t('button.customers'), command('customers'), !isLeft),
          ...undoOrdersButton(view),
        ]
      : [],
  );
}

function titleKey({ state, what: { orders } }: SeveralOrdersView['change']) {
  if (state !== 'done') return 'changing.title' as const;
  const isOrdered = ({ outcome }: (typeof orders)[number]): boolean => outcome === 'ordered' || outcome === 'late';
  if (orders.every(isOrdered)) return 'changed.title' as const;
  return orders.every(({ outcome }) => outcome === 'refused')
    ? ('trouble.title' as const)
    : ('changed.partly' as const);
}

const outcomeKeys = {
  ordered: 'order.done',
  late: 'order.late',
  partly: 'several.partly',
  refused: 'stage.refused',
  awaited: 'order.awaited',
  unfinished: 'order.toFinish',
} as const;

/** Maximum of characters of Partner Center's sentence about one of many customers. */
const maxDescription = 100;

const orderOutcome = ({ customer, outcome, fault }: SeveralOrders['orders'][number], words: Words): OutcomeLine => ({
  name: customerName(customer),
  state: orderState(outcome === undefined ? 'order.placing' : outcomeKeys[outcome], words),
  why: fault === undefined || outcome === 'awaited' ? [] : [refusalLine(refusalOf(fault), words, maxDescription)],
});

const customerName = ({ companyName, domain }: Pick<CustomerRef, 'companyName' | 'domain'>): string =>
  shortened(companyName === '' ? domain : companyName);

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
  type Element,
  faultLine,
  fitsSizeLimit,
  fitToSizeLimit,
  heading,
  paragraph,
  shortened,
  stateMark,
  strong,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { refusalLine } from '../faultLines.ts';
import { type OutcomeLine, outcomeLines, orderState } from '../outcomeLines.ts';
import { searchInput } from '../inputs.ts';
import { listEntry } from '../listEntry.ts';
import { asOfLines } from './readingLines.ts';
import { changeWords } from './changeWords.ts';

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

/** Button that leads to taking these orders back, of each customer by itself. */
function undoOrdersButton({ change, words }: SeveralOrdersView): ReturnType<typeof button>[] {
  const made = change.what.orders.filter(isTakenBack);
  if (made.length === 0) return [];
  const argument = made.map(({ id, customer }) => `${id} ${refOf(customer)}`).join(' ');
  return [button(words.t('button.undo'), { verb: 'undoOrders', argument })];
}

/** A customer whose order may be taken back, with the id of that order. */
interface MadeOrder {
  readonly ref: string;
  readonly order: string;
  readonly customer: Pick<CustomerRef, 'companyName' | 'domain'>;
}

/** Card that takes the same order back, of each customer by itself. */
export const undoOrdersCard = (orders: readonly MadeOrder[], words: Words): Card =>
  fitToSizeLimit(
    card(
      words.t('undo.orders'),
      [
        heading(words.t('undo.orders')),
        paragraph(words.t('undo.ordersIntro')),
        ...orders.map(({ ref, order, customer }) =>
          listEntry(
            [bold(customerName(customer))],
            [],
            button(words.t('button.undo'), { verb: 'undoOrder', argument: `${ref} ${order}` }),
          ),
        ),
      ],
      [button(words.t('button.customers'), command('customers'))],
    ),
  );

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
    return [listEntry([bold(name)], stateMark(state.tone, state.value), open), ...why];
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

import type { Cursor } from '../../lib/keysetPage.ts';
import type { Words } from '../../locales/words.ts';
import { resellerTitles } from '../labels.ts';
import type { Reseller } from '../../partner-center/rules/partner.ts';
import {
  bold,
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  heading,
  paragraph,
  shortened,
  stateMark,
  strong,
  subtle,
} from '../elements.ts';
import { severalButton } from './severalCards.ts';
import { searchInput } from '../inputs.ts';
import { listEntry } from '../listEntry.ts';
import type { Refusal } from '../../partner-center/rules/fault.ts';
import { customerDisplayName } from '../../partner-center/cachedList.ts';
import { asOfLines } from './readingLines.ts';
import { relationshipMark } from '../stateMarks.ts';
import { positionLines } from '../page.ts';
import { refusalLines, type RefusedCall, refusedCallLines } from '../faultLines.ts';

/** A search in the customer list; empty texts match all. */
export interface ListQuery {
  readonly find: string;
  /** A tenant id. */
  readonly reseller: string;
}

/** Maximum length of the search text, in characters. */
export const maxFindLength = 100;

/** Value for "all resellers, and none": a choice input has to have a value. */
export const anyReseller = 'any';

/** The search as data of a button. */
export const queryData = ({ find, reseller }: ListQuery) => ({ searched: find, ofReseller: reseller });

/** The cursor as a button's argument. */
const cursorArgument = ({ after, before }: Cursor): string =>
  before === undefined ? `after:${after ?? ''}` : `before:${before}`;

/** The cursor of a button's argument; the first page for anything else. */
export function parseCursor(argument: string): Cursor {
  const [, side, key] = /^(after|before):([^]*)$/.exec(argument) ?? [];
  if (key === undefined) return {};
  return side === 'after' ? { after: key } : { before: key };
}

/** Inputs to search customers by a part of the name or domain, and by reseller where there are resellers. */
function customerSearchInputs(words: Words, searched: ListQuery, resellers: readonly Reseller[]): Element[] {
  const { t } = words;
  const find = searchInput(
    {
      id: 'findCustomer',
      label: t('field.findCustomer'),
      placeholder: t('directory.findHint'),
      value: searched.find,
      find: { verb: 'findCustomers' },
    },
    words,
  );
  const titleOf = resellerTitles(resellers);
  const choice: Element = {
    type: 'Input.ChoiceSet',
    id: 'chooseReseller',
    label: t('section.reseller'),
    style: 'compact',
    value: searched.reseller === '' ? anyReseller : searched.reseller,
    choices: [
      { title: t('directory.anyReseller'), value: anyReseller },
      ...resellers.map((one) => ({ title: titleOf(one, words), value: one.tenantId })),
    ],
  };
  return resellers.length === 0 ? [find] : [choice, find];
}

/** A customer as the list shows it. */
export interface CustomerListEntry {
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly relationship: string;
  readonly unfinished: boolean;
}

/** Data of one page of the customers found. */
export interface CustomerListView {
  readonly words: Words;
  readonly searched: ListQuery;
  /** Resellers to choose from; empty where there is no such choice. */
  readonly resellers: readonly Reseller[];
  readonly entries: readonly CustomerListEntry[];
  /** Cursor of this page, as the pressed button sent it. */
  readonly place: Cursor;
  /** Number of found customers before it, where known. */
  readonly from?: number;
  readonly previous?: Cursor;
  readonly next?: Cursor;
  /** True for the first page. */
  readonly first: boolean;
  /** Number of found customers, where known. */
  readonly total?: number;
  /** Number of customers read by now; absent once all are read. */
  readonly soFar?: number;
  /** Reason why not all of them are read, or not again. */
  readonly fault?: Refusal;
  /** When they were read, in ISO 8601, where that is longer ago than it should be. */
  readonly asOf?: string;
  /** Number of broken records, and of Partner Center's entries that could not be read. */
  readonly unreadable: number;
  readonly unlisted?: number;
  readonly canAdd: boolean;
  /** True for a user who may order for these customers. */
  readonly canOrder: boolean;
}

/** Card of the customers found, one page at a time; it may be too large where names are long. */
export function customerListCard(view: CustomerListView): Card {
  const { words, entries, searched, first, canAdd } = view;
  const { t } = words;
  const isAll = searched.find === '' && searched.reseller === '';
  const isEmpty = first && isAll && entries.length === 0 && view.soFar === undefined;
  return card(
    t('customers.title'),
    [
      heading(t('customers.title')),
      ...(isEmpty ? [] : customerSearchInputs(words, searched, view.resellers)),
      ...listStateLines(view, isAll),
      ...entries.map((entry) => customerEntry(entry, words)),
      ...pageButtons(view),
    ],
    [
      ...(isAll ? [] : [button(t('button.allCustomers'), command('customers'))]),
      ...(canAdd ? [button(t('button.addCustomer'), command('addCustomer'), isEmpty)] : []),
      ...(entries.length === 0 ? [] : [button(t('button.export'), { verb: 'export', ...queryData(searched) })]),
      ...(first ? [button(t('button.importCustomers'), command('importCustomers'))] : []),
      view.canOrder && entries.length > 1 ? severalButton(words) : button(t('button.help'), command('help')),
    ],
  );
}

/** Lines about the list: how many there are, which are missing, and why. */
function listStateLines(
  {
    words,
    entries,
    searched,
    first,
    place,
    from,
    total,
    soFar,
    fault,
    asOf,
    unreadable,
    unlisted = 0,
  }: CustomerListView,
  isAll: boolean,
): Element[] {
  const { t } = words;
  const none = t(isAll ? 'customers.none' : searched.find === '' ? 'directory.none' : 'directory.noHits');
  return [
    ...(entries.length > 0 || (isAll && first && unlisted > 0)
      ? []
      : [paragraph(!first ? t('customers.end') : soFar === undefined ? none : t('directory.noneYet'))]),
    ...(total === undefined || from === undefined
      ? []
      : positionLines({ from: from + 1, to: from + entries.length, of: total }, words, pageData(place, searched))),
    ...(soFar === undefined || fault !== undefined
      ? []
      : [paragraph(t('directory.soFar', { n: soFar }), { subtle: true })]),
    ...(fault === undefined ? [] : readingStoppedLines(fault, soFar, searched, words)),
    ...asOfLines('customers', asOf, words),
    ...(unlisted === 0 ? [] : [strong(t('directory.unlisted', { n: unlisted }))]),
    ...(unreadable === 0 ? [] : [strong(t('customers.unreadable', { n: unreadable }))]),
  ];
}

/** Lines shown when reading the list stopped: the number read, the reason, and the button to go on. */
const readingStoppedLines = (
  fault: Refusal,
  soFar: number | undefined,
  searched: ListQuery,
  words: Words,
): Element[] => [
  ...(soFar === undefined ? [] : [strong(words.t('directory.stopped', { n: soFar }))]),
  ...refusalLines(fault, words),
  buttons(button(words.t('button.tryAgain'), { verb: 'customers', argument: '', ...queryData(searched) })),
];

/** A customer in two lines: its name with the state, and its domain; beside them the button that opens it. */
function customerEntry(
  { ref, companyName, domain, microsoftId, relationship, unfinished }: CustomerListEntry,
  words: Words,
): Element {
  const { t } = words;
  const mark = unfinished ? stateMark('Attention', t('directory.unfinished')) : relationshipMark(relationship, words);
  return listEntry(
    words,
    [bold(shortened(customerDisplayName({ companyName, domain, microsoftId }))), '  ', ...mark],
    domain === '' ? [] : [subtle(domain)],
    button(t('button.open'), { verb: 'customer', argument: ref }),
  );
}

/** Data of a button that shows that page of the search. */
const pageData = (place: Cursor, searched: ListQuery) => ({
  verb: 'customers',
  argument: cursorArgument(place),
  ...queryData(searched),
});

function pageButtons({ words: { t }, searched, previous, next, first }: CustomerListView): Element[] {
  const page = (place: Cursor) => pageData(place, searched);
  const all = [
    ...(next === undefined ? [] : [button(t('button.nextPage'), page(next))]),
    ...(previous === undefined ? [] : [button(t('button.previousPage'), page(previous))]),
    ...(first ? [] : [button(t('button.firstPage'), { ...page({}), argument: '' })]),
  ];
  return all.length === 0 ? [] : [buttons(...all)];
}

/** Card shown when the list could not be read: the reason, and the button that repeats the search. */
export function listRefusalCard(words: Words, refusedCall: RefusedCall, searched: ListQuery): Card {
  const { t } = words;
  return card(
    t('directory.notRead'),
    [heading(t('directory.notRead')), ...refusedCallLines(refusedCall, words)],
    [
      button(t('button.tryAgain'), { verb: 'customers', argument: '', ...queryData(searched) }, true),
      button(t('button.help'), command('help')),
    ],
  );
}

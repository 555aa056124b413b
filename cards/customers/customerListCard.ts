import type { Words } from '../../locales/words.ts';
import type { Refusal } from '../../partner-center/fault.ts';
import { nameOf } from '../../partner-center/listedCustomer.ts';
import type { Reseller } from '../../partner-center/partner.ts';
import type { Place } from '../../storage/sorted.ts';
import { button, buttons, command } from '../buttons.ts';
import {
  card,
  factLines,
  group,
  heading,
  paragraph,
  row,
  shortened,
  strong,
  type Card,
  type Element,
} from '../elements.ts';
import { finder } from './customerFinder.ts';
import { factLabel, relationshipWords } from '../labels.ts';
import { positionLines } from '../position.ts';
import { refusalLines } from '../reasons.ts';
import { argumentOf, sent, type Searched } from './searched.ts';
import { fitted } from '../size.ts';
import { troubleLines, type Trouble } from '../trouble.ts';

/** A customer in a list. */
export interface ListedEntry {
  /** How buttons name it. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly relationship: string;
  readonly unfinished: boolean;
}

/** A page of the customers that were found. */
export interface CustomerListView {
  readonly words: Words;
  readonly searched: Searched;
  /** Those to choose from; none where there is no such choice. */
  readonly resellers: readonly Reseller[];
  readonly entries: readonly ListedEntry[];
  /** The place of this page, as the pressed button sent it. */
  readonly place: Place;
  /** How many of those that were found stand before it, where that is known. */
  readonly from?: number;
  readonly previous?: Place;
  readonly next?: Place;
  /** This page is the beginning of the list. */
  readonly first: boolean;
  /** How many were found, where that is known. */
  readonly total?: number;
  /** How many customers are read by now, while they are not all read. */
  readonly soFar?: number;
  /** Why they are not all read. */
  readonly fault?: Refusal;
  /** Broken records, and entries of Partner Center's list that could not be read. */
  readonly unreadable: number;
  readonly unlisted?: number;
  readonly canAdd: boolean;
}

/** The customers that were found, a page at a time. */
export function customerListCard(view: CustomerListView): Card {
  const { words, entries, searched, first, canAdd } = view;
  const { t } = words;
  const isAll = searched.find === '' && searched.reseller === '';
  const isEmpty = first && isAll && entries.length === 0 && view.soFar === undefined;
  return fitted(
    card(
      t('customers.title'),
      [
        heading(t('customers.title')),
        ...(isEmpty ? [] : finder(words, searched, view.resellers)),
        ...state(view, isAll),
        ...entries.map((entry) => line(entry, words)),
        ...pager(view),
      ],
      [
        ...(isAll ? [] : [button(t('button.allCustomers'), command('customers'))]),
        ...(canAdd ? [button(t('button.addCustomer'), command('addCustomer'), isEmpty)] : []),
        ...(entries.length === 0 ? [] : [button(t('button.export'), { verb: 'export', ...sent(searched) })]),
        ...(first ? [button(t('button.importCustomers'), command('importCustomers'))] : []),
        button(t('button.help'), command('help')),
      ],
    ),
  );
}

/** What is to be known of what is listed: how many, what is missing, and why. */
function state(
  { words, entries, searched, first, place, from, total, soFar, fault, unreadable, unlisted = 0 }: CustomerListView,
  isAll: boolean,
): Element[] {
  const { t } = words;
  const none = isAll ? t('customers.none') : t('directory.noHits');
  return [
    ...(entries.length > 0 || (isAll && first && unlisted > 0)
      ? []
      : [paragraph(!first ? t('customers.end') : soFar === undefined ? none : t('directory.noneYet'))]),
    ...(total === undefined || from === undefined
      ? []
      : positionLines({ from: from + 1, to: from + entries.length, of: total }, words, pressFor(place, searched))),
    ...(soFar === undefined || fault !== undefined
      ? []
      : [paragraph(t('directory.soFar', { n: soFar }), { subtle: true })]),
    ...(fault === undefined ? [] : stopped(fault, soFar, searched, words)),
    ...(unlisted === 0 ? [] : [strong(t('directory.unlisted', { n: unlisted }))]),
    ...(unreadable === 0 ? [] : [strong(t('customers.unreadable', { n: unreadable }))]),
  ];
}

/** The reading of the list stopped: how far it came, why, and how it goes on. */
const stopped = (fault: Refusal, soFar: number | undefined, searched: Searched, words: Words): Element[] => [
  ...(soFar === undefined ? [] : [strong(words.t('directory.stopped', { n: soFar }))]),
  ...refusalLines(fault, words),
  buttons(button(words.t('button.tryAgain'), { verb: 'customers', argument: '', ...sent(searched) })),
];

function line({ ref, companyName, domain, microsoftId, relationship, unfinished }: ListedEntry, words: Words): Element {
  return group([
    row(
      [strong(shortened(nameOf({ companyName, domain, microsoftId })))],
      [buttons(button(words.t('button.open'), { verb: 'customer', argument: ref }))],
    ),
    ...factLines([
      { label: factLabel('domain', words), value: domain },
      ...(microsoftId === '' ? [] : [{ label: factLabel('microsoftId', words), value: microsoftId }]),
      { label: factLabel('relationship', words), value: relationshipWords(relationship, words) },
    ]),
    ...(unfinished ? [strong(words.t('directory.unfinished'))] : []),
  ]);
}

/** Shows that page of what was searched. */
const pressFor = (place: Place, searched: Searched) => ({
  verb: 'customers',
  argument: argumentOf(place),
  ...sent(searched),
});

function pager({ words: { t }, searched, previous, next, first }: CustomerListView): Element[] {
  const page = (place: Place) => pressFor(place, searched);
  const all = [
    ...(next === undefined ? [] : [button(t('button.nextPage'), page(next), true)]),
    ...(previous === undefined ? [] : [button(t('button.previousPage'), page(previous))]),
    ...(first ? [] : [button(t('button.firstPage'), { ...page({}), argument: '' })]),
  ];
  return all.length === 0 ? [] : [buttons(...all)];
}

/** The list could not be read: why, and how to try again with what was searched. */
export function listTroubleCard(words: Words, trouble: Trouble, searched: Searched): Card {
  const { t } = words;
  return card(
    t('directory.notRead'),
    [heading(t('directory.notRead')), ...troubleLines(trouble, words)],
    [
      button(t('button.tryAgain'), { verb: 'customers', argument: '', ...sent(searched) }, true),
      button(t('button.help'), command('help')),
    ],
  );
}

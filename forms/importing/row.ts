import type { Draft, Fault } from '../../storage/draft.ts';
import { countryOf, type Context } from '../context.ts';
import { countryMeant, similarCountries } from '../../partner-center/countryNames.ts';
import type { DateOrder } from '../dayText.ts';
import { cellText, countryIn, type Languages } from './cells.ts';
import { orderColumns, type ColumnName } from './columns.ts';
import type { Header } from './header.ts';

/** What is wrong with one cell; `line` tells the lines of an order apart, from 0. */
export interface CellFault {
  readonly column: ColumnName;
  readonly line?: number;
  readonly fault: Fault;
}

/** What rows are judged by: the partner, the day, and what its countries ask. */
export interface ImportFacts extends Pick<
  Context,
  'partner' | 'cloud' | 'agreementWay' | 'market' | 'today' | 'resellers'
> {
  readonly dates: DateOrder;
  /** What rows are that have values of new customers and do not say their kind; absent, that is asked. */
  readonly kindless?: 'new' | 'existing';
  /** Why this partner adds no new customers, as a catalogue key. */
  readonly noNew?: string;
  /** By country: its rules and, where the file orders anything, its offers. */
  readonly countries: ReadonlyMap<string, Pick<Context, 'rules' | 'offers' | 'sampleOffers'>>;
}

/** A row that has no fault: a customer to be added, or one that exists and is recorded. */
export type GoodRow =
  | { readonly kind: 'new'; readonly domain: string; readonly accepted: Draft['accepted'] }
  | {
      readonly kind: 'existing';
      readonly companyName: string;
      /** Empty where only the Microsoft ID is known, and the other way about. */
      readonly domain: string;
      readonly microsoftId: string;
      readonly relationship: 'reseller' | 'none' | 'invited';
      readonly accepted: Draft['accepted'];
    };

/** What a row leaves out and is taken as the card begins with; `line` tells the lines of an order apart. */
export interface Taken {
  readonly column: ColumnName;
  readonly line: number;
  /** A number, or a plan's term and billing. */
  readonly value: string;
}

/** A judged row. The name is as it was typed. */
export interface Judged {
  readonly kind: 'new' | 'existing' | undefined;
  readonly name: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly faults: readonly CellFault[];
  readonly taken?: readonly Taken[];
  readonly row?: GoodRow;
}

/** One line of an order; `line` is its place among the file's columns. */
export interface OrderCells {
  readonly line: number;
  readonly offer: string;
  readonly billing: string;
  readonly quantity: string;
}

/** A row's cells by their column; lines of an order as often as there are. */
export interface Cells {
  of(name: ColumnName): string;
  readonly orders: readonly OrderCells[];
  has(name: ColumnName): boolean;
  /** Is there anything that only a new customer has? */
  readonly isDetailed: boolean;
  readonly languages: Languages;
  /** There are cells beyond the last column. */
  readonly tooMany: boolean;
}

/** Columns that only a new customer has. */
const newColumns: readonly ColumnName[] = [
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'culture',
  'registrationNumber',
  'organizationPhone',
  'qualification',
  'educationSegment',
  'website',
  'validationCode',
  'gdap',
  'accepted',
  'dateAccepted',
  'signerFirstName',
  'signerLastName',
  'signerEmail',
  'signerPhoneNumber',
  'reseller',
  ...orderColumns,
];

/** A row's cells, each as a person sees it. */
export function cellsOf(cells: readonly string[], { columns, languages }: Omit<Header, 'cells'>): Cells {
  const places = new Map(
    columns.flatMap((one, at) => (one === undefined ? [] : [[`${one.name}.${String(one.line)}`, at]])),
  );
  const cell = (name: ColumnName, line = 0): string =>
    cellText(cells[places.get(`${name}.${String(line)}`) ?? -1] ?? '');
  const lines = Math.max(0, ...columns.map((one) => (one === undefined ? 0 : one.line + 1)));
  const orders = Array.from({ length: lines }, (_none, line) => ({
    line,
    offer: cell('offer', line),
    billing: cell('billing', line),
    quantity: cell('quantity', line),
  })).filter(({ offer, billing, quantity }) => offer + billing + quantity !== '');
  return {
    of: (name) => cell(name),
    has: (name) => places.has(`${name}.0`),
    orders,
    isDetailed: orders.length > 0 || newColumns.some((name) => cell(name) !== ''),
    languages,
    tooMany: cells.length > columns.length,
  };
}

/** The country a row is for: the code, where the cell names a country; it may be none of the partner's market. */
export const countryOfRow = (cells: Cells, { partner }: Pick<ImportFacts, 'partner'>): string =>
  cells.of('country') === '' ? partner.country : countryIn(cells.of('country'));

/** Most countries that are named in a fault. */
const mostNamed = 12;

/** The fault of a country that is none of the partner's market: one it may not sell in, or none at all. */
export function countryFault(cells: Cells, { market }: Pick<ImportFacts, 'market'>): Fault {
  const typed = cells.of('country');
  if (countryMeant(typed) === undefined) {
    const similar = similarCountries(typed, market);
    return similar.length === 0
      ? { key: 'import.fault.countryUnknown' }
      : { key: 'import.fault.countryMeant', data: { either: named(similar) } };
  }
  return market.length > mostNamed
    ? { key: 'import.fault.country' }
    : { key: 'import.fault.countries', data: { either: named(market) } };
}

const named = (countries: readonly string[]): string => countries.map((code) => `country:${code}`).join('\n');

/** What a row came to, whichever it is. */
export type Found = Pick<Judged, 'faults' | 'domain' | 'microsoftId' | 'taken' | 'row'>;

/** A fault of that column. */
export const faultAt = (column: ColumnName, fault: Fault, line?: number): CellFault =>
  line === undefined ? { column, fault } : { column, fault, line };

/** What sections depend on, for a row with these answers. */
export function contextFor(facts: ImportFacts, accepted: Draft['accepted']): Context {
  const { partner, cloud, agreementWay, market, today, resellers, countries } = facts;
  const country = countryOf({ accepted }, partner);
  const known = countries.get(country);
  if (known === undefined) throw new Error('a row was judged without the rules of its country');
  return { partner, cloud, agreementWay, market, today, resellers, accepted, country, ...known };
}

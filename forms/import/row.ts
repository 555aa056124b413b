import type { Draft, Fault } from '../../model/draft.ts';
import { countryOf, type Context } from '../context.ts';
import { parseCountry, similarCountries } from '../../partner-center/rules/countryNames.ts';
import type { DateOrder } from '../typedText.ts';
import { cellText, readCountry, type Languages } from './cellReaders.ts';
import { type ColumnName, type Header, newColumns } from './columns.ts';

/** The fault of one cell; `line` is the order line, from 0. */
export interface CellFault {
  readonly column: ColumnName;
  readonly line?: number;
  readonly fault: Fault;
}

/** The facts rows are judged by: the partner, the day, and the rules of its countries. */
export interface ImportFacts extends Pick<
  Context,
  'partner' | 'cloud' | 'agreementWay' | 'market' | 'today' | 'resellers'
> {
  readonly dates: DateOrder;
  /** The kind of rows that look like new customers and do not state it; when absent, the partner is asked. */
  readonly kindless?: 'new' | 'existing';
  /** The message key of the reason why this partner may add no new customers; absent where it may. */
  readonly noNewReason?: string;
  /** By country: its rules and, where the file orders anything, its offers. */
  readonly countries: ReadonlyMap<string, Pick<Context, 'rules' | 'offers' | 'sampleOffers'>>;
}

/** A row without faults: a new customer to add, or an existing one to record. */
export type ValidRow =
  | { readonly kind: 'new'; readonly domain: string; readonly accepted: Draft['accepted'] }
  | {
      readonly kind: 'existing';
      readonly companyName: string;
      /** Empty where only the Microsoft ID is known; the Microsoft ID likewise. */
      readonly domain: string;
      readonly microsoftId: string;
      readonly relationship: 'reseller' | 'none' | 'invited';
      readonly accepted: Draft['accepted'];
    };

/** A default applied to an empty cell, the one the card begins with; `line` is the order line. */
export interface AppliedDefault {
  readonly column: ColumnName;
  readonly line: number;
  /** A number, or a plan's term and billing. */
  readonly value: string;
}

/** A judged row. The name is as typed. */
export interface JudgedRow {
  readonly kind: 'new' | 'existing' | undefined;
  readonly name: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly faults: readonly CellFault[];
  readonly taken?: readonly AppliedDefault[];
  /** Columns with values that are not asked for such a customer. */
  readonly ignored?: readonly ColumnName[];
  readonly row?: ValidRow;
}

/** The cells of one order line; `line` is its position among the file's columns. */
export interface OrderCells {
  readonly line: number;
  readonly offer: string;
  readonly billing: string;
  readonly quantity: string;
}

/** A row's cells by column, with all its order lines. */
export interface Cells {
  of(name: ColumnName): string;
  readonly orders: readonly OrderCells[];
  has(name: ColumnName): boolean;
  /** True when a cell has a value that only new customers have. */
  readonly isDetailed: boolean;
  readonly languages: Languages;
  /** True when there are cells beyond the last column. */
  readonly tooMany: boolean;
}

/** A row's cells as visible text, by the header's columns. */
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

/** The country of a row: the code, where the cell names a country, possibly one outside the partner's market. */
export const countryOfRow = (cells: Cells, { partner }: Pick<ImportFacts, 'partner'>): string =>
  cells.of('country') === '' ? partner.country : readCountry(cells.of('country'));

/** Maximum number of countries named in a fault. */
const maxCountriesNamed = 12;

/** The fault of a country outside the partner's market, or of a text that is no country. */
export function countryFault(cells: Cells, { market }: Pick<ImportFacts, 'market'>): Fault {
  const typed = cells.of('country');
  if (parseCountry(typed) === undefined) {
    const similar = similarCountries(typed, market);
    return similar.length === 0
      ? { key: 'import.fault.countryUnknown' }
      : { key: 'import.fault.countryMeant', data: { either: countryWords(similar) } };
  }
  return market.length > maxCountriesNamed
    ? { key: 'import.fault.country' }
    : { key: 'import.fault.countries', data: { either: countryWords(market) } };
}

const countryWords = (countries: readonly string[]): string => countries.map((code) => `country:${code}`).join('\n');

/** The result of judging a row, whichever its kind. */
export type RowResult = Pick<JudgedRow, 'faults' | 'domain' | 'microsoftId' | 'taken' | 'ignored' | 'row'>;

/** A fault in this column. */
export const faultAt = (column: ColumnName, fault: Fault, line?: number): CellFault =>
  line === undefined ? { column, fault } : { column, fault, line };

/** The context of a row with these answers. Throws where the facts lack its country. */
export function rowContext(facts: ImportFacts, accepted: Draft['accepted']): Context {
  const { partner, cloud, agreementWay, market, today, resellers, countries } = facts;
  const country = countryOf({ accepted }, partner);
  const known = countries.get(country);
  if (known === undefined) throw new Error('a row was judged without the rules of its country');
  return { partner, cloud, agreementWay, market, today, resellers, accepted, country, ...known };
}

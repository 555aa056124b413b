import type { Draft, Fault } from '../../storage/draft.ts';
import { countryOf, type Context } from '../context.ts';
import { cellText, countryIn, type DateOrder } from './cells.ts';
import type { ColumnName } from './columns.ts';
import type { Column } from './table.ts';

/** What is wrong with one cell; `line` tells the lines of an order apart, from 0. */
export interface CellFault {
  readonly column: ColumnName;
  readonly line?: number;
  readonly fault: Fault;
}

/** What rows are judged by: the partner, the day, and what its countries ask. */
export interface ImportFacts extends Pick<Context, 'partner' | 'cloud' | 'market' | 'today' | 'resellers'> {
  readonly dates: DateOrder;
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

/** A judged row. The name is as it was typed. */
export interface Judged {
  readonly kind: 'new' | 'existing' | undefined;
  readonly name: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly faults: readonly CellFault[];
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
  /** There are cells beyond the last column. */
  readonly tooMany: boolean;
}

/** A row's cells, each as a person sees it. */
export function cellsOf(cells: readonly string[], columns: readonly (Column | undefined)[]): Cells {
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
  }));
  return {
    of: (name) => cell(name),
    has: (name) => places.has(`${name}.0`),
    orders: orders.filter(({ offer, billing, quantity }) => offer + billing + quantity !== ''),
    tooMany: cells.length > columns.length,
  };
}

/** The country a row is for: the code, where the cell names one of the partner's market. */
export const countryOfRow = (cells: Cells, { market, partner }: Pick<ImportFacts, 'market' | 'partner'>): string =>
  cells.of('country') === '' ? partner.country : countryIn(market)(cells.of('country'));

/** What a row came to, whichever it is. */
export type Found = Pick<Judged, 'faults' | 'domain' | 'microsoftId' | 'row'>;

/** A fault of that column. */
export const faultAt = (column: ColumnName, fault: Fault, line?: number): CellFault =>
  line === undefined ? { column, fault } : { column, fault, line };

/** What sections depend on, for a row with these answers. */
export function contextFor(facts: ImportFacts, accepted: Draft['accepted']): Context {
  const { partner, cloud, market, today, resellers, countries } = facts;
  const country = countryOf({ accepted }, partner);
  const known = countries.get(country);
  if (known === undefined) throw new Error('a row was judged without the rules of its country');
  return { partner, cloud, market, today, resellers, accepted, country, ...known };
}

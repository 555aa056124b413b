import type { Cursor, Slice } from '../lib/keysetPage.ts';

/** Conditions on customers' summaries. Empty ones leave nobody out. */
export interface SummaryFilter {
  /** Folded words that must all be in the text, or else the Microsoft ID must be `microsoftId`. */
  readonly words: readonly string[];
  /** A whole Microsoft ID in lower case; undefined where none was asked for. */
  readonly microsoftId: string | undefined;
  /** The reseller's tenant id. */
  readonly reseller: string;
}

/** A page of summaries, each as it was stored; `total` is absent where more match than are counted. */
export interface SummarySlice extends Omit<Slice<never>, 'rows'> {
  readonly rows: readonly unknown[];
  readonly total?: number;
}

/** Search that a store does itself in the summaries of customers' records, in place of an index in memory. */
export interface SummarySearch {
  /** True when every record of the partner has a summary of that form; else reading all summaries makes it true. */
  isWhole(partner: string, form: number): Promise<boolean>;
  /** A page of the matching summaries by ascending id. */
  page(partner: string, filter: SummaryFilter, place: Cursor, limit: number): Promise<SummarySlice>;
  /** Some of the matching summaries, in no order and not counted: the first that are met. */
  some(partner: string, filter: SummaryFilter, most: number): Promise<readonly unknown[]>;
  /** All matching summaries by ascending id, some at a time. */
  every(partner: string, filter: SummaryFilter): AsyncIterable<readonly unknown[]>;
  /** Id of the record with that Microsoft ID in lower case. */
  idOf(partner: string, microsoftId: string): Promise<string | undefined>;
  /** Number of customers that bought an offer when they were added, by the offer's id. */
  sold(partner: string): ReadonlyMap<string, number>;
  /** Number of customers. */
  count(partner: string): number;
}

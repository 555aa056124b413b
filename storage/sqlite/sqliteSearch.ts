import type { DatabaseSync } from 'node:sqlite';
import type { Cursor } from '../../lib/keysetPage.ts';
import { defined } from '../../lib/optional.ts';
import type { SummaryFilter, SummarySearch, SummarySlice } from '../summarySearch.ts';
import { emptyCustomerTables } from './customerTables.ts';
import { decodeKey, encodeKey } from './database.ts';

/** Summaries read in one task. */
const atOnce = 500;

type Value = number | string | Uint8Array;

/** A condition on customer_entries `e` and its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

// CROSS fixes the order: begun with the summaries, every one of them would be looked up among the entries.
const summariesOfEntries = `
  SELECT s.summary AS summary, e.id AS id FROM customer_entries e
  CROSS JOIN summaries s ON s.kind = 'customers' AND s.partner = e.partner AND s.id = e.id`;

/** The number that a query gives as `n`; 0 where it gives no row. */
const numberOf = (database: DatabaseSync, sql: string, values: readonly Value[]): number =>
  Number(database.prepare(sql).get(...values)?.['n'] ?? 0);

/** Numbers of a partner's customers. */
type CustomerCounts = Pick<SummarySearch, 'sold' | 'count'>;

/** The numbers in a database, which are asked for in most turns: their statements are prepared once. */
function customerCounts(database: DatabaseSync): CustomerCounts {
  const all = database.prepare("SELECT n FROM customer_counts WHERE partner = ? AND offer = ''");
  const ofOffers = database.prepare("SELECT offer, n FROM customer_counts WHERE partner = ? AND offer <> '' AND n > 0");
  return {
    sold: (partner) => new Map(ofOffers.all(encodeKey(partner)).map(({ offer, n }) => [String(offer), Number(n)])),
    count: (partner) => Number(all.get(encodeKey(partner))?.['n'] ?? 0),
  };
}

/** Queries on the entries that fulfil a condition. */
interface EntryQueries {
  /** The condition of a filter, by trigrams where these leave few. */
  conditionOf(partner: string, filter: SummaryFilter): Condition;
  /** Number of entries, as far as one more than are counted. */
  count(found: Condition): number;
  /** Number of entries before an id, counted as far. */
  countBefore(found: Condition, id: Uint8Array): number;
  isAnyFrom(found: Condition, id: string): boolean;
  /** Summaries that fulfil a filter, so many at most, as they are met. */
  some(partner: string, filter: SummaryFilter, most: number): Record<string, unknown>[];
  /** Ids and summaries after a cursor by ascending id, or before it by descending id. */
  rows(found: Condition, place: Cursor, limit: number): Record<string, unknown>[];
}

function entryQueries(database: DatabaseSync, mostCounted: number): EntryQueries {
  const countUpTo = (most: number, query: string, values: readonly Value[]): number =>
    numberOf(database, `SELECT count(*) AS n FROM (${query} LIMIT ${String(most)})`, values);
  const entries = ({ sql }: Condition): string => `SELECT 1 FROM customer_entries e WHERE ${sql}`;
  const named = 'SELECT rowid FROM customer_texts WHERE customer_texts MATCH ?';
  const identified = 'SELECT entry FROM customer_entries WHERE partner = ? AND microsoft_id = ?';
  return {
    conditionOf(partner, filter) {
      const plain = plainCondition(partner, filter);
      const match = trigramsOf(filter.words);
      if (match === '' || countUpTo(mostCounted + 1, named, [match]) > mostCounted) return plain;
      const { microsoftId } = filter;
      // The plus keeps the partner's own index from being used: every customer would be looked at.
      return microsoftId === undefined
        ? { sql: `e.entry IN (${named}) AND +${plain.sql}`, values: [match, ...plain.values] }
        : {
            sql: `e.entry IN (${named} UNION ${identified}) AND +${plain.sql}`,
            values: [match, encodeKey(partner), microsoftId, ...plain.values],
          };
    },
    count: (found) => countUpTo(mostCounted + 1, entries(found), found.values),
    countBefore: (found, id) => countUpTo(mostCounted + 1, `${entries(found)} AND e.id < ?`, [...found.values, id]),
    isAnyFrom: (found, id) => countUpTo(1, `${entries(found)} AND e.id >= ?`, [...found.values, encodeKey(id)]) > 0,
    some(partner, filter, most) {
      const { sql, values } = plainCondition(partner, filter);
      const match = trigramsOf(filter.words);
      if (match === '' || filter.microsoftId !== undefined)
        return database.prepare(`${summariesOfEntries} WHERE ${sql} LIMIT ?`).all(...values, most);
      // Begun with the trigrams, which are read no further than it takes.
      const query = `
        SELECT s.summary AS summary FROM customer_texts CROSS JOIN customer_entries e ON e.entry = customer_texts.rowid
        CROSS JOIN summaries s ON s.kind = 'customers' AND s.partner = e.partner AND s.id = e.id
        WHERE customer_texts MATCH ? AND ${sql} LIMIT ?`;
      return database.prepare(query).all(match, ...values, most);
    },
    rows(found, { after, before }, limit) {
      const [beyond, order] = before === undefined ? ['>', 'ASC'] : ['<', 'DESC'];
      const start = before ?? after;
      const place = start === undefined ? '' : ` AND e.id ${beyond} ?`;
      const query = `${summariesOfEntries} WHERE ${found.sql}${place} ORDER BY e.id ${order} LIMIT ?`;
      const values = [...found.values, ...(start === undefined ? [] : [encodeKey(start)]), limit];
      return database.prepare(query).all(...values);
    },
  };
}

const summaryOfRow = ({ summary }: Record<string, unknown>): unknown => JSON.parse(String(summary));

/** A page of what was found, of which there are `total` as far as they were counted. */
function pageOf(
  queries: EntryQueries,
  found: Condition,
  total: number,
  { place, limit }: { readonly place: Cursor; readonly limit: number },
): SummarySlice {
  const read = queries.rows(found, place, limit + 1);
  const shown = read.slice(0, limit);
  const rows = place.before === undefined ? shown : shown.toReversed();
  const [first, last] = [rows[0]?.['id'], rows.at(-1)?.['id']];
  const from =
    first === undefined ? (place.after === undefined ? 0 : total) : queries.countBefore(found, first as Uint8Array);
  const isMore = place.before === undefined ? read.length > limit : queries.isAnyFrom(found, place.before);
  return {
    rows: rows.map(summaryOfRow),
    from,
    total,
    ...(first === undefined || from === 0 ? {} : { previous: { before: decodeKey(first) } }),
    ...(last === undefined || !isMore ? {} : { next: { after: decodeKey(last) } }),
  };
}

const isEmpty = ({ words, microsoftId, reseller }: SummaryFilter): boolean =>
  words.length === 0 && microsoftId === undefined && reseller === '';

/** Empties the tables where they hold summaries of another form. */
function ensureForm(database: DatabaseSync, form: number): void {
  if (numberOf(database, 'SELECT form AS n FROM customer_form', []) === form) return;
  database.exec(emptyCustomerTables);
  database.prepare('INSERT INTO customer_form VALUES (?)').run(form);
}

/**
 * The search of a database; `run` runs a task in its queue. Beyond `mostCounted` matches a page says neither their
 * number nor its own place; all customers are counted always.
 */
export function sqliteSearch(
  database: DatabaseSync,
  run: <T>(task: () => T) => Promise<T>,
  mostCounted: number,
): SummarySearch {
  const queries = entryQueries(database, mostCounted);
  const counts = customerCounts(database);
  return {
    isWhole: async (partner, form) =>
      run(() => {
        ensureForm(database, form);
        const missing = 'SELECT count(*) AS n FROM (SELECT 1 FROM customers_unsummarized WHERE partner = ? LIMIT 1)';
        return numberOf(database, missing, [encodeKey(partner)]) === 0;
      }),
    page: async (partner, filter, place, limit) =>
      run(() => {
        const found = queries.conditionOf(partner, filter);
        const isAll = isEmpty(filter);
        const total = isAll ? counts.count(partner) : queries.count(found);
        const { total: _total, from = 0, ...page } = pageOf(queries, found, total, { place, limit });
        const isCounted = isAll || total <= mostCounted;
        return { ...page, ...(isCounted ? { total } : {}), ...(from <= mostCounted ? { from } : {}) };
      }),
    some: async (partner, filter, most) => run(() => queries.some(partner, filter, most).map(summaryOfRow)),
    async *every(partner, filter) {
      let after: string | undefined;
      do {
        const place = defined({ after });
        const rows = await run(() => queries.rows(queries.conditionOf(partner, filter), place, atOnce));
        yield rows.map(summaryOfRow);
        after = rows.length < atOnce ? undefined : decodeKey(rows.at(-1)?.['id']);
      } while (after !== undefined);
    },
    idOf: async (partner, microsoftId) =>
      run(() => {
        const query = 'SELECT id FROM customer_entries WHERE partner = ? AND microsoft_id = ? ORDER BY id DESC LIMIT 1';
        const found = database.prepare(query).get(encodeKey(partner), microsoftId);
        return found === undefined ? undefined : decodeKey(found['id']);
      }),
    ...counts,
  };
}

/** The condition of a filter by comparing each text. */
function plainCondition(partner: string, { words, microsoftId, reseller }: SummaryFilter): Condition {
  const named = words.map(() => 'instr(e.text, ?) > 0').join(' AND ');
  const or = microsoftId === undefined ? '' : ' OR e.microsoft_id = ?';
  return {
    sql: `e.partner = ?${reseller === '' ? '' : ' AND e.reseller = ?'}${named === '' ? '' : ` AND ((${named})${or})`}`,
    values: [
      encodeKey(partner),
      ...(reseller === '' ? [] : [reseller]),
      ...words,
      ...(microsoftId === undefined ? [] : [microsoftId]),
    ],
  };
}

/** Words of three letters or more as an FTS5 query, each a phrase in which nothing has a meaning of its own. */
const trigramsOf = (words: readonly string[]): string =>
  words
    .filter((word) => Array.from(word).length >= 3)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ');

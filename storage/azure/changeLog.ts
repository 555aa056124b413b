import { randomUUID } from 'node:crypto';
import { dayMs, hour, minute } from '../../lib/durations.ts';
import type { ChangeFollower, DocumentKey, Partition, Summarizer } from '../documents.ts';
import { summariesOf } from './tableSummaries.ts';
import { keysEnd, logPrefix, partitionKeyOf, rangeFilter } from './tableKeys.ts';
import type { NewRow, TableRow } from './tableEntity.ts';
import type { StoreTable } from './table.ts';

/**
 * Milliseconds that a change may take from the time its row names until it is there: what the service's clock may be
 * misread by, and retries.
 */
export const overlap = minute;

// Nobody who was away for longer goes on from where it was.
const keptFor = dayMs;
const tidyEvery = hour;

/** More changes than this are not asked for one by one. */
const mostChanges = 500;

const rowsOfTransaction = 100;

// Its length is that of the times of the next 200 years, so that the order of texts is that of times.
const keyAt = (time: number): string => `${logPrefix}${String(Math.floor(Math.max(time, 0))).padStart(13, '0')}`;

/** The row that says a document was written or removed. It has the id alone: nothing of the content. */
export const logRowOf = (table: StoreTable, key: DocumentKey): NewRow => ({
  partitionKey: partitionKeyOf(key),
  rowKey: `${keyAt(table.now())}-${randomUUID()}`,
  id: JSON.stringify(key.id),
});

async function readLog(table: StoreTable, partitionKey: string, from: number, below: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const end = below === Infinity ? keysEnd(logPrefix) : keyAt(below);
  for await (const page of table.pages(rangeFilter(partitionKey, keyAt(from), end), 1000)) rows.push(...page.rows);
  return rows;
}

/** Removes the rows that nobody asks for any more. Two processes that do it at once disturb nobody. */
async function tidyLog(table: StoreTable, partitionKey: string): Promise<void> {
  const rows = await readLog(table, partitionKey, 0, table.now() - keptFor);
  for (let from = 0; from < rows.length; from += rowsOfTransaction)
    await table.removeFinal(
      partitionKey,
      rows.slice(from, from + rowsOfTransaction).map(({ rowKey }) => rowKey),
    );
}

/** Removes old rows of a partition, at most once an hour; each look of any process calls it. A failure is left to the next hour. */
export function logTidier(table: StoreTable) {
  const last = new Map<string, number>();
  return async (partitionKey: string): Promise<void> => {
    const now = performance.now();
    if (now - (last.get(partitionKey) ?? -Infinity) < tidyEvery) return;
    last.set(partitionKey, now);
    await tidyLog(table, partitionKey).catch(() => undefined);
  };
}

/** Follows the log of a partition, as Documents.follow does; raises RestError. */
export async function followLog(
  table: StoreTable,
  partition: Partition,
  summarizer: Summarizer,
): Promise<ChangeFollower> {
  const partitionKey = partitionKeyOf(partition);
  let mark = table.now();
  const keysOf = (rows: readonly TableRow[]): ReadonlySet<string> => new Set(rows.map(({ rowKey }) => rowKey));
  // Rows since a minute before the mark, which the next look finds once more.
  let given = keysOf(await readLog(table, partitionKey, mark - overlap, Infinity));
  return {
    async next() {
      const now = table.now();
      if (now - mark > keptFor - 2 * tidyEvery) return undefined;
      const rows = await readLog(table, partitionKey, mark - overlap, Infinity);
      const fresh = rows.filter(({ rowKey }) => !given.has(rowKey));
      if (fresh.length > mostChanges) return undefined;
      const ids = [...new Set(fresh.map(({ id }) => String(JSON.parse(String(id)))))];
      const found = await summariesOf(table, partition, ids, summarizer);
      given = keysOf(rows);
      mark = Math.max(mark, now);
      return {
        present: found.filter((one) => one !== undefined),
        removed: ids.filter((_id, at) => found[at] === undefined),
      };
    },
  };
}

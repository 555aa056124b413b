import { randomUUID } from 'node:crypto';
import { dayMs, hour, minute } from '../../lib/durations.ts';
import type { ChangeFollower, DocumentKey, Partition, SummarizedDocument, Summarizer } from '../documents.ts';
import type { OwnChanges } from './ownChanges.ts';
import { summariesOf } from './tableSummaries.ts';
import { keysEnd, logPrefix, partitionKeyOf, rangeFilter, rowOf } from './tableKeys.ts';
import { type NewRow, summaryOfRow, type TableRow } from './tableEntity.ts';
import type { StoreTable } from './table.ts';

/**
 * Milliseconds of a write after which it is told once more, with the time of then: a look may have passed its first time
 * before it was there.
 */
export const slowWrite = 2_000;

// Two processes read the service's clock to a second each; half as much again is to spare.
const clockError = 3_000;

/** Milliseconds that each look goes back behind the one before: a change that was answered is there by then. */
export const overlap = slowWrite + clockError;

/** Milliseconds that a look goes back behind the last such one, for writes that nobody lived to tell once more. */
const longOverlap = minute;

const longLookEvery = minute / 2;

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
  const filter = rangeFilter(partitionKey, keyAt(from), end);
  for await (const page of table.pages(filter, 1000, ['RowKey', 'id'])) rows.push(...page.rows);
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

/** Rows that no look before gave. */
interface Look {
  readonly fresh: readonly TableRow[];
  /** Lets the next look go on from here. */
  readonly taken: () => void;
}

/** Looks at a partition's log, none of which misses what was answered before it began. */
function logLooks(table: StoreTable, partitionKey: string) {
  // By the service's clock: when the last look began, and the last one that went far back.
  let lastLook = table.now();
  let lastLong: number | undefined;
  // Keys that a later look may find once more.
  let given: ReadonlySet<string> = new Set();
  return {
    age: () => table.now() - lastLook,
    async look(): Promise<Look> {
      const begun = table.now();
      const isLong = lastLong === undefined || Math.abs(begun - lastLong) >= longLookEvery;
      const from = isLong ? Math.min(lastLong ?? begun, begun) - longOverlap : Math.min(lastLook, begun) - overlap;
      const rows = await readLog(table, partitionKey, from, Infinity);
      // The answer told the time: a clock that was wrong, as after a machine stood still, is right by now.
      const at = Math.min(begun, table.now());
      const keys = rows.map(({ rowKey }) => rowKey);
      return {
        fresh: rows.filter(({ rowKey }) => !given.has(rowKey)),
        taken() {
          lastLook = at;
          if (isLong) lastLong = at;
          given = new Set(isLong ? keys : [...given, ...keys]);
        },
      };
    },
  };
}

const idOfChange = ({ id }: TableRow): string => String(JSON.parse(String(id)));

/** The changed documents of these rows that this process wrote last, and the ids of the others, which are to be read. */
function takeOwn(own: OwnChanges, partition: Partition, rows: readonly TableRow[], { form }: Summarizer) {
  const keysOf = new Map<string, string[]>();
  for (const row of rows) keysOf.set(idOfChange(row), [...(keysOf.get(idOfChange(row)) ?? []), row.rowKey]);
  const known: SummarizedDocument[] = [];
  const unknown: string[] = [];
  for (const [id, logKeys] of keysOf) {
    const columns = own.columnsOf(rowOf({ ...partition, id }), logKeys);
    const summary = columns === undefined ? undefined : summaryOfRow(columns, form);
    if (summary === undefined) unknown.push(id);
    else known.push({ id, summary });
  }
  return { known, unknown };
}

/** Follows the log of a partition, as Documents.follow does; raises RestError. */
export async function followLog(
  table: StoreTable,
  own: OwnChanges,
  partition: Partition,
  summarizer: Summarizer,
): Promise<ChangeFollower> {
  const looks = logLooks(table, partitionKeyOf(partition));
  const look = async (): Promise<Look> => {
    const found = await looks.look();
    for (const row of found.fresh) own.see(rowOf({ ...partition, id: idOfChange(row) }), row.rowKey);
    return found;
  };
  (await look()).taken();
  return {
    async next() {
      if (looks.age() > keptFor - 2 * tidyEvery) return undefined;
      const { fresh, taken } = await look();
      const { known, unknown } = takeOwn(own, partition, fresh, summarizer);
      if (unknown.length > mostChanges) return undefined;
      const found = await summariesOf(table, partition, unknown, summarizer);
      taken();
      return {
        present: [...known, ...found.filter((one) => one !== undefined)],
        removed: unknown.filter((_id, at) => found[at] === undefined),
      };
    },
  };
}

import { mapLimit } from '../../lib/mapLimit.ts';
import type { Json, Partition, SummarizedDocument, Summarizer, SummaryPage } from '../documents.ts';
import {
  headColumns,
  idOfRow,
  isGone,
  summaryColumns,
  summaryOfRow,
  type TableRow,
  valueOfRow,
} from './tableEntity.ts';
import { keyAfter, lowestDocument, partitionKeyOf, rangeFilter, rowOf } from './tableKeys.ts';
import { keyRanges } from './keyRanges.ts';
import type { StoreTable } from './table.ts';

const readsAtOnce = 16;
const pageSize = 1000;
const columns = [...headColumns, 'form', 'summary'];

/** The summary of a row that has its value; undefined where the summarizer raises an error. */
function summarize(row: TableRow, { of }: Summarizer): Json | undefined {
  try {
    return of(valueOfRow(row));
  } catch {
    return undefined;
  }
}

/** Keeps a summary beside the version it was made of. It can be made again: a conflict keeps nobody from reading. */
async function keep(table: StoreTable, row: TableRow, form: number, value: Json): Promise<void> {
  const { partitionKey, rowKey, etag } = row;
  await table.addColumns({ partitionKey, rowKey, ...summaryColumns({ form, value }) }, etag).catch(() => undefined);
}

async function summaryOfWhole(table: StoreTable, row: TableRow, summarizer: Summarizer): Promise<SummarizedDocument> {
  const id = idOfRow(row);
  const summary = summarize(row, summarizer);
  if (summary === undefined) return { id };
  await keep(table, row, summarizer.form, summary);
  return { id, summary };
}

/** A narrow row's document by its summary; one that is missing is made of the whole row. Undefined where there is none. */
async function summarizedRow(
  table: StoreTable,
  row: TableRow | undefined,
  summarizer: Summarizer,
): Promise<SummarizedDocument | undefined> {
  if (row === undefined || isGone(row)) return undefined;
  const summary = summaryOfRow(row, summarizer.form);
  if (summary !== undefined) return { id: idOfRow(row), summary };
  const whole = await table.get(row.partitionKey, row.rowKey);
  return whole === undefined || isGone(whole) ? undefined : summaryOfWhole(table, whole, summarizer);
}

/** The documents of those ids by their summaries, each undefined where there is none; raises RestError. */
export const summariesOf = async (
  table: StoreTable,
  partition: Partition,
  ids: readonly string[],
  summarizer: Summarizer,
): Promise<readonly (SummarizedDocument | undefined)[]> =>
  mapLimit(ids, readsAtOnce, async (id) => {
    const { partitionKey, rowKey } = rowOf({ ...partition, id });
    return summarizedRow(table, await table.get(partitionKey, rowKey, columns), summarizer);
  });

/** A partner's documents of a kind by their summaries, as Documents.summaries gives them; raises RestError. */
export async function* tableSummaries(
  table: StoreTable,
  partition: Partition,
  summarizer: Summarizer,
): AsyncGenerator<SummaryPage> {
  const partitionKey = partitionKeyOf(partition);
  const pageOf = async (rows: readonly TableRow[]): Promise<SummaryPage> => ({
    items: (await mapLimit(rows, readsAtOnce, async (row) => summarizedRow(table, row, summarizer))).filter(
      (one) => one !== undefined,
    ),
    unreadable: [],
  });
  let last: string | undefined;
  for await (const { rows, more } of table.pages(rangeFilter(partitionKey, lowestDocument), pageSize, columns)) {
    yield await pageOf(rows);
    if (more) last = rows.at(-1)?.rowKey ?? lowestDocument;
    break;
  }
  if (last === undefined) return;
  // Many: several ranges are read at once, and given in their order.
  const readRange = async ({ from, below }: { from: string; below?: string }): Promise<SummaryPage[]> => {
    const pages: SummaryPage[] = [];
    for await (const { rows } of table.pages(rangeFilter(partitionKey, from, below), pageSize, columns))
      pages.push(await pageOf(rows));
    return pages;
  };
  const ranges = await keyRanges(table, partitionKey, keyAfter(last));
  const reading = ranges.map(readRange);
  // Each is waited for in its turn; the error of a later one is told then.
  for (const each of reading) each.catch(() => undefined);
  for (const each of reading) yield* await each;
}

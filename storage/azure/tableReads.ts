import { defined } from '../../lib/optional.ts';
import {
  type DocumentKey,
  type Documents,
  type Partition,
  StaleDocument,
  StorageUnavailable,
  type StoredDocument,
  UnreadableDocument,
} from '../documents.ts';
import {
  versionTagOf,
  headColumns,
  idOfRow,
  isGone,
  lineageOf,
  partitionOfRow,
  type TableRow,
  valueOfRow,
} from './tableEntity.ts';
import { keyAfter, kindFilter, lowestDocument, partitionKeyOf, rangeFilter, rowOf, tableKeyOf } from './tableKeys.ts';
import type { ServiceEtags } from './tableWrites.ts';
import type { StoreTable } from './table.ts';

/** The document of a row. Raises SyntaxError for a broken one. */
const documentOf = (row: TableRow): StoredDocument => ({
  id: idOfRow(row),
  etag: versionTagOf(lineageOf(row)),
  value: valueOfRow(row),
});

/** Most rows that the service gives at once. */
const largestPage = 1_000;

const brokenReason = 'its parts are no JSON';

/** Rows from a key on until there are enough documents, and whether there are more. */
async function rowsOfPage(
  table: StoreTable,
  filter: string,
  limit: number,
): Promise<{ rows: TableRow[]; more: boolean }> {
  const found: TableRow[] = [];
  for await (const { rows, more } of table.pages(filter, limit)) {
    found.push(...rows.filter((row) => !isGone(row)));
    if (found.length >= limit) return { rows: found.slice(0, limit), more: more || found.length > limit };
  }
  return { rows: found, more: false };
}

/** All rows of a filter that are documents. */
async function allRows(table: StoreTable, filter: string): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for await (const { rows } of table.pages(filter, largestPage)) found.push(...rows.filter((row) => !isGone(row)));
  return found;
}

/** Every partition of a table, each by its first row: the service does not list them. */
async function partitionsOf(table: StoreTable): Promise<readonly Partition[]> {
  const found: Partition[] = [];
  let filter = `PartitionKey ge '${lowestDocument}'`;
  for (;;) {
    let first: TableRow | undefined;
    for await (const { rows } of table.pages(filter, 1, headColumns)) {
      [first] = rows;
      if (first !== undefined) break;
    }
    if (first === undefined) return found;
    found.push(partitionOfRow(first));
    filter = `PartitionKey ge '${keyAfter(first.partitionKey)}'`;
  }
}

type SetAside = Documents['quarantine'];

/** The document of a row; undefined where it was changed meanwhile. Raises UnreadableDocument for a broken one. */
async function openRow(key: DocumentKey, row: TableRow, setAside: SetAside): Promise<StoredDocument | undefined> {
  try {
    return documentOf(row);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  try {
    const place = await setAside(key, versionTagOf(lineageOf(row)), brokenReason);
    throw new UnreadableDocument(key, place, brokenReason);
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    return undefined;
  }
}

/** Documents that `open` gives for the rows, without the undefined, and the ids of those that it sets aside. */
async function openAll<T>(
  rows: readonly TableRow[],
  open: (row: TableRow) => Promise<T | undefined>,
): Promise<{ readonly items: T[]; readonly unreadable: string[] }> {
  const items: T[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    try {
      const stored = await open(row);
      if (stored !== undefined) items.push(stored);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable.push(idOfRow(row));
    }
  }
  return { items, unreadable };
}

/** The reads of Documents. A broken document is given to `setAside`, which returns where it went. */
export function tableReads(
  table: StoreTable,
  serviceEtags: ServiceEtags,
  setAside: SetAside,
): Required<Pick<Documents, 'get' | 'list' | 'listOfAll' | 'partitions'>> {
  const opened = async (key: DocumentKey, row: TableRow): Promise<StoredDocument | undefined> => {
    serviceEtags.remember(row);
    return openRow(key, row, setAside);
  };

  const get: Documents['get'] = async (key) => {
    const { partitionKey, rowKey } = rowOf(key);
    for (;;) {
      const row = await table.get(partitionKey, rowKey).catch((error: unknown) => {
        throw new StorageUnavailable('read', key.kind, error);
      });
      if (row === undefined || isGone(row)) return undefined;
      const stored = await opened(key, row);
      if (stored !== undefined) return stored;
    }
  };

  return {
    get,
    async list(kind, partner, { after, limit }) {
      if (!Number.isInteger(limit) || limit < 1) throw new RangeError('a page holds at least one document');
      const from = after === undefined ? lowestDocument : keyAfter(tableKeyOf(after));
      const filter = rangeFilter(partitionKeyOf({ kind, partner }), from);
      const { rows, more } = await rowsOfPage(table, filter, limit).catch((error: unknown) => {
        throw new StorageUnavailable('list', kind, error);
      });
      const { items, unreadable } = await openAll(rows, async (row) =>
        opened({ kind, partner, id: idOfRow(row) }, row),
      );
      const last = rows.at(-1);
      return { items, unreadable, ...defined({ next: more && last !== undefined ? idOfRow(last) : undefined }) };
    },
    async listOfAll(kind) {
      const rows = await allRows(table, kindFilter(kind)).catch((error: unknown) => {
        throw new StorageUnavailable('list', kind, error);
      });
      const { items } = await openAll(rows, async (row) => {
        const { partner } = partitionOfRow(row);
        const stored = await opened({ kind, partner, id: idOfRow(row) }, row);
        return stored === undefined ? undefined : { ...stored, partner };
      });
      return items;
    },
    partitions: async () =>
      partitionsOf(table).catch((error: unknown) => {
        throw new StorageUnavailable('list', undefined, error);
      }),
  };
}

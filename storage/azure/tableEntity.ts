import { randomUUID } from 'node:crypto';
import { type DocumentKey, DocumentTooLarge, type Json, type Partition, type Summary } from '../documents.ts';
import { isHashedKey, rowOf, tableKeyOf, textOfTableKey } from './tableKeys.ts';

/** A row as the service gives it. */
export type TableRow = Readonly<Record<string, unknown>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly etag: string;
};

/** A row to be written. */
export type NewRow = Readonly<Record<string, string | number>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
};

// A text property holds 64 KB, 32,768 units; 32,767 at Azurite.
const chunkSize = 32_000;

/** Most bytes of a row: the 1 MiB that the service takes, but for a summary that is added later. */
export const largestEntity = 1024 * 1024 - 2 * chunkSize;

// As many writes may follow one whose answer was lost, before it is asked for.
const keptVersions = 8;

/** The versions of a document that led to the present one, newest first. The first is the present one. */
export type Lineage = readonly [string, ...string[]];

/** The lineage of a new version over a former one's. */
export const lineageOver = (former: readonly string[]): Lineage => [
  randomUUID().replaceAll('-', ''),
  ...former.slice(0, keptVersions),
];

/** The lineage of a row; empty for a row of none. */
export const lineageOf = ({ versions }: TableRow): readonly string[] =>
  typeof versions === 'string' ? lineageOfEtag(versions) : [];

/** The etag that callers get: the lineage, as the service's own etag changes also when only a summary was added. */
export const versionTagOf = (lineage: readonly string[]): string => lineage.join(' ');

/** The lineage that a caller's etag names. */
export const lineageOfEtag = (etag: string): readonly string[] => etag.split(' ');

/** A text in parts of at most 32,000 units, none of which ends within a character, which would be lost on the way. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length;) {
    const full = from + chunkSize;
    const isWithin = full < text.length && /[\ud800-\udbff]/.test(text.charAt(full - 1));
    const end = isWithin ? full - 1 : full;
    chunks.push(text.slice(from, end));
    from = end;
  }
  return chunks;
}

/** The columns of a text of any length, which `valueTextOf` reads. */
export const textColumns = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(chunksOf(text).map((chunk, at) => [`v${String(at)}`, chunk]));

/** The bytes of a row as the service counts them: names and texts are UTF-16. */
const sizeOf = (row: NewRow): number =>
  Object.entries(row).reduce(
    (sum, [name, value]) => sum + 8 + 2 * name.length + (typeof value === 'string' ? 4 + 2 * value.length : 8),
    4,
  );

const partnerColumn = (partner: string) =>
  isHashedKey(tableKeyOf(partner)) ? { partner: JSON.stringify(partner) } : {};

/** Columns that name a document where its keys are hashes. As JSON, which also holds a lone surrogate. */
const nameColumns = ({ partner, id }: DocumentKey) => ({
  ...partnerColumn(partner),
  ...(isHashedKey(tableKeyOf(id)) ? { id: JSON.stringify(id) } : {}),
});

/** Columns of a summary; none where it is too long, so that it is made of the document each time. */
export function summaryColumns(summary: Summary | undefined): { form?: number; summary?: string } {
  const text = summary === undefined ? '' : JSON.stringify(summary.value);
  return summary === undefined || text.length > chunkSize ? {} : { form: summary.form, summary: text };
}

/** The row of a document. Raises DocumentTooLarge. */
export function rowOfDocument(key: DocumentKey, value: Json, lineage: Lineage, summary: Summary | undefined): NewRow {
  const row = {
    ...rowOf(key),
    ...nameColumns(key),
    versions: versionTagOf(lineage),
    ...summaryColumns(summary),
    ...textColumns(JSON.stringify(value)),
  };
  if (sizeOf(row) > largestEntity) throw new DocumentTooLarge(key.kind, largestEntity);
  return row;
}

/** Columns that give a document's name and version, and nothing of its value. */
export const headColumns: readonly string[] = ['PartitionKey', 'RowKey', 'partner', 'id', 'versions', 'gone'];

const textOf = (column: unknown, key: string): string =>
  typeof column === 'string' ? String(JSON.parse(column)) : textOfTableKey(key);

/** Id of a row's document. */
export const idOfRow = ({ id, rowKey }: TableRow): string => textOf(id, rowKey);

/** Kind and partner of a row's partition. */
export function partitionOfRow({ partner, partitionKey }: TableRow): Partition {
  const colon = partitionKey.indexOf(':');
  return {
    kind: textOfTableKey(partitionKey.slice(0, colon)),
    partner: textOf(partner, partitionKey.slice(colon + 1)),
  };
}

/** The row that takes a document's place until it is removed: a version of it without a value. */
export const goneRow = (
  { partitionKey, rowKey }: Pick<TableRow, 'partitionKey' | 'rowKey'>,
  lineage: Lineage,
): NewRow => ({
  partitionKey,
  rowKey,
  versions: versionTagOf(lineage),
  gone: 1,
});

/** True for a row whose document was removed. */
export const isGone = ({ gone }: TableRow): boolean => gone === 1;

/** The text of a row, such as its document's JSON, as far as it is there. */
export function valueTextOf(row: TableRow): string {
  const chunks: string[] = [];
  for (let chunk = row['v0']; typeof chunk === 'string'; chunk = row[`v${String(chunks.length)}`]) chunks.push(chunk);
  return chunks.join('');
}

/** The value of a row's document. Raises SyntaxError for one that is incomplete. */
export const valueOfRow = (row: TableRow): Json => JSON.parse(valueTextOf(row)) as Json;

/** The summary of a row where it has one of that form; else undefined. */
export function summaryOfRow({ form, summary }: Readonly<Record<string, unknown>>, wanted: number): Json | undefined {
  return form === wanted && typeof summary === 'string' ? (JSON.parse(summary) as Json) : undefined;
}

/** Columns of a row in another place of its partition, with more. */
export function movedRow(row: TableRow, rowKey: string, more: Readonly<Record<string, string>>): NewRow {
  const columns = Object.entries(row).filter(
    ([name, value]) => (typeof value === 'string' || typeof value === 'number') && !serviceColumns.includes(name),
  );
  // Only texts and numbers are left, which is what the store writes.
  return {
    ...(Object.fromEntries(columns) as Record<string, string | number>),
    ...more,
    partitionKey: row.partitionKey,
    rowKey,
  };
}

const serviceColumns = ['etag', 'timestamp', 'odata.metadata'];

import { randomUUID } from 'node:crypto';
import { type DocumentKey, type Documents, type Partition, StaleDocument, StorageUnavailable } from '../documents.ts';
import { isGone, lineageOf, lineageOfEtag, movedRow, type TableRow, valueTextOf } from './tableEntity.ts';
import { asidePrefix, keysEnd, partitionKeyOf, rangeFilter, rowOf } from './tableKeys.ts';
import { moveVersion, type TableWriter } from './tableWrites.ts';
import type { StoreTable } from './table.ts';

/** Clock and report of a quarantine. */
export interface QuarantineOptions {
  now(): Date;
  /** Called for each quarantined document: its key, its new place, and a reason without its content. */
  readonly onUnreadable?: (key: DocumentKey, place: string, reason: string) => void;
}

const asideKeyAt = (at: Date): string => `${asidePrefix}${at.toISOString()}`;

/** The rows of a partition that were set aside, before a moment where one is given, some at a time. */
async function* asideRows(table: StoreTable, partition: Partition, before?: Date): AsyncGenerator<readonly TableRow[]> {
  const end = before === undefined ? keysEnd(asidePrefix) : asideKeyAt(before);
  for await (const { rows } of table.pages(rangeFilter(partitionKeyOf(partition), asidePrefix, end), 100)) yield rows;
}

const heldIn = (row: TableRow): string => `${String(row['document'])}${valueTextOf(row)}`;

/** The quarantine of Documents: rows of the document's own partition, moved in one transaction. */
export function tableQuarantine(
  table: StoreTable,
  writer: TableWriter,
  partitions: () => Promise<readonly Partition[]>,
  options: QuarantineOptions,
): Pick<Documents, 'quarantine' | 'purgeQuarantine' | 'purgeQuarantineOf'> {
  const purge = async (partition: Partition, before: Date | undefined, isMeant: (row: TableRow) => boolean) => {
    for await (const rows of asideRows(table, partition, before))
      for (const { partitionKey, rowKey, etag } of rows.filter(isMeant))
        await writer.sweep({ partitionKey, rowKey, etag });
  };
  return {
    async quarantine(key, etag, reason) {
      const { partitionKey, rowKey } = rowOf(key);
      const row = await table.get(partitionKey, rowKey).catch((error: unknown) => {
        throw new StorageUnavailable('write', key.kind, error);
      });
      if (row === undefined || isGone(row) || lineageOf(row)[0] !== lineageOfEtag(etag)[0])
        throw new StaleDocument(key);
      const aside = `${asideKeyAt(options.now())}-${randomUUID()}`;
      const moved = movedRow(row, aside, { reason, document: JSON.stringify(key.id) });
      await moveVersion(writer, key, etag, [{ does: 'create', row: moved }]);
      const place = `${table.name}, row ${aside}`;
      options.onUnreadable?.(key, place, reason);
      return place;
    },
    async purgeQuarantine(before) {
      for (const partition of await partitions()) await purge(partition, before, () => true);
    },
    async purgeQuarantineOf(partner, texts) {
      const looked = texts.map((text) => JSON.stringify(text).slice(1, -1));
      const isMeant = (row: TableRow): boolean => {
        const held = heldIn(row);
        return looked.some((text) => held.includes(text));
      };
      for (const partition of await partitions())
        if (partition.partner === partner) await purge(partition, undefined, isMeant);
    },
  };
}

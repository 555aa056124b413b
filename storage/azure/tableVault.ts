import type { TableServiceClientOptions } from '@azure/data-tables';
import { StorageUnavailable } from '../documents.ts';
import type { Vault } from '../vault.ts';
import { openTable, statusOf, type StoreTable, type TableOfAccount } from './table.ts';
import { textColumns, type TableRow, valueTextOf } from './tableEntity.ts';
import { tableKeyOf } from './tableKeys.ts';

// Below every partition of documents, so that no list, copy or quarantine of documents comes to it.
const partitionKey = '!consents';

// The service's answers to a write of a version that is not the present one.
const conflicts: readonly (number | undefined)[] = [404, 409, 412];

const textOf = (row: TableRow | undefined): string | undefined => (row === undefined ? undefined : valueTextOf(row));

/** Writes over the version of the row; true also where the answer was lost and the text is there. Raises RestError. */
async function writeOver(table: StoreTable, rowKey: string, row: TableRow | undefined, text: string): Promise<boolean> {
  const next = { partitionKey, rowKey, ...textColumns(text) };
  try {
    await table.write(
      row === undefined ? { does: 'create', row: next } : { does: 'replace', row: next, etag: row.etag },
    );
    return true;
  } catch (error) {
    if (textOf(await table.get(partitionKey, rowKey)) === text) return true;
    if (conflicts.includes(statusOf(error))) return false;
    throw error;
  }
}

/** Opens the vault of a partner's consent in the table of the documents. Raises StorageUnavailable, as its methods do. */
export async function openTableVault(
  { account, name }: TableOfAccount,
  tenantId: string,
  client?: TableServiceClientOptions,
): Promise<Vault> {
  const rowKey = tableKeyOf(tenantId);
  const failed =
    (action: 'read' | 'write') =>
    (error: unknown): never => {
      throw new StorageUnavailable(action, 'consents', error);
    };
  const table = await openTable(account, name, client).catch(failed('read'));
  const find = async (): Promise<TableRow | undefined> => table.get(partitionKey, rowKey).catch(failed('read'));
  return {
    read: async () => textOf(await find()),
    async write(text, former) {
      const row = await find();
      return textOf(row) === former && writeOver(table, rowKey, row, text).catch(failed('write'));
    },
  };
}

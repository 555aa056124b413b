import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { openTable, type TableAccount } from '../storage/azure/table.ts';
import { openAzureDocuments } from '../storage/azure/azureDocuments.ts';
import type { Documents } from '../storage/documents.ts';

// The whole suite can be run on another store: lowdb without it.
const chosen = process.env['TEST_STORAGE'] ?? 'lowdb';

/** True where bots of tests keep their records in tables, of the account that TEST_ACCOUNT connects to. */
const keepsTables = chosen === 'azure';

/** True where the records of that data folder are in a table; a test may choose another store for its bot. */
export const isInTable = (folder: string): boolean => keepsTables && !existsSync(folder);

/** Bots of each test, which share their records and take the messages in turns: more than one only on tables. */
export const replicas = keepsTables ? Number(process.env['TEST_REPLICAS'] ?? 1) : 1;

const account: TableAccount = { connectionString: process.env['TEST_ACCOUNT'] ?? '' };

/** The table of those who would have that data folder. */
const tableFor = (folder: string): string => `t${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;

/** Settings of a bot whose records are in the table of those who would have that data folder; none on other stores. */
export const tableSettings = (folder: string): Readonly<Record<string, string>> =>
  keepsTables
    ? {
        STORAGE: chosen,
        AZURE_STORAGE_CONNECTION_STRING: account.connectionString ?? '',
        AZURE_STORAGE_TABLE: tableFor(folder),
      }
    : {};

/** Settings of a bot with that data folder, by which its records are in the store that was chosen. */
export const storeSettings = (folder: string): Readonly<Record<string, string>> => ({
  DATA_DIR: folder,
  STORAGE: chosen,
  ...tableSettings(folder),
});

/** The documents in the table of those who would have that data folder. */
export const documentsInTable = (folder: string): Promise<Documents> =>
  openAzureDocuments(account, tableFor(folder), { now: () => new Date(0) });

/** Every row of that table, as text. */
export async function rowsInTable(folder: string): Promise<readonly string[]> {
  const table = await openTable(account, tableFor(folder));
  const rows: string[] = [];
  for await (const page of table.pages("PartitionKey ge ''", 1_000))
    rows.push(...page.rows.map((row) => Object.values(row).map(String).join(' ')));
  return rows;
}

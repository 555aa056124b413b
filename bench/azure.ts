import { randomUUID } from 'node:crypto';
import { launchAzurite } from '../test/azure/azuriteProcess.ts';
import type { Contender } from './load.ts';
import type { RecordingCase } from './recording.ts';
import { seedTable } from './seed.ts';

/** Less than of the other stores: Azurite is one process on the same machine. */
export const azureLoad = { users: 64, conversations: 3, warmUp: 2, rounds: 3 };

/** Calls with the account that AZURE_STORAGE_CONNECTION_STRING names, or else with an Azurite that is started for it. */
export async function withAccount(act: (connectionString: string) => Promise<void>): Promise<void> {
  const { AZURE_STORAGE_CONNECTION_STRING: named = '' } = process.env;
  if (named !== '') return act(named);
  const azurite = await launchAzurite();
  try {
    await act(azurite.connectionString);
  } finally {
    await azurite.end();
  }
}

const newTable = (): string => `bench${randomUUID().replaceAll('-', '')}`;

const tableSettings = (connectionString: string, table: string) => ({
  STORAGE: 'azure',
  AZURE_STORAGE_CONNECTION_STRING: connectionString,
  AZURE_STORAGE_TABLE: table,
});

/** The bot with Azure Tables in 1, 2 and 3 processes, each number with a new table. */
export const azureContenders = (desk: Contender, connectionString: string): Contender[] =>
  [1, 2, 3].map((replicas) => ({
    ...desk,
    program: { ...desk.program, name: `Customer Desk, azure, processes: ${String(replicas)}` },
    settings: tableSettings(connectionString, newTable()),
    replicas,
  }));

/** A new table for each number of customers, with as many. */
export async function seededTables(connectionString: string, numbers: readonly number[]): Promise<RecordingCase[]> {
  const cases: RecordingCase[] = [];
  for (const already of numbers) {
    const name = newTable();
    await seedTable({ connectionString }, name, already);
    cases.push({ already, settings: tableSettings(connectionString, name) });
  }
  return cases;
}

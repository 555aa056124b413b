import { randomUUID } from 'node:crypto';
import { launchAzurite } from '../test/azure/azuriteProcess.ts';
import type { Contender } from './load.ts';

/** Less than of the other stores: Azurite is one process on the same machine. */
export const azureLoad = { users: 32, conversations: 2, rounds: 3 };

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

/** The bot with Azure Tables in 1, 2 and 3 processes, each number with a new table. */
export const azureContenders = (desk: Contender, connectionString: string): Contender[] =>
  [1, 2, 3].map((replicas) => ({
    ...desk,
    program: { ...desk.program, name: `Customer Desk, azure, processes: ${String(replicas)}` },
    settings: {
      STORAGE: 'azure',
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      AZURE_STORAGE_TABLE: `bench${randomUUID().replaceAll('-', '')}`,
    },
    replicas,
  }));

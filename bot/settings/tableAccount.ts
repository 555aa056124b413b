import * as z from 'zod';
import type { TableAccount } from '../../storage/azure/table.ts';
import { hostOfAccount } from '../../storage/azure/tableAddress.ts';

const tableFault =
  'is not a name of a table: 3 to 63 letters and digits, a letter first, and not “tables”. Correct it, or unset it.';

/** Schema of AZURE_STORAGE_TABLE. `tables` is what the service itself is asked by. */
export const tableNameField = z
  .string()
  .regex(/^(?!tables$)[a-z][a-z0-9]{2,62}$/i, tableFault)
  .default('customerdesk');

const missing =
  'AZURE_STORAGE_CONNECTION_STRING: is missing, and AZURE_STORAGE_ACCOUNT too. Set one of them, to name the account.';

const both =
  'AZURE_STORAGE_ACCOUNT: is set, and AZURE_STORAGE_CONNECTION_STRING too. Unset one of them: they may name two accounts.';

const noConnection =
  'AZURE_STORAGE_CONNECTION_STRING: is no connection string. Copy the whole of it from the account (Access keys), or set AZURE_STORAGE_ACCOUNT.';

const noName =
  'AZURE_STORAGE_ACCOUNT: is no name of an account (3 to 24 lower-case letters and digits) and no address of its tables (https://…). Correct it.';

/** The storage account that the settings name; undefined where they name none. */
export function readTableAccount({
  AZURE_STORAGE_CONNECTION_STRING: connectionString = '',
  AZURE_STORAGE_ACCOUNT: account = '',
}: NodeJS.ProcessEnv): TableAccount | undefined {
  if (connectionString !== '') return { connectionString };
  return account === '' ? undefined : { account };
}

/** Fault of the settings that name the account; undefined where they name one. */
export function tableAccountFault(settings: NodeJS.ProcessEnv): string | undefined {
  const account = readTableAccount(settings);
  if (account === undefined) return missing;
  if (account.connectionString !== undefined && (settings['AZURE_STORAGE_ACCOUNT'] ?? '') !== '') return both;
  if (hostOfAccount(account) !== undefined) return undefined;
  return account.connectionString === undefined ? noName : noConnection;
}

import type { AzureOptions } from '../storage/azure/azureDocuments.ts';
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  FolderInUse,
  type FolderStorage,
  type LockTimes,
  openToOthers,
  UnusableFolder,
} from '../storage/dataFolder.ts';
import type { Log } from '../bot/log.ts';
import { openDocuments } from '../storage/openDocuments.ts';
import type { Config } from '../bot/settings/config.ts';
import { defined } from '../lib/optional.ts';

/** Outcome of a check: ok, a fault (`text` says how to correct it), or skipped because it cannot be tried here. */
export interface CheckOutcome {
  readonly state: 'ok' | 'fault' | 'skipped';
  /** One line without any secret. */
  readonly text: string;
}

/** A check and its outcome. */
export interface Finding extends CheckOutcome {
  readonly check: string;
}

/** Dependencies of a check-up besides the environment. */
export interface CheckUpDeps {
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly newId: () => string;
  readonly log: Log;
  readonly nodeVersion: string;
  readonly fetch?: typeof fetch;
  readonly lockTimes?: LockTimes;
  /** Options of the client of Azure Tables. */
  readonly tableClient?: AzureOptions['client'];
}

/** A passed check. */
export const checkOk = (text: string): CheckOutcome => ({ state: 'ok', text });

/** A failed check; the text ends with what to do. */
export const checkFault = (text: string): CheckOutcome => ({ state: 'fault', text });

/** A check that cannot be tried, or has nothing to try. */
export const checkSkipped = (text: string): CheckOutcome => ({ state: 'skipped', text });

/** The code of an error that is not ours; its text is not shown. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';

const canWrite = async (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

// The bot creates missing parent folders too.
const canMake = async (folder: string): Promise<boolean> => {
  const above = dirname(folder);
  if ((await stat(above).catch(() => undefined)) !== undefined || above === folder) return canWrite(above);
  return canMake(above);
};

/**
 * Checks the rights of the data folder: writable for the bot and closed to others, as it holds customers' data and the
 * consent.
 */
export const checkFolder = async ({ storage, dataDir }: Config): Promise<CheckOutcome> => {
  if (typeof storage !== 'string') return checkSkipped(`the records are in the table ${storage.name}`);
  const found = await stat(dataDir).catch(() => undefined);
  if (found === undefined) {
    return (await canMake(dataDir))
      ? checkOk(`${dataDir} will be made at the first start`)
      : checkFault(`${dataDir} is not there and cannot be made. Make it, owned by the bot's user, or set DATA_DIR.`);
  }
  if (!found.isDirectory()) return checkFault(`${dataDir} is no folder. Set DATA_DIR to one.`);
  if (!(await canWrite(dataDir)))
    return checkFault(`${dataDir} cannot be written. Give it to the bot's user: chown, chmod 700.`);
  const open = await openToOthers(dataDir);
  return open === undefined ? checkOk(dataDir) : checkFault(open);
};

/** Checks the store: the table, or the folder's. */
export async function checkStorage(config: Config, deps: CheckUpDeps): Promise<CheckOutcome> {
  if (typeof config.storage === 'string') return checkFolderStorage(config.storage, config.dataDir, deps);
  // Loaded only where it is needed.
  const { checkTableStorage } = await import('./checkTable.ts');
  return checkTableStorage(config.storage, deps);
}

/**
 * Writes, reads and removes a document as the bot does; skipped for a folder that a running bot holds, and for a new
 * one.
 */
async function checkFolderStorage(
  storage: FolderStorage,
  dataDir: string,
  { now, newId, lockTimes }: CheckUpDeps,
): Promise<CheckOutcome> {
  if ((await stat(dataDir).catch(() => undefined)) === undefined) return checkSkipped('nothing is stored yet');
  try {
    const documents = await openDocuments(storage, dataDir, { now, ...defined({ lockTimes }) });
    try {
      const key = { kind: 'doctor', partner: 'doctor', id: newId() };
      const etag = await documents.insert(key, 'tried');
      const found = await documents.get(key);
      await documents.remove(key, etag);
      return found?.value === 'tried'
        ? checkOk('written, read and removed')
        : checkFault('what was written was not read. Restore a backup.');
    } finally {
      await documents.close();
    }
  } catch (error) {
    if (error instanceof FolderInUse) return checkSkipped('in use by a running bot; stop the bot to try it here');
    if (error instanceof UnusableFolder) return checkFault(`${error.message}.`);
    const why = error instanceof Error ? error.message : 'unknown error';
    return checkFault(`${why}. Look at the disk and at the rights of DATA_DIR.`);
  }
}

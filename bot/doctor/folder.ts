import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnusableFolder } from '../../storage/folderFormat.ts';
import { FolderInUse } from '../../storage/folderLock.ts';
import { openDocuments } from '../../storage/openDocuments.ts';
import type { Config } from '../settings/config.ts';
import { fault, ok, skipped, type CheckUpTools, type Outcome } from './finding.ts';

const canWrite = async (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

// The bot makes the folders above too.
const canMake = async (folder: string): Promise<boolean> => {
  const above = dirname(folder);
  if ((await stat(above).catch(() => undefined)) !== undefined || above === folder) return canWrite(above);
  return canMake(above);
};

/** What is said of a folder that others may read or write; undefined of one that is closed to them. */
export async function openToOthers(folder: string): Promise<string | undefined> {
  const mode = (await stat(folder)).mode & 0o777;
  // Windows has no such bits.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return undefined;
  return `${folder} is open to other users (mode ${mode.toString(8)}). Close it: chmod 700 ${folder}`;
}

/** The folder's rights: ours to write, nobody else's to read, as it holds customers' data and the consent. */
export const checkFolder = async ({ dataDir }: Config): Promise<Outcome> => {
  const found = await stat(dataDir).catch(() => undefined);
  if (found === undefined) {
    return (await canMake(dataDir))
      ? ok(`${dataDir} will be made at the first start`)
      : fault(`${dataDir} is not there and cannot be made. Make it, owned by the bot's user, or set DATA_DIR.`);
  }
  if (!found.isDirectory()) return fault(`${dataDir} is no folder. Set DATA_DIR to one.`);
  if (!(await canWrite(dataDir)))
    return fault(`${dataDir} cannot be written. Give it to the bot's user: chown, chmod 700.`);
  const open = await openToOthers(dataDir);
  return open === undefined ? ok(dataDir) : fault(open);
};

/** Writes, reads and removes a document as the bot does; not in a folder that a running bot holds, nor in a new one. */
export const checkStorage = async (
  { storage, dataDir }: Config,
  { now, newId, lockTimes }: CheckUpTools,
): Promise<Outcome> => {
  if ((await stat(dataDir).catch(() => undefined)) === undefined) return skipped('nothing is stored yet');
  try {
    const options = { now, ...(lockTimes === undefined ? {} : { lockTimes }) };
    const documents = await openDocuments(storage, dataDir, options);
    try {
      const key = { kind: 'doctor', partner: 'doctor', id: newId() };
      const etag = await documents.insert(key, 'tried');
      const found = await documents.get(key);
      await documents.remove(key, etag);
      return found?.value === 'tried'
        ? ok('written, read and removed')
        : fault('what was written was not read. Restore a backup.');
    } finally {
      await documents.close();
    }
  } catch (error) {
    if (error instanceof FolderInUse) return skipped('in use by a running bot; stop the bot to try it here');
    if (error instanceof UnusableFolder) return fault(`${error.message}.`);
    const why = error instanceof Error ? error.message : 'unknown error';
    return fault(`${why}. Look at the disk and at the rights of DATA_DIR.`);
  }
};

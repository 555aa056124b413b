import { cp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CopyCounts, copyDocuments, withDocuments } from './copyDocuments.ts';
import type { Documents } from './documents.ts';
import { claimFolder, folderStorage, type FolderStorage, type LockTimes, UnusableFolder } from './dataFolder.ts';
import { nodeDisk } from './disk.ts';
import { openDocuments } from './openDocuments.ts';
import { defined } from '../lib/optional.ts';

/** A data folder and the kind of store in it. */
export interface DataFolder {
  readonly storage: FolderStorage;
  readonly folder: string;
}

/** Opens the store of a folder that no bot holds. Raises FolderInUse. */
export const openFolder = async ({ storage, folder }: DataFolder, times?: LockTimes): Promise<Documents> =>
  openDocuments(storage, folder, { now: () => new Date(), ...defined({ lockTimes: times }) });

/** Copies the tokens of the partners' consents, which lie outside the store. */
async function copyTokens(from: string, to: string): Promise<void> {
  const tokens = join(from, 'tokens');
  if (await nodeDisk.exists(tokens)) await cp(tokens, join(to, 'tokens'), { recursive: true });
}

/** Creates a folder whole under its name, or not at all. Raises UnusableFolder where it exists already. */
export async function createAtomically<T>(folder: string, make: (tempFolder: string) => Promise<T>): Promise<T> {
  if (await nodeDisk.exists(folder)) throw new UnusableFolder(`${folder} exists already: name a folder that does not`);
  const tempFolder = `${folder}.copying`;
  await rm(tempFolder, { recursive: true, force: true });
  const made = await make(tempFolder);
  await rename(tempFolder, folder);
  await nodeDisk.syncFolder(dirname(folder));
  return made;
}

/** The kind of store in a folder that is to be copied. Raises UnusableFolder where there is none. */
export async function storageIn(folder: string): Promise<FolderStorage> {
  const storage = await folderStorage(nodeDisk, folder);
  if (storage === undefined)
    throw new UnusableFolder(`${folder} holds no records: name the DATA_DIR that is to be copied`);
  return storage;
}

/**
 * Copies every document and the partners' consents of a folder that no bot holds into a new folder of either store.
 * Raises UnusableFolder where there is nothing to copy or the new folder exists already, and FolderInUse.
 */
export async function copyFolder(from: string, to: DataFolder, times?: LockTimes): Promise<CopyCounts> {
  const storage = await storageIn(from);
  return createAtomically(to.folder, async (folder) => {
    const copied = await withDocuments(openFolder({ storage, folder: from }, times), async (source) =>
      withDocuments(openFolder({ ...to, folder }), async (target) => copyDocuments(source, target)),
    );
    await copyTokens(from, folder);
    return copied;
  });
}

/**
 * Copies a SQLite folder into a new one as of one moment, also while a bot uses it. Raises UnusableFolder for a lowdb
 * folder, whose files cannot be copied consistently while in use, and where the new folder exists already.
 */
export async function backUpFolder(from: string, to: string): Promise<void> {
  if ((await storageIn(from)) !== 'sqlite')
    throw new UnusableFolder(
      `${from} is kept by lowdb: stop the bot, or hold it, and copy the folder, as docs/operations.md says`,
    );
  const { copyDatabase } = await import('./sqlite/database.ts');
  await createAtomically(to, async (folder) => {
    await nodeDisk.makeFolder(folder);
    await copyDatabase(from, folder);
    await claimFolder(nodeDisk, folder, 'sqlite', folder);
    await copyTokens(from, folder);
  });
}

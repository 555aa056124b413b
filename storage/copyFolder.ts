import { cp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Documents, Partition } from './documents.ts';
import { claimFolder, folderStorage, UnusableFolder, type FolderStorage } from './folderFormat.ts';
import type { LockTimes } from './folderLock.ts';
import { nodeDisk } from './lowdb/disk.ts';
import { openDocuments } from './openDocuments.ts';

/** A data folder and the store that keeps it. */
export interface DataFolder {
  readonly storage: FolderStorage;
  readonly folder: string;
}

/** What was copied. `unreadable` counts documents that could not be read and were set aside where they are. */
export interface Copied {
  readonly documents: number;
  readonly unreadable: number;
}

// Written side by side, so that one sync of the disk is shared.
const atOnce = 200;

async function copyPartition(from: Documents, to: Documents, { kind, partner }: Partition): Promise<Copied> {
  let [documents, unreadable] = [0, 0];
  let after: string | undefined;
  do {
    const page = await from.list(kind, partner, { limit: atOnce, ...(after === undefined ? {} : { after }) });
    await Promise.all(page.items.map(({ id, value }) => to.insert({ kind, partner, id }, value)));
    documents += page.items.length;
    unreadable += page.unreadable.length;
    after = page.next;
  } while (after !== undefined);
  return { documents, unreadable };
}

async function copyDocuments(from: DataFolder, to: DataFolder, times?: LockTimes): Promise<Copied> {
  const now = (): Date => new Date();
  const source = await openDocuments(from.storage, from.folder, {
    now,
    ...(times === undefined ? {} : { lockTimes: times }),
  });
  try {
    const target = await openDocuments(to.storage, to.folder, { now });
    try {
      let [documents, unreadable] = [0, 0];
      for (const partition of await source.partitions()) {
        const copied = await copyPartition(source, target, partition);
        documents += copied.documents;
        unreadable += copied.unreadable;
      }
      return { documents, unreadable };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Copies what partners consented to, which no store keeps. */
async function copyTokens(from: string, to: string): Promise<void> {
  const tokens = join(from, 'tokens');
  if (await nodeDisk.exists(tokens)) await cp(tokens, join(to, 'tokens'), { recursive: true });
}

/** Makes a folder that is there whole, under its name, or not at all. Raises UnusableFolder where there is one already. */
async function whole<T>(folder: string, make: (draft: string) => Promise<T>): Promise<T> {
  if (await nodeDisk.exists(folder)) throw new UnusableFolder(`${folder} exists already: name a folder that does not`);
  const draft = `${folder}.copying`;
  await rm(draft, { recursive: true, force: true });
  const made = await make(draft);
  await rename(draft, folder);
  await nodeDisk.syncFolder(dirname(folder));
  return made;
}

async function storageIn(folder: string): Promise<FolderStorage> {
  const storage = await folderStorage(nodeDisk, folder);
  if (storage === undefined)
    throw new UnusableFolder(`${folder} holds no records: name the DATA_DIR that is to be copied`);
  return storage;
}

/**
 * Copies every document of a folder that no bot holds, and the partners' consents, into a new folder of either store. Raises
 * UnusableFolder where there is nothing to copy or where the new one exists already, and FolderInUse.
 */
export async function copyFolder(from: string, to: DataFolder, times?: LockTimes): Promise<Copied> {
  const storage = await storageIn(from);
  return whole(to.folder, async (folder) => {
    const copied = await copyDocuments({ storage, folder: from }, { ...to, folder }, times);
    await copyTokens(from, folder);
    return copied;
  });
}

/**
 * Copies a folder of SQLite's as it is at one moment, also while a bot works in it, into a new one. Raises UnusableFolder
 * for one of lowdb's, of which a copy that is taken meanwhile would mix moments, and where the new one exists already.
 */
export async function backUpFolder(from: string, to: string): Promise<void> {
  if ((await storageIn(from)) !== 'sqlite')
    throw new UnusableFolder(
      `${from} is kept by lowdb: stop the bot, or hold it, and copy the folder, as the README says`,
    );
  const { copyDatabase } = await import('./sqlite/database.ts');
  await whole(to, async (folder) => {
    await nodeDisk.makeFolder(folder);
    await copyDatabase(from, folder);
    await claimFolder(nodeDisk, folder, 'sqlite', folder);
    await copyTokens(from, folder);
  });
}

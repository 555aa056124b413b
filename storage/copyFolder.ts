import { cp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { summarizerOf } from './collectionSchema.ts';
import { customerSchema } from './collections.ts';
import type { Documents, Json, Partition, Summary } from './documents.ts';
import { claimFolder, folderStorage, type FolderStorage, type LockTimes, UnusableFolder } from './dataFolder.ts';
import { nodeDisk } from './disk.ts';
import { openDocuments } from './openDocuments.ts';
import { defined } from '../lib/optional.ts';

/** A data folder and the kind of store in it. */
export interface DataFolder {
  readonly storage: FolderStorage;
  readonly folder: string;
}

/** Counts of copied documents; `unreadable` ones were quarantined in the source folder. */
interface CopyCounts {
  readonly documents: number;
  readonly unreadable: number;
}

// Written side by side, so that one sync of the disk is shared.
const writesAtOnce = 200;

/** The summary that a document of a kind has in every store; none where its value is broken. */
function summaryOf(kind: string, value: Json): Summary | undefined {
  if (kind !== customerSchema.kind) return undefined;
  const { form, of } = summarizerOf(customerSchema);
  try {
    return { form, value: of(value) };
  } catch {
    // Its reader will say so, and set it aside.
    return undefined;
  }
}

async function copyPartition(from: Documents, to: Documents, { kind, partner }: Partition): Promise<CopyCounts> {
  let [documents, unreadable] = [0, 0];
  let after: string | undefined;
  do {
    const page = await from.list(kind, partner, { limit: writesAtOnce, ...defined({ after }) });
    await Promise.all(
      page.items.map(({ id, value }) => to.insert({ kind, partner, id }, value, summaryOf(kind, value))),
    );
    documents += page.items.length;
    unreadable += page.unreadable.length;
    after = page.next;
  } while (after !== undefined);
  return { documents, unreadable };
}

async function copyDocuments(from: DataFolder, to: DataFolder, times?: LockTimes): Promise<CopyCounts> {
  const now = (): Date => new Date();
  const source = await openDocuments(from.storage, from.folder, {
    now,
    ...defined({ lockTimes: times }),
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

/** Copies the tokens of the partners' consents, which lie outside the store. */
async function copyTokens(from: string, to: string): Promise<void> {
  const tokens = join(from, 'tokens');
  if (await nodeDisk.exists(tokens)) await cp(tokens, join(to, 'tokens'), { recursive: true });
}

/** Creates a folder whole under its name, or not at all. Raises UnusableFolder where it exists already. */
async function createAtomically<T>(folder: string, make: (tempFolder: string) => Promise<T>): Promise<T> {
  if (await nodeDisk.exists(folder)) throw new UnusableFolder(`${folder} exists already: name a folder that does not`);
  const tempFolder = `${folder}.copying`;
  await rm(tempFolder, { recursive: true, force: true });
  const made = await make(tempFolder);
  await rename(tempFolder, folder);
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
 * Copies every document and the partners' consents of a folder that no bot holds into a new folder of either store.
 * Raises UnusableFolder where there is nothing to copy or the new folder exists already, and FolderInUse.
 */
export async function copyFolder(from: string, to: DataFolder, times?: LockTimes): Promise<CopyCounts> {
  const storage = await storageIn(from);
  return createAtomically(to.folder, async (folder) => {
    const copied = await copyDocuments({ storage, folder: from }, { ...to, folder }, times);
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

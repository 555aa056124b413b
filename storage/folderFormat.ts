import { join } from 'node:path';
import { isMissing, writeDurably, type Disk } from './lowdb/disk.ts';

/** The stores that keep documents in a folder of this machine. */
export type FolderStorage = 'lowdb' | 'sqlite';

// 2: lowdb with a journal; a version that knew none would miss what is only there. 3: SQLite.
const formats = { lowdb: 2, sqlite: 3 } as const;

/** The data folder is not one this version can use; the message names the file, what it means and what to do. */
export class UnusableFolder extends Error {}

async function readFormat(disk: Disk, file: string): Promise<number | undefined> {
  try {
    const found: unknown = JSON.parse(Buffer.from(await disk.read(file)).toString('utf8'));
    if (typeof found === 'object' && found !== null && 'format' in found && typeof found.format === 'number')
      return found.format;
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UnusableFolder(
    `${file} cannot be read: it must hold the number of the data folder's format, as in {"format":${formats.lowdb}}; ` +
      `restore it from the backup that the folder came from`,
  );
}

const storageOf = (format: number): FolderStorage => (format < formats.sqlite ? 'lowdb' : 'sqlite');

/** The store that a folder holds documents of; undefined for a folder that holds none yet. Raises UnusableFolder. */
export async function folderStorage(disk: Disk, folder: string): Promise<FolderStorage | undefined> {
  const found = await readFormat(disk, join(folder, 'format.json'));
  return found === undefined ? undefined : storageOf(found);
}

/**
 * Marks an existing folder that this process holds with the present format of a store; `drafts` is a folder in it that files
 * are made ready in. Raises UnusableFolder when a newer version wrote it, or another store.
 */
export async function claimFolder(disk: Disk, folder: string, storage: FolderStorage, drafts: string): Promise<void> {
  const file = join(folder, 'format.json');
  const found = await readFormat(disk, file);
  if (found !== undefined && found > formats.sqlite)
    throw new UnusableFolder(
      `${file} says format ${found}, and this version knows formats up to ${formats.sqlite}: a newer version has used the ` +
        `folder; run that version again, or restore a backup made before it`,
    );
  if (found !== undefined && storageOf(found) !== storage)
    throw new UnusableFolder(
      `${folder} holds what STORAGE=${storageOf(found)} keeps: set STORAGE to that, or copy it into a new folder for ` +
        `STORAGE=${storage} with npm run storage -- copy`,
    );
  if (found === formats[storage]) return;
  await disk.makeFolder(drafts);
  await writeDurably(disk, drafts, file, `${JSON.stringify({ format: formats[storage] })}\n`);
}

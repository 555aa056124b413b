import { join } from 'node:path';
import { claimFolder } from '../folderFormat.ts';
import type { Disk } from './disk.ts';

/** The folder for drafts, on the data folder's own filesystem, so that a rename takes a draft to its place. */
export const draftsOf = (folder: string): string => join(folder, 'tmp');

/** The folder of the journal's files. */
export const journalOf = (folder: string): string => join(folder, 'journal');

/** The folder of files that could not be read. */
export const quarantineOf = (folder: string): string => join(folder, 'quarantine');

/** Names in a data folder that are no kind of document. */
export const reservedNames: readonly string[] = ['tmp', 'journal', 'quarantine', 'lock', 'tokens'];

async function clearDrafts(disk: Disk, drafts: string): Promise<void> {
  await disk.makeFolder(drafts);
  for (const name of await disk.names(drafts)) await disk.remove(join(drafts, name));
}

/**
 * Readies an existing folder that this process holds: marks a new folder, or an older one, with the present format, and
 * clears drafts left by a crash. Raises UnusableFolder when a newer version wrote it, or another store.
 */
export async function prepareFolder(disk: Disk, folder: string): Promise<void> {
  await claimFolder(disk, folder, 'lowdb', draftsOf(folder));
  await clearDrafts(disk, draftsOf(folder));
  await disk.makeFolder(journalOf(folder));
}

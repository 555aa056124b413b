import { join } from 'node:path';
import { isMissing, writeDurably, type Disk } from './disk.ts';

// 2: with a journal; a version that knew none would miss what is only there.
const format = 2;

/** The folder for drafts, on the data folder's own filesystem, so that a rename takes a draft to its place. */
export const draftsOf = (folder: string): string => join(folder, 'tmp');

/** The folder of the journal's files. */
export const journalOf = (folder: string): string => join(folder, 'journal');

/** The folder of files that could not be read. */
export const quarantineOf = (folder: string): string => join(folder, 'quarantine');

/** Names in a data folder that are no kind of document. */
export const reservedNames: readonly string[] = ['tmp', 'journal', 'quarantine', 'lock', 'tokens'];

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
    `${file} cannot be read: it must hold the number of the data folder's format, as in {"format":${format}}; ` +
      `restore it from the backup that the folder came from`,
  );
}

async function clearDrafts(disk: Disk, drafts: string): Promise<void> {
  await disk.makeFolder(drafts);
  for (const name of await disk.names(drafts)) await disk.remove(join(drafts, name));
}

/**
 * Readies an existing folder that this process holds: clears drafts left by a crash, and marks a new folder, or an older
 * one, with the present format. Raises UnusableFolder when a newer version wrote it.
 */
export async function prepareFolder(disk: Disk, folder: string): Promise<void> {
  const file = join(folder, 'format.json');
  const found = await readFormat(disk, file);
  if (found !== undefined && found > format)
    throw new UnusableFolder(
      `${file} says format ${found}, and this version knows formats up to ${format}: a newer version has used the ` +
        `folder; run that version again, or restore a backup made before it`,
    );
  await clearDrafts(disk, draftsOf(folder));
  await disk.makeFolder(journalOf(folder));
  if (found !== format) await writeDurably(disk, draftsOf(folder), file, `${JSON.stringify({ format })}\n`);
}

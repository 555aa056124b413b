import { type CopyCounts, copyDocuments, withDocuments } from '../copyDocuments.ts';
import { createAtomically, type DataFolder, openFolder, storageIn } from '../copyFolder.ts';
import type { LockTimes } from '../dataFolder.ts';
import type { Documents } from '../documents.ts';
import { documentsOfTable, markCopying, openUsableTable } from './azureDocuments.ts';
import { lowestDocument } from './tableKeys.ts';
import { type StoreTable, type TableOfAccount, UnusableTable } from './table.ts';

const now = (): Date => new Date();

// Consents may be there before the documents.
async function isEmpty(table: StoreTable): Promise<boolean> {
  for await (const { rows } of table.pages(`PartitionKey ge '${lowestDocument}'`, 1)) if (rows.length > 0) return false;
  return true;
}

/**
 * Copies every document of a folder that no bot holds into a table that is empty or not there yet. Raises UnusableTable,
 * UnusableFolder and FolderInUse.
 */
export async function copyFolderToTable(from: string, to: TableOfAccount, times?: LockTimes): Promise<CopyCounts> {
  const storage = await storageIn(from);
  return withDocuments(openFolder({ storage, folder: from }, times), async (source) => {
    const table = await openUsableTable(to.account, to.name);
    if (!(await isEmpty(table)))
      throw new UnusableTable(`the table ${to.name} is not empty: name one that is, or a new one`);
    const ended = await markCopying(table);
    const copied = await withDocuments(Promise.resolve(documentsOfTable(table, { now })), async (target) =>
      copyDocuments(source, target),
    );
    await ended();
    return copied;
  });
}

/** Copies every document of a table into a new folder. Raises UnusableTable and UnusableFolder. */
export async function copyTableToFolder(from: TableOfAccount, to: DataFolder): Promise<CopyCounts> {
  const table = await openUsableTable(from.account, from.name);
  const opened: Promise<Documents> = Promise.resolve(documentsOfTable(table, { now }));
  return withDocuments(opened, async (source) => {
    if ((await source.partitions()).length === 0)
      throw new UnusableTable(`the table ${from.name} holds no records: name the one that is to be copied`);
    return createAtomically(to.folder, async (folder) =>
      withDocuments(openFolder({ ...to, folder }), async (target) => copyDocuments(source, target)),
    );
  });
}

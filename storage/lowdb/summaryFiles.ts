import { join } from 'node:path';
import { type KeyQueue, keyQueue } from '../../lib/keyQueue.ts';
import type { Partition, Summary } from '../documents.ts';
import { type Disk, isMissing, writeDurably } from '../disk.ts';
import { type DocumentPath, summariesFolderOf, summaryFileOf, summaryMark, tempFolderOf } from './paths.ts';
import { type SummaryFile, summaryFile, type SummaryReader } from './summaryFile.ts';

/** A document's summary, or undefined where the document or its summary is gone. */
export interface SummaryChange {
  readonly location: DocumentPath;
  readonly summary: Summary | undefined;
}

/** The summary files of a data folder, read and written one call after another. */
export interface SummaryFiles {
  /** A partition's summaries, as far as they are in its file. */
  read(partition: Partition): Promise<SummaryReader>;
  /**
   * Notes, for the next write, the summary of the present version of a document, by its file's name, or that it is gone;
   * call it in the document's queue.
   */
  note(partition: Partition, name: string, summary: Summary | undefined): void;
  /** Writes what was noted of a partition. */
  writeNoted(partition: Partition): Promise<void>;
  /** Writes all that was noted and then these changes, durable when this resolves; raises the disk's error. */
  write(changes: readonly SummaryChange[]): Promise<void>;
  /** Resolves when every call so far has ended. */
  idle(): Promise<void>;
}

/** A summary file, and what is to be written there. */
interface NotedFile {
  readonly file: SummaryFile;
  noted: Map<string, Summary | undefined>;
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  try {
    return await disk.names(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function removeFiles(disk: Disk, folder: string): Promise<void> {
  for (const name of await namesIn(disk, folder)) {
    const inKind = join(folder, name);
    for (const file of await namesIn(disk, inKind)) await disk.remove(join(inKind, file));
    await disk.syncFolder(inKind);
  }
}

/** A file in the folder for temporary files, which versions that know of no summaries empty when they open a folder. */
const markOf = (folder: string): string => join(tempFolderOf(folder), summaryMark);

/**
 * Removes all summary files of a folder when documents may have changed without them: where a version that knows of no
 * summaries has opened the folder, or, by `isLogCorrupt`, a record of the log is lost.
 */
export async function removeStaleSummaries(disk: Disk, folder: string, isLogCorrupt: boolean): Promise<void> {
  const isMarked = await disk.exists(markOf(folder));
  if (isMarked && !isLogCorrupt) return;
  await removeFiles(disk, summariesFolderOf(folder));
  if (isMarked) return;
  await writeDurably(disk, tempFolderOf(folder), markOf(folder), '');
}

/** The summary files of a data folder; `assertHeld` raises an error when this process may not write there. */
export function summaryFiles(disk: Disk, folder: string, assertHeld: () => void): SummaryFiles {
  const files = new Map<string, NotedFile>();
  const queue: KeyQueue = keyQueue();

  const pathOf = (partition: Partition): string => summaryFileOf(folder, partition);

  const fileAt = (path: string): NotedFile => {
    const opened = files.get(path) ?? { file: summaryFile(disk, tempFolderOf(folder), path), noted: new Map() };
    files.set(path, opened);
    return opened;
  };

  const note = (partition: Partition, name: string, summary: Summary | undefined): void =>
    void fileAt(pathOf(partition)).noted.set(name, summary);

  const writeNoted = (path: string): Promise<void> =>
    queue.run(path, async () => {
      const { file, noted } = fileAt(path);
      if (noted.size === 0) return;
      assertHeld();
      fileAt(path).noted = new Map();
      await file.write(noted);
    });

  return {
    read: (partition) => queue.run(pathOf(partition), () => fileAt(pathOf(partition)).file.read()),
    note,
    writeNoted: (partition) => writeNoted(pathOf(partition)),
    async write(changes) {
      for (const { location, summary } of changes) note(location.key, location.name, summary);
      for (const path of files.keys()) await writeNoted(path);
    },
    idle: () => queue.idle(),
  };
}

import { isMissing, type Disk } from '../disk.ts';
import type { LogEntry, WriteAheadLog } from './writeAheadLog.ts';
import type { DocumentPath } from './paths.ts';
import { lowdbFile } from './documentFile.ts';
import type { FolderLock } from '../dataFolder.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import type { SummaryFiles } from './summaryFiles.ts';

/** Times and sizes that trigger a checkpoint. */
export interface CheckpointTimes {
  /** Milliseconds after the first entry that is not flushed. */
  readonly after: number;
  /** Bytes in the log's present segment. */
  readonly bytes: number;
}

/**
 * Defaults. A removed document has left the disk after about ten seconds, a document changed often meanwhile is written
 * once, and after a crash at most about 16 MB of log is read.
 */
export const checkpointTimes: CheckpointTimes = { after: 10_000, bytes: 16 * 1024 * 1024 };

/** Runs checkpoints, which flush the log to the documents' files. */
export interface Checkpoints {
  /** Call after an entry was appended to the log. */
  noteWrite(): void;
  /** Runs a last checkpoint, and none afterwards. */
  stop(): Promise<void>;
}

/** The parts of a store that a checkpoint needs. */
interface CheckpointedStore {
  readonly disk: Disk;
  readonly folder: string;
  readonly lock: FolderLock;
  readonly log: WriteAheadLog;
  readonly summaries: SummaryFiles;
}

const flushesAtOnce = 32;

async function removeFile({ disk, log }: CheckpointedStore, { file }: DocumentPath): Promise<void> {
  if (log.takeUnwritten(file)) return;
  try {
    await disk.remove(file);
  } catch (error) {
    // It was never flushed, or its removal was not durable yet.
    if (!isMissing(error)) throw error;
  }
}

/** Brings a document's file up to an entry, durable only after its folder is synced. */
async function flushEntry(store: CheckpointedStore, { location, document }: LogEntry): Promise<void> {
  store.lock.assertHeld();
  if (document === undefined) return removeFile(store, location);
  store.log.takeUnwritten(location.file);
  await lowdbFile(store, location, document).write();
}

async function syncFolder({ disk }: CheckpointedStore, folder: string): Promise<void> {
  try {
    await disk.syncFolder(folder);
  } catch (error) {
    // A folder is made with its first file.
    if (!isMissing(error)) throw error;
  }
}

/** The entries a task did not fail for; adds the errors of the others. */
async function succeeded<T>(all: Iterable<T>, task: (one: T) => Promise<void>, errors: unknown[]): Promise<T[]> {
  const done: T[] = [];
  await mapLimit([...all], flushesAtOnce, (one) =>
    task(one).then(
      () => void done.push(one),
      (error: unknown) => void errors.push(error),
    ),
  );
  return done;
}

/** Flushes everything that is in the log now; raises the first error after trying all entries. */
async function checkpoint(store: CheckpointedStore): Promise<void> {
  const { entries, paths } = await store.log.rotate();
  // A newer entry of the document is in a later segment.
  const isLatest = (entry: LogEntry): boolean => store.log.unflushed.get(entry.location.file) === entry;
  // First: an entry counts as flushed by its document's file.
  store.lock.assertHeld();
  await store.summaries.write(entries.filter(isLatest));
  const errors: unknown[] = [];
  const flush = async (entry: LogEntry): Promise<void> => (isLatest(entry) ? flushEntry(store, entry) : undefined);
  const written = await succeeded(entries, flush, errors);
  // Once a folder, not once a file: that was a third of what a file took.
  const folders = new Set(written.map(({ location }) => location.folder));
  const synced = new Set(await succeeded(folders, (folder) => syncFolder(store, folder), errors));
  for (const entry of written) if (synced.has(entry.location.folder)) store.log.flushed(entry);
  if (errors.length > 0) throw errors[0];
  await store.log.removeSegments(paths);
}

/** Starts the checkpoints of a store; `onTrouble` receives the error of a failed one, which is tried again. */
export function startCheckpoints(
  store: CheckpointedStore,
  times: CheckpointTimes,
  onError: (error: unknown) => void,
): Checkpoints {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    running ??= checkpoint(store)
      .catch((error: unknown) => {
        onError(error);
        schedule();
      })
      .finally(() => {
        running = undefined;
        if (store.log.unflushed.size > 0) schedule();
      });
  };
  const schedule = (): void => {
    timer ??= setTimeout(start, times.after).unref();
  };
  if (store.log.unflushed.size > 0) schedule();
  return {
    noteWrite() {
      if (store.log.size() < times.bytes) schedule();
      else start();
    },
    async stop() {
      await running;
      clearTimeout(timer);
      await checkpoint(store).catch(onError);
    },
  };
}

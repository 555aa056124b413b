import { isMissing, type Disk } from '../disk.ts';
import type { LogEntry, WriteAheadLog } from './writeAheadLog.ts';
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

async function removeFile({ disk }: CheckpointedStore, { location }: LogEntry): Promise<void> {
  try {
    await disk.remove(location.file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    // It was never flushed, or its removal was not durable yet.
  }
  await disk.syncFolder(location.folder).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

async function flushEntry(store: CheckpointedStore, entry: LogEntry): Promise<void> {
  const { log, lock } = store;
  // A newer entry of the document is in a later segment.
  if (log.unflushed.get(entry.location.file) !== entry) return;
  lock.assertHeld();
  if (entry.document === undefined) await removeFile(store, entry);
  else await lowdbFile(store, entry.location, entry.document).write();
  log.flushed(entry);
}

/** Flushes everything that is in the log now; raises the first error after trying all entries. */
async function checkpoint(store: CheckpointedStore): Promise<void> {
  const { entries, paths } = await store.log.rotate();
  // First: an entry counts as flushed by its document's file.
  store.lock.assertHeld();
  await store.summaries.write(entries.filter((entry) => store.log.unflushed.get(entry.location.file) === entry));
  const errors: unknown[] = [];
  await mapLimit([...entries.values()], flushesAtOnce, (entry) =>
    flushEntry(store, entry).catch((error: unknown) => void errors.push(error)),
  );
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

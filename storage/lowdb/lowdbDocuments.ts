import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import {
  deepFreeze,
  DocumentExists,
  StaleDocument,
  type Documents,
  type DocumentKey,
  type StoredDocument,
  type Summary,
} from '../documents.ts';
import { documentPath, type DocumentPath, prepareFolder } from './paths.ts';
import { nodeDisk, type Disk } from '../disk.ts';
import { fileNames } from './fileNames.ts';
import { lockFolder, lockTimes, type LockTimes } from '../dataFolder.ts';
import { keyQueue } from '../../lib/keyQueue.ts';
import { listPage, listPartitions } from './listDocuments.ts';
import { listSummaries } from './listSummaries.ts';
import { removeStaleSummaries, summaryFiles } from './summaryFiles.ts';
import { openWriteAheadLog } from './writeAheadLog.ts';
import { purgeQuarantine, purgeQuarantineOf, quarantineRecord, type OnUnreadable } from './quarantine.ts';
import { startCheckpoints, checkpointTimes, type CheckpointTimes } from './checkpoint.ts';
import {
  currentDocument,
  insertDocument,
  replaceDocument,
  cachedDocument,
  removeDocument,
  quarantineDocument,
  type OnSummarized,
  type Store,
} from './store.ts';

/** Options of a lowdb data folder; all but the clock have defaults. */
export interface LowdbOptions {
  now(): Date;
  /** Called for each quarantined document: its key, its new file, and a reason without its content. */
  readonly onUnreadable?: OnUnreadable;
  /** Called once when the folder's lock was lost: every later write raises the same error, so the process should end. */
  readonly onLockLost?: (error: Error) => void;
  /** Called when documents could not be written to their own files; they are safe in the log, and it is tried again. */
  readonly onCheckpointError?: (error: unknown) => void;
  /** Called with the number of a partner's summaries that were missing and were rebuilt from the documents. */
  readonly onSummarized?: OnSummarized;
  /** Returns a new unique text; a random UUID by default. */
  readonly newEtag?: () => string;
  readonly disk?: Disk;
  /** Number of documents cached, so that reading them does not touch the disk; 2,000 by default. */
  readonly cacheSize?: number;
  readonly lockTimes?: LockTimes;
  readonly checkpointTimes?: CheckpointTimes;
}

async function openStore(folder: string, options: LowdbOptions): Promise<Store> {
  const disk = options.disk ?? nodeDisk;
  await disk.makeFolder(folder);
  const lock = await lockFolder(folder, options.lockTimes ?? lockTimes, (error) => options.onLockLost?.(error));
  try {
    await prepareFolder(disk, folder);
    const log = await openWriteAheadLog(disk, folder, () => lock.assertHeld());
    await removeStaleSummaries(disk, folder, log.corrupt.length > 0);
    const opened = { folder, disk, lock, log, summaries: summaryFiles(disk, folder, () => lock.assertHeld()) };
    const store = {
      ...opened,
      checkpoints: startCheckpoints(opened, options.checkpointTimes ?? checkpointTimes, (error) =>
        options.onCheckpointError?.(error),
      ),
      queue: keyQueue(),
      cache: new LRUCache<string, StoredDocument>({ max: options.cacheSize ?? 2000 }),
      indexes: new Map(),
      names: fileNames(disk, log),
      now: () => options.now(),
      onUnreadable: options.onUnreadable ?? (() => undefined),
      onSummarized: options.onSummarized ?? (() => undefined),
    };
    for (const record of log.corrupt) await quarantineRecord(store, record);
    return store;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function get(store: Store, key: DocumentKey): Promise<StoredDocument | undefined> {
  const location = documentPath(store.folder, key);
  const cached = cachedDocument(store, location);
  return cached === undefined
    ? store.queue.run(location.file, () => currentDocument(store, location))
    : (cached ?? undefined);
}

async function insert(store: Store, key: DocumentKey, next: StoredDocument, summary?: Summary): Promise<string> {
  const location = documentPath(store.folder, key);
  return store.queue.run(location.file, async () => {
    if ((await currentDocument(store, location)) !== undefined) throw new DocumentExists(key);
    await insertDocument(store, location, next, summary);
    return next.etag;
  });
}

/** Runs a task on the version named by `etag`, or on undefined when there is no document. Raises StaleDocument. */
async function withVersion<T>(
  store: Store,
  key: DocumentKey,
  etag: string,
  task: (location: DocumentPath, former: StoredDocument | undefined) => Promise<T>,
): Promise<T> {
  const location = documentPath(store.folder, key);
  return store.queue.run(location.file, async () => {
    const former = await currentDocument(store, location);
    if (former !== undefined && former.etag !== etag) throw new StaleDocument(key);
    return task(location, former);
  });
}

/**
 * Opens a store of lowdb in a local folder, one file a document (mode 0600, folders 0700); a call costs the same
 * however many there are. Changes are durable in a write-ahead log first, many by one write, and checkpointed to the
 * documents' files seconds later, or when the store is closed. One process at a time: raises FolderInUse when another
 * holds the folder, UnusableFolder when a newer version wrote it. The layout is `kind/partner/id.json`, with `journal/`
 * for the log, `quarantine/` for unreadable documents, `summaries/`, `tmp/`, `lock/` and `format.json`.
 */
export async function openLowdbDocuments(folder: string, options: LowdbOptions): Promise<Documents> {
  const store = await openStore(folder, options);
  const newEtag = options.newEtag ?? randomUUID;
  return {
    get: (key) => get(store, key),
    insert: async (key, value, summary) =>
      insert(store, key, { id: key.id, etag: newEtag(), value: deepFreeze(value) }, summary),
    async replace(key, value, etag, summary) {
      const next = { id: key.id, etag: newEtag(), value: deepFreeze(value) };
      await withVersion(store, key, etag, async (location, former) => {
        if (former === undefined) throw new StaleDocument(key);
        await replaceDocument(store, location, next, summary);
      });
      return next.etag;
    },
    remove: (key, etag) =>
      withVersion(store, key, etag, async (location, former) => {
        if (former !== undefined) await removeDocument(store, location);
      }),
    quarantine: (key, etag, reason) =>
      withVersion(store, key, etag, async (location, former) => {
        if (former === undefined) throw new StaleDocument(key);
        return quarantineDocument(store, location, former, reason);
      }),
    list: (kind, partner, page) => listPage(store, kind, partner, page),
    summaries: (kind, partner, summarizer) => listSummaries(store, { kind, partner }, summarizer),
    partitions: () => listPartitions(store),
    purgeQuarantine: (before) => purgeQuarantine(store, before),
    purgeQuarantineOf: (partner, texts) => purgeQuarantineOf(store, partner, texts),
    async close() {
      await store.queue.idle();
      await store.checkpoints.stop();
      await store.summaries.idle();
      await store.lock.release();
    },
  };
}

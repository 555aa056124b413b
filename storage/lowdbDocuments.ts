import { randomUUID } from 'node:crypto';
import { DocumentExists, StaleDocument, type Documents, type Key, type Stored } from './documents.ts';
import { prepareFolder } from './lowdb/dataFolder.ts';
import { nodeDisk, type Disk } from './lowdb/disk.ts';
import { deepFreeze } from './lowdb/durableFile.ts';
import { lockFolder, lockTimes, type LockTimes } from './folderLock.ts';
import { keyQueue } from './keyQueue.ts';
import { listPage } from './lowdb/lists.ts';
import { openJournal } from './lowdb/journal.ts';
import { partitionsOf } from './lowdb/partitions.ts';
import { placeOf, type Place } from './lowdb/place.ts';
import { forgetSetAside, forgetSetAsideOf, keepBrokenLine } from './lowdb/quarantine.ts';
import { recentlyUsed } from './lowdb/recentlyUsed.ts';
import { beginSettling, settleTimes, type SettleTimes } from './lowdb/settling.ts';
import { present, put, remembered, remove, setAside, type OnUnreadable, type Store } from './lowdb/store.ts';

/** What a data folder is opened with; all but the clock have defaults. */
export interface LowdbOptions {
  now(): Date;
  /** Is told of each document set aside: its key, the file it went to, and a reason without its content. */
  readonly onUnreadable?: OnUnreadable;
  /** Is told once when the folder's lock was lost: every later write raises the same error, so the process should end. */
  readonly onLockLost?: (error: Error) => void;
  /** Is told when documents could not be brought to their own files; they are safe, and it is tried again. */
  readonly onTrouble?: (error: unknown) => void;
  /** Gives a text that was never given before; a random UUID unless told. */
  readonly newEtag?: () => string;
  readonly disk?: Disk;
  /** How many documents are remembered so that reading them does not touch the disk; 2,000 unless told. */
  readonly remembered?: number;
  readonly lockTimes?: LockTimes;
  readonly settleTimes?: SettleTimes;
}

async function openStore(folder: string, options: LowdbOptions): Promise<Store> {
  const disk = options.disk ?? nodeDisk;
  await disk.makeFolder(folder);
  const lock = await lockFolder(folder, options.lockTimes ?? lockTimes, (error) => options.onLockLost?.(error));
  try {
    await prepareFolder(disk, folder);
    const journal = await openJournal(disk, folder, () => lock.assertHeld());
    const settled = { folder, disk, lock, journal };
    const store = {
      ...settled,
      settling: beginSettling(settled, options.settleTimes ?? settleTimes, (error) => options.onTrouble?.(error)),
      queue: keyQueue(),
      cache: recentlyUsed<Stored>(options.remembered ?? 2000),
      indexes: new Map(),
      now: () => options.now(),
      onUnreadable: options.onUnreadable ?? (() => undefined),
    };
    for (const line of journal.broken) await keepBrokenLine(store, line);
    return store;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function get(store: Store, key: Key): Promise<Stored | undefined> {
  const place = placeOf(store.folder, key);
  const known = remembered(store, place);
  return known === undefined ? store.queue.run(place.file, () => present(store, place)) : (known ?? undefined);
}

async function insert(store: Store, key: Key, next: Stored): Promise<string> {
  const place = placeOf(store.folder, key);
  return store.queue.run(place.file, async () => {
    if ((await present(store, place)) !== undefined) throw new DocumentExists(key);
    await put(store, place, next);
    return next.etag;
  });
}

/** Runs a task on the version named by `etag`, or on none when there is no document. */
async function withVersion<T>(
  store: Store,
  key: Key,
  etag: string,
  task: (place: Place, former: Stored | undefined) => Promise<T>,
): Promise<T> {
  const place = placeOf(store.folder, key);
  return store.queue.run(place.file, async () => {
    const former = await present(store, place);
    if (former !== undefined && former.etag !== etag) throw new StaleDocument(key);
    return task(place, former);
  });
}

/**
 * Documents kept by lowdb in a folder of this machine, one file each (mode 0600, folders 0700), the cost of each call
 * being the same however many there are. What is written is durable in a journal first, many changes by one write, and
 * follows in the documents' files seconds later, or when the store is closed. One process at a time: raises FolderInUse when another holds the
 * folder, UnusableFolder when a newer version wrote it. The layout is `kind/partner/id.json`, with `journal/`,
 * `quarantine/` for what could not be read, `tmp/`, `lock/` and `format.json`.
 */
export async function openLowdbDocuments(folder: string, options: LowdbOptions): Promise<Documents> {
  const store = await openStore(folder, options);
  const newEtag = options.newEtag ?? randomUUID;
  return {
    get: (key) => get(store, key),
    insert: async (key, value) => insert(store, key, { id: key.id, etag: newEtag(), value: deepFreeze(value) }),
    async replace(key, value, etag) {
      const next = { id: key.id, etag: newEtag(), value: deepFreeze(value) };
      await withVersion(store, key, etag, async (place, former) => {
        if (former === undefined) throw new StaleDocument(key);
        await put(store, place, next);
      });
      return next.etag;
    },
    remove: (key, etag) =>
      withVersion(store, key, etag, async (place, former) => {
        if (former !== undefined) await remove(store, place);
      }),
    setAside: (key, etag, reason) =>
      withVersion(store, key, etag, async (place, former) => {
        if (former === undefined) throw new StaleDocument(key);
        return setAside(store, place, former, reason);
      }),
    list: (kind, partner, page) => listPage(store, kind, partner, page),
    partitions: () => partitionsOf(store),
    forgetSetAside: (before) => forgetSetAside(store, before),
    forgetSetAsideOf: (partner, texts) => forgetSetAsideOf(store, partner, texts),
    async close() {
      await store.queue.idle();
      await store.settling.end();
      await store.lock.release();
    },
  };
}

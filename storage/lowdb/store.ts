import { Low } from 'lowdb';
import { basename, join } from 'node:path';
import { StorageUnavailable, UnreadableDocument, type Key, type Stored } from '../documents.ts';
import { draftsOf, quarantineOf, reservedNames } from './dataFolder.ts';
import { moveDurably, type Disk } from './disk.ts';
import { BrokenFile, durableFile } from './durableFile.ts';
import { nameOf } from './fileNames.ts';
import type { FolderLock } from './folderLock.ts';
import type { IdIndex } from './idIndex.ts';
import type { KeyQueue } from '../keyQueue.ts';
import { quarantineTime } from './quarantine.ts';
import type { RecentlyUsed } from './recentlyUsed.ts';

/** Is told of each document set aside: its key, the file it went to, and a reason without its content. */
export type OnUnreadable = (key: Key, file: string, reason: string) => void;

/** An open data folder, and what is remembered of it. */
export interface Store {
  readonly folder: string;
  readonly disk: Disk;
  readonly lock: FolderLock;
  /** By file. */
  readonly queue: KeyQueue;
  /** By file: what the disk holds, never anything else. */
  readonly cache: RecentlyUsed<Stored>;
  /** By folder. */
  readonly indexes: Map<string, IdIndex>;
  readonly now: () => Date;
  readonly onUnreadable: OnUnreadable;
}

/** A key with the folder and the file that belong to it. */
export interface Place {
  readonly key: Key;
  readonly folder: string;
  readonly file: string;
}

/** The folder of one partner's documents of a kind. */
export function folderOf(store: Store, kind: string, partner: string): string {
  if (reservedNames.includes(kind)) throw new Error(`no kind of document may be called ${kind}`);
  return join(store.folder, nameOf(kind), nameOf(partner));
}

/** Where the document of a key is, or would be. */
export function placeOf(store: Store, key: Key): Place {
  const folder = folderOf(store, key.kind, key.partner);
  return { key, folder, file: join(folder, `${nameOf(key.id)}.json`) };
}

const absent: Stored = { id: '', etag: '', value: null };

const lowOf = (store: Store, place: Place, document: Stored): Low<Stored> =>
  new Low(durableFile(store.disk, draftsOf(store.folder), place.file), document);

/**
 * The document at a place; to be run in its queue. `keep` tells whether to remember it. Raises UnreadableDocument for a
 * broken one, after setting it aside.
 */
export async function present(store: Store, place: Place, keep = true): Promise<Stored | undefined> {
  const known = store.cache.get(place.file);
  if (known !== undefined) return known;
  const low = lowOf(store, place, absent);
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw new StorageUnavailable('read', place.key.kind, error);
    throw new UnreadableDocument(place.key, await moveAside(store, place, error.message), error.message);
  }
  if (low.data === absent) return undefined;
  if (keep) store.cache.set(place.file, low.data);
  return low.data;
}

async function changing<T>(store: Store, place: Place, task: () => Promise<T>): Promise<T> {
  store.lock.assertHeld();
  try {
    return await task();
  } catch (error) {
    // What the disk holds now is for the disk to say.
    store.cache.delete(place.file);
    store.indexes.delete(place.folder);
    throw new StorageUnavailable('write', place.key.kind, error);
  }
}

async function orPutBack(
  store: Store,
  place: Place,
  former: Stored | undefined,
  task: () => Promise<void>,
): Promise<void> {
  try {
    await task();
  } catch (error) {
    // The task may have failed after its change, when making it durable. That the undoing fails too is usual (the disk
    // is full) and harmless where the former version is still in place.
    const undone = former === undefined ? store.disk.remove(place.file) : lowOf(store, place, former).write();
    await undone.catch(() => undefined);
    throw error;
  }
}

/** Writes a document over the former one; to be run in its queue. */
export async function put(store: Store, place: Place, next: Stored, former: Stored | undefined): Promise<void> {
  await changing(store, place, () => orPutBack(store, place, former, () => lowOf(store, place, next).write()));
  store.cache.set(place.file, next);
  store.indexes.get(place.folder)?.add(next.id);
}

function forget(store: Store, place: Place): void {
  store.cache.delete(place.file);
  store.indexes.get(place.folder)?.remove(place.key.id);
}

/** Removes a document; to be run in its queue. */
export async function removeFile(store: Store, place: Place, former: Stored): Promise<void> {
  await changing(store, place, () =>
    orPutBack(store, place, former, async () => {
      await store.disk.remove(place.file);
      await store.disk.syncFolder(place.folder);
    }),
  );
  forget(store, place);
}

async function freeName(store: Store, place: Place): Promise<string> {
  const { kind, partner } = place.key;
  const time = quarantineTime(store.now());
  const start = `${nameOf(kind)}-${nameOf(partner)}-${basename(place.file, '.json')}-${time}`;
  for (let count = 1; ; count += 1) {
    const file = join(quarantineOf(store.folder), `${start}${count === 1 ? '' : `-${count}`}.json`);
    if (!(await store.disk.exists(file))) return file;
  }
}

/** Moves a document's file to the quarantine, tells of it and gives the file it is now; to be run in its queue. */
export async function moveAside(store: Store, place: Place, reason: string): Promise<string> {
  const movedTo = await changing(store, place, async () => {
    const target = await freeName(store, place);
    await moveDurably(store.disk, place.file, target);
    await store.disk.syncFolder(place.folder);
    return target;
  });
  forget(store, place);
  store.onUnreadable(place.key, movedTo, reason);
  return movedTo;
}

import { Low } from 'lowdb';
import { basename } from 'node:path';
import { StorageUnavailable, UnreadableDocument, type Key, type Stored } from '../documents.ts';
import { draftsOf } from './dataFolder.ts';
import { moveDurably, writeDurably, type Disk } from './disk.ts';
import { BrokenFile, durableFile } from './durableFile.ts';
import { nameOf } from './fileNames.ts';
import type { FolderLock } from '../folderLock.ts';
import type { IdIndex } from './idIndex.ts';
import type { Journal } from './journal.ts';
import type { KeyQueue } from '../keyQueue.ts';
import type { Place } from './place.ts';
import { freePlace } from './quarantine.ts';
import type { RecentlyUsed } from './recentlyUsed.ts';
import type { Settling } from './settling.ts';

/** Is told of each document set aside: its key, the file it went to, and a reason without its content. */
export type OnUnreadable = (key: Key, file: string, reason: string) => void;

/** An open data folder, and what is remembered of it. */
export interface Store {
  readonly folder: string;
  readonly disk: Disk;
  readonly lock: FolderLock;
  readonly journal: Journal;
  readonly settling: Settling;
  /** By file. */
  readonly queue: KeyQueue;
  /** By file: what is durable, never anything else; to be asked by way of `remembered`. */
  readonly cache: RecentlyUsed<Stored>;
  /** By folder. */
  readonly indexes: Map<string, IdIndex>;
  readonly now: () => Date;
  readonly onUnreadable: OnUnreadable;
}

/** Remembered where there is no document: this process alone writes here. */
const absent: Stored = { id: '', etag: '', value: null };

/** What is remembered of a place: its document, null where there is none, undefined where nothing is known. */
export function remembered({ cache }: Pick<Store, 'cache'>, { file }: Place): Stored | null | undefined {
  const known = cache.get(file);
  return known === absent ? null : known;
}

/** lowdb on the file of a place. */
export const lowOf = (
  { disk, folder }: Pick<Store, 'disk' | 'folder'>,
  { file }: Place,
  document: Stored,
): Low<Stored> => new Low(durableFile(disk, draftsOf(folder), file), document);

/**
 * The document at a place; to be run in its queue. `keep` tells whether to remember it. Raises UnreadableDocument for a
 * broken one, after setting it aside.
 */
export async function present(store: Store, place: Place, keep = true): Promise<Stored | undefined> {
  const change = store.journal.ahead.get(place.file);
  if (change !== undefined) return change.document;
  const known = remembered(store, place);
  if (known !== undefined) return known ?? undefined;
  const low = lowOf(store, place, absent);
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw new StorageUnavailable('read', place.key.kind, error);
    throw new UnreadableDocument(place.key, await moveAside(store, place, error.message), error.message);
  }
  if (keep) store.cache.set(place.file, low.data);
  return low.data === absent ? undefined : low.data;
}

async function writing<T>(store: Store, { key }: Place, task: () => Promise<T>): Promise<T> {
  store.lock.assertHeld();
  try {
    return await task();
  } catch (error) {
    throw new StorageUnavailable('write', key.kind, error);
  }
}

/** Writes a document, over the former one where there is one; to be run in its queue. */
export async function put(store: Store, place: Place, document: Stored): Promise<void> {
  await writing(store, place, () => store.journal.write({ place, document }));
  store.cache.set(place.file, document);
  store.indexes.get(place.folder)?.add(document.id);
  store.settling.changed();
}

function forget(store: Store, place: Place): void {
  store.cache.delete(place.file);
  store.indexes.get(place.folder)?.remove(place.key.id);
}

/** Removes a document; to be run in its queue. */
export async function remove(store: Store, place: Place): Promise<void> {
  await writing(store, place, () => store.journal.write({ place, document: undefined }));
  forget(store, place);
  store.settling.changed();
}

/** Where the document of a place goes that is set aside. */
const asideOf = (store: Store, { file, key: { kind, partner } }: Place): Promise<string> =>
  freePlace(store, [nameOf(kind), nameOf(partner), basename(file, '.json')]);

/** Moves a file that holds no document to the quarantine, tells of it and gives the file it is now; to be run in its queue. */
async function moveAside(store: Store, place: Place, reason: string): Promise<string> {
  const movedTo = await writing(store, place, async () => {
    const target = await asideOf(store, place);
    await moveDurably(store.disk, place.file, target);
    await store.disk.syncFolder(place.folder);
    return target;
  });
  forget(store, place);
  store.onUnreadable(place.key, movedTo, reason);
  return movedTo;
}

/** Removes a document after writing it to the quarantine, tells of it and gives the file; to be run in its queue. */
export async function setAside(store: Store, place: Place, document: Stored, reason: string): Promise<string> {
  const target = await writing(store, place, async () => {
    const file = await asideOf(store, place);
    await writeDurably(store.disk, draftsOf(store.folder), file, `${JSON.stringify(document)}\n`);
    return file;
  });
  await remove(store, place);
  store.onUnreadable(place.key, target, reason);
  return target;
}

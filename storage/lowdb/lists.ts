import { join } from 'node:path';
import { StorageUnavailable, UnreadableDocument, type Page, type Stored } from '../documents.ts';
import { isMissing } from './disk.ts';
import { isHashed, textOf } from './fileNames.ts';
import { idIndex, type Found, type IdIndex } from './idIndex.ts';
import { folderOf, placeOf, type Place } from './place.ts';
import { present, type Store } from './store.ts';

const atOnce = 32;

/** The documents at some places that are there and readable, in order, and the ids of those that are not readable. */
async function readAll(store: Store, places: readonly Place[]): Promise<{ items: Stored[]; unreadable: string[] }> {
  const items: Stored[] = [];
  const unreadable: string[] = [];
  const read = async (place: Place): Promise<Stored | undefined> => {
    try {
      // Not kept: a long list would drive the documents of the people at work out of memory.
      return await store.queue.run(place.file, () => present(store, place, false));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable.push(place.key.id);
      return undefined;
    }
  };
  for (let start = 0; start < places.length; start += atOnce) {
    const part = await Promise.all(places.slice(start, start + atOnce).map(read));
    items.push(...part.filter((item) => item !== undefined));
  }
  return { items, unreadable };
}

async function namesIn(store: Store, folder: string, kind: string): Promise<readonly string[]> {
  try {
    const names = await store.disk.names(folder);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new StorageUnavailable('list', kind, error);
  }
}

/** One read of the folder and what is ahead of it; only files named by a hash must be opened, for their ids. */
async function load(store: Store, kind: string, partner: string): Promise<Found> {
  const folder = folderOf(store.folder, kind, partner);
  // Before the folder is read: what arrives there meanwhile is in one of them.
  const ahead = [...store.journal.ahead.values()].filter(({ place }) => place.folder === folder);
  const names = await namesIn(store, folder, kind);
  const ids = new Set(names.map(textOf).filter((id) => id !== undefined));
  const hashed = names
    .filter(isHashed)
    .map((name) => ({ key: { kind, partner, id: name }, folder, file: join(folder, `${name}.json`) }));
  const { items, unreadable } = await readAll(store, hashed);
  for (const { id } of items) ids.add(id);
  for (const { place, document } of ahead) {
    if (document === undefined) ids.delete(place.key.id);
    else ids.add(place.key.id);
  }
  return { ids: [...ids], unreadable };
}

function indexOf(store: Store, kind: string, partner: string): IdIndex {
  const folder = folderOf(store.folder, kind, partner);
  const known = store.indexes.get(folder);
  if (known !== undefined) return known;
  const index = idIndex(() => load(store, kind, partner));
  store.indexes.set(folder, index);
  return index;
}

/** A page of a partner's documents of a kind, as Documents.list gives it. Raises RangeError for a limit under 1. */
export async function listPage(
  store: Store,
  kind: string,
  partner: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<Page> {
  if (!Number.isInteger(page.limit) || page.limit < 1) throw new RangeError('a page holds at least one document');
  const index = indexOf(store, kind, partner);
  const { ids, more } = await index.page(page.after, page.limit).catch((error: unknown) => {
    // An index that could not be loaded must not stay: the disk may recover.
    store.indexes.delete(folderOf(store.folder, kind, partner));
    throw error;
  });
  const lost = await index.takeUnreadable();
  const places = ids.map((id) => placeOf(store.folder, { kind, partner, id }));
  const { items, unreadable } = await readAll(store, places);
  const last = ids.at(-1);
  return { items, unreadable: [...lost, ...unreadable], ...(more && last !== undefined ? { next: last } : {}) };
}

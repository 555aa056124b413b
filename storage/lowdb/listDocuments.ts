import { join } from 'node:path';
import {
  type DocumentPage,
  type Partition,
  StorageUnavailable,
  type StoredDocument,
  UnreadableDocument,
} from '../documents.ts';
import { isMissing } from '../disk.ts';
import {
  type DocumentPath,
  isHashedName,
  partitionFolder,
  pathInFolder,
  reservedNames,
  textOfFileName,
} from './paths.ts';
import { type FolderScan, idIndex, type IdIndex } from './idIndex.ts';
import { currentDocument, type Store } from './store.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import { defined } from '../../lib/optional.ts';
import { UnusableFolder } from '../dataFolder.ts';

const readsAtOnce = 32;

/**
 * The existing, readable documents at some paths, in order, and the ids of the unreadable ones; `visit` runs in a document's queue.
 */
export async function readDocuments(
  store: Store,
  locations: readonly DocumentPath[],
  visit: (document: StoredDocument, location: DocumentPath) => Promise<void> = () => Promise.resolve(),
): Promise<{ items: StoredDocument[]; unreadable: string[] }> {
  const unreadable: string[] = [];
  const read = async (location: DocumentPath): Promise<StoredDocument | undefined> => {
    try {
      return await store.queue.run(location.file, async () => {
        // Not cached: a long list would evict the documents of active users.
        const document = await currentDocument(store, location, false);
        if (document !== undefined) await visit(document, location);
        return document;
      });
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable.push(location.key.id);
      return undefined;
    }
  };
  const found = await mapLimit(locations, readsAtOnce, read);
  return { items: found.filter((item) => item !== undefined), unreadable };
}

async function documentNamesIn(store: Store, folder: string, kind: string): Promise<readonly string[]> {
  try {
    const names = await store.disk.names(folder);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new StorageUnavailable('list', kind, error);
  }
}

/** Ids in a partition's folder and in the log; only files named by a hash must be opened, for their ids. */
async function scanFolder(store: Store, kind: string, partner: string): Promise<FolderScan> {
  const folder = partitionFolder(store.folder, kind, partner);
  // Before the folder is read: entries flushed meanwhile are then in one of the two.
  const unflushed = [...store.log.unflushed.values()].filter(({ location }) => location.folder === folder);
  const names = await documentNamesIn(store, folder, kind);
  const ids = new Set(names.map(textOfFileName).filter((id) => id !== undefined));
  const hashed = names
    .filter(isHashedName)
    .map((name) => ({ key: { kind, partner, id: name }, name, folder, file: join(folder, `${name}.json`) }));
  const { items, unreadable } = await readDocuments(store, hashed);
  for (const { id } of items) ids.add(id);
  for (const { location, document } of unflushed) {
    if (document === undefined) ids.delete(location.key.id);
    else ids.add(location.key.id);
  }
  return { ids: [...ids], unreadable };
}

function idIndexOf(store: Store, kind: string, partner: string): IdIndex {
  const folder = partitionFolder(store.folder, kind, partner);
  const existing = store.indexes.get(folder);
  if (existing !== undefined) return existing;
  const index = idIndex(() => scanFolder(store, kind, partner));
  store.indexes.set(folder, index);
  return index;
}

/** A page of ids. */
interface IdPage {
  readonly ids: readonly string[];
  /** Names of files whose ids could not be read. */
  readonly unreadable: readonly string[];
  readonly next?: string;
}

/** A page of the ids of a partner's documents of a kind. Raises StorageUnavailable. */
export async function listIds(
  store: Store,
  { kind, partner }: Partition,
  after: string | undefined,
  limit: number,
): Promise<IdPage> {
  const index = idIndexOf(store, kind, partner);
  const { ids, more } = await index.page(after, limit).catch((error: unknown) => {
    // An index that could not be loaded must not stay: the disk may recover.
    store.indexes.delete(partitionFolder(store.folder, kind, partner));
    throw error;
  });
  return { ids, unreadable: await index.takeUnreadable(), ...defined({ next: more ? ids.at(-1) : undefined }) };
}

/** A page of a partner's documents of a kind, as Documents.list gives it. Raises RangeError for a limit under 1. */
export async function listPage(
  store: Store,
  kind: string,
  partner: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<DocumentPage> {
  if (!Number.isInteger(page.limit) || page.limit < 1) throw new RangeError('a page holds at least one document');
  const { ids, ...found } = await listIds(store, { kind, partner }, page.after, page.limit);
  const folder = partitionFolder(store.folder, kind, partner);
  const locations = ids.map((id) => pathInFolder(folder, { kind, partner, id }));
  const { items, unreadable } = await readDocuments(store, locations);
  return { ...found, items, unreadable: [...found.unreadable, ...unreadable] };
}

/** Decodes folder names to partners. Raises UnusableFolder for a name that no partner has. */
const partnersIn = (folder: string, names: readonly string[]): readonly string[] =>
  names.map((name) => {
    const partner = textOfFileName(name);
    if (partner !== undefined) return partner;
    throw new UnusableFolder(`${join(folder, name)} is named after no partner: move it elsewhere, then try again`);
  });

/** Each kind and partner with a folder or an unflushed entry. Raises UnusableFolder and StorageUnavailable. */
export async function listPartitions({ disk, folder, log }: Store): Promise<readonly Partition[]> {
  const found = new Map<string, Partition>();
  const add = (kind: string, partner: string): void =>
    void found.set(JSON.stringify([kind, partner]), { kind, partner });
  // Before the folders are read: entries flushed meanwhile are then in one of the two.
  for (const { location } of log.unflushed.values()) add(location.key.kind, location.key.partner);
  try {
    for (const name of await disk.names(folder)) {
      const kind = textOfFileName(name);
      if (kind === undefined || reservedNames.includes(kind)) continue;
      const inKind = join(folder, name);
      for (const partner of partnersIn(inKind, await disk.names(inKind))) add(kind, partner);
    }
  } catch (error) {
    throw error instanceof UnusableFolder ? error : new StorageUnavailable('list', undefined, error);
  }
  return [...found.values()];
}

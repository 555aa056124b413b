import { basename } from 'node:path';
import type { LRUCache } from 'lru-cache';
import {
  type Partition,
  StorageUnavailable,
  type StoredDocument,
  type Summary,
  UnreadableDocument,
} from '../documents.ts';
import type { SummaryFiles } from './summaryFiles.ts';
import { type DocumentPath, fileNameOf, tempFolderOf } from './paths.ts';
import { moveDurably, writeDurably, type Disk } from '../disk.ts';
import { CorruptFile, lowdbFile } from './documentFile.ts';
import type { FileNames } from './fileNames.ts';
import type { FolderLock } from '../dataFolder.ts';
import type { IdIndex } from './idIndex.ts';
import { type LogEntry, removalOf, type WriteAheadLog } from './writeAheadLog.ts';
import type { KeyQueue } from '../../lib/keyQueue.ts';
import { freeQuarantinePath, type OnUnreadable } from './quarantine.ts';
import type { Checkpoints } from './checkpoint.ts';

/** An open data folder with its log, caches and queues. */
export interface Store {
  readonly folder: string;
  readonly disk: Disk;
  readonly lock: FolderLock;
  readonly log: WriteAheadLog;
  readonly summaries: SummaryFiles;
  readonly names: FileNames;
  readonly checkpoints: Checkpoints;
  /** By file. */
  readonly queue: KeyQueue;
  /** Durable versions by file; read through `cachedDocument`. */
  readonly cache: LRUCache<string, StoredDocument>;
  /** By folder. */
  readonly indexes: Map<string, IdIndex>;
  readonly now: () => Date;
  readonly onUnreadable: OnUnreadable;
  readonly onSummarized: OnSummarized;
}

/** Called with the number of a partition's summaries that were missing and were rebuilt from the documents. */
export type OnSummarized = (partition: Partition, count: number) => void;

/** Cache entry that stands for "no document"; it holds as this process alone writes here. */
const noDocument: StoredDocument = { id: '', etag: '', value: null };

/** The cached document of a path: null where there is no document, undefined where nothing is cached. */
export function cachedDocument(
  { cache }: Pick<Store, 'cache'>,
  { file }: DocumentPath,
): StoredDocument | null | undefined {
  const cached = cache.get(file);
  return cached === noDocument ? null : cached;
}

/**
 * The present document at a path; run in its queue. `keep` tells whether to cache it. Raises UnreadableDocument for a
 * broken one, after quarantining it.
 */
export async function currentDocument(
  store: Store,
  location: DocumentPath,
  keep = true,
): Promise<StoredDocument | undefined> {
  const entry = store.log.unflushed.get(location.file);
  if (entry !== undefined) return entry.document;
  const cached = cachedDocument(store, location);
  if (cached !== undefined) return cached ?? undefined;
  if (!store.names.mayExist(location)) return undefined;
  const low = lowdbFile(store, location, noDocument);
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof CorruptFile)) throw new StorageUnavailable('read', location.key.kind, error);
    throw new UnreadableDocument(location.key, await quarantineFile(store, location, error.message), error.message);
  }
  if (keep) store.cache.set(location.file, low.data);
  return low.data === noDocument ? undefined : low.data;
}

async function guardWrite<T>(store: Store, { key }: DocumentPath, task: () => Promise<T>): Promise<T> {
  store.lock.assertHeld();
  try {
    return await task();
  } catch (error) {
    throw new StorageUnavailable('write', key.kind, error);
  }
}

/** Writes the entry of a document, replacing the former version where there is one; run in its queue. */
async function writeEntry(store: Store, entry: LogEntry & { readonly document: StoredDocument }): Promise<void> {
  const { location, document } = entry;
  await guardWrite(store, location, () => store.log.append(entry));
  store.cache.set(location.file, document);
  store.names.add(location);
  store.indexes.get(location.folder)?.add(document.id);
  store.checkpoints.noteWrite();
}

/** Writes a document where there is none; run in its queue. */
export const insertDocument = (
  store: Store,
  location: DocumentPath,
  document: StoredDocument,
  summary: Summary | undefined,
): Promise<void> =>
  // The file of one that was removed may still be there.
  writeEntry(store, { location, document, summary, isNew: !store.log.unflushed.has(location.file) });

/** Writes another version of a document; run in its queue. */
export const replaceDocument = (
  store: Store,
  location: DocumentPath,
  document: StoredDocument,
  summary: Summary | undefined,
): Promise<void> => writeEntry(store, { location, document, summary });

function evict(store: Store, location: DocumentPath): void {
  store.cache.delete(location.file);
  store.indexes.get(location.folder)?.remove(location.key.id);
}

/** Removes a document; run in its queue. */
export async function removeDocument(store: Store, location: DocumentPath): Promise<void> {
  await guardWrite(store, location, () => store.log.append(removalOf(location)));
  evict(store, location);
  store.checkpoints.noteWrite();
}

/** Unused quarantine path for the document of a path. */
const quarantinePathOf = (store: Store, { file, key: { kind, partner } }: DocumentPath): Promise<string> =>
  freeQuarantinePath(store, [fileNameOf(kind), fileNameOf(partner), basename(file, '.json')]);

/** Moves a broken file to the quarantine, reports it and returns its new path; run in its queue. */
async function quarantineFile(store: Store, location: DocumentPath, reason: string): Promise<string> {
  const movedTo = await guardWrite(store, location, async () => {
    const target = await quarantinePathOf(store, location);
    await moveDurably(store.disk, location.file, target);
    await store.disk.syncFolder(location.folder);
    return target;
  });
  evict(store, location);
  store.summaries.note(location.key, location.name, undefined);
  store.checkpoints.noteWrite();
  store.onUnreadable(location.key, movedTo, reason);
  return movedTo;
}

/** Removes a document after writing it to the quarantine, reports it and returns the new path; run in its queue. */
export async function quarantineDocument(
  store: Store,
  location: DocumentPath,
  document: StoredDocument,
  reason: string,
): Promise<string> {
  const target = await guardWrite(store, location, async () => {
    const file = await quarantinePathOf(store, location);
    await writeDurably(store.disk, tempFolderOf(store.folder), file, `${JSON.stringify(document)}\n`);
    return file;
  });
  await removeDocument(store, location);
  store.onUnreadable(location.key, target, reason);
  return target;
}

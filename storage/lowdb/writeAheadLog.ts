import { join } from 'node:path';
import { deepFreeze, type DocumentKey, type Json, type StoredDocument, type Summary } from '../documents.ts';
import { defined } from '../../lib/optional.ts';
import { decodeLine, encodeLine, lineRanges, tailStart } from './checksumLines.ts';
import { type Disk, isMissing } from '../disk.ts';
import { keyQueue } from '../../lib/keyQueue.ts';
import { documentPath, type DocumentPath, logFolderOf } from './paths.ts';
import { coalesce } from '../../lib/coalesce.ts';

/** A record of the log: a document's new version, or without one its removal. */
export interface LogRecord {
  readonly key: DocumentKey;
  readonly version?: { readonly etag: string; readonly value: Json; readonly summary?: Summary };
}

/** Content of a segment, in order; `corrupt` holds the lines that cannot be decoded. */
interface SegmentContent {
  readonly records: readonly LogRecord[];
  readonly corrupt: readonly Uint8Array[];
}

/** Encodes a record as a line, its end included. */
export const encodeRecord = ({ key: { kind, partner, id }, version }: LogRecord): string =>
  encodeLine(JSON.stringify({ kind, partner, id, ...version }));

const isText = (value: unknown): value is string => typeof value === 'string';

function decodeRecord(line: Uint8Array): LogRecord | undefined {
  const text = decodeLine(line);
  if (text === undefined) return undefined;
  try {
    const { kind, partner, id, etag, value, summary } = JSON.parse(Buffer.from(text).toString('utf8')) as Record<
      string,
      Json
    >;
    if (!isText(kind) || !isText(partner) || !isText(id)) return undefined;
    const key = { kind, partner, id };
    if (!isText(etag) || value === undefined) return { key };
    // The checksum says that it is as it was written.
    return { key, version: { etag, value, ...defined({ summary: summary as Summary | undefined }) } };
  } catch {
    return undefined;
  }
}

/**
 * Decodes a segment. Bytes after the last line's end were being written when a process ended and were never
 * acknowledged: they are left out.
 */
export function decodeSegment(bytes: Uint8Array): SegmentContent {
  const records: LogRecord[] = [];
  const corrupt: Uint8Array[] = [];
  for (const [start, end] of lineRanges(bytes)) {
    const line = bytes.subarray(start, end);
    const record = decodeRecord(line);
    if (record === undefined) corrupt.push(line);
    else records.push(record);
  }
  // A whole record whose line end alone is corrupt was acknowledged, so it counts.
  const last = decodeRecord(bytes.subarray(tailStart(bytes), -1));
  if (last !== undefined) records.push(last);
  return { records, corrupt };
}

/** The segment that is written at present. */
interface LogSegment {
  readonly path: string;
  /** Its size in bytes. */
  readonly size: number;
  /** Appends a text, durable when this resolves. Raises the disk's error, and then the content is as before. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Number of the segment with that file name; undefined for any other name. */
const segmentNumberOf = (name: string): number | undefined =>
  /^\d{9,}\.log$/.test(name) ? Number.parseInt(name, 10) : undefined;

/** Creates the segment of that number in an existing folder, durably. */
async function createSegment(disk: Disk, folder: string, number: number): Promise<LogSegment> {
  const path = join(folder, `${String(number).padStart(9, '0')}.log`);
  const file = await disk.grow(path);
  try {
    await disk.syncFolder(folder);
  } catch (error) {
    // An empty segment has no effect; a later start removes it.
    await file.close().catch(() => undefined);
    throw error;
  }
  let size = 0;
  let sound = true;
  const mend = async (): Promise<void> => {
    await file.cut(size);
    sound = true;
  };
  return {
    path,
    get size() {
      return size;
    },
    async append(text) {
      // A failed append may have left bytes, which must be cut off before anything follows.
      if (!sound) await mend();
      const bytes = Buffer.from(text, 'utf8');
      try {
        await file.append(bytes);
      } catch (error) {
        sound = false;
        await mend().catch(() => undefined);
        throw error;
      }
      size += bytes.length;
    },
    close: () => file.close(),
  };
}

/** A change of the document at a path: its new version with its summary, or undefined where it was removed. */
export interface LogEntry {
  readonly location: DocumentPath;
  readonly document: StoredDocument | undefined;
  readonly summary: Summary | undefined;
  /** True where the document is new and no file of its path can be on the disk. */
  readonly isNew?: boolean;
}

/** The entry that removes the document at a path. */
export const removalOf = (location: DocumentPath): LogEntry => ({ location, document: undefined, summary: undefined });

/** Closed segments, and the entries that must be flushed to the documents' files before the segments may be removed. */
interface ClosedSegments {
  readonly entries: readonly LogEntry[];
  readonly paths: readonly string[];
}

/** A record that cannot be decoded. */
export interface CorruptRecord {
  /** Path of its segment. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Log that every change is appended to first, many by one write and sync; checkpoints flush it to the documents' files.
 */
export interface WriteAheadLog {
  /** Latest durable entry by document's file, of those that may not be flushed there yet. */
  readonly unflushed: ReadonlyMap<string, LogEntry>;
  /** Corrupt records found when the log was opened. */
  readonly corrupt: readonly CorruptRecord[];
  /** Bytes in the present segment. */
  size(): number;
  /**
   * Appends an entry; it is durable and in effect when this resolves. Raises the disk's error, and then has no effect.
   */
  append(entry: LogEntry): Promise<void>;
  /** Closes the present segment, so that later entries go to a new one, and returns everything before it. */
  rotate(): Promise<ClosedSegments>;
  /**
   * True where no file of that path has ever been on the disk, so that there is none to remove. Call before a file is
   * written or removed: from then on there may be one.
   */
  takeUnwritten(file: string): boolean;
  /** Call when the entry is durable in its document's file. */
  flushed(entry: LogEntry): void;
  /** Removes closed segments whose entries are all flushed. */
  removeSegments(paths: readonly string[]): Promise<void>;
}

/** Segments left by a former process, oldest first, and their content. */
interface Recovery {
  readonly paths: readonly string[];
  readonly latest: number;
  readonly unflushed: Map<string, LogEntry>;
  readonly corrupt: readonly CorruptRecord[];
}

async function recover(disk: Disk, folder: string): Promise<Recovery> {
  const names = await disk.names(logFolderOf(folder));
  const numbers = names.map((name) => segmentNumberOf(name) ?? 0);
  // Numbers grow to more digits some day.
  const paths = names
    .filter((name) => segmentNumberOf(name) !== undefined)
    .toSorted((a, b) => (segmentNumberOf(a) ?? 0) - (segmentNumberOf(b) ?? 0))
    .map((name) => join(logFolderOf(folder), name));
  const unflushed = new Map<string, LogEntry>();
  const corrupt: CorruptRecord[] = [];
  for (const path of paths) {
    const found = decodeSegment(await disk.read(path));
    for (const record of found.records) {
      const entry = entryOfRecord(folder, record);
      unflushed.set(entry.location.file, entry);
    }
    corrupt.push(...found.corrupt.map((bytes) => ({ path, bytes })));
  }
  return { paths, latest: Math.max(0, ...numbers), unflushed, corrupt };
}

function entryOfRecord(folder: string, { key, version }: LogRecord): LogEntry {
  const location = documentPath(folder, key);
  if (version === undefined) return removalOf(location);
  const { etag, value, summary } = version;
  return { location, document: { id: key.id, etag, value: deepFreeze(value) }, summary };
}

const recordOfEntry = ({ location: { key }, document, summary }: LogEntry): LogRecord =>
  document === undefined
    ? { key }
    : { key, version: { etag: document.etag, value: document.value, ...defined({ summary }) } };

/** Opens the write-ahead log of a data folder; `assertHeld` raises an error when this process may not write there. */
export async function openWriteAheadLog(disk: Disk, folder: string, assertHeld: () => void): Promise<WriteAheadLog> {
  const { paths, latest, unflushed, corrupt } = await recover(disk, folder);
  const oneByOne = keyQueue();
  const closed = [...paths];
  const queued: LogEntry[] = [];
  // Not known of the entries of a former process, which may have been flushed.
  const unwritten = new Set<string>();
  let number = latest;
  let current: LogSegment | undefined;

  const append = async (entries: readonly LogEntry[]): Promise<void> => {
    assertHeld();
    current ??= await createSegment(disk, logFolderOf(folder), (number += 1));
    await current.append(entries.map((entry) => encodeRecord(recordOfEntry(entry))).join(''));
    for (const entry of entries) {
      unflushed.set(entry.location.file, entry);
      if (entry.isNew === true) unwritten.add(entry.location.file);
    }
  };
  const commit = coalesce(() => {
    const entries = queued.splice(0);
    return oneByOne.run('', () => append(entries));
  });
  const rotate = async (): Promise<ClosedSegments> => {
    if (current !== undefined) {
      closed.push(current.path);
      // Its records are durable, even if closing fails.
      await current.close().catch(() => undefined);
      current = undefined;
    }
    return { entries: [...unflushed.values()], paths: [...closed] };
  };

  return {
    unflushed,
    corrupt,
    size: () => current?.size ?? 0,
    append(entry) {
      queued.push(entry);
      return commit('');
    },
    rotate: () => oneByOne.run('', rotate),
    takeUnwritten: (file) => unwritten.delete(file),
    flushed(entry) {
      if (unflushed.get(entry.location.file) === entry) unflushed.delete(entry.location.file);
    },
    async removeSegments(removed) {
      for (const path of removed) {
        // Oldest first, each durably: an old segment that came back without its successor would undo newer changes.
        await disk.remove(path).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
        await disk.syncFolder(logFolderOf(folder));
        closed.splice(closed.indexOf(path), 1);
      }
    },
  };
}

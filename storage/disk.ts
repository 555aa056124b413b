import { randomUUID } from 'node:crypto';
import { close, fdatasync, fsync, ftruncate, open, readFile, writeFile } from 'node:fs';
import { access, mkdir, readdir, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { coalesce } from '../lib/coalesce.ts';

/** An open file to append to. Each call raises the system's own error. */
interface AppendFile {
  /** Appends bytes, durable when this resolves. Where it raises an error, any part of them may have been appended. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Truncates it to its first `length` bytes, durably. */
  readonly cut: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * File operations of a store, passed in so that tests can let any step fail. Each call raises the system's own error.
 */
export interface Disk {
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Writes a new file, mode 0600; its content is durable when this resolves. Raises EEXIST when there is one. */
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  /** Appends to a file; the content is durable when this resolves. Where it raises an error, any part may be there. */
  readonly append: (file: string, content: string | Uint8Array) => Promise<void>;
  /** Creates a file to append to, mode 0600; durable only after `syncFolder`. Raises EEXIST when there is one. */
  readonly grow: (file: string) => Promise<AppendFile>;
  /** Moves a file over another; durable only after `syncFolder` of the target's folder. */
  readonly move: (from: string, to: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  readonly exists: (file: string) => Promise<boolean>;
  /** The names in a folder, in no order. */
  readonly names: (folder: string) => Promise<readonly string[]>;
  /** Creates a folder and its parents, mode 0700, durably; existing ones are left as they are. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Makes the moves and removals in a folder durable. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

/** True for a system error that says there is no such file or folder. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

// By descriptors: the handles of node:fs/promises cost as much CPU as the system's own work.
const calls = {
  open: promisify(open),
  close: promisify(close),
  cut: promisify(ftruncate),
  sync: promisify(fsync),
  syncData: promisify(fdatasync),
  read: promisify(readFile),
  write: promisify(writeFile),
};

const durableWrite = { flag: 'wx', mode: 0o600, flush: true };

async function createAppendFile(file: string): Promise<AppendFile> {
  const descriptor = await calls.open(file, 'ax', 0o600);
  return {
    async append(bytes) {
      await calls.write(descriptor, bytes);
      await calls.syncData(descriptor);
    },
    async cut(length) {
      await calls.cut(descriptor, length);
      await calls.sync(descriptor);
    },
    close: () => calls.close(descriptor),
  };
}

async function syncFolderNow(folder: string): Promise<void> {
  // Windows cannot open a folder, and has no need to: NTFS journals its names.
  if (process.platform === 'win32') return;
  const descriptor = await calls.open(folder, 'r');
  try {
    await calls.sync(descriptor);
  } finally {
    await calls.close(descriptor);
  }
}

const syncFolder = coalesce(syncFolderNow);

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The machine's own disk. */
export const nodeDisk: Disk = {
  read: (file) => calls.read(file),
  write: (file, content) => calls.write(file, content, durableWrite),
  append: (file, content) => calls.write(file, content, { ...durableWrite, flag: 'a' }),
  grow: createAppendFile,
  move: rename,
  remove: unlink,
  exists,
  names: (folder) => readdir(folder),
  makeFolder,
  syncFolder,
};

/** Moves a file, creating the target's folder where needed; durable only after `syncFolder` of that folder. */
async function moveFile(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.move(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await disk.makeFolder(dirname(to));
    await disk.move(from, to);
  }
}

/**
 * Moves a file, creating the target's folder where needed; the move survives a power cut when this resolves. Both paths
 * must be on the same filesystem.
 */
export async function moveDurably(disk: Disk, from: string, to: string): Promise<void> {
  await moveFile(disk, from, to);
  await disk.syncFolder(dirname(to));
}

/**
 * Writes a file whole or not at all, through a temporary file in `tempFolder`, an existing folder of the same
 * filesystem; durable only after `syncFolder` of its folder, which many files of one folder share.
 */
export async function writeWhole(
  disk: Disk,
  tempFolder: string,
  file: string,
  content: string | Uint8Array,
): Promise<void> {
  const tempFile = `${tempFolder}/${randomUUID()}`;
  try {
    await disk.write(tempFile, content);
    await moveFile(disk, tempFile, file);
  } catch (error) {
    // The first error tells more than that of the cleanup; a temporary file that stays is removed at the next start.
    await disk.remove(tempFile).catch(() => undefined);
    throw error;
  }
}

/** Writes a file as `writeWhole` does; durable when this resolves. */
export async function writeDurably(
  disk: Disk,
  tempFolder: string,
  file: string,
  content: string | Uint8Array,
): Promise<void> {
  await writeWhole(disk, tempFolder, file, content);
  await disk.syncFolder(dirname(file));
}

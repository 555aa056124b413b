import { randomUUID } from 'node:crypto';
import { close, fdatasync, fsync, ftruncate, open, readFile, writeFile } from 'node:fs';
import { access, mkdir, readdir, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { together } from './together.ts';

/** A file that grows at its end. Each call raises the system's own error. */
export interface GrowingFile {
  /** Adds to its end; durable when this resolves. Where it raises an error, any part may have been added. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Cuts off all but its first `length` bytes, durably. */
  readonly cut: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a store asks of a disk; passed in so that tests can let any step fail. Each call raises the system's own error. */
export interface Disk {
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Writes a new file, mode 0600; its content is durable when this resolves. Raises EEXIST when there is one. */
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  /** Makes a new file that grows, mode 0600; durable only after `syncFolder`. Raises EEXIST when there is one. */
  readonly grow: (file: string) => Promise<GrowingFile>;
  /** Moves a file over another; durable only after `syncFolder` of the target's folder. */
  readonly move: (from: string, to: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  readonly exists: (file: string) => Promise<boolean>;
  /** The names in a folder, in no order. */
  readonly names: (folder: string) => Promise<readonly string[]>;
  /** Makes a folder and those above it, mode 0700, durably; one that is there is left as it is. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Makes the moves and removals in a folder durable. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

/** Whether a system error says that there is no such file or folder. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

// By descriptors: the handles of node:fs/promises cost as much CPU as the system's own work.
const on = {
  open: promisify(open),
  close: promisify(close),
  cut: promisify(ftruncate),
  sync: promisify(fsync),
  syncData: promisify(fdatasync),
  read: promisify(readFile),
  write: promisify(writeFile),
};

const durable = { flag: 'wx', mode: 0o600, flush: true };

async function grow(file: string): Promise<GrowingFile> {
  const descriptor = await on.open(file, 'ax', 0o600);
  return {
    async append(bytes) {
      await on.write(descriptor, bytes);
      await on.syncData(descriptor);
    },
    async cut(length) {
      await on.cut(descriptor, length);
      await on.sync(descriptor);
    },
    close: () => on.close(descriptor),
  };
}

async function syncNow(folder: string): Promise<void> {
  // Windows cannot open a folder, and has no need to: NTFS journals its names.
  if (process.platform === 'win32') return;
  const descriptor = await on.open(folder, 'r');
  try {
    await on.sync(descriptor);
  } finally {
    await on.close(descriptor);
  }
}

const syncFolder = together(syncNow);

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
  read: (file) => on.read(file),
  write: (file, content) => on.write(file, content, durable),
  grow,
  move: rename,
  remove: unlink,
  exists,
  names: (folder) => readdir(folder),
  makeFolder,
  syncFolder,
};

/**
 * Moves a file to where its folder need not exist yet, so that it survives a power cut when this resolves. Both must
 * lie on the same filesystem.
 */
export async function moveDurably(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.move(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await disk.makeFolder(dirname(to));
    await disk.move(from, to);
  }
  await disk.syncFolder(dirname(to));
}

/** Writes a file whole or not at all, by way of a draft in `drafts`, an existing folder of the same filesystem. */
export async function writeDurably(
  disk: Disk,
  drafts: string,
  file: string,
  content: string | Uint8Array,
): Promise<void> {
  const draft = `${drafts}/${randomUUID()}`;
  try {
    await disk.write(draft, content);
    await moveDurably(disk, draft, file);
  } catch (error) {
    // The first error tells more than that of the tidying; a draft that stays is cleared at the next start.
    await disk.remove(draft).catch(() => undefined);
    throw error;
  }
}

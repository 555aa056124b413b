import { chmod, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { type Disk, isMissing, writeDurably } from './disk.ts';

/** Kinds of stores that keep documents in a local folder. */
export type FolderStorage = 'lowdb' | 'sqlite';

// 2: lowdb with a write-ahead log; an older version would miss documents that are only in the log. 3: SQLite.
const formats = { lowdb: 2, sqlite: 3 } as const;

/** Raised for a data folder that this version cannot use; the message names the file, the cause and the remedy. */
export class UnusableFolder extends Error {}

async function readFormat(disk: Disk, file: string): Promise<number | undefined> {
  try {
    const found: unknown = JSON.parse(Buffer.from(await disk.read(file)).toString('utf8'));
    if (typeof found === 'object' && found !== null && 'format' in found && typeof found.format === 'number')
      return found.format;
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UnusableFolder(
    `${file} cannot be read: it must hold the number of the data folder's format, as in {"format":${formats.lowdb}}; ` +
      `restore it from the backup that the folder came from`,
  );
}

const storageOf = (format: number): FolderStorage => (format < formats.sqlite ? 'lowdb' : 'sqlite');

/** Kind of store in a folder; undefined for a folder without documents. Raises UnusableFolder. */
export async function folderStorage(disk: Disk, folder: string): Promise<FolderStorage | undefined> {
  const found = await readFormat(disk, join(folder, 'format.json'));
  return found === undefined ? undefined : storageOf(found);
}

/**
 * Marks an existing folder that this process holds with the present format of a store; `drafts` is a folder in it for
 * temporary files. Raises UnusableFolder when a newer version or another store wrote it.
 */
export async function claimFolder(
  disk: Disk,
  folder: string,
  storage: FolderStorage,
  tempFolder: string,
): Promise<void> {
  const file = join(folder, 'format.json');
  const found = await readFormat(disk, file);
  if (found !== undefined && found > formats.sqlite)
    throw new UnusableFolder(
      `${file} says format ${found}, and this version knows formats up to ${formats.sqlite}: a newer version has used the ` +
        `folder; run that version again, or restore a backup made before it`,
    );
  if (found !== undefined && storageOf(found) !== storage)
    throw new UnusableFolder(
      `${folder} holds what STORAGE=${storageOf(found)} keeps: set STORAGE to that, or copy it into a new folder for ` +
        `STORAGE=${storage} with npm run storage -- copy`,
    );
  if (found === formats[storage]) return;
  await disk.makeFolder(tempFolder);
  await writeDurably(disk, tempFolder, file, `${JSON.stringify({ format: formats[storage] })}\n`);
}

/** A warning about a folder that others may read or write; undefined where it is closed to them. */
export async function openToOthers(folder: string): Promise<string | undefined> {
  const mode = (await stat(folder)).mode & 0o777;
  // Windows has no such bits.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return undefined;
  return `${folder} is open to other users (mode ${mode.toString(8)}). Close it: chmod 700 ${folder}`;
}

/** Milliseconds. proper-lockfile takes no `stale` under 2000 and no `update` under 1000 or over half of `stale`. */
export interface LockTimes {
  /** Time after the last refresh when a lock may be taken over; a killed process leaves one behind. */
  readonly stale: number;
  /** Interval at which a lock is refreshed. */
  readonly update: number;
  /** Longest wait for a lock that is held; must exceed `stale`, or a restart after a crash fails. */
  readonly wait: number;
  /** Interval between attempts while waiting. */
  readonly retry: number;
}

/** Default times: a killed process's lock can be taken over within 5 s. */
export const lockTimes: LockTimes = { stale: 4000, update: 1000, wait: 6000, retry: 100 };

/** Lock of one process on a folder. */
export interface FolderLock {
  /** Raises FolderLockLost when the lock was lost or released. */
  assertHeld(): void;
  release(): Promise<void>;
}

/** Raised when another process holds the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, cause: unknown) {
    super(`the data folder ${folder} is in use by another process: stop that process, or use another folder`, {
      cause,
    });
  }
}

/** Raised when this process no longer holds the folder and may not write there. */
export class FolderLockLost extends Error {
  constructor(folder: string, cause?: unknown) {
    const why = cause === undefined ? 'it was closed' : 'the lock was removed or taken by another process';
    super(`the data folder ${folder} is no longer held by this process (${why}): nothing more is written; restart`, {
      cause,
    });
  }
}

const hasCode = (code: string, error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Time stamp of a lock; undefined when the lock is gone. Raises UnusableFolder when the file is no lock. */
async function stampOf(lockfile: string): Promise<number | undefined> {
  try {
    const found = await stat(lockfile);
    if (!found.isDirectory())
      throw new UnusableFolder(
        `${lockfile} is no folder, so it is not this program's: move it elsewhere, then start again`,
      );
    return found.mtimeMs;
  } catch (error) {
    if (hasCode('ENOENT', error)) return undefined;
    throw error;
  }
}

/**
 * Removes a lock whose time stamp has not changed for `stale` milliseconds. proper-lockfile goes by the stamp's age,
 * and would wait for hours for a stamp from a clock that was set ahead.
 */
function staleLockRemover(lockfile: string, stale: number): () => Promise<void> {
  let stamp: number | undefined;
  let since = 0;
  return async () => {
    const present = await stampOf(lockfile);
    if (present === undefined || present !== stamp) {
      stamp = present;
      since = performance.now();
    } else if (performance.now() - since > stale)
      await rmdir(lockfile).catch((error: unknown) => {
        if (!hasCode('ENOENT', error)) throw error;
      });
  };
}

async function acquire(
  folder: string,
  times: LockTimes,
  onCompromised: (error: Error) => void,
): Promise<() => Promise<void>> {
  const lockfilePath = join(folder, 'lock');
  const takeDead = staleLockRemover(lockfilePath, times.stale);
  for (let waited = 0; ; waited += times.retry) {
    try {
      const release = await lock(folder, { stale: times.stale, update: times.update, lockfilePath, onCompromised });
      await chmod(lockfilePath, 0o700);
      return release;
    } catch (error) {
      // The first check also raises UnusableFolder for a file that is no lock.
      await takeDead();
      if (!hasCode('ELOCKED', error)) throw error;
      if (waited >= times.wait) throw new FolderInUse(folder, error);
    }
    await pause(times.retry);
  }
}

/**
 * Locks an existing folder for this process. Raises FolderInUse when another holds it for longer than `times.wait`;
 * calls `onLost` when the lock is lost later, which is noticed within about `times.update`.
 */
export async function lockFolder(
  folder: string,
  times: LockTimes,
  onLost: (error: Error) => void,
): Promise<FolderLock> {
  let lost: FolderLockLost | undefined;
  const unlock = await acquire(folder, times, (cause) => {
    lost = new FolderLockLost(folder, cause);
    onLost(lost);
  });
  return {
    assertHeld() {
      if (lost !== undefined) throw lost;
    },
    async release() {
      if (lost !== undefined) return;
      lost = new FolderLockLost(folder);
      await unlock();
    },
  };
}

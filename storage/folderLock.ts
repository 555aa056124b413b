import { chmod, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { UnusableFolder } from './folderFormat.ts';

/** Milliseconds. proper-lockfile takes no `stale` under 2000 and no `update` under 1000 or over half of `stale`. */
export interface LockTimes {
  /** How long after its last sign of life a lock may be taken over; a killed process leaves one behind. */
  readonly stale: number;
  /** How often a lock gives a sign of life. */
  readonly update: number;
  /** How long to wait for a lock that is held; more than `stale`, or a restart after a crash fails. */
  readonly wait: number;
  /** How often to try meanwhile. */
  readonly retry: number;
}

/** A killed process's lock can be taken within 5 s. */
export const lockTimes: LockTimes = { stale: 4000, update: 1000, wait: 6000, retry: 100 };

/** One process's hold on a folder. */
export interface FolderLock {
  /** Raises FolderLockLost when the hold was lost or released. */
  assertHeld(): void;
  release(): Promise<void>;
}

/** Another process holds the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, cause: unknown) {
    super(`the data folder ${folder} is in use by another process: stop that process, or use another folder`, {
      cause,
    });
  }
}

/** This process no longer holds the folder, so it may not write there. */
export class FolderLockLost extends Error {
  constructor(folder: string, cause?: unknown) {
    const why = cause === undefined ? 'it was closed' : 'the lock was removed or taken by another process';
    super(`the data folder ${folder} is no longer held by this process (${why}): nothing more is written; restart`, {
      cause,
    });
  }
}

const isOf = (code: string, error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** The time stamped on a lock; undefined when there is none any more. Raises UnusableFolder for what is no lock. */
async function stampOf(lockfile: string): Promise<number | undefined> {
  try {
    const found = await stat(lockfile);
    if (!found.isDirectory())
      throw new UnusableFolder(
        `${lockfile} is no folder, so it is not this program's: move it elsewhere, then start again`,
      );
    return found.mtimeMs;
  } catch (error) {
    if (isOf('ENOENT', error)) return undefined;
    throw error;
  }
}

/**
 * Takes a lock away whose holder gave no sign of life for `stale` milliseconds. proper-lockfile goes by the stamp's age,
 * and would wait for hours for a stamp that a clock set ahead has left behind.
 */
function deadLocks(lockfile: string, stale: number): () => Promise<void> {
  let stamp: number | undefined;
  let since = 0;
  return async () => {
    const present = await stampOf(lockfile);
    if (present === undefined || present !== stamp) {
      stamp = present;
      since = performance.now();
    } else if (performance.now() - since > stale)
      await rmdir(lockfile).catch((error: unknown) => {
        if (!isOf('ENOENT', error)) throw error;
      });
  };
}

async function acquire(
  folder: string,
  times: LockTimes,
  onCompromised: (error: Error) => void,
): Promise<() => Promise<void>> {
  const lockfilePath = join(folder, 'lock');
  const takeDead = deadLocks(lockfilePath, times.stale);
  for (let waited = 0; ; waited += times.retry) {
    try {
      const release = await lock(folder, { stale: times.stale, update: times.update, lockfilePath, onCompromised });
      await chmod(lockfilePath, 0o700);
      return release;
    } catch (error) {
      // The first look also says what is wrong with a lock that is none.
      await takeDead();
      if (!isOf('ELOCKED', error)) throw error;
      if (waited >= times.wait) throw new FolderInUse(folder, error);
    }
    await pause(times.retry);
  }
}

/**
 * Holds an existing folder for this process. Raises FolderInUse when another holds it for longer than `times.wait`;
 * calls `onLost` when the hold is lost later, which is noticed within about `times.update`.
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

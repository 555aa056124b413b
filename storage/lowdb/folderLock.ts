import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

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

const isHeld = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ELOCKED';

async function acquire(
  folder: string,
  times: LockTimes,
  onCompromised: (error: Error) => void,
): Promise<() => Promise<void>> {
  const lockfilePath = join(folder, 'lock');
  for (let waited = 0; ; waited += times.retry) {
    try {
      const release = await lock(folder, { stale: times.stale, update: times.update, lockfilePath, onCompromised });
      await chmod(lockfilePath, 0o700);
      return release;
    } catch (error) {
      if (!isHeld(error)) throw error;
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

import type { DatabaseSync } from 'node:sqlite';

/** Runs tasks of a database one after another, many by one commit. */
export interface GroupCommit {
  /**
   * Gives what the task gives, once it is on the disk; `committed` is told first. A task that raises an error of its own
   * must have changed nothing. Raises what the database raised, and then none of the tasks beside it took effect.
   */
  run<T>(task: () => T, committed?: (result: T) => void): Promise<T>;
  /** Resolves when every task given so far has ended. */
  idle(): Promise<void>;
}

interface Waiting {
  /** Gives what tells its caller how it ended. */
  readonly run: () => () => void;
  readonly fail: (error: unknown) => void;
}

const isDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';

/**
 * Tasks that arrive in one turn of the event loop share a transaction: a sync of the disk costs more than all of them.
 * Nothing is done when `assertHeld` raises an error.
 */
export function groupCommit(database: DatabaseSync, assertHeld: () => void): GroupCommit {
  let waiting: Waiting[] = [];
  let idle: Promise<void> | undefined;

  const commit = (): void => {
    const group = waiting;
    waiting = [];
    idle = undefined;
    try {
      assertHeld();
      database.exec('BEGIN IMMEDIATE');
      const told = group.map(({ run }) => run());
      database.exec('COMMIT');
      for (const tell of told) tell();
    } catch (error) {
      rollBack();
      for (const { fail } of group) fail(error);
    }
  };

  const rollBack = (): void => {
    try {
      database.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, or never began.
    }
  };

  const soon = (): Promise<void> =>
    new Promise((resolve) =>
      setImmediate(() => {
        commit();
        resolve();
      }),
    );

  return {
    run: (task, committed) =>
      new Promise((resolve, reject) => {
        const fail = (error: unknown): void => reject(error as Error);
        const run = (): (() => void) => {
          try {
            const result = task();
            return () => {
              committed?.(result);
              resolve(result);
            };
          } catch (error) {
            if (isDatabase(error)) throw error;
            return () => fail(error);
          }
        };
        waiting.push({ run, fail });
        idle ??= soon();
      }),
    idle: async () => idle,
  };
}

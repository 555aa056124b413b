import type { Documents, Key } from './documents.ts';
import type { FolderStorage } from './folderFormat.ts';
import type { LockTimes } from './folderLock.ts';
import { openLowdbDocuments } from './lowdbDocuments.ts';

/** What a data folder is opened with, whatever store is in it; all but the clock have defaults. */
export interface FolderOptions {
  now(): Date;
  /** Is told of each document set aside: its key, where it went, and a reason without its content. */
  readonly onUnreadable?: (key: Key, place: string, reason: string) => void;
  /** Is told once when the folder's lock was lost: every later write raises the same error, so the process should end. */
  readonly onLockLost?: (error: Error) => void;
  /** Is told when documents could not be brought to their own files; they are safe, and it is tried again. */
  readonly onTrouble?: (error: unknown) => void;
  readonly lockTimes?: LockTimes;
}

/**
 * The documents of a folder in that store. Raises FolderInUse, UnusableFolder (a newer version or another store wrote it),
 * and with `sqlite` NoSqlite.
 */
export async function openDocuments(
  storage: FolderStorage,
  folder: string,
  options: FolderOptions,
): Promise<Documents> {
  if (storage === 'lowdb') return openLowdbDocuments(folder, options);
  // Only now: Node warns of its SQLite as of an experiment, and others need not wait for it.
  const { openSqliteDocuments } = await import('./sqliteDocuments.ts');
  return openSqliteDocuments(folder, options);
}

import type { Documents, DocumentKey, Partition } from './documents.ts';
import type { FolderStorage, LockTimes } from './dataFolder.ts';
import type { TableOfAccount } from './azure/table.ts';
import { openLowdbDocuments } from './lowdb/lowdbDocuments.ts';

/** Options of a store, most of them of a folder; all but the clock have defaults. */
interface FolderOptions {
  now(): Date;
  /** Called for each quarantined document: its key, its new place, and a reason without its content. */
  readonly onUnreadable?: (key: DocumentKey, place: string, reason: string) => void;
  /** Called once when the folder's lock was lost: every later write raises the same error, so the process should end. */
  readonly onLockLost?: (error: Error) => void;
  /** Called when documents could not be written to their own files; they are safe in the log, and it is tried again. */
  readonly onCheckpointError?: (error: unknown) => void;
  /** Called with the number of a partner's summaries that were missing and were rebuilt from the documents. */
  readonly onSummarized?: (partition: Partition, count: number) => void;
  readonly lockTimes?: LockTimes;
  /** Called where the table was not there, and was made. */
  readonly onNewTable?: () => void;
  /** Called with the number of a table's calls that were not answered while it was closed. */
  readonly onUnanswered?: (calls: number) => void;
}

/**
 * Opens a store: that of a folder, or a table. Raises FolderInUse, UnusableFolder (a newer version or another store wrote it),
 * with `sqlite` SqliteMissing, and of a table UnusableTable and StorageUnavailable.
 */
export async function openDocuments(
  storage: FolderStorage | TableOfAccount,
  folder: string,
  options: FolderOptions,
): Promise<Documents> {
  if (storage === 'lowdb') return openLowdbDocuments(folder, options);
  // Imported only where needed: both take time, and Node warns that its SQLite is experimental.
  if (storage === 'sqlite') {
    const { openSqliteDocuments } = await import('./sqlite/sqliteDocuments.ts');
    return openSqliteDocuments(folder, options);
  }
  const { openAzureDocuments } = await import('./azure/azureDocuments.ts');
  return openAzureDocuments(storage.account, storage.name, options);
}

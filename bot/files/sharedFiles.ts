import { minute } from '../../lib/durations.ts';
import type { Documents } from '../../storage/documents.ts';
import { type StoredFiles, storedFiles } from '../../storage/storedFiles.ts';
import { type Log, safeError } from '../log.ts';
import { createPendingFiles, type FileMemory, pendingFileMinutes, type PendingFiles } from './pendingFiles.ts';

/** Most bytes of a file that is also written to the store; a larger one is at the process that made it alone. */
const maxStoredBytes = 16 * 1024 * 1024;

interface SharedFileDeps {
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Pending files that every process finds by their ids, in memory here and in the store of the documents. Where the store
 * fails, they are this process's alone.
 */
export const sharedFiles = (memory: FileMemory, stored: StoredFiles, { now, log }: SharedFileDeps): PendingFiles => ({
  async put(file) {
    const id = memory.put(file);
    const until = new Date(now().getTime() + pendingFileMinutes * minute);
    try {
      if (file.content.length <= maxStoredBytes) await stored.put(id, file, until);
    } catch (error) {
      log.warn({ err: safeError(error) }, 'a file is to be had from this process alone');
    }
    return id;
  },
  async find(id) {
    const own = memory.find(id);
    if (own !== undefined) return own;
    try {
      return await stored.get(id, now());
    } catch (error) {
      log.warn({ err: safeError(error) }, 'a file that another process made could not be read');
      return undefined;
    }
  },
});

/** Pending files: of all processes that share the store, or of the one that holds it. */
export function pendingFilesFor(documents: Documents, deps: SharedFileDeps): PendingFiles {
  const memory = createPendingFiles();
  if (documents.shared === true) return sharedFiles(memory, storedFiles(documents), deps);
  return { put: async (file) => memory.put(file), find: async (id) => memory.find(id) };
}

import { isMissing, type Disk } from '../disk.ts';
import type { DocumentPath } from './paths.ts';
import type { WriteAheadLog } from './writeAheadLog.ts';

/** The names of the documents' files, so that one that is not there is not looked for on the disk. */
export interface FileNames {
  /** Call after a document was written. */
  add(location: DocumentPath): void;
  /** False where there surely is no file, nor will be by what the log holds now. */
  mayExist(location: DocumentPath): boolean;
}

/** Most names kept of a folder, some 2 MB; in a larger one every file is looked for. */
const mostNames = 20_000;

interface Folder {
  readonly names: Set<string>;
  state: 'reading' | 'read' | 'unknown';
}

/** The names of the files of a data folder that this process alone writes: those of a folder are read when one is missed. */
export function fileNames(disk: Disk, log: Pick<WriteAheadLog, 'unflushed'>): FileNames {
  const folders = new Map<string, Folder>();
  const limit = (folder: Folder): void => {
    if (folder.names.size <= mostNames) return;
    folder.state = 'unknown';
    folder.names.clear();
  };
  const read = async (path: string, folder: Folder): Promise<void> => {
    // Before the folder is read: what is flushed meanwhile is then in one of the two.
    for (const { location } of log.unflushed.values()) if (location.folder === path) folder.names.add(location.name);
    try {
      for (const name of await disk.names(path)) folder.names.add(name.replace(/\.json$/, ''));
    } catch (error) {
      // A folder is made with its first file.
      if (!isMissing(error)) return void folders.delete(path);
    }
    folder.state = 'read';
    limit(folder);
  };
  return {
    add(location) {
      const folder = folders.get(location.folder);
      if (folder === undefined || folder.state === 'unknown') return;
      folder.names.add(location.name);
      if (folder.state === 'read') limit(folder);
    },
    mayExist(location) {
      const folder = folders.get(location.folder);
      if (folder !== undefined) return folder.state !== 'read' || folder.names.has(location.name);
      const begun: Folder = { names: new Set(), state: 'reading' };
      folders.set(location.folder, begun);
      void read(location.folder, begun);
      return true;
    },
  };
}

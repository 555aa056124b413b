import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** One file of a journal, while it is the one that is written. */
export interface JournalFile {
  readonly path: string;
  /** Bytes it holds. */
  readonly size: number;
  /** Resolves when the text is durable. Raises the disk's error, and then holds what it held before. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** The number of a journal's file of that name; undefined for any other name. */
export const numberOf = (name: string): number | undefined =>
  /^\d{9,}\.log$/.test(name) ? Number.parseInt(name, 10) : undefined;

/** Makes the file of that number in an existing folder, durably. */
export async function beginJournalFile(disk: Disk, folder: string, number: number): Promise<JournalFile> {
  const path = join(folder, `${String(number).padStart(9, '0')}.log`);
  const file = await disk.grow(path);
  try {
    await disk.syncFolder(folder);
  } catch (error) {
    // Empty, it means nothing; a later start removes it.
    await file.close().catch(() => undefined);
    throw error;
  }
  let size = 0;
  let sound = true;
  const mend = async (): Promise<void> => {
    await file.cut(size);
    sound = true;
  };
  return {
    path,
    get size() {
      return size;
    },
    async append(text) {
      // Nothing may follow what was refused and may be there all the same.
      if (!sound) await mend();
      const bytes = Buffer.from(text, 'utf8');
      try {
        await file.append(bytes);
      } catch (error) {
        sound = false;
        await mend().catch(() => undefined);
        throw error;
      }
      size += bytes.length;
    },
    close: () => file.close(),
  };
}

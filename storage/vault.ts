import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TableOfAccount } from './azure/table.ts';
import type { FolderStorage } from './dataFolder.ts';

/** Store of a secret text between starts, beside the documents: nothing lists, copies or sets it aside. */
export interface Vault {
  /** The text, or undefined when there is none. */
  read(): Promise<string | undefined>;
  /**
   * Writes over the text `former`, undefined where there was none; false, and nothing is written, where another one is
   * there now. When it fails the former text stays, or the new one is there whole.
   */
  write(text: string, former: string | undefined): Promise<boolean>;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const writeSynced = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Vault of one partner's consent in `<dataDir>/tokens/<tenantId>.json`, mode 0600, written atomically. */
export const fileVault = (dataDir: string, tenantId: string): Vault => {
  const file = join(dataDir, 'tokens', `${tenantId}.json`);
  const read = async (): Promise<string | undefined> => {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    read,
    async write(text, former) {
      if ((await read()) !== former) return false;
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const draft = `${file}.${randomUUID()}`;
      try {
        await writeSynced(draft, text);
        await rename(draft, file);
        return true;
      } catch (error) {
        await unlink(draft).catch(() => undefined);
        throw error;
      }
    },
  };
};

/** Vault of one partner's consent where the records are: in the data folder, or in the table that several processes share. */
export function vaultFor(storage: FolderStorage | TableOfAccount, dataDir: string, tenantId: string): Vault {
  if (typeof storage === 'string') return fileVault(dataDir, tenantId);
  const shared = async (): Promise<Vault> => {
    const { openTableVault } = await import('./azure/tableVault.ts');
    return openTableVault(storage, tenantId);
  };
  let opened: Promise<Vault> | undefined;
  const open = async (): Promise<Vault> => {
    opened ??= shared();
    // A failure is not kept.
    opened.catch(() => (opened = undefined));
    return opened;
  };
  return {
    read: async () => (await open()).read(),
    write: async (text, former) => (await open()).write(text, former),
  };
}

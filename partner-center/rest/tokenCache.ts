import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ICachePlugin } from '@azure/msal-node';
import * as z from 'zod';

/** Where a secret text is kept between starts; a key vault can stand in for the file. */
export interface Vault {
  /** The text, or undefined when there is none. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
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

/** Keeps one partner's consent in `<dataDir>/tokens/<tenantId>.json`, mode 0600, written whole or not at all. */
export const fileVault = (dataDir: string, tenantId: string): Vault => {
  const file = join(dataDir, 'tokens', `${tenantId}.json`);
  return {
    async read() {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(text) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const draft = `${file}.${randomUUID()}`;
      try {
        await writeSynced(draft, text);
        await rename(draft, file);
      } catch (error) {
        await unlink(draft).catch(() => undefined);
        throw error;
      }
    },
  };
};

const cacheShape = z.looseObject({});

/** MSAL's cache without what need not outlive the process: access tokens and id tokens stay in memory. */
const lasting = (serialized: string): string =>
  JSON.stringify({ ...cacheShape.parse(JSON.parse(serialized)), AccessToken: {}, IdToken: {} });

/**
 * MSAL's cache behind a vault: the refresh token, which each use may replace, is written there at once; a text that
 * somebody else wrote, as `npm run authorize` does, is taken up at the next use in place of what MSAL remembers, which
 * `clear` makes it forget: it would only add to it.
 */
export const cachePlugin = (vault: Vault, clear: () => void): ICachePlugin => {
  let known: string | undefined;
  return {
    async beforeCacheAccess({ tokenCache }) {
      const found = await vault.read();
      if (found === undefined || found === known) return;
      clear();
      tokenCache.deserialize(found);
      known = found;
    },
    async afterCacheAccess({ tokenCache, cacheHasChanged }) {
      if (!cacheHasChanged) return;
      const text = lasting(tokenCache.serialize());
      if (text === known) return;
      await vault.write(text);
      known = text;
    },
  };
};

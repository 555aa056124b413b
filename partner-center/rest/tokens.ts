import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { LRUCache } from 'lru-cache';
import type { ICachePlugin } from '@azure/msal-node';
import { type FaultReason, PartnerCenterError } from '../rules/fault.ts';
import { cacheClock } from '../../lib/cacheClock.ts';
import type { Endpoints } from './endpoints.ts';
import { minute } from '../../lib/durations.ts';

/**
 * Identity of a call: the application alone, or a user of the partner who consented once with multi-factor sign-in
 * (developer/enable-secure-app-model).
 */
export type TokenKind = 'app' | 'user';

/** Source of access tokens. Raises PartnerCenterError (`token`, `mfa`, `user-token-missing`, `unavailable`). */
export interface TokenSource {
  /** A token, cached until it expires; `refused` is one that Partner Center rejected, which is replaced. */
  token(kind: TokenKind, refused?: string): Promise<string>;
}

/** The application registered for Partner Center. */
export interface Application {
  /** The partner's tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number().catch(0) });

/** Milliseconds before its end at which a token counts as expired: it must last until the call arrives. */
const expiryMargin = 5 * minute;

/** Milliseconds a login may take. */
const loginTimeout = 15_000;

/**
 * Tokens of the simulator's login, which MSAL would refuse because it is not https. Raises an error for other
 * endpoints.
 */
export const simulatorTokens = (
  endpoints: Endpoints,
  { tenantId, clientId, clientSecret }: Application,
  { now, send = fetch }: { readonly now: () => Date; readonly send?: typeof fetch },
): TokenSource => {
  if (!endpoints.simulator) throw new Error('only the simulator gives tokens without MSAL');
  const form = { client_id: clientId, client_secret: clientSecret, resource: endpoints.resource };
  const grants = {
    app: { grant_type: 'client_credentials' },
    user: { grant_type: 'refresh_token', refresh_token: 'simulator', scope: 'openid' },
  };
  const refused = (reason: FaultReason) => new PartnerCenterError({ reason }, '', true);
  const login = async (kind: TokenKind): Promise<CachedToken> => {
    const body = new URLSearchParams({ ...form, ...grants[kind] });
    try {
      const signal = AbortSignal.timeout(loginTimeout);
      const given = await send(`${endpoints.login}/${tenantId}/oauth2/token`, { method: 'POST', body, signal });
      if (!given.ok) throw refused(given.status < 500 && given.status !== 429 ? 'token' : 'unavailable');
      const { access_token: token, expires_in: seconds } = tokenSchema.parse(await given.json());
      return { token, lasts: seconds * 1000 - expiryMargin };
    } catch (error) {
      throw error instanceof PartnerCenterError ? error : refused('unavailable');
    }
  };
  return cachedTokens(login, now);
};

/** An access token and the milliseconds it may be used for. */
interface CachedToken {
  readonly token: string;
  readonly lasts: number;
}

/** Caches the tokens of a login; concurrent calls share one login, and a failed one is not cached. */
const cachedTokens = (login: (kind: TokenKind) => Promise<CachedToken>, now: () => Date): TokenSource => {
  const kept = new LRUCache<TokenKind, string>({
    max: 2,
    async fetchMethod(kind, _former, { options }) {
      const { token, lasts } = await login(kind);
      options.ttl = Math.max(1, lasts);
      return token;
    },
    ...cacheClock(now),
  });
  return {
    async token(kind, refused) {
      const known = await kept.forceFetch(kind);
      // Another refused call may have started a login already: that one is shared, too.
      return known === refused ? kept.forceFetch(kind, { forceRefresh: true }) : known;
    },
  };
};

/** Store of a secret text between starts; a key vault can replace the file. */
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

/** Vault of one partner's consent in `<dataDir>/tokens/<tenantId>.json`, mode 0600, written atomically. */
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

/** MSAL's cache without access tokens and id tokens, which stay in memory. */
const withoutAccessTokens = (serialized: string): string =>
  JSON.stringify({ ...cacheShape.parse(JSON.parse(serialized)), AccessToken: {}, IdToken: {} });

/**
 * Cache plugin of MSAL on a vault: the refresh token, which each use may replace, is written at once; a text written by
 * another process, such as `npm run authorize`, replaces MSAL's cache at the next use. `clear` empties that cache
 * first, because MSAL would merge the two.
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
      const text = withoutAccessTokens(tokenCache.serialize());
      if (text === known) return;
      await vault.write(text);
      known = text;
    },
  };
};

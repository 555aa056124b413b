import * as z from 'zod';
import { LRUCache } from 'lru-cache';
import type { ICachePlugin } from '@azure/msal-node';
import { type FaultReason, PartnerCenterError } from '../rules/fault.ts';
import type { Vault } from '../../storage/vault.ts';
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

const cacheShape = z.looseObject({ consent: z.string().optional() });

/** The consent that a kept text is of; undefined for a text of none, or of an earlier version. */
const consentIn = (text: string): string | undefined => cacheShape.parse(JSON.parse(text)).consent;

/** MSAL's cache without access tokens and id tokens, which stay in memory. */
const keptText = (serialized: string, consent: string | undefined): string =>
  JSON.stringify({ ...cacheShape.parse(JSON.parse(serialized)), AccessToken: {}, IdToken: {}, consent });

/** Writes over whatever is there. */
const writeOver = async (vault: Vault, text: string): Promise<true> => {
  while (!(await vault.write(text, await vault.read())));
  return true;
};

/**
 * Cache plugin of MSAL on a vault that several processes may share. The refresh token, which each use may replace, is
 * written at once, over the text that was read alone: where another process wrote meanwhile, its text counts, and Microsoft
 * Entra takes a former refresh token all the same. What could not be written is written at the next use. A new consent
 * (`newConsent` gives its id) is written over whatever is there, and replaces MSAL's cache in every process at the next use:
 * `clear` empties it first, because MSAL would merge the two. A text of the same consent leaves a process its access tokens.
 */
export const cachePlugin = (vault: Vault, clear: () => void, newConsent?: () => string): ICachePlugin => {
  let known: string | undefined;
  let unsaved = false;
  return {
    async beforeCacheAccess({ tokenCache }) {
      const found = await vault.read();
      if (found === undefined || found === known) return;
      if (known === undefined || consentIn(found) !== consentIn(known)) clear();
      tokenCache.deserialize(found);
      known = found;
      unsaved = false;
    },
    async afterCacheAccess({ tokenCache, cacheHasChanged }) {
      if (!cacheHasChanged && !unsaved) return;
      unsaved = true;
      const consent = newConsent?.() ?? (known === undefined ? undefined : consentIn(known));
      const text = keptText(tokenCache.serialize(), consent);
      const isKept =
        text === known || (await (newConsent === undefined ? vault.write(text, known) : writeOver(vault, text)));
      if (!isKept) return;
      known = text;
      unsaved = false;
    },
  };
};

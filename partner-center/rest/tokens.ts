import * as z from 'zod';
import { type FaultReason, PartnerCenterError } from '../fault.ts';
import type { Endpoints } from './endpoints.ts';

/**
 * In whose name a call is made: the application's alone, or a user's of the partner who consented once with
 * multi-factor sign-in (developer/enable-secure-app-model).
 */
export type TokenKind = 'app' | 'user';

/** Where access tokens come from. Raises PartnerCenterError (`token`, `mfa`, `user-token-missing`, `unavailable`). */
export interface Tokens {
  /** A token, kept until it runs out; `refused` is one that Partner Center does not take any more, in whose place another is given. */
  token(kind: TokenKind, refused?: string): Promise<string>;
}

/** The application registered for Partner Center. */
export interface Application {
  /** The partner's tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const answer = z.object({ access_token: z.string(), expires_in: z.coerce.number().catch(0) });

/** Milliseconds before its end that a token counts as run out: it must last until the call arrives. */
const margin = 5 * 60_000;

/** Milliseconds a login may take. */
const limit = 15_000;

/**
 * Tokens of the simulator's login, which MSAL would refuse because it is not https. Raises an error for addresses that
 * are not the simulator's.
 */
export const simulatorTokens = (
  endpoints: Endpoints,
  { tenantId, clientId, clientSecret }: Application,
  { now, send = fetch }: { readonly now: () => Date; readonly send?: typeof fetch },
): Tokens => {
  if (!endpoints.simulator) throw new Error('only the simulator gives tokens without MSAL');
  const form = { client_id: clientId, client_secret: clientSecret, resource: endpoints.resource };
  const grants = {
    app: { grant_type: 'client_credentials' },
    user: { grant_type: 'refresh_token', refresh_token: 'simulator', scope: 'openid' },
  };
  const refused = (reason: FaultReason) => new PartnerCenterError({ reason }, '', true);
  const login = async (kind: TokenKind): Promise<Kept> => {
    const body = new URLSearchParams({ ...form, ...grants[kind] });
    try {
      const signal = AbortSignal.timeout(limit);
      const given = await send(`${endpoints.login}/${tenantId}/oauth2/token`, { method: 'POST', body, signal });
      if (!given.ok) throw refused(given.status < 500 && given.status !== 429 ? 'token' : 'unavailable');
      const { access_token: token, expires_in: seconds } = answer.parse(await given.json());
      return { token, until: now().getTime() + seconds * 1000 - margin };
    } catch (error) {
      throw error instanceof PartnerCenterError ? error : refused('unavailable');
    }
  };
  return keptTokens(login, now);
};

/** An access token, and until when it is used, in milliseconds since 1970. */
interface Kept {
  readonly token: string;
  readonly until: number;
}

/** Tokens of a login that keeps none itself; calls at the same time share one login. */
const keptTokens = (login: (kind: TokenKind) => Promise<Kept>, now: () => Date): Tokens => {
  const kept = new Map<TokenKind, Promise<Kept>>();
  const anew = (kind: TokenKind): Promise<Kept> => {
    const given = login(kind);
    kept.set(kind, given);
    given.catch(() => kept.get(kind) === given && kept.delete(kind));
    return given;
  };
  return {
    async token(kind, refused) {
      const before = kept.get(kind);
      const known = await before;
      if (known !== undefined && known.token !== refused && known.until > now().getTime()) return known.token;
      // Another call that was refused may have begun a login already.
      const present = kept.get(kind);
      return (await (present === undefined || present === before ? anew(kind) : present)).token;
    },
  };
};

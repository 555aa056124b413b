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
  token(kind: TokenKind): Promise<string>;
}

/** The application registered for Partner Center. */
export interface Application {
  /** The partner's tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const answer = z.object({ access_token: z.string() });

/** Milliseconds a login may take. */
const limit = 15_000;

/**
 * Tokens of the simulator's login, which MSAL would refuse because it is not https. Raises an error for addresses that
 * are not the simulator's.
 */
export const simulatorTokens = (
  endpoints: Endpoints,
  { tenantId, clientId, clientSecret }: Application,
  send: typeof fetch = fetch,
): Tokens => {
  if (!endpoints.simulator) throw new Error('only the simulator gives tokens without MSAL');
  const form = { client_id: clientId, client_secret: clientSecret, resource: endpoints.resource };
  const grants = {
    app: { grant_type: 'client_credentials' },
    user: { grant_type: 'refresh_token', refresh_token: 'simulator', scope: 'openid' },
  };
  const refused = (reason: FaultReason) => new PartnerCenterError({ reason }, 'login', true);
  return {
    async token(kind) {
      const body = new URLSearchParams({ ...form, ...grants[kind] });
      try {
        const signal = AbortSignal.timeout(limit);
        const given = await send(`${endpoints.login}/${tenantId}/oauth2/token`, { method: 'POST', body, signal });
        if (given.ok) return answer.parse(await given.json()).access_token;
        if (given.status < 500 && given.status !== 429) throw refused('token');
        throw refused('unavailable');
      } catch (error) {
        throw error instanceof PartnerCenterError ? error : refused('unavailable');
      }
    },
  };
};

import { LRUCache } from 'lru-cache';
import { type ApiResponse, okResponse, type SimulatorSources, type AccessToken } from './apiRequest.ts';
import { apiError } from './apiError.ts';

/** Login of a cloud: grants opaque tokens and recognizes them. Tokens are kept in memory only. */
export interface Login {
  /** POST /{tenant}/oauth2/token and /oauth2/v2.0/token. */
  readonly grant: (tenantId: string, form: URLSearchParams, version: 1 | 2) => ApiResponse;
  /** The token of an Authorization header. Raises ApiError 401. */
  readonly bearer: (authorization: string | undefined) => AccessToken;
  /** Expires every token granted so far. */
  readonly expire: () => void;
}

const lifetime = 3600;

const kinds: Readonly<Record<string, AccessToken['kind']>> = {
  client_credentials: 'app-only',
  refresh_token: 'app+user',
  authorization_code: 'app+user',
};

// Form field that a grant needs besides the application's id and secret.
const grantProof: Readonly<Record<string, string>> = { refresh_token: 'refresh_token', authorization_code: 'code' };

const loginError = (status: number, error: string, code: number, text: string): ApiResponse => ({
  status,
  body: { error, error_description: `AADSTS${code}: ${text}`, error_codes: [code] },
});

const grantError = (form: URLSearchParams): ApiResponse | undefined => {
  const grant = form.get('grant_type') ?? '';
  if (!form.get('client_id'))
    return loginError(400, 'invalid_request', 900144, "The request body must contain 'client_id'.");
  if (!form.get('client_secret') && !form.get('client_assertion'))
    return loginError(401, 'invalid_client', 7000218, "The request body must contain 'client_secret'.");
  if (!Object.hasOwn(kinds, grant)) return loginError(400, 'unsupported_grant_type', 70003, `Grant type '${grant}'.`);
  const field = grantProof[grant];
  if (field !== undefined && !form.get(field))
    return loginError(400, 'invalid_grant', 9002313, `The request body must contain '${field}'.`);
  return undefined;
};

const version1Times = (token: AccessToken, resource: string) => ({
  expires_in: String(lifetime),
  ext_expires_in: String(lifetime),
  expires_on: String(Math.floor(token.expires / 1000)),
  not_before: String(Math.floor(token.expires / 1000) - lifetime),
  resource,
});

/** Most tokens known; those used longest ago count as expired. */
const maxTokens = 10_000;

/** Creates a login; it accepts every refresh token and replaces it by another. */
export const createLogin = ({ now, newId }: SimulatorSources): Login => {
  const tokens = new LRUCache<string, AccessToken>({ max: maxTokens });
  return {
    grant: (tenantId, form, version) => {
      const refusedBy = grantError(form);
      if (refusedBy !== undefined) return refusedBy;
      const target = form.get('resource') ?? form.get('scope') ?? '';
      const kind = kinds[form.get('grant_type') ?? ''] ?? 'app-only';
      const expires = now().getTime() + lifetime * 1000;
      const audience = !target.includes('graph.windows.net');
      const token: AccessToken = { kind, tenantId, clientId: form.get('client_id') ?? '', audience, expires };
      const access = `simulated-${newId()}`;
      tokens.set(access, token);
      const times = version === 1 ? version1Times(token, target) : { expires_in: lifetime, ext_expires_in: lifetime };
      const user = { scope: 'user_impersonation', refresh_token: `simulated-${newId()}`, id_token: 'simulated' };
      return okResponse({ token_type: 'Bearer', ...times, access_token: access, ...(kind === 'app+user' ? user : {}) });
    },
    bearer: (authorization = '') => {
      const token = tokens.get(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
      if (token === undefined || token.expires <= now().getTime()) throw apiError('400');
      if (!token.audience) throw apiError('900420');
      return token;
    },
    expire: () => tokens.clear(),
  };
};

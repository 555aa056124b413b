import { type Answer, ok, type Sources } from './call.ts';
import { refusal } from './refusal.ts';

/** What a token lets its bearer do; `lifetime` of every token is an hour. */
export interface Token {
  readonly kind: 'app-only' | 'app+user';
  readonly tenantId: string;
  readonly clientId: string;
  /** False for tokens of the retired audience https://graph.windows.net. */
  readonly audience: boolean;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The login of a cloud: gives opaque tokens and knows them again. Kept in memory only. */
export interface Login {
  /** POST /{tenant}/oauth2/token and /oauth2/v2.0/token. */
  readonly grant: (tenantId: string, form: URLSearchParams, version: 1 | 2) => Answer;
  /** The token of an Authorization header. Raises Refusal 401. */
  readonly bearer: (authorization: string | undefined) => Token;
  /** Every token given so far has run out. */
  readonly expire: () => void;
}

const lifetime = 3600;

const kinds: Readonly<Record<string, Token['kind']>> = {
  client_credentials: 'app-only',
  refresh_token: 'app+user',
  authorization_code: 'app+user',
};

// What a grant must bring besides the application's id and secret.
const proof: Readonly<Record<string, string>> = { refresh_token: 'refresh_token', authorization_code: 'code' };

const refused = (status: number, error: string, code: number, text: string): Answer => ({
  status,
  body: { error, error_description: `AADSTS${code}: ${text}`, error_codes: [code] },
});

const fault = (form: URLSearchParams): Answer | undefined => {
  const grant = form.get('grant_type') ?? '';
  if (!form.get('client_id'))
    return refused(400, 'invalid_request', 900144, "The request body must contain 'client_id'.");
  if (!form.get('client_secret') && !form.get('client_assertion'))
    return refused(401, 'invalid_client', 7000218, "The request body must contain 'client_secret'.");
  if (!Object.hasOwn(kinds, grant)) return refused(400, 'unsupported_grant_type', 70003, `Grant type '${grant}'.`);
  const field = proof[grant];
  if (field !== undefined && !form.get(field))
    return refused(400, 'invalid_grant', 9002313, `The request body must contain '${field}'.`);
  return undefined;
};

const version1 = (token: Token, resource: string) => ({
  expires_in: String(lifetime),
  ext_expires_in: String(lifetime),
  expires_on: String(Math.floor(token.expires / 1000)),
  not_before: String(Math.floor(token.expires / 1000) - lifetime),
  resource,
});

/** A login whose tokens live as long as the process; every refresh token is taken and replaced by another. */
export const createLogin = ({ now, newId }: Sources): Login => {
  const tokens = new Map<string, Token>();
  return {
    grant: (tenantId, form, version) => {
      const refusedBy = fault(form);
      if (refusedBy !== undefined) return refusedBy;
      const target = form.get('resource') ?? form.get('scope') ?? '';
      const kind = kinds[form.get('grant_type') ?? ''] ?? 'app-only';
      const expires = now().getTime() + lifetime * 1000;
      const audience = !target.includes('graph.windows.net');
      const token: Token = { kind, tenantId, clientId: form.get('client_id') ?? '', audience, expires };
      const access = `simulated-${newId()}`;
      tokens.set(access, token);
      const times = version === 1 ? version1(token, target) : { expires_in: lifetime, ext_expires_in: lifetime };
      const user = { scope: 'user_impersonation', refresh_token: `simulated-${newId()}`, id_token: 'simulated' };
      return ok({ token_type: 'Bearer', ...times, access_token: access, ...(kind === 'app+user' ? user : {}) });
    },
    bearer: (authorization = '') => {
      const token = tokens.get(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
      if (token === undefined || token.expires <= now().getTime()) throw refusal('400');
      if (!token.audience) throw refusal('900420');
      return token;
    },
    expire: () => tokens.clear(),
  };
};

import {
  AuthError,
  ConfidentialClientApplication,
  CryptoProvider,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { type FaultReason, PartnerCenterError } from '../rules/fault.ts';
import { isRetryable } from './restError.ts';
import type { Endpoints } from './endpoints.ts';
import { type Application, cachePlugin, type TokenKind, type TokenSource } from './tokens.ts';
import type { Vault } from '../../storage/vault.ts';
import { defined } from '../../lib/optional.ts';

// Microsoft Entra's error codes: multi-factor sign-in is required, or a policy requires more.
const mfaErrors: ReadonlySet<string> = new Set([
  '50072',
  '50074',
  '50076',
  '50078',
  '50079',
  '50158',
  '53003',
  '53004',
  '500121',
  '530032',
  '530034',
]);

/** MSAL's and the login's codes for a missing, expired or revoked consent. */
const consentErrors: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
  'no_tokens_found',
  'refresh_token_expired',
  'no_account_found',
  'no_account_in_silent_request',
]);

const networkErrors: ReadonlySet<string> = new Set([
  'network_error',
  'request_timeout',
  'temporarily_unavailable',
  'server_error',
  'endpoints_resolution_error',
  'openid_config_error',
]);

const loginReason = (error: AuthError, number: string | undefined): FaultReason => {
  if (number !== undefined && mfaErrors.has(number)) return 'mfa';
  if (consentErrors.has(error.errorCode)) return 'user-token-missing';
  return networkErrors.has(error.errorCode) ? 'unavailable' : 'token';
};

/**
 * Error for a failed login; of the login's own message only the number (AADSTS…) is kept, and the correlation ID of a
 * login that answered.
 */
const loginFault = (error: unknown): PartnerCenterError => {
  if (error instanceof PartnerCenterError) return error;
  if (!(error instanceof AuthError)) return new PartnerCenterError({ reason: 'unavailable' }, '', true);
  const [code, number] = /AADSTS(\d{4,8})/.exec(error.errorMessage) ?? [];
  const reason = loginReason(error, number);
  const isAnswered = code !== undefined && /^[\w-]{8,64}$/.test(error.correlationId);
  const correlationId = isAnswered ? error.correlationId : '';
  return new PartnerCenterError({ reason, ...defined({ code }) }, correlationId, isRetryable(reason));
};

/** Milliseconds a login may take; MSAL's own client has no timeout. */
const loginTimeout = 15_000;

/** MSAL's network module on fetch, with a timeout. */
const loginNetwork = (send: typeof fetch = fetch): INetworkModule => {
  const ask = async <T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const { headers, body } = options;
    const answer = await send(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(loginTimeout),
      ...defined({ headers, body }),
    });
    // MSAL states the type it expects, and checks it.
    const json = (await answer.json()) as T;
    return { headers: Object.fromEntries(answer.headers), body: json, status: answer.status };
  };
  return {
    sendGetRequestAsync: (url, options) => ask('GET', url, options),
    sendPostRequestAsync: (url, options) => ask('POST', url, options),
  };
};

/** Settings of the MSAL application. */
export interface MsalSettings {
  readonly endpoints: Endpoints;
  readonly application: Application;
  /** Keeps the administrator's consent. */
  readonly vault: Vault;
  /** Gives GUIDs. */
  readonly newId: () => string;
  readonly network?: INetworkModule;
}

const scopesOf = ({ resource }: Endpoints) =>
  ({ app: [`${resource}/.default`], user: [`${resource}/user_impersonation`] }) as const;

const msalApplication = (
  { endpoints, application, vault, network }: MsalSettings,
  newConsent?: () => string,
): ConfidentialClientApplication => {
  const { tenantId, clientId, clientSecret } = application;
  const made = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority: `${endpoints.login}/${tenantId}`,
      // Listed, so that the public cloud is not queried about other authorities.
      knownAuthorities: [new URL(endpoints.login).host],
    },
    cache: { cachePlugin: cachePlugin(vault, () => made.clearCache(), newConsent) },
    // Its messages may name users.
    system: { networkClient: network ?? loginNetwork(), loggerOptions: { loggerCallback: () => {} } },
  });
  return made;
};

/**
 * Tokens of a partner's cloud by MSAL: the application's, and the user's by the consent that `npm run authorize` left in
 * the vault. Calls at the same time share one login.
 */
export const msalTokens = (settings: MsalSettings): TokenSource => {
  const application = msalApplication(settings);
  const scopes = scopesOf(settings.endpoints);
  const underWay = new Map<string, Promise<string>>();

  const missing = (): PartnerCenterError => new PartnerCenterError({ reason: 'user-token-missing' }, '', true);

  const ask = {
    app: (anew: boolean) => application.acquireTokenByClientCredential({ scopes: [...scopes.app], skipCache: anew }),
    async user(anew: boolean) {
      const [account] = await application.getTokenCache().getAllAccounts();
      if (account === undefined) throw missing();
      return application.acquireTokenSilent({ account, scopes: [...scopes.user], forceRefresh: anew });
    },
  };

  const login = async (kind: TokenKind, anew: boolean): Promise<string> => {
    try {
      const given = await ask[kind](anew);
      if (given === null) throw missing();
      return given.accessToken;
    } catch (error) {
      throw loginFault(error);
    }
  };

  const shared = (kind: TokenKind, anew: boolean): Promise<string> => {
    const name = `${kind} ${String(anew)}`;
    const known = underWay.get(name);
    if (known !== undefined) return known;
    const asked = login(kind, anew).finally(() => underWay.delete(name));
    underWay.set(name, asked);
    return asked;
  };

  return {
    async token(kind, refused) {
      const kept = await shared(kind, false);
      // Another refused call may have fetched a new one already.
      return kept === refused ? shared(kind, true) : kept;
    },
  };
};

/** A pending consent: the administrator opens `url`, and the login returns a code with this `state`. */
interface ConsentFlow {
  readonly url: string;
  readonly state: string;
  /**
   * Stores the consent in the vault in place of any former one; returns the sign-in name. Raises PartnerCenterError.
   */
  redeem(code: string): Promise<string>;
}

/** Begins the one-time consent of an administrator by the authorization code flow with PKCE (developer/enable-secure-app-model). */
export const beginConsent = async (settings: MsalSettings, redirectUri: string): Promise<ConsentFlow> => {
  const application = msalApplication(settings, settings.newId);
  const scopes = [...scopesOf(settings.endpoints).user];
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const state = settings.newId();
  const url = await application.getAuthCodeUrl({
    scopes,
    redirectUri,
    state,
    prompt: 'select_account',
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
  });
  return {
    url,
    state,
    async redeem(code) {
      try {
        const { account } = await application.acquireTokenByCode({ scopes, redirectUri, code, codeVerifier: verifier });
        if (account === null || account.tenantId !== settings.application.tenantId)
          throw new PartnerCenterError({ reason: 'token' }, '', false);
        const cache = application.getTokenCache();
        for (const former of await cache.getAllAccounts())
          if (former.homeAccountId !== account.homeAccountId) await cache.removeAccount(former);
        return account.username;
      } catch (error) {
        throw loginFault(error);
      }
    },
  };
};

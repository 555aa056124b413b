import { ConfidentialClientApplication, CryptoProvider, type INetworkModule } from '@azure/msal-node';
import { PartnerCenterError } from '../fault.ts';
import type { Endpoints } from './endpoints.ts';
import { loginFault } from './loginFaults.ts';
import { loginNetwork } from './loginNetwork.ts';
import { cachePlugin, type Vault } from './tokenCache.ts';
import type { Application, TokenKind, Tokens } from './tokens.ts';

/** What MSAL is made of. */
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

const msal = ({ endpoints, application, vault, network }: MsalSettings): ConfidentialClientApplication => {
  const { tenantId, clientId, clientSecret } = application;
  const made = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority: `${endpoints.login}/${tenantId}`,
      // Known: the public cloud is not asked about the others.
      knownAuthorities: [new URL(endpoints.login).host],
    },
    cache: { cachePlugin: cachePlugin(vault, () => made.clearCache()) },
    // Its messages may name users.
    system: { networkClient: network ?? loginNetwork(), loggerOptions: { loggerCallback: () => {} } },
  });
  return made;
};

/**
 * Tokens of a partner's cloud by MSAL: the application's, and the user's by the consent that `npm run authorize` left in
 * the vault. Calls at the same time share one login.
 */
export const msalTokens = (settings: MsalSettings): Tokens => {
  const application = msal(settings);
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
      // Another call that was refused may have brought a new one already.
      return kept === refused ? shared(kind, true) : kept;
    },
  };
};

/** A consent under way: the administrator opens `url`, and the login sends back a code with this `state`. */
export interface Consent {
  readonly url: string;
  readonly state: string;
  /** Puts the consent in the vault in place of any former one; gives the user's sign-in name. Raises PartnerCenterError. */
  redeem(code: string): Promise<string>;
}

/** Begins the one-time consent of an administrator by the authorization code flow with PKCE (developer/enable-secure-app-model). */
export const beginConsent = async (settings: MsalSettings, redirectUri: string): Promise<Consent> => {
  const application = msal(settings);
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

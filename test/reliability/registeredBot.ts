import type { Partner } from '../../partner-center/rules/partner.ts';
import { startConnector, type Connector } from '../connector.ts';
import { startProcess, type BotProcess } from './bot.ts';
import { issuerName, startIdentityEndpoint, startIssuer } from './issuer.ts';
import { pass, startRelay } from './relay.ts';

/** A bot with an app id, the channel it talks to, and a way to it that signs as the channel does. */
export interface RegisteredBot {
  readonly bot: BotProcess;
  readonly connector: Connector;
  /** Posting here is posting to the bot with a token of the channel's. */
  readonly url: () => string;
  /** Every token that was used, in and out. */
  readonly tokens: () => readonly string[];
  readonly clear: () => Promise<void>;
}

const appId = '00000000-0000-4000-8000-00000000000a';

const settingsOf = (metadataUrl: string, connectorUrl: string, tenantId: string) => ({
  LOG_LEVEL: 'debug',
  PARTNERS_FILE: 'partners.json',
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  NODE_ENV: 'test',
  ToChannelFromBotLoginUrl: 'https://login.example/botframework.example',
  ToChannelFromBotOAuthScope: issuerName,
  ToBotFromChannelTokenIssuer: issuerName,
  ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
  OAuthUrl: connectorUrl,
});

/** Starts it for those partners, with stubs for all it asks; clear it in `after`. */
export async function startRegisteredBot(partners: readonly Partner[]): Promise<RegisteredBot> {
  const [issuer, identity, connector] = [await startIssuer(), await startIdentityEndpoint(), await startConnector()];
  const { IDENTITY_ENDPOINT = '', IDENTITY_HEADER = '' } = process.env;
  const bot = await startProcess({
    settings: {
      ...settingsOf(issuer.metadataUrl, connector.url, partners[0]?.tenantId ?? ''),
      IDENTITY_ENDPOINT,
      IDENTITY_HEADER,
    },
    files: { 'partners.json': JSON.stringify(partners) },
  });
  const tokens = [identity.token];
  const signing = await startRelay((req, res) => {
    const token = issuer.token({ appId, serviceUrl: connector.url, now: () => new Date() });
    tokens.push(token);
    pass(bot.url(), req, res, { authorization: `Bearer ${token}` });
  });
  return {
    bot,
    connector,
    url: () => signing.url,
    tokens: () => tokens,
    async clear() {
      await bot.clear();
      await Promise.all([issuer, identity, connector, signing].map((stub) => stub.close()));
    },
  };
}

/**
 * A cloud with a Teams of its own, and the addresses of its Bot Framework. Sources: azure/bot-service
 * how-to-deploy-gov-cloud-high and how-to-deploy-china-cloud, the SDK's GovernmentConstants, and the clouds of the Teams SDK.
 */
export interface TeamsCloud {
  /** Issuer of the tokens of the channel, and the metadata that names its keys. */
  readonly issuer: string;
  readonly metadataUrl: string;
  /** Login of tokens for the channel, to which the tenant is appended, and their scope. */
  readonly login: string;
  readonly scope: string;
  /** The tenant that issues tokens for multi-tenant bots. */
  readonly sharedTenant: string;
  readonly oAuthUrl: string;
  /** Metadata of the Emulator's tokens, which are never accepted; the SDK requires the address all the same. */
  readonly emulatorMetadataUrl: string;
  /** Origins of the service URLs of activities. */
  readonly services: readonly string[];
  /** True when bots can send and receive files there (bots/how-to/bots-filesv4). */
  readonly files: boolean;
}

const unitedStates = {
  issuer: 'https://api.botframework.us',
  metadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.us',
  scope: 'https://api.botframework.us',
  sharedTenant: 'MicrosoftServices.onmicrosoft.us',
  emulatorMetadataUrl:
    'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
  files: false,
} as const;

const clouds = {
  /** Commercial Teams, and that of GCC. */
  public: {
    issuer: 'https://api.botframework.com',
    metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    login: 'https://login.microsoftonline.com',
    scope: 'https://api.botframework.com',
    sharedTenant: 'botframework.com',
    oAuthUrl: 'https://token.botframework.com',
    emulatorMetadataUrl: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
    services: ['https://smba.trafficmanager.net', 'https://smba.infra.gcc.teams.microsoft.com'],
    files: true,
  },
  usGovernment: {
    ...unitedStates,
    oAuthUrl: 'https://tokengcch.botframework.azure.us',
    services: ['https://smba.infra.gov.teams.microsoft.us'],
  },
  usGovernmentDoD: {
    ...unitedStates,
    oAuthUrl: 'https://apiDoD.botframework.azure.us',
    services: ['https://smba.infra.dod.teams.microsoft.us'],
  },
  china: {
    issuer: 'https://api.botframework.azure.cn',
    metadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    login: 'https://login.partner.microsoftonline.cn',
    scope: 'https://api.botframework.azure.cn',
    sharedTenant: 'microsoftservices.partner.onmschina.cn',
    oAuthUrl: 'https://token.botframework.azure.cn',
    emulatorMetadataUrl:
      'https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration',
    services: ['https://frontend.botapi.msg.infra.teams.microsoftonline.cn'],
    files: true,
  },
} satisfies Readonly<Record<string, TeamsCloud>>;

/** The name of such a cloud, as it is set. */
export type TeamsCloudId = keyof typeof clouds;

export const teamsCloudIds = [
  'public',
  'usGovernment',
  'usGovernmentDoD',
  'china',
] as const satisfies readonly TeamsCloudId[];

/** The cloud of that name. */
export const teamsCloud = (id: TeamsCloudId): TeamsCloud => clouds[id];

/** The SDK's own settings for that cloud; none for the public one, which are its defaults. */
export function sdkSettings(id: TeamsCloudId, tenantId: string | undefined): Readonly<Record<string, string>> {
  if (id === 'public') return {};
  const { issuer, metadataUrl, login, scope, sharedTenant, oAuthUrl, emulatorMetadataUrl } = clouds[id];
  return {
    ValidateAuthority: 'true',
    ToChannelFromBotLoginUrl: `${login}/${tenantId ?? sharedTenant}`,
    ToChannelFromBotOAuthScope: scope,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: emulatorMetadataUrl,
    OAuthUrl: oAuthUrl,
  };
}

import { z } from 'zod';

/** How the bot is registered with the Bot Framework; `UserAssignedMSI` has no password, `MultiTenant` no tenant. */
export interface Registration {
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly id: string;
  readonly password?: string;
  readonly tenantId?: string;
}

type Settings = Readonly<Record<string, string | undefined>>;

const types = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

const channelSettings: readonly string[] = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'OAuthUrl',
  'OAuthApiEndpoint',
  'BotOpenIdMetadata',
  'ChannelService',
  'ValidateAuthority',
  'CallerId',
];

/** Whether a setting of the SDK leads its tokens or keys elsewhere; setting any one blanks the others, so they are for tests only. */
export const isChannelSetting = (name: string): boolean => channelSettings.includes(name);

const needs = {
  SingleTenant: { password: true, tenant: true },
  UserAssignedMSI: { password: false, tenant: true },
  MultiTenant: { password: true, tenant: false },
} as const;

const guidFault = (settings: Settings, name: string): string[] =>
  settings[name] === undefined || z.guid().safeParse(settings[name]).success
    ? []
    : [`${name}: is not a GUID. Copy it from the bot's registration in the Azure portal.`];

// The SDK compares without regard to case and takes everything it does not know for MultiTenant.
const registrationType = (settings: Settings): Registration['type'] | undefined =>
  types.find((type) => type.toLowerCase() === settings['MicrosoftAppType']?.toLowerCase());

const typeFaults = (settings: Settings): string[] => {
  if (settings['MicrosoftAppType'] === undefined)
    return settings['MicrosoftAppId'] === undefined
      ? []
      : [`MicrosoftAppType: is missing. Set it to ${types.join(', ')}, as the bot is registered.`];
  return registrationType(settings) === undefined
    ? [`MicrosoftAppType: "${settings['MicrosoftAppType']}" is unknown. Set it to ${types.join(', ')}.`]
    : [];
};

const combinationFaults = (settings: Settings): string[] => {
  const faults: string[] = [];
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = settings;
  const type = registrationType(settings);
  if (id === undefined && (password !== undefined || tenant !== undefined || type !== undefined))
    faults.push('MicrosoftAppId: is missing, though other MicrosoftApp… settings are there. Set it, or unset them.');
  if (id === undefined || type === undefined) return faults;
  if (needs[type].password && password === undefined)
    faults.push(`MicrosoftAppPassword: is missing. ${type} needs the client secret of the app registration.`);
  if (!needs[type].password && password !== undefined)
    faults.push(`MicrosoftAppPassword: must not be set with ${type}. Unset it.`);
  if (needs[type].tenant && tenant === undefined)
    faults.push(`MicrosoftAppTenantId: is missing. ${type} needs the tenant the bot is registered in.`);
  return faults;
};

/** Every fault of the MicrosoftApp… settings; a missing app id with nothing beside it is none (anonymous mode). */
export const registrationFaults = (settings: Settings): string[] => [
  ...typeFaults(settings),
  ...guidFault(settings, 'MicrosoftAppId'),
  ...guidFault(settings, 'MicrosoftAppTenantId'),
  ...combinationFaults(settings),
];

/** The registration of settings without faults; undefined without an app id. */
export const readRegistration = (settings: Settings): Registration | undefined => {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = settings;
  const type = registrationType(settings);
  if (id === undefined || type === undefined) return undefined;
  return {
    type,
    id,
    ...(password === undefined ? {} : { password }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
};

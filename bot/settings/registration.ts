import { resolve } from 'node:path';
import * as z from 'zod';
import { readCertificate, UnusableCertificate, type Certificate } from '../door/certificate.ts';

/** How the bot is registered with the Bot Framework; `UserAssignedMSI` proves itself by its host, `MultiTenant` needs no tenant. */
export interface Registration {
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly id: string;
  readonly password?: string;
  /** In place of a password. */
  readonly certificate?: Certificate;
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
  SingleTenant: { proof: true, tenant: true },
  UserAssignedMSI: { proof: false, tenant: true },
  MultiTenant: { proof: true, tenant: false },
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

const proofs = (settings: Settings): string[] =>
  ['MicrosoftAppPassword', 'MicrosoftAppCertificateFile'].filter((name) => settings[name] !== undefined);

const proofFaults = (settings: Settings, type: Registration['type']): string[] => {
  const [first, second] = proofs(settings);
  if (!needs[type].proof) return proofs(settings).map((name) => `${name}: must not be set with ${type}. Unset it.`);
  if (first === undefined)
    return [
      `MicrosoftAppPassword: is missing. ${type} needs the client secret of the app registration, or ` +
        `MicrosoftAppCertificateFile.`,
    ];
  return second === undefined ? [] : [`${second}: is set beside ${first}. One proves who the bot is: unset the other.`];
};

const certificateFaults = ({ MicrosoftAppCertificateFile: file }: Settings): string[] => {
  if (file === undefined) return [];
  try {
    readCertificate(resolve(file));
    return [];
  } catch (error) {
    if (!(error instanceof UnusableCertificate)) throw error;
    return [
      `MicrosoftAppCertificateFile: ${error.message}. Name a PEM file with the certificate and its RSA private key, ` +
        `without a passphrase.`,
    ];
  }
};

const combinationFaults = (settings: Settings): string[] => {
  const faults: string[] = [];
  const { MicrosoftAppId: id, MicrosoftAppTenantId: tenant } = settings;
  const type = registrationType(settings);
  if (id === undefined && (proofs(settings).length > 0 || tenant !== undefined || type !== undefined))
    faults.push('MicrosoftAppId: is missing, though other MicrosoftApp… settings are there. Set it, or unset them.');
  if (id === undefined || type === undefined) return faults;
  faults.push(...proofFaults(settings, type));
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
  ...certificateFaults(settings),
];

/** The registration of settings without faults; undefined without an app id. */
export const readRegistration = (settings: Settings): Registration | undefined => {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = settings;
  const { MicrosoftAppCertificateFile: file } = settings;
  const type = registrationType(settings);
  if (id === undefined || type === undefined) return undefined;
  return {
    type,
    id,
    ...(password === undefined ? {} : { password }),
    ...(file === undefined ? {} : { certificate: readCertificate(resolve(file)) }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
};

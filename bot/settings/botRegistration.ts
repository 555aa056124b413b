import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { defined } from '../../lib/optional.ts';

/** The certificate of the bot's app registration, used in place of a client secret. */
export interface Certificate {
  /** SHA-1 in hexadecimal digits, as the app registration shows it. */
  readonly thumbprint: string;
  /** PEM. */
  readonly privateKey: string;
  /** Expiry date. */
  readonly until: Date;
}

/** Raised for a certificate file that cannot be used; the message gives the reason and nothing of its content. */
class UnusableCertificate extends Error {}

const pemBlock = (text: string, name: RegExp): string | undefined =>
  new RegExp(`-----BEGIN (${name.source})-----[\\s\\S]+?-----END \\1-----`).exec(text)?.[0];

function readText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    throw new UnusableCertificate('cannot be read');
  }
}

function parsePem<T>(what: string, pem: string | undefined, parse: (pem: string) => T): T {
  if (pem === undefined) throw new UnusableCertificate(`holds no ${what} in PEM`);
  try {
    return parse(pem);
  } catch {
    throw new UnusableCertificate(`holds a ${what} that cannot be read`);
  }
}

/** Reads a PEM file with a certificate (the bot's own first) and its RSA key without a passphrase. Raises UnusableCertificate. */
export function readCertificate(file: string): Certificate {
  const text = readText(file);
  const certificate = parsePem('certificate', pemBlock(text, /CERTIFICATE/), (pem) => new X509Certificate(pem));
  const key = parsePem('private key', pemBlock(text, /(?:RSA )?PRIVATE KEY/), (pem): KeyObject =>
    createPrivateKey(pem),
  );
  if (key.asymmetricKeyType !== 'rsa') throw new UnusableCertificate('holds a key that is not RSA');
  if (!certificate.checkPrivateKey(key)) throw new UnusableCertificate('holds a key of another certificate');
  return {
    thumbprint: createHash('sha1').update(certificate.raw).digest('hex').toUpperCase(),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    until: new Date(certificate.validTo),
  };
}

/** Fields of a client assertion. */
interface AssertionFields {
  /** The app's id. */
  readonly id: string;
  /** The token address. */
  readonly audience: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * The client assertion for a sign-in at that token address: a JWT signed with the certificate, valid ten minutes (RFC
 * 7523).
 */
export function clientAssertion(
  { thumbprint, privateKey }: Certificate,
  { id, audience, now, newId }: AssertionFields,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ aud: audience, iss: id, sub: id, jti: newId(), nbf: seconds, exp: seconds + 600 })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', x5t: Buffer.from(thumbprint, 'hex').toString('base64url') })
    .sign(createPrivateKey(privateKey));
}

/**
 * The registration of the bot with the Bot Framework; `UserAssignedMSI` signs in by its host, `MultiTenant` needs no
 * tenant.
 */
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

/**
 * True for an SDK setting that redirects its tokens or keys; setting any one of them blanks the others, so they are for
 * tests only.
 */
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

// The SDK ignores case and treats every unknown type as MultiTenant.
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

/** All faults of the MicrosoftApp… settings; none when all of them are missing (anonymous mode). */
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
    ...defined({ password }),
    ...(file === undefined ? {} : { certificate: readCertificate(resolve(file)) }),
    ...defined({ tenantId }),
  };
};

import { isSimulatorUrl } from '../../partner-center/rest/endpoints.ts';
import { type AgreementWay, agreementWays } from '../../partner-center/rules/agreement.ts';
import type { EnhancedSettings } from '../../partner-center/rest/agreements.ts';
import { isLoopbackHost } from '../../lib/loopback.ts';
import { defined } from '../../lib/optional.ts';

/** Settings of the Partner Center API: the application registered for it, or the simulator. */
export interface RestConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** URL of the simulator on this machine; without it Microsoft, in the partner's cloud. */
  readonly url?: string;
}

type RestVariables = Readonly<Record<string, string | undefined>>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const urlFaults = (url: string | undefined, isProduction: boolean): string[] => {
  if (url === undefined) return [];
  if (isProduction)
    return ['PARTNER_CENTER_URL: must not be set in production; the simulator would stand in for Microsoft. Unset it.'];
  return isSimulatorUrl(url)
    ? []
    : ['PARTNER_CENTER_URL: is not this machine alone. Set the address of the simulator, as http://127.0.0.1:4000.'];
};

const applicationFaults = (id: string | undefined, secret: string | undefined, isReal: boolean): string[] => {
  const faults: string[] = [];
  if (id === undefined)
    faults.push('PARTNER_CENTER_CLIENT_ID: is missing. Set the id of the application registered for Partner Center.');
  else if (isReal && !guid.test(id))
    faults.push("PARTNER_CENTER_CLIENT_ID: is not a GUID. Correct it: copy it from the application's registration.");
  if (secret === undefined)
    faults.push("PARTNER_CENTER_CLIENT_SECRET: is missing. Set the client secret of the application's registration.");
  return faults;
};

/** All faults of the PARTNER_CENTER_… settings; none without PARTNER_CENTER=rest. */
export const restFaults = (settings: RestVariables): string[] => {
  if (settings['PARTNER_CENTER'] !== 'rest') return [];
  const url = settings['PARTNER_CENTER_URL'];
  const faults = [
    ...applicationFaults(
      settings['PARTNER_CENTER_CLIENT_ID'],
      settings['PARTNER_CENTER_CLIENT_SECRET'],
      url === undefined,
    ),
    ...urlFaults(url, settings['NODE_ENV'] === 'production'),
  ];
  // Without a registration requests are unauthenticated, and anyone could create real customers.
  if (url === undefined && settings['MicrosoftAppId'] === undefined)
    faults.push(
      'PARTNER_CENTER: must not be rest without MicrosoftAppId. Register the bot, or set PARTNER_CENTER_URL to the simulator.',
    );
  return faults;
};

/** Reads the Partner Center settings, which must be without faults. */
export const readRest = (settings: RestVariables): RestConfig => {
  const url = settings['PARTNER_CENTER_URL'];
  return {
    clientId: settings['PARTNER_CENTER_CLIENT_ID'] ?? '',
    clientSecret: settings['PARTNER_CENTER_CLIENT_SECRET'] ?? '',
    ...defined({ url }),
  };
};

/** Settings of the way customers' acceptance of the agreement reaches Partner Center. */
export interface AgreementConfig {
  readonly way: AgreementWay;
  /** With the way `enhanced`. */
  readonly enhanced?: EnhancedSettings;
}

type AgreementVariables = Readonly<Record<string, string | undefined>>;

const wayName = 'PARTNER_CENTER_AGREEMENT';
const pageName = 'PARTNER_CENTER_ATTESTATION_PAGE';

/** Settings that name properties, with their defaults: Microsoft's public page about them is incomplete. */
const properties = {
  emailName: ['PARTNER_CENTER_ATTESTATION_EMAIL', 'signatoryEmail'],
  phoneName: ['PARTNER_CENTER_ATTESTATION_PHONE', 'signatoryPhoneNumber'],
  idName: ['PARTNER_CENTER_ATTESTATION_ID', 'attestationId'],
} as const;

/** Parses a way; `attestation` is the name of `customer` until 2026. */
const parseWay = (text: string): AgreementWay | undefined =>
  text === 'attestation' ? 'customer' : agreementWays.find((one) => one === text);

/** The default way: with Partner Center itself the customer accepts; in practice mode it is recorded. */
const defaultWay = (settings: AgreementVariables): AgreementWay =>
  settings['PARTNER_CENTER'] === 'rest' ? 'customer' : 'recorded';

const wayOf = (settings: AgreementVariables): AgreementWay => parseWay(settings[wayName] ?? '') ?? defaultWay(settings);

/** True for an address with `{id}` in it, by https unless it is on this machine. */
function isPageTemplate(page: string): boolean {
  if (!page.includes('{id}') || !URL.canParse(page)) return false;
  const { protocol, hostname } = new URL(page);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

/** All faults of the settings about the agreement. */
export function agreementFaults(settings: AgreementVariables): string[] {
  const { [wayName]: way, [pageName]: page } = settings;
  if (way !== undefined && parseWay(way) === undefined)
    return [
      `${wayName}: is not one of ${agreementWays.join(', ')}. Choose one, or unset it for ${defaultWay(settings)}.`,
    ];
  if (wayOf(settings) !== 'enhanced') return [];
  return [
    ...(settings['PARTNER_CENTER'] === 'rest'
      ? []
      : [`${wayName}: must not be enhanced in practice mode, which has no such page. Choose customer or recorded.`]),
    ...(page !== undefined && isPageTemplate(page)
      ? []
      : [`${pageName}: is not the https address of the page, with {id} where the attestation’s id belongs. Set it.`]),
    ...Object.values(properties)
      .filter(([name]) => !/^[A-Za-z]\w{0,60}$/.test(settings[name] ?? 'unset'))
      .map(([name, fallback]) => `${name}: is not the name of a property. Correct it, or unset it for ${fallback}.`),
  ];
}

/** Reads the agreement settings, which must be without faults. */
export function readAgreement(settings: AgreementVariables): AgreementConfig {
  const way = wayOf(settings);
  if (way !== 'enhanced') return { way };
  const named = ([name, fallback]: readonly [string, string]): string => settings[name] ?? fallback;
  const { emailName, phoneName, idName } = properties;
  return {
    way,
    enhanced: {
      emailName: named(emailName),
      phoneName: named(phoneName),
      idName: named(idName),
      page: settings[pageName] ?? '',
    },
  };
}

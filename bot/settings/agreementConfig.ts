import { agreementWays, type AgreementWay } from '../../partner-center/agreement.ts';
import type { EnhancedSettings } from '../../partner-center/rest/attestations.ts';
import { isLoopbackHost } from '../door/loopback.ts';

/** How customers' acceptance of the agreement reaches Partner Center. */
export interface AgreementConfig {
  readonly way: AgreementWay;
  /** With the way `enhanced`. */
  readonly enhanced?: EnhancedSettings;
}

type Settings = Readonly<Record<string, string | undefined>>;

const wayName = 'PARTNER_CENTER_AGREEMENT';
const pageName = 'PARTNER_CENTER_ATTESTATION_PAGE';

/** The settings that name properties, and what they are unless set: Microsoft's page about them is not whole in public. */
const properties = {
  emailName: ['PARTNER_CENTER_ATTESTATION_EMAIL', 'signatoryEmail'],
  phoneName: ['PARTNER_CENTER_ATTESTATION_PHONE', 'signatoryPhoneNumber'],
  idName: ['PARTNER_CENTER_ATTESTATION_ID', 'attestationId'],
} as const;

/** The way of a text; `attestation` is what `customer` was called until 2026. */
const wayIn = (text: string): AgreementWay | undefined =>
  text === 'attestation' ? 'customer' : agreementWays.find((one) => one === text);

/** The way unless it is set: with Partner Center itself the customer accepts; in practice mode it is recorded, as it was. */
const usual = (settings: Settings): AgreementWay => (settings['PARTNER_CENTER'] === 'rest' ? 'customer' : 'recorded');

const wayOf = (settings: Settings): AgreementWay => wayIn(settings[wayName] ?? '') ?? usual(settings);

/** The address with `{id}` in it, by https unless it leads to this machine. */
function isPage(page: string): boolean {
  if (!page.includes('{id}') || !URL.canParse(page)) return false;
  const { protocol, hostname } = new URL(page);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

/** Every fault of the settings about the agreement. */
export function agreementFaults(settings: Settings): string[] {
  const { [wayName]: way, [pageName]: page } = settings;
  if (way !== undefined && wayIn(way) === undefined)
    return [`${wayName}: is not one of ${agreementWays.join(', ')}. Choose one, or unset it for ${usual(settings)}.`];
  if (wayOf(settings) !== 'enhanced') return [];
  return [
    ...(settings['PARTNER_CENTER'] === 'rest'
      ? []
      : [`${wayName}: must not be enhanced in practice mode, which has no such page. Choose customer or recorded.`]),
    ...(page !== undefined && isPage(page)
      ? []
      : [`${pageName}: is not the https address of the page, with {id} where the attestation’s id belongs. Set it.`]),
    ...Object.values(properties)
      .filter(([name]) => !/^[A-Za-z]\w{0,60}$/.test(settings[name] ?? 'unset'))
      .map(([name, fallback]) => `${name}: is not the name of a property. Correct it, or unset it for ${fallback}.`),
  ];
}

/** How the acceptance gets there, by settings without faults. */
export function readAgreement(settings: Settings): AgreementConfig {
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

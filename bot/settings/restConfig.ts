import { isSimulatorUrl } from '../../partner-center/rest/endpoints.ts';

/** How Partner Center is reached: the application registered for it, or the simulator. */
export interface RestConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The simulator on this machine; absent: Microsoft, in the partner's cloud. */
  readonly url?: string;
}

type Settings = Readonly<Record<string, string | undefined>>;

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

/** Every fault of the PARTNER_CENTER_… settings; without PARTNER_CENTER=rest there is none. */
export const restFaults = (settings: Settings): string[] => {
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
  // Nobody proves who is asking without a registration, and real customers would be created for whoever asks.
  if (url === undefined && settings['MicrosoftAppId'] === undefined)
    faults.push(
      'PARTNER_CENTER: must not be rest without MicrosoftAppId. Register the bot, or set PARTNER_CENTER_URL to the simulator.',
    );
  return faults;
};

/** How Partner Center is reached, by settings without faults. */
export const readRest = (settings: Settings): RestConfig => {
  const url = settings['PARTNER_CENTER_URL'];
  return {
    clientId: settings['PARTNER_CENTER_CLIENT_ID'] ?? '',
    clientSecret: settings['PARTNER_CENTER_CLIENT_SECRET'] ?? '',
    ...(url === undefined ? {} : { url }),
  };
};

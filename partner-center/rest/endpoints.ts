import type { CloudId } from '../rules/clouds.ts';

/** Addresses of a cloud's Partner Center and of its login; never mixed with those of another cloud. */
export interface Endpoints {
  /** Everything before `/v1`. */
  readonly api: string;
  /** Everything before the tenant id of an authority. */
  readonly login: string;
  /** Resource that tokens are requested for. */
  readonly resource: string;
  /** The cloud is closed: every call is refused. */
  readonly closed: boolean;
  /** True for the simulator on this machine. */
  readonly simulator: boolean;
}

const globalApi = 'https://api.partnercenter.microsoft.com';
const chinaApi = 'https://partner.partnercenterapi.microsoftonline.cn';

const cloudEndpoints = (api: string, login: string, closed = false): Endpoints => ({
  api,
  login,
  resource: api,
  closed,
  simulator: false,
});

// developer/partner-center-rest-urls and developing-for-partner-center-for-microsoft-national-cloud: US Government and
// Germany share the public address, so only login and tenant decide the cloud.
const endpointsByCloud: Readonly<Record<CloudId, Endpoints>> = {
  global: cloudEndpoints(globalApi, 'https://login.microsoftonline.com'),
  usGovernment: cloudEndpoints(globalApi, 'https://login.microsoftonline.us'),
  germany: cloudEndpoints(globalApi, 'https://login.microsoftonline.de', true),
  china: cloudEndpoints(chinaApi, 'https://login.chinacloudapi.cn'),
};

/** True for a URL allowed for the simulator: http(s) on this machine, without path, query or credentials. */
export const isSimulatorUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search, username } = new URL(url);
  const local = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return local && /^https?:$/.test(protocol) && pathname === '/' && search === '' && username === '';
};

/**
 * Addresses of a cloud; with `simulatorUrl` both API and login point there. Raises an error for a URL beyond this
 * machine, because secrets and tokens would be sent to it.
 */
export const endpointsOf = (cloud: CloudId, simulatorUrl?: string): Endpoints => {
  if (simulatorUrl === undefined) return endpointsByCloud[cloud];
  if (!isSimulatorUrl(simulatorUrl))
    throw new Error('the simulator must be on this machine: http://127.0.0.1, http://localhost or http://[::1]');
  const url = new URL(simulatorUrl).origin;
  return { ...endpointsByCloud[cloud], api: url, login: url, simulator: true };
};

import type { CloudId } from '../clouds.ts';

/** Where a cloud's Partner Center is called and where its tokens come from; the parts of one cloud are never mixed with another's. */
export interface Endpoints {
  /** Everything before `/v1`. */
  readonly api: string;
  /** Everything before the tenant id of an authority. */
  readonly login: string;
  /** What tokens are asked for. */
  readonly resource: string;
  /** Nothing can be done there any more. */
  readonly closed: boolean;
  /** Stands in for Microsoft on this machine. */
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
const endpoints: Readonly<Record<CloudId, Endpoints>> = {
  global: cloudEndpoints(globalApi, 'https://login.microsoftonline.com'),
  usGovernment: cloudEndpoints(globalApi, 'https://login.microsoftonline.us'),
  germany: cloudEndpoints(globalApi, 'https://login.microsoftonline.de', true),
  china: cloudEndpoints(chinaApi, 'https://login.chinacloudapi.cn'),
};

/** May this URL stand in for Partner Center? Only http(s) on this machine, without path, query or credentials. */
export const isSimulatorUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search, username } = new URL(url);
  const local = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return local && /^https?:$/.test(protocol) && pathname === '/' && search === '' && username === '';
};

/**
 * The addresses of a cloud; with `simulatorUrl` API and login both lead there. Raises an error for a URL that leaves
 * this machine: secrets and tokens would leave with it.
 */
export const endpointsOf = (cloud: CloudId, simulatorUrl?: string): Endpoints => {
  if (simulatorUrl === undefined) return endpoints[cloud];
  if (!isSimulatorUrl(simulatorUrl))
    throw new Error('the simulator must be on this machine: http://127.0.0.1, http://localhost or http://[::1]');
  const url = new URL(simulatorUrl).origin;
  return { ...endpoints[cloud], api: url, login: url, simulator: true };
};

import type { TableAccount } from './table.ts';

/** Where Azurite answers, which `UseDevelopmentStorage=true` names. */
const developmentHost = '127.0.0.1:10002';

const hostOfUrl = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** The host of a connection string; undefined for a text that is none. */
function hostOfConnection(text: string): string | undefined {
  if (/usedevelopmentstorage=true/i.test(text)) return developmentHost;
  const part = (name: string): string | undefined => new RegExp(`(?:^|;)\\s*${name}=([^;]+)`, 'i').exec(text)?.[1];
  const [endpoint, account] = [part('TableEndpoint'), part('AccountName')];
  // As the SDK tells one with a key from one with a signature.
  const hasKey = part('AccountKey') !== undefined && part('DefaultEndpointsProtocol') !== undefined;
  if (!hasKey && (part('SharedAccessSignature') === undefined || endpoint === undefined)) return undefined;
  if (endpoint !== undefined) return hostOfUrl(endpoint);
  return account === undefined ? undefined : `${account}.table.${part('EndpointSuffix') ?? 'core.windows.net'}`;
}

/** Host of an account's tables, to be shown, without its key; undefined for what is no account. */
export function hostOfAccount({ connectionString, account = '' }: TableAccount): string | undefined {
  if (connectionString !== undefined) return hostOfConnection(connectionString);
  if (/^https?:\/\//.test(account)) return hostOfUrl(account);
  // storage-account-overview: a name has 3 to 24 lower-case letters and digits.
  return /^[a-z0-9]{3,24}$/.test(account) ? `${account}.table.core.windows.net` : undefined;
}

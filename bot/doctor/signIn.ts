import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Registration } from '../registration.ts';
import { fault, ok, skipped, type Outcome } from './finding.ts';

const scope = 'https://api.botframework.com/.default';
const problem = z.object({ error_description: z.string().optional(), error: z.unknown() });

// Microsoft Entra's numbers for what is usually wrong (reference-error-codes).
const mends: Readonly<Record<string, string>> = {
  AADSTS7000215: 'MicrosoftAppPassword is not the value of a secret of this app. Copy the value, not its id.',
  AADSTS7000222: 'MicrosoftAppPassword has run out. Make a new client secret.',
  AADSTS700016: 'MicrosoftAppId is not an app of MicrosoftAppTenantId. Correct one of them.',
  AADSTS90002: 'MicrosoftAppTenantId is no tenant. Correct it.',
  AADSTS7000229: 'The app has no service principal in the tenant. Run az ad sp create --id with MicrosoftAppId.',
};

const requestOf = ({ id, password = '', tenantId }: Registration): [string, RequestInit] => [
  `https://login.microsoftonline.com/${tenantId ?? 'botframework.com'}/oauth2/v2.0/token`,
  {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: password, scope }),
  },
];

// App Service and Container Apps name their endpoint so (overview-managed-identity).
const identityRequestOf = ({ id }: Registration, env: NodeJS.ProcessEnv): [string, RequestInit] | undefined => {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = env;
  if (endpoint === undefined || header === undefined || !URL.canParse(endpoint)) return undefined;
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    resource: 'https://api.botframework.com',
    'api-version': '2019-08-01',
    client_id: id,
  }).toString();
  return [url.href, { headers: { 'x-identity-header': header } }];
};

const mendOf = (type: Registration['type'], status: number, answer: unknown): string => {
  const [code] = /AADSTS\d+/.exec(problem.safeParse(answer).data?.error_description ?? '') ?? [];
  if (type === 'UserAssignedMSI')
    return `refused with ${status}. Assign the managed identity of MicrosoftAppId to this host (Identity, User assigned).`;
  return `refused with ${code ?? status}. ${mends[code ?? ''] ?? 'Compare the MicrosoftApp… settings with the app registration.'}`;
};

/** Whether the bot can sign in with its registration, as it must to answer; never tells the token or the secret. */
export const checkSignIn = async (
  { registration }: Config,
  env: NodeJS.ProcessEnv,
  send: typeof fetch = fetch,
): Promise<Outcome> => {
  if (registration === undefined) return skipped('without MicrosoftAppId it needs none');
  const { type } = registration;
  const request = type === 'UserAssignedMSI' ? identityRequestOf(registration, env) : requestOf(registration);
  if (request === undefined) return skipped('a managed identity can be tried on its own host in Azure only');
  try {
    const answer = await send(request[0], { ...request[1], signal: AbortSignal.timeout(10_000) });
    if (answer.ok) return ok(`as ${type}`);
    return fault(mendOf(type, answer.status, await answer.json().catch(() => undefined)));
  } catch {
    return fault('the login does not answer. Allow https to login.microsoftonline.com.');
  }
};

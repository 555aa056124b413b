import * as z from 'zod';
import { assertionOf, type Certificate } from '../door/certificate.ts';
import type { Config } from '../settings/config.ts';
import type { Registration } from '../settings/registration.ts';
import { teamsCloud, type TeamsCloud } from '../settings/teamsClouds.ts';
import { fault, ok, skipped, type CheckUpTools, type Outcome } from './finding.ts';

const problem = z.object({ error_description: z.string().optional(), error: z.unknown() });

// Microsoft Entra's numbers for what is usually wrong (reference-error-codes).
const mends: Readonly<Record<string, string>> = {
  AADSTS7000215: 'MicrosoftAppPassword is not the value of a secret of this app. Copy the value, not its id.',
  AADSTS7000222: 'MicrosoftAppPassword has run out. Make a new client secret.',
  AADSTS700027: 'MicrosoftAppCertificateFile is not a certificate of this app. Add it to the app registration.',
  AADSTS700016: 'MicrosoftAppId is not an app of MicrosoftAppTenantId. Correct one of them.',
  AADSTS90002: 'MicrosoftAppTenantId is no tenant. Correct it.',
  AADSTS7000229: 'The app has no service principal in the tenant. Run az ad sp create --id with MicrosoftAppId.',
};

function requestOf(
  { id, password = '', certificate, tenantId }: Registration,
  { login, scope, sharedTenant }: TeamsCloud,
  tools: CheckUpTools,
): [string, RequestInit] {
  const url = `${login}/${tenantId ?? sharedTenant}/oauth2/v2.0/token`;
  const proof =
    certificate === undefined
      ? { client_secret: password }
      : {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertionOf(certificate, { id, audience: url, now: tools.now(), newId: tools.newId }),
        };
  return [
    url,
    {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        scope: `${scope}/.default`,
        ...proof,
      }),
    },
  ];
}

// App Service and Container Apps name their endpoint so (overview-managed-identity).
const identityRequestOf = (
  { id }: Registration,
  { scope }: TeamsCloud,
  env: NodeJS.ProcessEnv,
): [string, RequestInit] | undefined => {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = env;
  if (endpoint === undefined || header === undefined || !URL.canParse(endpoint)) return undefined;
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    resource: scope,
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

const dayOf = ({ until }: Certificate): string => until.toISOString().slice(0, 10);

const ranOut = (certificate: Certificate): Outcome =>
  fault(`the certificate ran out on ${dayOf(certificate)}. Make a new one, and add it to the app registration.`);

/** Whether the bot can sign in with its registration, as it must to answer; never tells the token or the secret. */
export const checkSignIn = async (
  { registration, teamsCloud: cloudId }: Config,
  env: NodeJS.ProcessEnv,
  tools: CheckUpTools,
): Promise<Outcome> => {
  if (registration === undefined) return skipped('without MicrosoftAppId it needs none');
  const { type, certificate } = registration;
  if (certificate !== undefined && certificate.until <= tools.now()) return ranOut(certificate);
  const cloud = teamsCloud(cloudId);
  const request =
    type === 'UserAssignedMSI' ? identityRequestOf(registration, cloud, env) : requestOf(registration, cloud, tools);
  if (request === undefined) return skipped('a managed identity can be tried on its own host in Azure only');
  try {
    const answer = await (tools.fetch ?? fetch)(request[0], { ...request[1], signal: AbortSignal.timeout(10_000) });
    if (answer.ok)
      return ok(certificate === undefined ? `as ${type}` : `as ${type}, by a certificate until ${dayOf(certificate)}`);
    return fault(mendOf(type, answer.status, await answer.json().catch(() => undefined)));
  } catch {
    return fault(`the login does not answer. Allow https to ${new URL(cloud.login).host}.`);
  }
};

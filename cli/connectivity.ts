import * as z from 'zod';
import type { Config } from '../bot/settings/config.ts';
import { teamsCloud, type TeamsCloud } from '../bot/settings/teamsClouds.ts';
import { createAuthenticator } from '../bot/http/authenticateRequest.ts';
import { checkFault, checkOk, type CheckOutcome, checkSkipped, type CheckUpDeps, errorCodeOf } from './check.ts';
import { type FaultReason, PartnerCenterError, type PartnerCenterFault } from '../partner-center/rules/fault.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { Documents } from '../storage/documents.ts';
import { partnerCenterFor } from '../bot/partnerCenters.ts';
import { type Certificate, clientAssertion, type Registration } from '../bot/settings/botRegistration.ts';

/** Checks that the signing keys of Teams can be loaded. */
export const checkSigningKeys = async (config: Config, { log, now }: CheckUpDeps): Promise<CheckOutcome> => {
  if (config.anonymous) return checkSkipped('without MicrosoftAppId nobody signs');
  const { host } = new URL(teamsCloud(config.teamsCloud).metadataUrl);
  return (await createAuthenticator(config, { log, now }).ready())
    ? checkOk('the keys of the Bot Framework are there')
    : checkFault(`${host} does not answer. Allow https to it from this machine.`);
};

/** Seconds; authentication tolerates five minutes, which a drifting clock reaches in time. */
const toleratedSkew = 120;

/** Checks this machine's clock against that of the login, or of the simulator. */
export const checkClock = async (config: Config, { now, fetch: send = fetch }: CheckUpDeps): Promise<CheckOutcome> => {
  if (config.anonymous && config.rest?.url === undefined) return checkSkipped('nothing outside this machine is asked');
  const url = config.rest?.url ?? teamsCloud(config.teamsCloud).login;
  try {
    const { headers } = await send(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    const theirs = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(theirs)) return checkSkipped(`${url} names no time`);
    const seconds = Math.round((now().getTime() - theirs) / 1000);
    return Math.abs(seconds) <= toleratedSkew
      ? checkOk(`differs by ${Math.abs(seconds)} s at most`)
      : checkFault(
          `is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}; tokens would be refused. Switch on time synchronization.`,
        );
  } catch (error) {
    return checkFault(`${url} does not answer (${errorCodeOf(error)}). Allow https to it from this machine.`);
  }
};

const authorizeHint = 'Run npm run authorize.';

const reasonRemedies: Partial<Readonly<Record<FaultReason, string>>> = {
  token: 'Correct PARTNER_CENTER_CLIENT_ID and PARTNER_CENTER_CLIENT_SECRET; a secret may have run out.',
  'user-token-missing': `The administrator's consent is missing or has run out. ${authorizeHint}`,
  mfa: `The consent was given without multi-factor sign-in. ${authorizeHint}`,
  role: `The user who consented is no Admin agent of this partner. ${authorizeHint}`,
  'own-agreement': 'The partner has not signed the Microsoft Partner Agreement. Sign it in Partner Center.',
  'cloud-closed': 'This cloud is closed. Remove the partner from PARTNERS_FILE.',
  unavailable: 'Partner Center does not answer. Allow https to it from this machine, or try later.',
  throttled: 'Partner Center asks to wait. Try later.',
};

const refusalResult = ({ reason, code }: PartnerCenterFault, correlationId?: string): CheckOutcome =>
  checkFault(
    `${code ?? reason}${correlationId === undefined ? '' : ` (${correlationId})`}. ` +
      (reasonRemedies[reason] ?? 'Look the code up in the documentation of Partner Center.'),
  );

const rejectUse = (): Promise<never> => Promise.reject(new Error('a check-up changes nothing'));

/** Stands in for the storage, which a running bot may hold: no check of Partner Center needs it. */
const noDocuments: Documents = {
  get: () => Promise.resolve(undefined),
  insert: rejectUse,
  replace: rejectUse,
  remove: rejectUse,
  quarantine: rejectUse,
  list: () => Promise.resolve({ items: [], unreadable: [] }),
  async *summaries() {},
  purgeQuarantine: rejectUse,
  partitions: rejectUse,
  purgeQuarantineOf: rejectUse,
  close: () => Promise.resolve(),
};

/**
 * Checks that Partner Center would accept a customer of that partner: token, consent and role. Nothing is changed
 * there.
 */
export const checkPartnerCenter = async (
  config: Config,
  partner: Partner,
  { now, newId }: CheckUpDeps,
): Promise<CheckOutcome> => {
  try {
    const partnerCenter = partnerCenterFor(config, partner, { documents: noDocuments, now, randomId: newId });
    const found = (await partnerCenter.readiness?.()) ?? (await partnerCenter.consentFault?.());
    return found === undefined ? checkOk('ready') : refusalResult(found);
  } catch (error) {
    if (error instanceof PartnerCenterError) return refusalResult(error.fault, error.correlationId);
    return checkFault(`could not be tried (${errorCodeOf(error)}). Run it again; if it stays, read the bot's log.`);
  }
};

const entraErrorSchema = z.object({ error_description: z.string().optional(), error: z.unknown() });

// Microsoft Entra's codes for the usual faults (reference-error-codes).
const entraRemedies: Readonly<Record<string, string>> = {
  AADSTS7000215: 'MicrosoftAppPassword is not the value of a secret of this app. Copy the value, not its id.',
  AADSTS7000222: 'MicrosoftAppPassword has run out. Make a new client secret.',
  AADSTS700027: 'MicrosoftAppCertificateFile is not a certificate of this app. Add it to the app registration.',
  AADSTS700016: 'MicrosoftAppId is not an app of MicrosoftAppTenantId. Correct one of them.',
  AADSTS90002: 'MicrosoftAppTenantId is no tenant. Correct it.',
  AADSTS7000229: 'The app has no service principal in the tenant. Run az ad sp create --id with MicrosoftAppId.',
};

async function tokenRequest(
  { id, password = '', certificate, tenantId }: Registration,
  { login, scope, sharedTenant }: TeamsCloud,
  deps: CheckUpDeps,
): Promise<[string, RequestInit]> {
  const url = `${login}/${tenantId ?? sharedTenant}/oauth2/v2.0/token`;
  const proof =
    certificate === undefined
      ? { client_secret: password }
      : {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await clientAssertion(certificate, {
            id,
            audience: url,
            now: deps.now(),
            newId: deps.newId,
          }),
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

// The environment variables of App Service and Container Apps (overview-managed-identity).
const identityRequest = (
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

const remedyOf = (type: Registration['type'], status: number, answer: unknown): string => {
  const [code] = /AADSTS\d+/.exec(entraErrorSchema.safeParse(answer).data?.error_description ?? '') ?? [];
  if (type === 'UserAssignedMSI')
    return `refused with ${status}. Assign the managed identity of MicrosoftAppId to this host (Identity, User assigned).`;
  return `refused with ${code ?? status}. ${entraRemedies[code ?? ''] ?? 'Compare the MicrosoftApp… settings with the app registration.'}`;
};

const expiryDate = ({ until }: Certificate): string => until.toISOString().slice(0, 10);

const certificateExpired = (certificate: Certificate): CheckOutcome =>
  checkFault(
    `the certificate ran out on ${expiryDate(certificate)}. Make a new one, and add it to the app registration.`,
  );

/**
 * Checks that the bot can sign in with its registration, as it must to answer; never prints the token or the secret.
 */
export const checkSignIn = async (
  { registration, teamsCloud: cloudId }: Config,
  env: NodeJS.ProcessEnv,
  deps: CheckUpDeps,
): Promise<CheckOutcome> => {
  if (registration === undefined) return checkSkipped('without MicrosoftAppId it needs none');
  const { type, certificate } = registration;
  if (certificate !== undefined && certificate.until <= deps.now()) return certificateExpired(certificate);
  const cloud = teamsCloud(cloudId);
  const request =
    type === 'UserAssignedMSI'
      ? identityRequest(registration, cloud, env)
      : await tokenRequest(registration, cloud, deps);
  if (request === undefined) return checkSkipped('a managed identity can be tried on its own host in Azure only');
  try {
    const answer = await (deps.fetch ?? fetch)(request[0], { ...request[1], signal: AbortSignal.timeout(10_000) });
    if (answer.ok)
      return checkOk(
        certificate === undefined ? `as ${type}` : `as ${type}, by a certificate until ${expiryDate(certificate)}`,
      );
    return checkFault(remedyOf(type, answer.status, await answer.json().catch(() => undefined)));
  } catch {
    return checkFault(`the login does not answer. Allow https to ${new URL(cloud.login).host}.`);
  }
};

import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type FaultReason, needsAdministrator, PartnerCenterError, type PartnerCenterFault } from '../rules/fault.ts';
import { notingClient, type RestClient, restClient as clientOf } from './client.ts';
import type { TokenSource } from './tokens.ts';
import type { Documents } from '../../storage/documents.ts';
import { cloud } from '../rules/clouds.ts';
import type { CountryRules } from '../rules/countries.ts';
import type { Partner, Reseller } from '../rules/partner.ts';
import { type AgreementWay, agreementWayOf } from '../rules/agreement.ts';
import type { PartnerCenter } from '../partnerCenter.ts';
import { checkAddress } from './addressCheck.ts';
import { consentRecorder, type EnhancedSettings, readTemplateId } from './agreements.ts';
import { cacheClock } from '../../lib/cacheClock.ts';
import { catalogCache, readCatalog, type SkippedItem } from './catalogCache.ts';
import { readCountryRules } from './countryValidationRules.ts';
import { createCustomer } from './createCustomer.ts';
import { isDomainUsable, ownsDomain } from './customerLookup.ts';
import type { Endpoints } from './endpoints.ts';
import type { CallLimits, HttpSettings } from './http.ts';
import { restDirectory, restManagement } from './restManagement.ts';
import type { RestDeps } from './idempotentChange.ts';
import { type RequestJournal, requestJournal } from './requestJournal.ts';
import { placeOrder } from './placeOrder.ts';
import { requestQualification } from './customerReviews.ts';
import { readResellers, resellerFault } from './resellerRelationships.ts';
import { defined } from '../../lib/optional.ts';
import { dayMs, minute } from '../../lib/durations.ts';

/**
 * Fault `mfa` when the administrator's consent has no claim of multi-factor sign-in, as Partner Center reports on
 * request (header `ValidateMfa`, response `isMfaCompliant`); undefined when it has the claim, or nothing is reported.
 */
const mfaFault = async (client: RestClient): Promise<PartnerCenterFault | undefined> => {
  try {
    const { mfaCompliant } = await client.send({
      method: 'GET',
      path: 'agreements',
      query: { agreementType: 'MicrosoftCustomerAgreement' },
      token: 'user',
      validateMfa: true,
    });
    return mfaCompliant === false ? { reason: 'mfa' } : undefined;
  } catch (error) {
    if (error instanceof PartnerCenterError && error.fault.reason === 'mfa') return error.fault;
    throw error;
  }
};

/**
 * Checks the prerequisites of adding a customer without changing anything: the application's token, and calls that need
 * a user's token (given only where the cloud and the partner type have them), all at once. Undefined when all is there,
 * or a call is refused for a reason other than token or role; raises PartnerCenterError worth a retry, as for an
 * outage.
 */
const checkReadiness = async (
  tokens: TokenSource,
  ...needed: readonly ((() => Promise<unknown>) | undefined)[]
): Promise<PartnerCenterFault | undefined> => {
  const tried = await Promise.allSettled([tokens.token('app'), ...needed.map((call) => call?.())]);
  const errors = tried.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  const lasting = errors.find((error) => error instanceof PartnerCenterError && needsAdministrator(error.fault.reason));
  if (lasting instanceof PartnerCenterError) return { ...lasting.fault, correlationId: lasting.correlationId };
  const at = errors.findIndex((error) => !(error instanceof PartnerCenterError) || error.retryable);
  if (at >= 0) throw errors[at];
  return undefined;
};

/** Settings of Partner Center over REST for one partner. */
export interface RestSettings {
  readonly partner: Partner;
  /** Endpoints of the partner's cloud. */
  readonly endpoints: Endpoints;
  /** Tokens of the partner's tenant. */
  readonly tokens: TokenSource;
  /** Store of the request journal, so that no request is done twice. */
  readonly documents: Documents;
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly randomId: () => string;
  /** Called for each product and SKU that could not be read. */
  readonly onLeftOut?: (item: SkippedItem) => void;
  /** Way of accepting the agreement; by default the customer itself does. */
  readonly agreement?: AgreementWay;
  /** With the way `enhanced`. */
  readonly enhanced?: EnhancedSettings;
  readonly fetch?: typeof fetch;
  readonly wait?: HttpSettings['wait'];
  readonly limits?: Partial<CallLimits>;
  /** Ends every call, as when the process stops. */
  readonly signal?: AbortSignal;
}

const createClient = (settings: RestSettings): RestClient => {
  const { endpoints, tokens, randomId, now, limits, signal } = settings;
  return clientOf({
    api: endpoints.api,
    tokens,
    newId: randomId,
    now,
    wait:
      settings.wait ??
      ((milliseconds, stop) => wait(milliseconds, undefined, stop === undefined ? {} : { signal: stop })),
    ...defined({ fetch: settings.fetch, limits, signal }),
  });
};

const refuse = (reason: FaultReason): PartnerCenterError => new PartnerCenterError({ reason }, '', false);

/** Client of a closed cloud: every call raises `cloud-closed`, and nothing is sent. */
const closedClient = (): RestClient => {
  const closed = async (): Promise<never> => {
    throw refuse('cloud-closed');
  };
  return { send: closed, read: closed };
};

/** True for a provider with resellers, in a cloud that has them. */
const hasResellers = ({ type, cloud: name }: Partner): boolean => type === 'indirect-provider' && cloud(name).resellers;

/** Most countries whose rules are cached: more than there are. */
const maxCountries = 300;

/**
 * Data read from Partner Center and cached: rules, resellers, catalogs and the agreement's template. Callers at the same
 * time share one call; failures are not cached.
 */
const createCaches = (settings: RestSettings, client: RestClient) => {
  const { partner, now, onLeftOut = () => undefined } = settings;
  // Nobody waits for a catalog, so it may wait longer between attempts.
  const limits = { ...settings.limits, longestWait: settings.limits?.longestWait ?? 5 * minute };
  const patient = settings.endpoints.closed ? client : createClient({ ...settings, limits });
  const rules = new LRUCache<string, CountryRules>({
    max: maxCountries,
    ttl: dayMs,
    fetchMethod: (country) => readCountryRules(client, country),
    ...cacheClock(now),
  });
  const relations = new LRUCache<'', readonly Reseller[]>({
    max: 1,
    ttl: 10 * minute,
    fetchMethod: () => readResellers(client),
    ...cacheClock(now),
  });
  const templates = new LRUCache<'', { readonly id: string | undefined }>({
    max: 1,
    ttl: 60 * minute,
    fetchMethod: async () => ({ id: await readTemplateId(client) }),
    ...cacheClock(now),
  });
  return {
    countryRules: (country: string): Promise<CountryRules> => rules.forceFetch(country),
    resellers: async (): Promise<readonly Reseller[]> => (hasResellers(partner) ? relations.forceFetch('') : []),
    templateId: async (): Promise<string | undefined> => (await templates.forceFetch('')).id,
    catalogs: catalogCache((country) => readCatalog(patient, country, onLeftOut), now),
  };
};

/** Clients and records that calls which change something need. */
interface ChangeTools {
  readonly client: RestClient;
  readonly memory: RequestJournal;
  readonly templateId: () => Promise<string | undefined>;
}

/** The calls that add a customer; each is made once per request id. */
const createCustomerCalls = (
  { partner, endpoints, agreement = 'customer', enhanced, now, randomId }: RestSettings,
  { client, memory, templateId }: ChangeTools,
): Pick<PartnerCenter, 'createCustomer' | 'recordAgreement' | 'requestQualification' | 'order'> => {
  const own = cloud(partner.cloud);
  const { country } = partner;
  const tools = { client, memory, country, newId: randomId, now, templateId, ...defined({ enhanced }) };
  const record = consentRecorder(agreement, tools);
  return {
    createCustomer: async (customer, requestId) => ({
      ...(await createCustomer({ client, memory }, customer, requestId)),
      practice: endpoints.simulator,
    }),
    recordAgreement: async (microsoftId, given, requestId) => {
      if (!own.agreement) throw refuse('not-allowed');
      await record(microsoftId, given, requestId);
    },
    requestQualification: async (microsoftId, wanted, requestId) => {
      if (!own.qualification) throw refuse('not-allowed');
      await requestQualification({ client, memory }, microsoftId, wanted, requestId);
    },
    order: (microsoftId, lines, requestId, resumed) =>
      placeOrder({ client, memory, newId: randomId }, microsoftId, lines, requestId, resumed),
  };
};

/**
 * Microsoft's Partner Center for one partner, by the documented REST API. Rules, resellers, catalog and agreement
 * template are cached; every change is made once per request id.
 */
export const restPartnerCenter = (settings: RestSettings): PartnerCenter => {
  const { partner, documents, now, endpoints } = settings;
  const client = endpoints.closed ? closedClient() : createClient(settings);
  const memory = requestJournal(documents, partner.tenantId, now);
  return partnerCenterOn(settings, { client, memory }, createCaches(settings, client));
};

/** Partner Center on a client, beside the caches that are filled by a client of their own. */
const partnerCenterOn = (
  settings: RestSettings,
  { client, memory }: RestDeps,
  caches: ReturnType<typeof createCaches>,
): PartnerCenter => {
  const { partner, endpoints, tokens, agreement = 'customer' } = settings;
  const { countryRules, resellers, catalogs, templateId } = caches;
  const own = cloud(partner.cloud);
  const isProvider = hasResellers(partner);
  const needsUser = !endpoints.closed && (own.agreement || isProvider);
  const ready = async (): Promise<PartnerCenterFault | undefined> =>
    endpoints.closed
      ? { reason: 'cloud-closed' }
      : checkReadiness(tokens, own.agreement ? templateId : undefined, isProvider ? resellers : undefined);
  return {
    practice: endpoints.simulator,
    isDomainFree: (domain) => isDomainUsable(client, memory, domain),
    ownsDomain: (domain) => ownsDomain(client, domain),
    countryRules,
    checkAddress: (address) => checkAddress(client, address),
    resellers,
    offers: catalogs.read,
    offersSoFar: catalogs.peek,
    agreementWay: agreementWayOf(partner.cloud, agreement),
    ...createCustomerCalls(settings, { client, memory, templateId }),
    readiness: ready,
    prepare: () => void Promise.allSettled([ready(), countryRules(partner.country)]),
    consentFault: async () => (needsUser ? mfaFault(client) : undefined),
    checkReseller: async (reseller) => (isProvider ? resellerFault(client, reseller) : undefined),
    directory: restDirectory(client),
    management: restManagement({ client, memory }, partner, catalogs.known),
    noting: (calls) => partnerCenterOn(settings, { client: notingClient(client, calls), memory }, caches),
  };
};

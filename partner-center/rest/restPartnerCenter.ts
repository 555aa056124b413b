import { setTimeout as wait } from 'node:timers/promises';
import type { Documents } from '../../storage/documents.ts';
import { cloud } from '../clouds.ts';
import type { CountryRules } from '../countries.ts';
import { type FaultReason, PartnerCenterError, type PartnerCenterFault } from '../fault.ts';
import type { Partner, Reseller } from '../partner.ts';
import { type AgreementWay, agreementWayOf } from '../agreement.ts';
import type { PartnerCenter } from '../partnerCenter.ts';
import { checkAddress } from './addresses.ts';
import { readTemplateId } from './agreements.ts';
import type { EnhancedSettings } from './attestations.ts';
import { cache } from './cache.ts';
import { type LeftOut, readCatalogue } from './catalogue.ts';
import { client as clientOf, type Client } from './client.ts';
import { consentBy } from './consent.ts';
import { readCountryRules } from './countryRules.ts';
import { createCustomer } from './creation.ts';
import { mayBeginWith, ownsDomain } from './domains.ts';
import type { Endpoints } from './endpoints.ts';
import type { HttpSettings, Limits } from './http.ts';
import { keptCatalogues } from './keptCatalogues.ts';
import { restDirectory, restManagement } from './management.ts';
import { memory } from './memory.ts';
import { mfaFault } from './mfa.ts';
import { order } from './ordering.ts';
import { requestQualification } from './qualifications.ts';
import { readiness } from './readiness.ts';
import { readResellers, resellerFault } from './resellers.ts';
import type { Tokens } from './tokens.ts';

/** What Partner Center is reached with for one partner. */
export interface RestSettings {
  readonly partner: Partner;
  /** Those of the partner's cloud. */
  readonly endpoints: Endpoints;
  /** Those of the partner's tenant. */
  readonly tokens: Tokens;
  /** Remembers what was begun, so that it is not done twice. */
  readonly documents: Documents;
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly randomId: () => string;
  /** Told of each product and SKU that could not be read. */
  readonly onLeftOut?: (item: LeftOut) => void;
  /** How the acceptance of the agreement gets there; without it, by the customer itself. */
  readonly agreement?: AgreementWay;
  /** With the way `enhanced`. */
  readonly enhanced?: EnhancedSettings;
  readonly fetch?: typeof fetch;
  readonly wait?: HttpSettings['wait'];
  readonly limits?: Partial<Limits>;
  /** Ends every call, as when the process stops. */
  readonly signal?: AbortSignal;
}

const minute = 60_000;
const day = 24 * 60 * minute;

const clientFor = (settings: RestSettings): Client => {
  const { endpoints, tokens, randomId, now, limits, signal } = settings;
  return clientOf({
    api: endpoints.api,
    tokens,
    newId: randomId,
    now,
    wait:
      settings.wait ??
      ((milliseconds, stop) => wait(milliseconds, undefined, stop === undefined ? {} : { signal: stop })),
    ...(settings.fetch === undefined ? {} : { fetch: settings.fetch }),
    ...(limits === undefined ? {} : { limits }),
    ...(signal === undefined ? {} : { signal }),
  });
};

/** Everything of a cloud that is closed: each call says so, and nothing is sent. */
const refusing = (refuse: (reason: FaultReason) => PartnerCenterError): Client => {
  const closed = async (): Promise<never> => {
    throw refuse('cloud-closed');
  };
  return { send: closed, read: closed };
};

/**
 * Microsoft's Partner Center for one partner, by the documented REST API. Rules, resellers, catalogue and agreement are
 * kept for a while; what changes something is done once for its request id.
 */
export const restPartnerCenter = (settings: RestSettings): PartnerCenter => {
  const { partner, documents, now, randomId, agreement = 'customer', enhanced } = settings;
  const { onLeftOut = () => undefined } = settings;
  const own = cloud(partner.cloud);
  const practice = settings.endpoints.simulator;
  const refuse = (reason: FaultReason) => new PartnerCenterError({ reason }, '', false);
  const client = settings.endpoints.closed ? refusing(refuse) : clientFor(settings);
  // Nobody waits for a catalogue: it takes its time.
  const limits = { ...settings.limits, longestWait: settings.limits?.longestWait ?? 5 * minute };
  const patient = settings.endpoints.closed ? client : clientFor({ ...settings, limits });
  const notes = memory(documents, partner.tenantId, now);
  const rules = cache<CountryRules>(now, day);
  const catalogues = keptCatalogues((country) => readCatalogue(patient, country, onLeftOut), now);
  const relations = cache<readonly Reseller[]>(now, 10 * minute);
  const templates = cache<string | undefined>(now, 60 * minute);
  const isProvider = partner.type === 'indirect-provider' && own.resellers;
  const needsUser = !settings.endpoints.closed && (own.agreement || isProvider);
  const templateId = (): Promise<string | undefined> => templates('', () => readTemplateId(client));
  const { country } = partner;
  const record = consentBy(agreement, {
    client,
    memory: notes,
    country,
    newId: randomId,
    now,
    templateId,
    ...(enhanced === undefined ? {} : { enhanced }),
  });
  const resellers = async (): Promise<readonly Reseller[]> =>
    isProvider ? relations('', () => readResellers(client)) : [];
  const rulesOf = (country: string): Promise<CountryRules> => rules(country, () => readCountryRules(client, country));
  const ready = async (): Promise<PartnerCenterFault | undefined> =>
    settings.endpoints.closed
      ? { reason: 'cloud-closed' }
      : readiness(settings.tokens, own.agreement ? templateId : undefined, isProvider ? resellers : undefined);
  return {
    practice,
    isDomainFree: (domain) => mayBeginWith(client, notes, domain),
    ownsDomain: (domain) => ownsDomain(client, domain),
    countryRules: rulesOf,
    checkAddress: (address) => checkAddress(client, address),
    resellers,
    offers: catalogues.whole,
    offersSoFar: catalogues.soFar,
    agreementWay: agreementWayOf(partner.cloud, agreement),
    createCustomer: async (customer, requestId) => ({
      ...(await createCustomer({ client, memory: notes }, customer, requestId)),
      practice,
    }),
    recordAgreement: async (microsoftId, given, requestId) => {
      if (!own.agreement) throw refuse('not-allowed');
      await record(microsoftId, given, requestId);
    },
    requestQualification: async (microsoftId, wanted, requestId) => {
      if (!own.qualification) throw refuse('not-allowed');
      await requestQualification({ client, memory: notes }, microsoftId, wanted, requestId);
    },
    order: (microsoftId, lines, requestId, resumed) =>
      order({ client, memory: notes, newId: randomId }, microsoftId, lines, requestId, resumed),
    readiness: ready,
    prepare: () => void Promise.allSettled([ready(), rulesOf(partner.country)]),
    consentFault: async () => (needsUser ? mfaFault(client) : undefined),
    checkReseller: async (reseller) => (isProvider ? resellerFault(client, reseller) : undefined),
    directory: restDirectory(client),
    management: restManagement({ client, memory: notes }, partner, catalogues.known),
  };
};

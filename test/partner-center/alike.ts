import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Address } from '../../partner-center/rules/addressRules.ts';
import { type Offer, recordedOffers } from '../../partner-center/rules/catalog.ts';
import type { NewCustomer } from '../../partner-center/rules/customerRules.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { localPartnerCenter } from '../../partner-center/local/localPartnerCenter.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { OrderLine } from '../../partner-center/rules/cart.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { endpointsOf } from '../../partner-center/rest/endpoints.ts';
import { restPartnerCenter } from '../../partner-center/rest/restPartnerCenter.ts';
import { simulatorTokens } from '../../partner-center/rest/tokens.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { skuName } from '../../simulator/productHandlers.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { memoryDocuments } from '../memoryDocuments.ts';

/** One of the two Partner Centers that need no Microsoft, and a clock. */
export interface Practised {
  readonly name: 'practice' | 'simulated';
  /** As the partner at that place of the samples, the US provider unless said. */
  as(index?: number): PartnerCenter;
  /** Its id of a recorded offer. */
  idOf(name: string): string;
  /** What may be done to the simulator. */
  readonly control?: Pick<Simulator, 'setCustomer'>;
  now(): Date;
  /** Sets the clock forward. */
  pass(days: number): void;
  stop(): Promise<void>;
}

const day = 86_400_000;

/** The recorded offer of that name. */
export const recorded = (name: string): Offer => {
  const offer = recordedOffers().find((one) => one.name === name);
  assert.ok(offer !== undefined, name);
  return offer;
};

const partnerAt = (index: number): Partner => {
  const partner = samplePartners[index];
  assert.ok(partner !== undefined);
  return partner;
};

const clock = () => {
  let time = Date.parse('2026-03-02T10:00:00Z');
  return {
    // A moment passes each time, so that tokens and orders differ in age.
    now: () => new Date((time += 1)),
    pass: (days: number) => void (time += days * day),
  };
};

/** The local Partner Center. */
export async function practice(): Promise<Practised> {
  const documents = memoryDocuments();
  const { now, pass } = clock();
  return {
    name: 'practice',
    as: (index = 0) => localPartnerCenter({ partner: partnerAt(index), documents, now, randomId: randomUUID }),
    idOf: (name) => recorded(name).id,
    now,
    pass,
    stop: async () => undefined,
  };
}

/** The REST client and the simulator it calls. */
export async function simulated(): Promise<Practised> {
  const documents = memoryDocuments();
  const { now, pass } = clock();
  const simulator = await startSimulator({ partners: samplePartners, now });
  const as = (index = 0): PartnerCenter => {
    const partner = partnerAt(index);
    const endpoints = endpointsOf(partner.cloud, simulator.url);
    const application = { tenantId: partner.tenantId, clientId: 'test', clientSecret: 'test' };
    const tokens = simulatorTokens(endpoints, application, { now });
    return restPartnerCenter({
      partner,
      endpoints,
      tokens,
      documents,
      now,
      randomId: randomUUID,
      wait: async () => undefined,
      agreement: 'recorded',
    });
  };
  return {
    name: 'simulated',
    as,
    control: simulator,
    idOf: (name) => `${skuName(recorded(name).id) ?? ''}:commercial`,
    now,
    pass,
    stop: () => simulator.close(),
  };
}

/** An address in the US. */
export const address: Address = {
  country: 'US',
  addressLine1: '12 Main Street',
  city: 'Springfield',
  state: 'IL',
  postalCode: '62701',
};

/** A customer in the US. */
export const toys: NewCustomer = {
  companyName: 'Contoso Toys Ltd',
  domain: 'contosotoys.onmicrosoft.com',
  address,
  contact: { firstName: 'Anna', lastName: 'Berg', email: 'anna@contosotoys.example', phone: '+14255550100' },
  culture: 'en-US',
  language: 'en',
  enableGDAPByDefault: false,
};

/** A new customer whose agreement is recorded. */
export async function addToys(partnerCenter: PartnerCenter): Promise<string> {
  const { microsoftId } = await partnerCenter.createCustomer(toys, randomUUID());
  const { companyName, address: where, culture: language } = toys;
  const consent = {
    signer: toys.contact,
    dateAgreed: '2026-03-01T00:00:00.000Z',
    companyName,
    country: where.country,
    language,
  };
  await partnerCenter.recordAgreement(microsoftId, consent, randomUUID());
  return microsoftId;
}

/** Orders lines of the named offers, for a year where that is sold, and gives the subscriptions there are then, in the order's order. */
export async function order(
  desk: Practised,
  partnerCenter: PartnerCenter,
  microsoftId: string,
  ...wanted: readonly (readonly [name: string, quantity: number])[]
): Promise<readonly Subscription[]> {
  const lines = wanted.map(([name, quantity]): OrderLine => {
    const { plans, unit } = recorded(name);
    const { term = '', billing = 'annual' } = plans.find((plan) => plan.term === 'P1Y') ?? plans[0] ?? {};
    return { offerId: desk.idOf(name), term, billing, ...(unit === 'usage' ? {} : { quantity }) };
  });
  const ordered = await partnerCenter.order(microsoftId, lines, randomUUID());
  assert.deepEqual(
    ordered.map((line) => 'error' in line),
    lines.map(() => false),
    JSON.stringify(ordered),
  );
  // The simulator delivers at the second look.
  await partnerCenter.management.subscriptions(microsoftId);
  return partnerCenter.management.subscriptions(microsoftId);
}

/** The fault a call ends with. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('no refusal'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PartnerCenterError, String(error));
  return `${error.fault.reason} ${error.fault.code ?? ''}`.trim();
}

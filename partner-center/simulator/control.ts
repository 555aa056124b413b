import * as z from 'zod';
import { cloud } from '../clouds.ts';
import { countryRules } from '../countries.ts';
import { pageOf } from './attestations.ts';
import { parseBody } from './call.ts';
import type { CallEntry } from './calls.ts';
import { changeCustomer } from './customerChange.ts';
import { type Fault, faultSchema, type FaultRequest } from './faults.ts';
import type { SimulatedPartner } from './partners.ts';
import { endOfTerm, nextTerm, type Subscription } from './records.ts';
import { refusal } from './refusal.ts';
import type { Service } from './service.ts';
import { present } from './terms.ts';
import { emptyWorld, type SimulatedCustomer } from './world.ts';

/** What a test or a person may do to the simulator besides calling the API. */
export interface Control {
  /** Makes calls go wrong. Raises Refusal when the fault makes no sense. */
  readonly fault: (fault: FaultRequest) => void;
  /** Takes the faults back that wait for their calls. */
  readonly clearFaults: () => void;
  /** The faults that wait for their calls. */
  readonly faults: () => readonly Fault[];
  /** The calls so far, without bodies. */
  readonly calls: () => readonly CallEntry[];
  /** Adds customers to a partner (by default the first one); gives them. */
  readonly addCustomers: (count: number, tenantId?: string) => readonly SimulatedCustomer[];
  /** What the service decides by itself about a customer: vetting, review; and what the customer accepted, by itself or on a day. */
  readonly setCustomer: (id: string, change: unknown) => SimulatedCustomer;
  /** The page of an attestation; `accept`: the customer accepts there. Raises Refusal when there is none such. */
  readonly attestation: (id: string, accept?: boolean) => ReturnType<typeof pageOf>;
  /** What became of a subscription elsewhere: its status and why, auto-renewal, what is scheduled, when it was bought. */
  readonly setSubscription: (id: string, change: unknown) => Subscription;
  /** Adds or changes a partner: an entry of the partners file, with `mpaSigned`, `sandbox`, `newCustomerStatus`. */
  readonly setPartner: (partner: unknown) => SimulatedPartner;
  /** What the administrator of a customer signs in with now. */
  readonly passwordOf: (id: string) => string | undefined;
  /** A new edition of the catalogue: availability ids read before are stale. */
  readonly renewCatalogue: () => void;
  /** Every token given so far has run out: the next call that brings one is 401. */
  readonly expireTokens: () => void;
  /** Forgets customers, faults, calls and answers, and what was said of partners; tokens stay good. */
  readonly reset: () => void;
}

/** The partner that is meant when none is named; the bot's first sample partner has this tenant. */
export const defaultTenant = '00000000-0000-4000-8000-000000000001';

const names = ['Adatum', 'Blue Yonder', 'Consolidated Messenger', 'Fourth Coffee', 'Graphic Design Institute'];
const streets: Readonly<Record<string, { city: string; state?: string; postalCode?: string }>> = {
  US: { city: 'Redmond', state: 'WA', postalCode: '98052' },
};

const invented = (service: Service, partner: SimulatedPartner, number: number): SimulatedCustomer => {
  const name = `${names[number % names.length] ?? 'Adatum'} ${String(number).padStart(4, '0')}`;
  const domain = `seeded${String(number).padStart(4, '0')}${cloud(partner.cloud).suffix}`;
  const rules = countryRules(partner.country);
  const place = streets[partner.country] ?? { city: 'Simulated City' };
  return {
    id: service.newId(),
    partner: partner.tenantId,
    commerceId: service.newId(),
    billingId: service.newId(),
    adminId: service.newId(),
    domain,
    email: `contact@seeded${number}.example`,
    culture: rules.defaultCulture,
    language: rules.languages[0] ?? 'en',
    companyName: name,
    address: {
      country: partner.country,
      addressLine1: '1 Simulated Street',
      firstName: 'Ada',
      lastName: 'Lovelace',
      ...place,
    },
    version: 1,
    relationship: 'reseller',
    gdap: true,
    validationStatus: partner.newCustomerStatus,
    directSigned: false,
    agreements: [],
    qualifications: [],
    created: service.now().toISOString(),
  };
};

const subscriptionChange = z.strictObject({
  status: z.string().exactOptional(),
  suspensionReasons: z.array(z.string()).exactOptional(),
  autoRenewEnabled: z.boolean().exactOptional(),
  end: endOfTerm.nullable().exactOptional(),
  nextTerm: nextTerm.nullable().exactOptional(),
  extended: z.boolean().exactOptional(),
  created: z.iso.datetime().exactOptional(),
});

const changeSubscription = ({ world, now }: Service, id: string, asked: unknown): Subscription => {
  const { end, nextTerm: next, ...plain } = parseBody(asked, subscriptionChange);
  const found = world.subscriptions.get(id.toLowerCase());
  if (found === undefined) throw refusal('20003', { fill: [id] });
  const { end: stays, nextTerm: same, ...rest } = present(found, now());
  const scheduled = { ...optional('end', end, stays), ...optional('nextTerm', next, same) };
  const changed: Subscription = { ...rest, ...scheduled, ...plain, version: rest.version + 1 };
  world.subscriptions.set(changed.id, changed);
  return changed;
};

/** A part as it is asked for; null takes it away, and what is not asked for stays. */
const optional = <K extends string, V>(
  name: K,
  asked: V | null | undefined,
  stays: V | undefined,
): { [P in K]?: V } => {
  const value = asked === undefined ? stays : (asked ?? undefined);
  // A computed name is a plain string to the compiler.
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
};

/** The control of a service. */
export const createControl = (service: Service, firstTenant = defaultTenant): Control => ({
  fault: (fault) => service.faults.add(parseBody(fault, faultSchema)),
  clearFaults: () => service.faults.clear(),
  faults: () => service.faults.list(),
  calls: () => service.calls.list(),
  addCustomers: (count, tenantId = firstTenant) => {
    const partner = service.partners.of(tenantId);
    const { customers } = service.world;
    const first = customers.size + 1;
    const made = Array.from({ length: count }, (_none, at) => invented(service, partner, first + at));
    for (const customer of made) customers.set(customer.id, customer);
    return made;
  },
  setCustomer: (id, asked) => changeCustomer(service, id, asked),
  attestation: (id, accept = false) => pageOf(service.world, id, accept),
  setSubscription: (id, asked) => changeSubscription(service, id, asked),
  setPartner: (partner) => service.partners.set(partner),
  passwordOf: (id) => service.world.passwords.get(id.toLowerCase()),
  renewCatalogue: () => {
    service.world.edition += 1;
  },
  expireTokens: () => service.login.expire(),
  reset: () => {
    service.world = emptyWorld();
    service.partners.reset();
    for (const kept of [service.faults, service.calls, service.replays]) kept.clear();
  },
});

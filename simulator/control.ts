import * as z from 'zod';
import { attestationPage, customerAgreementOf } from './agreementHandlers.ts';
import { parseBody } from './apiRequest.ts';
import { type SimulatedPartner, validationStatuses } from './simulatedPartner.ts';
import { apiError } from './apiError.ts';
import type { HttpRequest, Service } from './service.ts';
import {
  emptyState,
  endOfTermChoice,
  nextTermChoice,
  qualificationRecord,
  type SimulatedCustomer,
  type SubscriptionRecord,
} from './state.ts';
import { cloud } from '../partner-center/rules/clouds.ts';
import { countryRules } from '../partner-center/rules/countries.ts';
import type { RequestLogEntry } from './requestLog.ts';
import { type FaultInput, faultSchema, type InjectedFault } from './faultInjection.ts';
import { afterTerms } from './subscriptionResource.ts';
import type { Method } from './routes.ts';
import { defined } from '../lib/optional.ts';

const customerOverride = z.strictObject({
  validationStatus: z.enum(validationStatuses).exactOptional(),
  directSigned: z.boolean().exactOptional(),
  /** `reseller` after the customer accepted an invitation; `none` before, and after the relationship ended. */
  relationship: z.enum(['reseller', 'none']).exactOptional(),
  /** Day on which an acceptance was recorded in another portal; empty for none. */
  agreedAt: z.string().exactOptional(),
  /** Status of every vetted qualification, and the reason for a denial. */
  vettingStatus: z.enum(['InReview', 'Approved', 'Denied']).exactOptional(),
  vettingReason: z.string().exactOptional(),
  /** Replaces the qualifications, as a request in another portal would. */
  qualifications: z.array(qualificationRecord).exactOptional(),
});

const agreementsOn = ({ email, address }: SimulatedCustomer, day: string): SimulatedCustomer['agreements'] =>
  day === ''
    ? []
    : [
        {
          primaryContact: { firstName: address.firstName ?? '', lastName: address.lastName ?? '', email },
          ...customerAgreementOf(day),
        },
      ];

type VettedQualification = SimulatedCustomer['qualifications'][number];

const withVetting = (
  { vettingReason: _former, ...one }: VettedQualification,
  vettingStatus: NonNullable<VettedQualification['vettingStatus']>,
  reason: string | undefined,
): VettedQualification => ({ ...one, vettingStatus, ...defined({ vettingReason: reason }) });

/** Changes a customer as Microsoft or another portal would. Raises ApiError when there is no such customer. */
const overrideCustomer = (service: Service, id: string, asked: unknown): SimulatedCustomer => {
  const { vettingStatus, vettingReason, agreedAt, ...plain } = parseBody(asked, customerOverride);
  const present = service.state.customers.get(id.toLowerCase());
  if (present === undefined) throw apiError('1000');
  const { qualifications: there = present.qualifications } = plain;
  const qualifications = there.map((one) =>
    vettingStatus === undefined || one.vettingStatus === undefined
      ? one
      : withVetting(one, vettingStatus, vettingReason),
  );
  const agreements = agreedAt === undefined ? present.agreements : agreementsOn(present, agreedAt);
  const next = { ...present, ...plain, qualifications, agreements };
  service.state.customers.set(next.id, next);
  return next;
};

/** Control of the simulator for tests and people, besides the API. */
export interface Control {
  /** Injects a fault into coming requests. Raises ApiError when the fault is invalid. */
  readonly fault: (fault: FaultInput) => void;
  /** Removes the faults that wait for their requests. */
  readonly clearFaults: () => void;
  /** The faults that wait for their requests. */
  readonly faults: () => readonly InjectedFault[];
  /** The requests so far, without bodies. */
  readonly calls: () => readonly RequestLogEntry[];
  /** Adds customers to a partner (by default the first one) and returns them. */
  readonly addCustomers: (count: number, tenantId?: string) => readonly SimulatedCustomer[];
  /** Sets a customer's vetting, account review or agreements, as Microsoft or the customer would elsewhere. */
  readonly setCustomer: (id: string, change: unknown) => SimulatedCustomer;
  /** State of an attestation's page; `accept` accepts it for the customer. Raises ApiError when there is none. */
  readonly attestation: (id: string, accept?: boolean) => ReturnType<typeof attestationPage>;
  /** Changes a subscription as another client would: status and reasons, auto-renewal, schedule, purchase date. */
  readonly setSubscription: (id: string, change: unknown) => SubscriptionRecord;
  /** Adds or changes a partner: an entry of the partners file, with `mpaSigned`, `sandbox`, `newCustomerStatus`. */
  readonly setPartner: (partner: unknown) => SimulatedPartner;
  /** Present password of a customer's administrator. */
  readonly passwordOf: (id: string) => string | undefined;
  /** Starts a new edition of the catalog, which makes older availability ids stale. */
  readonly renewCatalogue: () => void;
  /** Expires every token granted so far: requests with one get 401. */
  readonly expireTokens: () => void;
  /** Clears customers, faults, the request log, stored responses and changes of partners; tokens stay valid. */
  readonly reset: () => void;
}

/** Tenant of the default partner; the bot's first sample partner has this tenant. */
export const defaultTenant = '00000000-0000-4000-8000-000000000001';

const sampleNames = ['Adatum', 'Blue Yonder', 'Consolidated Messenger', 'Fourth Coffee', 'Graphic Design Institute'];
const samplePlaces: Readonly<Record<string, { city: string; state?: string; postalCode?: string }>> = {
  US: { city: 'Redmond', state: 'WA', postalCode: '98052' },
};

const sampleCustomer = (service: Service, partner: SimulatedPartner, number: number): SimulatedCustomer => {
  const name = `${sampleNames[number % sampleNames.length] ?? 'Adatum'} ${String(number).padStart(4, '0')}`;
  const domain = `seeded${String(number).padStart(4, '0')}${cloud(partner.cloud).suffix}`;
  const rules = countryRules(partner.country);
  const place = samplePlaces[partner.country] ?? { city: 'Simulated City' };
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

const subscriptionOverride = z.strictObject({
  status: z.string().exactOptional(),
  suspensionReasons: z.array(z.string()).exactOptional(),
  autoRenewEnabled: z.boolean().exactOptional(),
  end: endOfTermChoice.nullable().exactOptional(),
  nextTerm: nextTermChoice.nullable().exactOptional(),
  extended: z.boolean().exactOptional(),
  created: z.iso.datetime().exactOptional(),
});

const overrideSubscription = ({ state, now }: Service, id: string, asked: unknown): SubscriptionRecord => {
  const { end, nextTerm: next, ...plain } = parseBody(asked, subscriptionOverride);
  const found = state.subscriptions.get(id.toLowerCase());
  if (found === undefined) throw apiError('20003', { fill: [id] });
  const { end: stays, nextTerm: same, ...rest } = afterTerms(found, now());
  const scheduled = { ...patchedPart('end', end, stays), ...patchedPart('nextTerm', next, same) };
  const changed: SubscriptionRecord = { ...rest, ...scheduled, ...plain, version: rest.version + 1 };
  state.subscriptions.set(changed.id, changed);
  return changed;
};

/** A property to spread into a record: null removes it, undefined keeps the present value. */
const patchedPart = <K extends string, V>(
  name: K,
  asked: V | null | undefined,
  stays: V | undefined,
): { [P in K]?: V } => {
  const value = asked === undefined ? stays : (asked ?? undefined);
  // A computed name is a plain string to the compiler.
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
};

/** Creates the control of a service. */
export const createControl = (service: Service, firstTenant = defaultTenant): Control => ({
  fault: (fault) => service.faults.add(parseBody(fault, faultSchema)),
  clearFaults: () => service.faults.clear(),
  faults: () => service.faults.list(),
  calls: () => service.requestLog.list(),
  addCustomers: (count, tenantId = firstTenant) => {
    const partner = service.partners.of(tenantId);
    const { customers } = service.state;
    const first = customers.size + 1;
    const made = Array.from({ length: count }, (_none, at) => sampleCustomer(service, partner, first + at));
    for (const customer of made) customers.set(customer.id, customer);
    return made;
  },
  setCustomer: (id, asked) => overrideCustomer(service, id, asked),
  attestation: (id, accept = false) => attestationPage(service.state, id, accept),
  setSubscription: (id, asked) => overrideSubscription(service, id, asked),
  setPartner: (partner) => service.partners.set(partner),
  passwordOf: (id) => service.state.passwords.get(id.toLowerCase()),
  renewCatalogue: () => {
    service.state.edition += 1;
  },
  expireTokens: () => service.login.expire(),
  reset: () => {
    service.state = emptyState();
    service.partners.reset();
    for (const kept of [service.faults, service.requestLog, service.idempotency]) kept.clear();
  },
});

/** Route of a control request. */
interface ControlRoute {
  readonly method: Method;
  /** After `/simulator`. */
  readonly path: string;
  readonly run: (control: Control, request: HttpRequest) => unknown;
}

const bodyOf = ({ text }: HttpRequest): unknown => {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw apiError('800002');
  }
};

const seedBody = z.strictObject({ count: z.int().min(1).max(10_000), tenantId: z.string().exactOptional() });

/** Routes of the control requests (docs/simulator.md); they need no token and are not logged. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/faults',
    run: (control, request) => {
      control.fault(parseBody(bodyOf(request), faultSchema));
      return { faults: control.faults() };
    },
  },
  { method: 'GET', path: '/faults', run: (control) => ({ faults: control.faults() }) },
  { method: 'GET', path: '/calls', run: (control) => ({ calls: control.calls() }) },
  {
    method: 'POST',
    path: '/customers',
    run: (control, request) => {
      const { count, tenantId } = parseBody(bodyOf(request), seedBody);
      const made = control.addCustomers(count, tenantId);
      return { customers: made.map(({ id, domain, companyName }) => ({ id, domain, companyName })) };
    },
  },
  {
    method: 'POST',
    path: '/customers/:customer',
    run: (control, request) => {
      const { id, validationStatus, directSigned, agreements } = control.setCustomer(
        request.params['customer'] ?? '',
        bodyOf(request),
      );
      return { id, validationStatus, directSigned, agreedAt: agreements.map(({ dateAgreed }) => dateAgreed) };
    },
  },
  {
    method: 'GET',
    path: '/attestations/:attestation',
    run: (control, request) => control.attestation(request.params['attestation'] ?? ''),
  },
  {
    method: 'POST',
    path: '/attestations/:attestation',
    run: (control, request) => control.attestation(request.params['attestation'] ?? '', true),
  },
  {
    method: 'POST',
    path: '/subscriptions/:subscription',
    run: (control, request) => {
      const { id, status } = control.setSubscription(request.params['subscription'] ?? '', bodyOf(request));
      return { id, status };
    },
  },
  { method: 'POST', path: '/partners', run: (control, request) => control.setPartner(bodyOf(request)) },
  { method: 'POST', path: '/tokens/expire', run: (control) => control.expireTokens() },
  { method: 'POST', path: '/catalogue/renew', run: (control) => control.renewCatalogue() },
  { method: 'POST', path: '/reset', run: (control) => control.reset() },
];

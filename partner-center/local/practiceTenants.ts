import * as z from 'zod';
import type { DocumentKey, Documents, StoredDocument } from '../../storage/documents.ts';
import { isFresh, isInserted, untilFresh } from '../../storage/conflicts.ts';
import { acceptanceState } from '../rules/agreement.ts';
import { faultReasons, type PartnerCenterError, type PartnerCenterFault } from '../rules/fault.ts';
import { practiceSubscription } from './practiceSubscriptions.ts';
import { cloud } from '../rules/clouds.ts';
import type { AccountReview } from '../management.ts';
import type { Partner } from '../rules/partner.ts';
import type { PartnerCenter } from '../partnerCenter.ts';
import { isAlreadyRequested, qualificationNames, type Vetting } from '../rules/qualification.ts';
import { defined } from '../../lib/optional.ts';

const domainRecordSchema = z.object({
  schema: z.literal(1),
  domain: z.string(),
  requestId: z.string(),
  microsoftId: z.string(),
  ownerTenant: z.string(),
});

const faultSchema = z.object({
  reason: z.enum(faultReasons),
  code: z.string().exactOptional(),
});

const orderResultSchema = z.union([
  z.object({ offerId: z.string(), error: faultSchema }),
  z.object({ offerId: z.string(), subscriptionId: z.string().exactOptional() }),
]);

const vettingSchema = z.object({
  qualification: z.string(),
  state: z.enum(['in-review', 'approved', 'denied', 'unknown']),
  askedAt: z.string().exactOptional(),
});

const tenantSchema = z.object({
  schema: z.literal(1),
  domain: z.string(),
  /** Ids of requests that were carried out, so that none is repeated. */
  agreements: z.array(z.string()),
  qualifications: z.array(z.string()),
  orders: z.record(z.string(), z.array(orderResultSchema)),
  /** Absent until the first order or change since subscriptions are stored; `orders` holds the former ones. */
  subscriptions: z.array(practiceSubscription).exactOptional(),
  /** Request ids of changed subscriptions. */
  changes: z.array(z.string()).exactOptional(),
  /** Date of the customer's acceptance as the partner recorded it. */
  agreedAt: z.string().exactOptional(),
  /** Date of the customer's own acceptance. */
  signedAt: z.string().exactOptional(),
  /** Requested qualifications with their vetting state. */
  vettings: z.array(vettingSchema).exactOptional(),
  /** Practised state of the account review. */
  review: z.enum(['allowed', 'under-review', 'not-approved']).exactOptional(),
  /** Id of the request that ended the relationship: the tenant is no longer a customer. */
  endedBy: z.string().exactOptional(),
});

/** A practice tenant: only data that later calls need, and nothing about the people or the company. */
export type PracticeTenant = z.infer<typeof tenantSchema>;

/** Acceptance state of a practice tenant; tenants of early versions stored only that it was recorded. */
export const tenantAcceptance = ({ agreements, agreedAt, signedAt }: PracticeTenant) =>
  agreedAt === undefined && agreements.length > 0
    ? 'accepted'
    : acceptanceState({
        signedByCustomer: signedAt !== undefined,
        ...defined({ acceptedAt: agreedAt }),
      });

/** The practice tenants of one partner. */
export interface PracticeTenants {
  isFree(domain: string): Promise<boolean>;
  /** True when a customer of this partner has that domain, also one that is being created. */
  isOwn(domain: string): Promise<boolean>;
  /** Microsoft ID of the domain's tenant, new or created by the same request; undefined when the domain is taken. */
  create(domain: string, requestId: string): Promise<string | undefined>;
  /** Stores an acceptance and its date, once per request; false when this partner has no such customer. */
  recordAgreement(microsoftId: string, requestId: string, also: Pick<PracticeTenant, 'agreedAt'>): Promise<boolean>;
  /** The tenant of a customer; undefined when this partner has no such customer. */
  find(microsoftId: string): Promise<PracticeTenant | undefined>;
  /** Ends a relationship unless `check` raises; a repeated request succeeds. False when there is no such customer. */
  end(microsoftId: string, requestId: string, check: (present: PracticeTenant) => void): Promise<boolean>;
  /** Changes a tenant and returns the answer of `step`; undefined when this partner has no such customer. */
  change<T>(
    microsoftId: string,
    step: (present: PracticeTenant) => { next: PracticeTenant; answer: T },
  ): Promise<T | undefined>;
}

// Domains are unique worldwide, so their register is the one partition that partners share; it holds only the owner of
// each name.
const domainKey = (domain: string): DocumentKey => ({ kind: 'local-tenants', partner: 'local', id: domain });

type TenantStep<T> = (present: PracticeTenant) => { next: PracticeTenant; answer: T } | undefined;

/** Makes a step of a stored tenant; undefined where it is refused or changes nothing, so that nothing was written. */
async function writtenStep<T>(documents: Documents, key: DocumentKey, left: StoredDocument, step: TenantStep<T>) {
  const present = tenantSchema.parse(left.value);
  let stepped: ReturnType<TenantStep<T>>;
  try {
    stepped = step(present);
  } catch {
    return undefined;
  }
  if (stepped === undefined || stepped.next === present) return undefined;
  return (await isFresh(documents.replace(key, stepped.next, left.etag))) ? stepped : undefined;
}

async function changeTenant<T>(documents: Documents, key: DocumentKey, step: TenantStep<T>): Promise<T | undefined> {
  // A refusal or an answer alone must be of the present state.
  const left = documents.recall?.(key);
  const written = left === undefined ? undefined : await writtenStep(documents, key, left, step);
  if (written !== undefined) return written.answer;
  return untilFresh(async () => {
    const stored = await documents.get(key);
    if (stored === undefined) return undefined;
    const present = tenantSchema.parse(stored.value);
    const stepped = step(present);
    if (stepped !== undefined && stepped.next !== present) await documents.replace(key, stepped.next, stored.etag);
    return stepped?.answer;
  });
}

/** The practice tenants that a partner made; `randomId` gives GUIDs. */
export const practiceTenants = (documents: Documents, ownerTenant: string, randomId: () => string): PracticeTenants => {
  const tenantKey = (id: string): DocumentKey => ({ kind: 'local-customers', partner: ownerTenant, id });
  const customer: PracticeTenants['change'] = (microsoftId, step) =>
    changeTenant(documents, tenantKey(microsoftId), (present) =>
      present.endedBy === undefined ? step(present) : undefined,
    );
  return {
    isFree: async (domain) => (await documents.get(domainKey(domain))) === undefined,
    isOwn: async (domain) => {
      const known = domainRecordSchema.safeParse((await documents.get(domainKey(domain)))?.value).data;
      if (known?.ownerTenant !== ownerTenant) return false;
      // The request that took the domain may not have stored its tenant yet: the domain is this partner's all the same.
      const tenant = (await documents.get(tenantKey(known.microsoftId)))?.value;
      return tenant === undefined || tenantSchema.parse(tenant).endedBy === undefined;
    },
    create: async (domain, requestId) => {
      const key = domainKey(domain);
      const own = { schema: 1 as const, domain, requestId, microsoftId: randomId(), ownerTenant };
      const isOwn = await isInserted(documents.insert(key, own));
      const known = isOwn ? own : domainRecordSchema.parse((await documents.get(key))?.value);
      if (known.ownerTenant !== ownerTenant || known.requestId !== requestId) return undefined;
      const empty: PracticeTenant = { schema: 1, domain, agreements: [], qualifications: [], orders: {} };
      await isInserted(documents.insert(tenantKey(known.microsoftId), empty));
      return known.microsoftId;
    },
    recordAgreement: async (microsoftId, requestId, also) => {
      const done = await customer(microsoftId, (present) => {
        const { agreements } = present;
        const next = { ...present, ...also, agreements: [...agreements, requestId] };
        return { next: agreements.includes(requestId) ? present : next, answer: true };
      });
      return done === true;
    },
    find: (microsoftId) => customer(microsoftId, (present) => ({ next: present, answer: present })),
    end: async (microsoftId, requestId, check) => {
      const done = await changeTenant(documents, tenantKey(microsoftId), (present) => {
        if (present.endedBy === requestId) return { next: present, answer: true };
        if (present.endedBy !== undefined) return undefined;
        check(present);
        return { next: { ...present, endedBy: requestId }, answer: true };
      });
      return done === true;
    },
    change: customer,
  };
};

/** Dependencies of requesting and deciding qualifications in practice mode. */
interface QualificationDeps {
  readonly partner: Partner;
  readonly tenants: PracticeTenants;
  readonly now: () => Date;
  readonly refuse: (fault: PartnerCenterFault) => PartnerCenterError;
}

/** Fault of a call about a customer that is not, or no longer, the partner's. */
export const relationshipMissing: PartnerCenterFault = { reason: 'no-relationship', code: '20002' };

/** A practice tenant's qualifications; empty for tenants of early versions, which stored only request ids. */
export const tenantVettings = ({ vettings = [] }: Pick<PracticeTenant, 'vettings'>): readonly Vetting[] => vettings;

/** Fault of any purchase while a practice tenant's account is under review or not approved; undefined when allowed. */
export const reviewFault = ({ review = 'allowed' }: Pick<PracticeTenant, 'review'>): PartnerCenterFault | undefined =>
  reviewFaults[review];

const reviewFaults: Readonly<Record<AccountReview, PartnerCenterFault | undefined>> = {
  allowed: undefined,
  'under-review': { reason: 'under-review', code: '800073' },
  'not-approved': { reason: 'not-approved', code: '800075' },
};

/** Requests a qualification, which stays in review until a decision is practised. */
export const requestPracticeQualification =
  ({ partner, tenants, now, refuse }: QualificationDeps): PartnerCenter['requestQualification'] =>
  async (microsoftId, wanted, requestId) => {
    if (!cloud(partner.cloud).qualification) throw refuse({ reason: 'not-allowed', code: '600006' });
    const done = await tenants.change(microsoftId, (present) => {
      const { qualifications } = present;
      if (qualifications.includes(requestId) || isAlreadyRequested(wanted, tenantVettings(present)))
        return { next: present, answer: true };
      const qualification = qualificationNames[wanted.kind];
      const others = tenantVettings(present).filter((one) => one.qualification !== qualification);
      const vettings = [...others, { qualification, state: 'in-review' as const, askedAt: now().toISOString() }];
      return { next: { ...present, qualifications: [...qualifications, requestId], vettings }, answer: true };
    });
    if (done === undefined) throw refuse(relationshipMissing);
  };

/** Practises a decision that Microsoft would make. */
export const practiseDecision =
  ({
    tenants,
    refuse,
  }: Pick<QualificationDeps, 'tenants' | 'refuse'>): NonNullable<PartnerCenter['practiseDecision']> =>
  async (microsoftId, decision) => {
    const done = await tenants.change(microsoftId, (present) => {
      if (decision.about === 'account') return { next: { ...present, review: decision.state }, answer: true };
      const vettings = tenantVettings(present).map((one) =>
        one.state === 'in-review' ? { ...one, state: decision.state } : one,
      );
      return { next: { ...present, vettings }, answer: true };
    });
    if (done === undefined) throw refuse(relationshipMissing);
  };

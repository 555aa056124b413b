import * as z from 'zod';
import { DocumentExists, type Documents, type Key, StaleDocument } from '../storage/documents.ts';
import { acceptanceState } from './agreement.ts';
import { faultReasons } from './fault.ts';
import { localSubscription } from './localSubscriptions.ts';

const registration = z.object({
  schema: z.literal(1),
  domain: z.string(),
  requestId: z.string(),
  microsoftId: z.string(),
  ownerTenant: z.string(),
});

const fault = z.object({
  reason: z.enum(faultReasons),
  code: z.string().exactOptional(),
});

const orderedLine = z.union([
  z.object({ offerId: z.string(), error: fault }),
  z.object({ offerId: z.string(), subscriptionId: z.string().exactOptional() }),
]);

const vetting = z.object({
  qualification: z.string(),
  state: z.enum(['in-review', 'approved', 'denied', 'unknown']),
  askedAt: z.string().exactOptional(),
});

const tenant = z.object({
  schema: z.literal(1),
  domain: z.string(),
  /** Request ids of what was done, so that it is not done twice. */
  agreements: z.array(z.string()),
  qualifications: z.array(z.string()),
  orders: z.record(z.string(), z.array(orderedLine)),
  /** Absent until an order or a change after subscriptions began to be kept; the orders name the former ones. */
  subscriptions: z.array(localSubscription).exactOptional(),
  /** Request ids of changed subscriptions. */
  changes: z.array(z.string()).exactOptional(),
  /** When the customer accepted the agreement, as it was recorded. */
  agreedAt: z.string().exactOptional(),
  /** When it accepted by itself. */
  signedAt: z.string().exactOptional(),
  /** Qualifications that were asked for, and how far each is. */
  vettings: z.array(vetting).exactOptional(),
  /** How the review of its account was practised. */
  review: z.enum(['allowed', 'under-review', 'not-approved']).exactOptional(),
  /** Request id by which the relationship ended: this is no customer any more. */
  endedBy: z.string().exactOptional(),
});

/** A practice tenant: what later calls need to know, and nothing about the people or the company. */
export type LocalTenant = z.infer<typeof tenant>;

/** How a practice tenant's acceptance of the agreement stands; of the first ones only that it was recorded is known. */
export const acceptanceOf = ({ agreements, agreedAt, signedAt }: LocalTenant) =>
  agreedAt === undefined && agreements.length > 0
    ? 'accepted'
    : acceptanceState({
        signedByCustomer: signedAt !== undefined,
        ...(agreedAt === undefined ? {} : { acceptedAt: agreedAt }),
      });

/** The practice tenants of one partner. */
export interface LocalTenants {
  isFree(domain: string): Promise<boolean>;
  /** Has a customer of this partner's that domain? */
  isOwn(domain: string): Promise<boolean>;
  /** The Microsoft ID of the domain's tenant, new or made by the same request; undefined when the domain is another's. */
  create(domain: string, requestId: string): Promise<string | undefined>;
  /** Remembers once that an acceptance was recorded, and when it was given; false when this partner has no such customer. */
  noteAgreement(microsoftId: string, requestId: string, also: Pick<LocalTenant, 'agreedAt'>): Promise<boolean>;
  /** The tenant of a customer; undefined when this partner has no such customer. */
  find(microsoftId: string): Promise<LocalTenant | undefined>;
  /** Ends a relationship unless `check` raises; the same request ends it again. False when there is no such customer. */
  end(microsoftId: string, requestId: string, check: (present: LocalTenant) => void): Promise<boolean>;
  /** Changes a tenant and gives the change's answer; undefined when this partner has no such customer. */
  change<T>(
    microsoftId: string,
    step: (present: LocalTenant) => { next: LocalTenant; answer: T },
  ): Promise<T | undefined>;
}

const insertIfAbsent = async (
  documents: Documents,
  key: Key,
  value: Parameters<Documents['insert']>[1],
): Promise<void> => {
  try {
    await documents.insert(key, value);
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
};

// Domains are unique in the world, so their register is the one partition that partners share; it says no more than
// who has a name.
const registryKey = (domain: string): Key => ({ kind: 'local-tenants', partner: 'local', id: domain });

const change = async <T>(
  documents: Documents,
  key: Key,
  step: (present: LocalTenant) => { next: LocalTenant; answer: T } | undefined,
): Promise<T | undefined> => {
  for (;;) {
    const stored = await documents.get(key);
    if (stored === undefined) return undefined;
    const present = tenant.parse(stored.value);
    const stepped = step(present);
    if (stepped === undefined) return undefined;
    const { next, answer } = stepped;
    if (next === present) return answer;
    try {
      await documents.replace(key, next, stored.etag);
      return answer;
    } catch (error) {
      // Somebody else's change went first, so this cannot repeat without end.
      if (!(error instanceof StaleDocument)) throw error;
    }
  }
};

/** The practice tenants that a partner made; `randomId` gives GUIDs. */
export const localTenants = (documents: Documents, ownerTenant: string, randomId: () => string): LocalTenants => {
  const tenantKey = (id: string): Key => ({ kind: 'local-customers', partner: ownerTenant, id });
  const customer: LocalTenants['change'] = (microsoftId, step) =>
    change(documents, tenantKey(microsoftId), (present) => (present.endedBy === undefined ? step(present) : undefined));
  return {
    isFree: async (domain) => (await documents.get(registryKey(domain))) === undefined,
    isOwn: async (domain) => {
      const known = registration.safeParse((await documents.get(registryKey(domain)))?.value).data;
      if (known?.ownerTenant !== ownerTenant) return false;
      return (await customer(known.microsoftId, (present) => ({ next: present, answer: true }))) === true;
    },
    create: async (domain, requestId) => {
      const key = registryKey(domain);
      await insertIfAbsent(documents, key, { schema: 1, domain, requestId, microsoftId: randomId(), ownerTenant });
      const known = registration.parse((await documents.get(key))?.value);
      if (known.ownerTenant !== ownerTenant || known.requestId !== requestId) return undefined;
      const empty: LocalTenant = { schema: 1, domain, agreements: [], qualifications: [], orders: {} };
      await insertIfAbsent(documents, tenantKey(known.microsoftId), empty);
      return known.microsoftId;
    },
    noteAgreement: async (microsoftId, requestId, also) => {
      const done = await customer(microsoftId, (present) => {
        const { agreements } = present;
        const next = { ...present, ...also, agreements: [...agreements, requestId] };
        return { next: agreements.includes(requestId) ? present : next, answer: true };
      });
      return done === true;
    },
    find: (microsoftId) => customer(microsoftId, (present) => ({ next: present, answer: present })),
    end: async (microsoftId, requestId, check) => {
      const done = await change(documents, tenantKey(microsoftId), (present) => {
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

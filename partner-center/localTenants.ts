import { z } from 'zod';
import { DocumentExists, type Documents, type Key, StaleDocument } from '../storage/documents.ts';
import { faultReasons } from './fault.ts';

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

const tenant = z.object({
  schema: z.literal(1),
  domain: z.string(),
  /** Request ids of what was done, so that it is not done twice. */
  agreements: z.array(z.string()),
  qualifications: z.array(z.string()),
  orders: z.record(z.string(), z.array(orderedLine)),
});

/** A practice tenant: what later calls need to know, and nothing about the people or the company. */
export type LocalTenant = z.infer<typeof tenant>;

/** The practice tenants of one partner. */
export interface LocalTenants {
  isFree(domain: string): Promise<boolean>;
  /** The Microsoft ID of the domain's tenant, new or made by the same request; undefined when the domain is another's. */
  create(domain: string, requestId: string): Promise<string | undefined>;
  /** Remembers once that a request was done; false when this partner has no such tenant. */
  note(microsoftId: string, list: 'agreements' | 'qualifications', requestId: string): Promise<boolean>;
  /** Changes a tenant and gives the change's answer; undefined when this partner has no such tenant. */
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
  step: (present: LocalTenant) => { next: LocalTenant; answer: T },
): Promise<T | undefined> => {
  for (;;) {
    const stored = await documents.get(key);
    if (stored === undefined) return undefined;
    const present = tenant.parse(stored.value);
    const { next, answer } = step(present);
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
  return {
    isFree: async (domain) => (await documents.get(registryKey(domain))) === undefined,
    create: async (domain, requestId) => {
      const key = registryKey(domain);
      await insertIfAbsent(documents, key, { schema: 1, domain, requestId, microsoftId: randomId(), ownerTenant });
      const known = registration.parse((await documents.get(key))?.value);
      if (known.ownerTenant !== ownerTenant || known.requestId !== requestId) return undefined;
      const empty: LocalTenant = { schema: 1, domain, agreements: [], qualifications: [], orders: {} };
      await insertIfAbsent(documents, tenantKey(known.microsoftId), empty);
      return known.microsoftId;
    },
    note: async (microsoftId, list, requestId) => {
      const done = await change(documents, tenantKey(microsoftId), (present) => {
        const ids = present[list];
        return { next: ids.includes(requestId) ? present : { ...present, [list]: [...ids, requestId] }, answer: true };
      });
      return done === true;
    },
    change: (microsoftId, step) => change(documents, tenantKey(microsoftId), step),
  };
};

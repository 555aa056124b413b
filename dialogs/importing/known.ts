import type { Partner } from '../../partner-center/partner.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customers } from '../../storage/customers.ts';
import type { Imports } from '../../storage/imports.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Turn } from '../turn.ts';

/** Ids of the recorded customers, by what tells customers apart: the domain, and the Microsoft ID. */
export type Known = ReadonlyMap<string, string>;

/** Everything a customer is known by: its domain and its Microsoft ID, as far as they are there. */
export const keysOf = ({ domain, microsoftId }: { readonly domain: string; readonly microsoftId: string }): string[] =>
  [domain, microsoftId].map((key) => key.toLowerCase()).filter((key) => key !== '');

/** The recorded customers of a partner. */
export async function knownCustomers(customers: Customers, { tenantId }: Partner): Promise<Known> {
  const all = await customers.every(tenantId, { find: '', reseller: '' });
  return new Map(all.flatMap((one) => keysOf(one).map((key) => [key, one.key] as const)));
}

type Stores = Pick<Turn, 'customers' | 'partner'> & {
  readonly jobs: Collection<Job>;
  readonly imports: Pick<Imports, 'reservations'>;
};

/** Who adds a customer by an import, as long as that is more than an intention: its record, and whether it waits for Finish. */
export async function holderOf(
  { imports, jobs, customers, partner: { tenantId } }: Stores,
  key: string,
): Promise<{ readonly record: string; readonly waits: boolean } | undefined> {
  const held = await imports.reservations.get(tenantId, key);
  if (held === undefined) return undefined;
  const { record } = held.value;
  const job = await jobs.get(tenantId, record);
  if (job !== undefined) return { record, waits: job.value.state === 'unfinished' };
  return (await customers.get(tenantId, record)) === undefined ? undefined : { record, waits: false };
}

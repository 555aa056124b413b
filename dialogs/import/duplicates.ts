import { nameKey } from '../../lib/foldCase.ts';
import { defined } from '../../lib/optional.ts';
import type { ImportRow } from '../../model/import.ts';
import { lookupKeysOf, registrationMark } from '../../storage/customerIndex.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Submission } from '../../model/submission.ts';
import type { Turn } from '../turn.ts';
import type { Customers } from '../../storage/collections.ts';
import type { Imports } from '../../storage/importCollections.ts';

/** Ids of the recorded customers, by domain and by Microsoft ID, and by the keys of their names and registration IDs. */
export type RecordsByKey = ReadonlyMap<string, string>;

/** Keys that identify a customer: its domain and its Microsoft ID, those it has. */
export const identityKeys = ({
  domain,
  microsoftId,
}: {
  readonly domain: string;
  readonly microsoftId: string;
}): string[] => [domain, microsoftId].map((key) => key.toLowerCase()).filter((key) => key !== '');

/** Recorded customers of a partner, by their keys. */
export async function knownCustomers(customers: Customers, { tenantId }: Partner): Promise<RecordsByKey> {
  const all = await customers.every(tenantId, { find: '', reseller: '' });
  return new Map(
    all.flatMap((one) => [...identityKeys(one), ...lookupKeysOf(one)].map((key) => [key, one.key] as const)),
  );
}

type Namesakes = Awaited<ReturnType<Turn['directory']['namesakes']>>;

/** A row's company as far as others may be the same one. */
interface AlikeCompany {
  readonly n: number;
  readonly name: string;
  readonly registration: string;
  /** Both empty where the company has none. */
  readonly domain: string;
  readonly microsoftId: string;
}

/**
 * Tells of each company whether one of the same name or registration ID was recorded, told of before, or of the same name
 * listed by Partner Center, which `namesakes` tests. Nobody is left out for that: two companies may have one name.
 */
export function alikeTeller(known: RecordsByKey, namesakes: Namesakes): (company: AlikeCompany) => ImportRow['alike'] {
  const rows = new Map<string, number>();
  return ({ n, name, registration, domain, microsoftId }) => {
    const keys = [
      { by: 'registration', key: registrationMark(registration) },
      { by: 'name', key: nameKey(name) },
    ] as const;
    const named = keys.filter(({ key }) => key !== '');
    const listed = named.find(({ key }) => known.has(key));
    const earlier = named.find(({ key }) => rows.has(key));
    for (const { key } of named) if (!rows.has(key)) rows.set(key, n);
    if (listed !== undefined) return { by: listed.by };
    if (namesakes({ companyName: name, domain, microsoftId })) return { by: 'name' };
    return earlier && { by: earlier.by, ...defined({ row: rows.get(earlier.key) }) };
  };
}

type Stores = Pick<Turn, 'customers' | 'partner'> & {
  readonly jobs: Collection<Submission>;
  readonly imports: Pick<Imports, 'reservations'>;
};

/** Record that an import is adding under this key, and whether it waits for Finish; undefined when none was begun. */
export async function reservationHolder(
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

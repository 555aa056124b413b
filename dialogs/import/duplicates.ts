import { nameKey } from '../../lib/foldCase.ts';
import { defined } from '../../lib/optional.ts';
import type { ImportRow, RowState } from '../../model/import.ts';
import { type CellFault, faultAt, type JudgedRow } from '../../forms/import/row.ts';
import { newFault } from '../../forms/section.ts';
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
  /** False for a row that the user left out: later ones are not told of it. */
  readonly counts: boolean;
}

/**
 * Tells of each company whether one of the same name or registration ID was recorded, told of before, or of the same name
 * listed by Partner Center, which `namesakes` tests. Nobody is left out for that: two companies may have one name.
 */
export function alikeTeller(known: RecordsByKey, namesakes: Namesakes): (company: AlikeCompany) => ImportRow['alike'] {
  const rows = new Map<string, number>();
  return ({ n, name, registration, domain, microsoftId, counts }) => {
    const keys = [
      { by: 'registration', key: registrationMark(registration) },
      { by: 'name', key: nameKey(name) },
    ] as const;
    const named = keys.filter(({ key }) => key !== '');
    const listed = named.find(({ key }) => known.has(key));
    const earlier = named.find(({ key }) => rows.has(key));
    for (const { key } of named) if (counts && !rows.has(key)) rows.set(key, n);
    if (listed !== undefined) return { by: listed.by };
    if (namesakes({ companyName: name, domain, microsoftId })) return { by: 'name' };
    return earlier && { by: earlier.by, ...defined({ row: rows.get(earlier.key) }) };
  };
}

/** A row as it was sent; one that the user left out has that state. */
export type SentRow = Pick<ImportRow, 'n'> & Partial<Pick<ImportRow, 'state'>>;

/** True for a row that the user left out. */
export const isLeftOut = ({ state }: SentRow): boolean => state === 'leftOut';

interface RowVerdict {
  readonly state: RowState;
  readonly faults: readonly CellFault[];
  readonly record?: string;
  readonly alike?: ImportRow['alike'];
}

/**
 * Validates rows against each other: the first good row of a customer counts, and recorded customers are skipped. A row
 * that the user left out is nobody's earlier row.
 */
export function compareRows(
  judged: readonly JudgedRow[],
  sent: readonly SentRow[],
  alikeOf: ReturnType<typeof alikeTeller>,
  known: RecordsByKey,
  mostNew: number,
): RowVerdict[] {
  const first = new Map<string, number>();
  let added = 0;
  return judged.map((row, at) => {
    const { n, state } = sent[at] ?? { n: 0 };
    const counts = state !== 'leftOut';
    if (row.row === undefined) return { state: 'faulty', faults: row.faults };
    const keys = identityKeys(row.row.kind === 'new' ? { domain: row.row.domain, microsoftId: '' } : row.row);
    const record = keys.map((key) => known.get(key)).find((id) => id !== undefined);
    if (record !== undefined) return { state: 'there', faults: [], record };
    const same = keys.map((key) => first.get(key)).find((n) => n !== undefined);
    if (same !== undefined) return { state: 'faulty', faults: [sameRowFault(row, same)] };
    if (counts) for (const key of keys) first.set(key, n);
    if (counts && row.row.kind === 'new') added++;
    if (row.row.kind === 'new' && added > mostNew)
      return {
        state: 'faulty',
        faults: [faultAt('kind', newFault('import.fault.tooManyNew', { n: mostNew }))],
      };
    const { registrationNumber: registration = '' } = row.row.accepted['company'] ?? {};
    return {
      state: 'ready',
      faults: [],
      ...defined({ alike: alikeOf({ ...row, n, registration, counts }) }),
    };
  });
}

const sameRowFault = ({ domain }: JudgedRow, n: number): CellFault =>
  faultAt(domain === '' ? 'microsoftId' : 'domain', newFault('import.fault.sameRow', { row: String(n) }));

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

import type { CustomerList } from '../../partner-center/customerList.ts';
import type { Listed } from '../../partner-center/keptList.ts';
import { idOf, keyOf, type ListedCustomer } from '../../partner-center/listedCustomer.ts';
import { PartnerCenterError, type PartnerCenter } from '../../partner-center/partnerCenter.ts';
import type { CustomerEntry } from '../../storage/customerIndex.ts';
import { fits } from '../../storage/customerQuery.ts';
import type { Customers } from '../../storage/customers.ts';
import { byKey, merged, spanOf, type Keyed } from '../../storage/sorted.ts';
import { entryOfRecord, type Directory, type DirectoryEntry } from './directory.ts';
import { refOf } from './targets.ts';

/** What a directory is made of where Partner Center keeps a list. */
export interface Sources {
  readonly partner: string;
  readonly customers: Customers;
  readonly list: CustomerList;
  readonly partnerCenter: Pick<PartnerCenter, 'directory'>;
}

interface Row extends Keyed, DirectoryEntry {
  readonly text: string;
  readonly resellerId: string;
}

type Records = ReadonlyMap<string, CustomerEntry>;

/** A listed customer with what is recorded of it. */
function rowOf(listed: ListedCustomer, records: Records): Row {
  const { key, text, companyName, domain, microsoftId, relationship } = listed;
  const record = records.get(idOf(listed));
  const own = { companyName, domain, microsoftId, relationship };
  if (record === undefined)
    return { ...own, key, text, resellerId: '', ref: refOf(listed), reseller: '', unfinished: false };
  const { reseller, resellerId, unfinished } = record;
  return { ...own, key, text: `${text}\n${record.text}`, resellerId, ref: record.key, reseller, unfinished };
}

/** A record that Partner Center does not list: the relationship has ended, or never began, or is still being read about. */
function unlistedRow(record: CustomerEntry, isWholeList: boolean): Row {
  const { text, resellerId, companyName } = record;
  const entry = entryOfRecord(record);
  const relationship = isWholeList && entry.relationship === 'reseller' ? 'none' : entry.relationship;
  return { ...entry, relationship, resellerId, text, key: keyOf(companyName, record.key) };
}

/** Partner Center's list and our records as one, joined by the Microsoft ID and sorted by name. */
function joined(
  { rows, complete }: Listed,
  entries: readonly CustomerEntry[],
  records: Records,
  reseller: string,
): Row[] {
  const ids = new Set(rows.map(idOf));
  const unlisted = entries.filter(
    (record) => !ids.has(idOf(record)) && (reseller === '' || record.resellerId === reseller),
  );
  return merged(
    rows.map((row) => rowOf(row, records)),
    unlisted.map((record) => unlistedRow(record, complete)).sort(byKey),
  );
}

/** The customers that Partner Center lists, and those that only our records know; by name. */
export function listedDirectory({ partner, customers, list, partnerCenter }: Sources): Directory {
  const kept = new Map<
    string,
    { readonly versions: string; readonly rows: readonly Row[]; readonly records: Records }
  >();

  /** Joined once for each state of list and records. */
  const rowsOf = (listed: Listed, reseller: string) => {
    const { entries = [], version } = customers.known(partner);
    const versions = `${String(listed.version)} ${String(version)} ${String(entries.length)}`;
    const known = kept.get(reseller);
    if (known?.versions === versions) return known;
    const records = new Map(entries.filter((one) => one.microsoftId !== '').map((one) => [idOf(one), one]));
    const made = { versions, records, rows: joined(listed, entries, records, reseller) };
    kept.set(reseller, made);
    return made;
  };

  /** While the list is being read, Partner Center is asked for what it finds by itself: beginnings. */
  const beginning = async (find: string, records: Records): Promise<Row[]> => {
    try {
      return (await list.beginningWith(find.trim())).map((row) => rowOf(row, records));
    } catch (error) {
      if (error instanceof PartnerCenterError) return [];
      throw error;
    }
  };

  return {
    async page({ find, reseller }, place, limit) {
      const listed = await list.look(reseller);
      const { rows, records } = rowsOf(listed, reseller);
      const fitting = find.trim() === '' ? rows : rows.filter(fits({ find, reseller: '' }));
      const isAsked = !listed.complete && find.trim() !== '' && reseller === '';
      const found = isAsked ? merged(fitting, await beginning(find, records)) : fitting;
      const { rows: entries, ...span } = spanOf(found, place, limit);
      const known = listed.complete ? { total: found.length } : { soFar: listed.rows.length };
      return {
        ...span,
        ...known,
        entries,
        unreadable: 0,
        unlisted: listed.unreadable,
        ...(listed.fault === undefined ? {} : { fault: listed.fault }),
      };
    },
    refresh: ({ reseller }) => list.refresh(reseller),
    async every({ find, reseller }, tell) {
      await Promise.all([list.whole(reseller, tell), customers.every(partner, { find: '', reseller: '' })]);
      return rowsOf(await list.look(reseller), reseller).rows.filter(fits({ find, reseller: '' }));
    },
    async listed(microsoftId) {
      const known = list.present().rows.find((row) => idOf(row) === microsoftId.toLowerCase());
      return known ?? (await partnerCenter.directory?.customer(microsoftId));
    },
    relationshipOf(record) {
      const { rows, complete } = list.present();
      const listed = rows.find((row) => idOf(row) === idOf(record));
      const { relationship = 'reseller' } = record;
      return listed?.relationship ?? (complete && relationship === 'reseller' ? 'none' : relationship);
    },
  };
}

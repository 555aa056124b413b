import { LRUCache } from 'lru-cache';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { CustomerSummary } from '../../partner-center/management.ts';
import type { CustomerEntry } from '../../storage/customerIndex.ts';
import { type CustomerFilter, customerMatcher } from '../../storage/customerSearch.ts';
import type { Customer } from '../../model/customer.ts';
import { isSameName } from '../../lib/foldCase.ts';
import { byKey, type Cursor, type Keyed, mergeRows, sliceAt } from '../../lib/keysetPage.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Customers } from '../../storage/collections.ts';
import type { CustomerListCache } from '../../partner-center/customerListCache.ts';
import {
  comparableId,
  type CustomerRow,
  customerSortKey,
  type ListSnapshot,
  hasNamesake,
  type NamedCompany,
  rowNamed,
} from '../../partner-center/cachedList.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { defined } from '../../lib/optional.ts';

/** Customer in a list. */
export interface DirectoryEntry {
  /** Reference that buttons carry. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  /** `reseller`, `none`, `invited` or another of Partner Center's words. */
  readonly relationship: string;
  /** Name and MPN ID of its reseller, when recorded. */
  readonly reseller: string;
  /** A stage of its submission is still to be finished. */
  readonly unfinished: boolean;
  /** Recorded without a relationship, invited or not, whatever it is now. */
  readonly hadNone?: boolean;
}

/** True for a customer with a relationship; Partner Center refuses to answer for others. */
export const isPartnersCustomer = ({
  microsoftId,
  relationship,
}: Pick<DirectoryEntry, 'microsoftId' | 'relationship'>): boolean =>
  microsoftId !== '' && !['none', 'invited'].includes(relationship);

/** Name of a customer in a list: its company's, else its domain. */
export const displayName = ({ companyName, domain }: Pick<DirectoryEntry, 'companyName' | 'domain'>): string =>
  companyName === '' ? domain : companyName;

/** Page of a search result, with the cursors of its neighbours. */
interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[];
  /** Number of results before this page, when known. */
  readonly from?: number;
  readonly previous?: Cursor;
  readonly next?: Cursor;
  /** Number of found customers, where known. */
  readonly total?: number;
  /** Number of customers read so far, while others are still being read. */
  readonly soFar?: number;
  /** Number of entries of Partner Center's list that could not be read. */
  readonly unlisted?: number;
  /** Reason why the list is incomplete. */
  readonly fault?: PartnerCenterError;
  /** When Partner Center's list was read, where that is longer ago than it should be. */
  readonly asOf?: Date;
  /** Number of broken records, which are quarantined. */
  readonly unreadable: number;
}

/** Relationship and Microsoft ID of a customer that was recorded, maybe by its domain alone. */
export type CustomerStanding = Pick<DirectoryEntry, 'relationship' | 'microsoftId'>;

/**
 * Customers of one partner, from our records or from Partner Center. Raises PartnerCenterError when Partner Center does
 * not answer.
 */
export interface Directory {
  page(query: CustomerFilter, place: Cursor, limit: number): Promise<DirectoryPage>;
  /** Reads the list again; resolves or rejects when that is done. Absent where the list is always current. */
  refresh?(query: CustomerFilter): Promise<void>;
  /** All matching customers; `tell` receives the number read so far. */
  every(query: CustomerFilter, tell: (done: number) => void): Promise<readonly DirectoryEntry[]>;
  /**
   * Partner Center's entry for a customer, by its Microsoft ID or, without one, its domain, where it keeps a list. Partner
   * Center is asked where the list that this process has read lacks it; a customer of the partner's is in the list then.
   */
  listed(customer: Pick<Customer, 'microsoftId' | 'domain'>): Promise<CustomerSummary | undefined>;
  /** A customer of that company name, as far as known; makes Partner Center search where its list is not read. */
  named(companyName: string): Promise<Pick<DirectoryEntry, 'ref'> | undefined>;
  /** Test whether Partner Center's list, as far as it is read, has another customer of the same name; makes no call. */
  namesakes(): Promise<(company: NamedCompany) => boolean>;
  /** Relationship of a recorded customer with the partner and its Microsoft ID, as far as known. */
  standingOf(record: Customer): Promise<CustomerStanding>;
}

/** List entry of a record. */
function entryOfRecord(entry: CustomerEntry): DirectoryEntry {
  const { key: record, companyName, domain, microsoftId, relationship, reseller, unfinished } = entry;
  return { ref: refOf({ record, microsoftId }), companyName, domain, microsoftId, relationship, reseller, unfinished };
}

/** A recorded customer of that company name. */
async function recordNamed(
  { customers, partner }: Pick<DirectorySources, 'customers' | 'partner'>,
  companyName: string,
): Promise<Pick<DirectoryEntry, 'ref'> | undefined> {
  const found = await customers.named(partner, companyName);
  return found && entryOfRecord(found);
}

/** Directory of the records alone, newest first. */
export const recordDirectory = (customers: Customers, partner: string): Directory => ({
  async page(query, place, limit) {
    const { rows, ...page } = await customers.search(partner, query, place, limit);
    return { ...page, entries: rows.map(entryOfRecord) };
  },
  every: async (query) => (await customers.every(partner, query)).map(entryOfRecord),
  listed: async () => undefined,
  named: (companyName) => recordNamed({ customers, partner }, companyName),
  namesakes: async () => () => false,
  standingOf: async ({ relationship = 'reseller', microsoftId }) => ({ relationship, microsoftId }),
});

/** Sources of a directory whose list Partner Center keeps. */
interface DirectorySources {
  readonly partner: string;
  readonly customers: Customers;
  readonly list: CustomerListCache;
  readonly partnerCenter: Pick<PartnerCenter, 'directory'>;
}

interface DirectoryRow extends Keyed, DirectoryEntry {
  readonly text: string;
  readonly resellerId: string;
}

/** Key by which a record is found for a listed customer: its Microsoft ID, else its domain; empty without either. */
const recordKey = ({ microsoftId, domain }: Pick<DirectoryEntry, 'microsoftId' | 'domain'>): string =>
  (microsoftId === '' ? domain : microsoftId).toLowerCase();

/** Test whether a listed customer is that of the record. */
const isRecorded = (record: Pick<Customer, 'microsoftId' | 'domain'>) => {
  const key = recordKey(record);
  return (listed: CustomerSummary): boolean =>
    key !== '' && key === (record.microsoftId === '' ? listed.domain.toLowerCase() : comparableId(listed));
};

type RecordsByKey = ReadonlyMap<string, CustomerEntry>;

/** The record of a listed customer: that of its Microsoft ID, else one by its domain that has no ID yet. */
const recordOf = (listed: CustomerRow, records: RecordsByKey): CustomerEntry | undefined =>
  records.get(comparableId(listed)) ?? records.get(listed.domain.toLowerCase());

/** Row of a listed customer, completed from its record. */
function listedRow(listed: CustomerRow, records: RecordsByKey): DirectoryRow {
  const { key, text, companyName, domain, microsoftId, relationship } = listed;
  const record = recordOf(listed, records);
  const own = { companyName, domain, microsoftId, relationship };
  if (record === undefined)
    return { ...own, key, text, resellerId: '', ref: refOf(listed), reseller: '', unfinished: false };
  const { reseller, resellerId, unfinished } = record;
  const hadNone = record.relationship !== 'reseller';
  return { ...own, key, text: `${text}\n${record.text}`, resellerId, ref: record.key, reseller, unfinished, hadNone };
}

/** Row of a record that Partner Center does not list: the relationship ended, never began, or is not read yet. */
function unlistedRow(record: CustomerEntry, isWholeList: boolean): DirectoryRow {
  const { text, resellerId, companyName } = record;
  const entry = entryOfRecord(record);
  const relationship = isWholeList && entry.relationship === 'reseller' ? 'none' : entry.relationship;
  return { ...entry, relationship, resellerId, text, key: customerSortKey(companyName, record.key) };
}

/** Rows of Partner Center's list and of our records, joined and sorted by name. */
function joinRows(
  { rows, complete }: ListSnapshot,
  entries: readonly CustomerEntry[],
  records: RecordsByKey,
  reseller: string,
): DirectoryRow[] {
  const listed = rows.map((row) => listedRow(row, records));
  const ids = new Set(rows.map(comparableId));
  const refs = new Set(listed.map(({ ref }) => ref));
  const unlisted = entries.filter(
    (record) =>
      !ids.has(comparableId(record)) && !refs.has(record.key) && (reseller === '' || record.resellerId === reseller),
  );
  return mergeRows(listed, unlisted.map((record) => unlistedRow(record, complete)).sort(byKey));
}

/** Most resellers whose joined rows are kept. */
const maxJoined = 20;

/** Rows of a directory, and the records they were completed from. */
interface JoinedRows {
  readonly rows: readonly DirectoryRow[];
  readonly records: RecordsByKey;
}

/** Rows for a reseller, joined once for each version of list and records. */
function joinedRowsOf({ partner, customers }: DirectorySources) {
  const known = new LRUCache<string, JoinedRows & { readonly versions: string }>({ max: maxJoined });
  return async (listed: ListSnapshot, reseller: string): Promise<JoinedRows> => {
    const { entries = [], version } = await customers.snapshot(partner);
    const versions = `${String(listed.version)} ${String(version)} ${String(entries.length)}`;
    const former = known.get(reseller);
    if (former?.versions === versions) return former;
    const records = new Map(entries.map((one) => [recordKey(one), one] as const).filter(([key]) => key !== ''));
    const made = { versions, records, rows: joinRows(listed, entries, records, reseller) };
    known.set(reseller, made);
    return made;
  };
}

/** Customers whose name begins with the text, found by Partner Center itself while the list is being read. */
async function rowsBeginningWith(
  list: CustomerListCache,
  find: string,
  records: RecordsByKey,
): Promise<DirectoryRow[]> {
  try {
    return (await list.beginningWith(find.trim())).map((row) => listedRow(row, records));
  } catch (error) {
    if (error instanceof PartnerCenterError) return [];
    throw error;
  }
}

/** A customer as Partner Center itself has it. Raises PartnerCenterError. */
async function askedFor(
  directory: NonNullable<PartnerCenter['directory']>,
  customer: Pick<Customer, 'microsoftId' | 'domain'>,
): Promise<CustomerSummary | undefined> {
  const { microsoftId, domain } = customer;
  if (microsoftId !== '') return directory.customer(microsoftId);
  const { customers } = await directory.customers({ search: { by: 'domain', text: domain } });
  return customers.find(isRecorded(customer));
}

/** Directory of Partner Center's list joined with our records, by name. */
export function listedDirectory(sources: DirectorySources): Directory {
  const { partner, customers, list, partnerCenter } = sources;
  const rowsOf = joinedRowsOf(sources);

  return {
    async page({ find, reseller }, place, limit) {
      const listed = await list.first(reseller);
      const { rows, records } = await rowsOf(listed, reseller);
      const fitting = find.trim() === '' ? rows : rows.filter(customerMatcher({ find, reseller: '' }));
      const isAsked = !listed.complete && find.trim() !== '' && reseller === '';
      const found = isAsked ? mergeRows(fitting, await rowsBeginningWith(list, find, records)) : fitting;
      const { rows: entries, ...span } = sliceAt(found, place, limit);
      const known = listed.complete ? { total: found.length } : { soFar: listed.rows.length };
      return {
        ...span,
        ...known,
        entries,
        unreadable: 0,
        unlisted: listed.unreadable,
        ...defined({ fault: listed.fault, asOf: listed.asOf }),
      };
    },
    refresh: ({ reseller }) => list.refresh(reseller),
    async every({ find, reseller }, tell) {
      await Promise.all([list.all(reseller, tell), customers.every(partner, { find: '', reseller: '' })]);
      const { rows } = await rowsOf(await list.first(reseller), reseller);
      return rows.filter(customerMatcher({ find, reseller: '' }));
    },
    async listed(customer) {
      const known = (await list.peek()).rows.find(isRecorded(customer));
      if (known !== undefined || partnerCenter.directory === undefined) return known;
      const found = await askedFor(partnerCenter.directory, customer);
      if (found?.relationship === 'reseller') list.add(found, '');
      return found;
    },
    async named(companyName) {
      const recorded = await recordNamed({ customers, partner }, companyName);
      if (recorded !== undefined) return recorded;
      const { rows, complete } = await list.peek();
      const known = rowNamed(rows, companyName);
      if (known !== undefined) return { ref: refOf(known) };
      const asked = complete ? [] : await rowsBeginningWith(list, companyName, new Map());
      return asked.find((row) => isSameName(row.companyName, companyName));
    },
    async namesakes() {
      const { rows } = await list.peek();
      return (company) => hasNamesake(rows, company);
    },
    async standingOf({ relationship = 'reseller', ...record }) {
      const { rows, complete } = await list.peek();
      const listed = rows.find(isRecorded(record));
      if (listed !== undefined) return listed;
      const known = complete && relationship === 'reseller' ? 'none' : relationship;
      return { relationship: known, microsoftId: record.microsoftId };
    },
  };
}

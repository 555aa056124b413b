import type { CustomerSummary } from '../../partner-center/management.ts';
import type { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { CustomerEntry } from '../../storage/customerIndex.ts';
import type { CustomerQuery } from '../../storage/customerQuery.ts';
import type { Customer, Customers } from '../../storage/customers.ts';
import type { Place } from '../../storage/sorted.ts';
import { refOf } from './targets.ts';

/** A customer as lists show it. */
export interface DirectoryEntry {
  /** How buttons name it. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  /** `reseller`, `none`, `invited` or another of Partner Center's words. */
  readonly relationship: string;
  /** Name and MPN ID of its reseller, where that is recorded. */
  readonly reseller: string;
  /** A step of its submission is still to be finished. */
  readonly unfinished: boolean;
}

/** A page of the customers that were found, and the places of its neighbours. */
export interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[];
  /** How many of those that were found stand before it, where that is known. */
  readonly from?: number;
  readonly previous?: Place;
  readonly next?: Place;
  /** How many were found, where that is known. */
  readonly total?: number;
  /** How many customers had been read when these were found: the others are still being read. */
  readonly soFar?: number;
  /** Entries of Partner Center's list that could not be read. */
  readonly unlisted?: number;
  /** Why they are not all read. */
  readonly fault?: PartnerCenterError;
  /** Records that were found broken, and set aside. */
  readonly unreadable: number;
}

/** The customers of one partner, wherever they are listed. What Partner Center does not answer raises PartnerCenterError. */
export interface Directory {
  page(query: CustomerQuery, place: Place, limit: number): Promise<DirectoryPage>;
  /** Has the list read anew; resolves, or raises what that raised, when it was. Absent where it is always as it is. */
  refresh?(query: CustomerQuery): Promise<void>;
  /** All that fit, telling how many customers are read. */
  every(query: CustomerQuery, tell: (done: number) => void): Promise<readonly DirectoryEntry[]>;
  /** What Partner Center lists under that Microsoft ID, where it keeps a list. */
  listed(microsoftId: string): Promise<CustomerSummary | undefined>;
  /** What a recorded customer is to the partner, as far as that is known. */
  relationshipOf(record: Customer): string;
}

/** The entry of a record. */
export function entryOfRecord(entry: CustomerEntry): DirectoryEntry {
  const { key: record, companyName, domain, microsoftId, relationship, reseller, unfinished } = entry;
  return { ref: refOf({ record, microsoftId }), companyName, domain, microsoftId, relationship, reseller, unfinished };
}

/** The customers that are recorded here, where the records are all there is; the newest first. */
export const recordDirectory = (customers: Customers, partner: string): Directory => ({
  async page(query, place, limit) {
    const { rows, ...page } = await customers.search(partner, query, place, limit);
    return { ...page, entries: rows.map(entryOfRecord) };
  },
  every: async (query) => (await customers.every(partner, query)).map(entryOfRecord),
  listed: async () => undefined,
  relationshipOf: ({ relationship = 'reseller' }) => relationship,
});

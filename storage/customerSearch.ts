import { type CustomerEntry, type CustomerIndex, entryOf, registrationMark } from './customerIndex.ts';
import { customerIndexes } from './customerIndexes.ts';
import { foldedWords, matcher } from '../lib/foldCase.ts';
import type { Collection, ItemPage, SummarizedCollection } from './collection.ts';
import type { Customer } from '../model/customer.ts';
import { UnreadableDocument } from './documents.ts';
import type { SummaryFilter } from './summarySearch.ts';
import { type Cursor, type Slice, sliceAt } from '../lib/keysetPage.ts';
import { defined } from '../lib/optional.ts';

/** Filter of recorded customers. An empty text leaves nobody out. */
export interface CustomerFilter {
  /** Words that must all be in name, domain or reseller, or a whole Microsoft ID. */
  readonly find: string;
  /** The reseller's tenant id. */
  readonly reseller: string;
  /** A whole registration ID. */
  readonly registration?: string;
}

/** True when the filter leaves nobody out. */
export const isEmptyFilter = ({ find, reseller, registration = '' }: CustomerFilter): boolean =>
  find.trim() === '' && reseller === '' && registration === '';

/** Fields of a customer that a filter reads. */
type SearchedFields = Pick<CustomerEntry, 'text' | 'microsoftId' | 'resellerId'>;

/** Returns the predicate of a filter. A text without a letter or a digit matches nobody. */
export function customerMatcher(filter: CustomerFilter): (entry: SearchedFields) => boolean {
  const { find, reseller, registration = '' } = filter;
  const mark = registrationMark(registration);
  const isOf = (entry: SearchedFields) => reseller === '' || entry.resellerId === reseller;
  const isMarked = (entry: SearchedFields) => mark === '' || entry.text.includes(mark);
  const id = find.normalize('NFKC').trim().toLowerCase();
  if (id === '') return (entry) => isOf(entry) && isMarked(entry);
  const isIt = guid.test(id) ? (entry: SearchedFields) => entry.microsoftId.toLowerCase() === id : never;
  const isNamed = matcher(find) ?? never;
  return (entry) => isOf(entry) && ((isMarked(entry) && isNamed(entry.text)) || isIt(entry));
}

/** The filter's words and Microsoft ID, for a store that searches itself; undefined where it matches nobody. */
export function summaryFilterOf({ find, reseller, registration = '' }: CustomerFilter): SummaryFilter | undefined {
  const id = find.normalize('NFKC').trim().toLowerCase();
  const words = foldedWords(find);
  if (id !== '' && words.length === 0) return undefined;
  const mark = registrationMark(registration);
  return { words: mark === '' ? words : [mark, ...words], microsoftId: guid.test(id) ? id : undefined, reseller };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const never = (): boolean => false;

/** A page of matching customers. `unreadable` counts records that were found broken and quarantined. */
export interface CustomerSlice extends Slice<CustomerEntry> {
  /** Number of matches, where it is known. */
  readonly total?: number;
  /** Number of records read so far, where the others are still being read. */
  readonly soFar?: number;
  readonly unreadable: number;
}

/**
 * Search over customers' records. The index is kept in memory; where other processes write too, it takes in their changes
 * before each look.
 */
export interface CustomerSearch {
  /**
   * A page of the matching customers, newest first. The first page of all customers is read directly from the store; a
   * search waits a moment for the records to be read, then searches those that are.
   */
  search(partner: string, query: CustomerFilter, place: Cursor, limit: number): Promise<CustomerSlice>;
  /** A customer of that company name, as `isSameName` has it; it waits as `search` does. */
  named(partner: string, companyName: string): Promise<CustomerEntry | undefined>;
  /** A customer with that registration ID, however it is spaced; it waits as `search` does. */
  registered(partner: string, id: string): Promise<CustomerEntry | undefined>;
  /** All matching customers, newest first. */
  every(partner: string, query: CustomerFilter): Promise<readonly CustomerEntry[]>;
  /** Id of the record with that Microsoft ID. */
  idOf(partner: string, microsoftId: string): Promise<string | undefined>;
  /**
   * Number of customers that bought an offer when they were added, by the offer's id, among the records read so far.
   * The first call starts the reading; what other processes wrote is in it some ten seconds later.
   */
  sold(partner: string): ReadonlyMap<string, number>;
  /**
   * All entries, those of other processes too, and their version number; it waits a moment for the records to be read, and
   * has none where that takes longer.
   */
  snapshot(partner: string): Promise<CustomerSnapshot>;
}

const matching = (all: readonly CustomerEntry[], query: CustomerFilter): readonly CustomerEntry[] =>
  isEmptyFilter(query) ? all : all.filter(customerMatcher(query));

/** The entries of a partner's customers, and a number that grows with every change of them. */
interface CustomerSnapshot {
  readonly entries: readonly CustomerEntry[] | undefined;
  readonly version: number;
}

/** Options of reading records for searches. */
export interface CustomerSearchOptions {
  /** Stops the reading. */
  readonly closing?: AbortSignal;
  /** Milliseconds a search waits for the reading; 1,000 by default. */
  readonly patience?: number;
}

/** A collection of customers that can be searched. */
export function withSearch(
  records: SummarizedCollection<Customer, CustomerEntry>,
  { closing, patience = 1_000 }: CustomerSearchOptions,
): Collection<Customer> & CustomerSearch {
  const { indexes, indexOf, wholeIndexOf, indexWithin, presentIndexOf, takeBroken } = customerIndexes(records, closing);

  /** The first page, read directly from the store while the index is loading. */
  const firstLook = async (partner: string, after: string | undefined, limit: number): Promise<CustomerSlice> => {
    const page = await records.list(partner, { limit, ...defined({ after }) });
    indexOf(partner);
    return { ...sliceOfPage(page, after), unreadable: page.unreadable.length };
  };

  return {
    // With a follower, all changes come by it, in the order in which they took effect.
    ...(records.follow === undefined ? indexedWrites(records, indexes) : records),
    async search(partner, query, place, limit) {
      const isReady = indexes.get(partner)?.loaded() !== undefined;
      if (!isReady && isEmptyFilter(query) && place.before === undefined) return firstLook(partner, place.after, limit);
      const whole = await (await indexWithin(partner, patience))?.all();
      const soFar = whole ?? indexOf(partner).soFar();
      const found = matching(soFar, query);
      const known = whole === undefined ? { soFar: soFar.length } : { total: found.length };
      return { ...sliceAt(found, place, limit), ...known, unreadable: takeBroken(partner) };
    },
    async named(partner, companyName) {
      return ((await indexWithin(partner, patience)) ?? indexOf(partner)).named(companyName);
    },
    async registered(partner, id) {
      return ((await indexWithin(partner, patience)) ?? indexOf(partner)).registered(id);
    },
    // A copy, as the caller may iterate over it for long.
    every: async (partner, query) => [...matching(await (await wholeIndexOf(partner)).all(), query)],
    idOf: async (partner, microsoftId) => (await (await wholeIndexOf(partner)).ofMicrosoftId(microsoftId))?.key,
    sold: (partner) => presentIndexOf(partner).sold,
    async snapshot(partner) {
      await indexWithin(partner, patience);
      const index = indexOf(partner);
      return { entries: index.loaded(), version: index.version };
    },
  };
}

/** The page of a list of records as a page of entries. */
export function sliceOfPage(
  { items, next }: ItemPage<Customer>,
  after: string | undefined,
): Omit<CustomerSlice, 'unreadable'> {
  const rows = items.map(({ value }) => entryOf(value));
  const [first] = rows;
  return {
    rows,
    ...(after === undefined ? { from: 0 } : {}),
    ...(after === undefined || first === undefined ? {} : { previous: { before: first.key } }),
    ...(next === undefined ? {} : { next: { after: next } }),
    ...(after === undefined && next === undefined ? { total: rows.length } : {}),
  };
}

/** The collection, updating the indexes with every record it writes, removes or finds unreadable. */
function indexedWrites(
  records: Collection<Customer>,
  indexes: ReadonlyMap<string, CustomerIndex>,
): Collection<Customer> {
  return {
    async get(partner, id) {
      try {
        return await records.get(partner, id);
      } catch (error) {
        if (error instanceof UnreadableDocument) indexes.get(partner)?.remove(id);
        throw error;
      }
    },
    recall: (partner, id) => records.recall(partner, id),
    list: (partner, page) => records.list(partner, page),
    ofPartners: (partners) => records.ofPartners(partners),
    async insert(partner, id, value) {
      const etag = await records.insert(partner, id, value);
      indexes.get(partner)?.add(entryOf(value));
      return etag;
    },
    async replace(partner, id, value, etag) {
      const next = await records.replace(partner, id, value, etag);
      indexes.get(partner)?.add(entryOf(value));
      return next;
    },
    async remove(partner, id, etag) {
      await records.remove(partner, id, etag);
      indexes.get(partner)?.remove(id);
    },
  };
}

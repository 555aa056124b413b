import { setTimeout as wait } from 'node:timers/promises';
import { everyItem, type Collection, type Items } from './collection.ts';
import { customerIndex, entryOf, type CustomerEntry, type CustomerIndex } from './customerIndex.ts';
import { fits, isAll, type CustomerQuery } from './customerQuery.ts';
import type { Customer } from './customers.ts';
import { UnreadableDocument } from './documents.ts';
import { spanOf, type Place, type Span } from './sorted.ts';

/** A page of what was found. `unreadable` counts records that were found broken and set aside. */
export interface FoundCustomers extends Span<CustomerEntry> {
  /** How many were found, where that is known. */
  readonly total?: number;
  /** How many records had been read when this was found: the others are still being read. */
  readonly soFar?: number;
  readonly unreadable: number;
}

/** What finds customers among the records. One process holds the folder: what is found is kept in memory. */
export interface CustomerSearch {
  /**
   * A page of the customers that fit, newest first. A first look at all of them waits for nothing but that page; a search
   * waits a moment for the records to be read, then finds among those that are.
   */
  search(partner: string, query: CustomerQuery, place: Place, limit: number): Promise<FoundCustomers>;
  /** Every customer that fits, newest first. */
  every(partner: string, query: CustomerQuery): Promise<readonly CustomerEntry[]>;
  /** The id of the record of that Microsoft ID. */
  idOf(partner: string, microsoftId: string): Promise<string | undefined>;
  /**
   * How many customers bought which offer when they were added, by the offer's id, of those that are read; they begin to be
   * read by being asked for.
   */
  sold(partner: string): ReadonlyMap<string, number>;
  /** All entries where they are read already, with a number that changes when they do; they begin to be read by being asked for. */
  known(partner: string): { readonly entries: readonly CustomerEntry[] | undefined; readonly version: number };
}

const chosen = (all: readonly CustomerEntry[], query: CustomerQuery): readonly CustomerEntry[] =>
  isAll(query) ? all : all.filter(fits(query));

/** What work gives within so many milliseconds; undefined when it takes longer. */
async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const enough = new AbortController();
  const waited = wait(milliseconds, undefined, { signal: enough.signal }).catch(() => undefined);
  return Promise.race([work, waited]).finally(() => enough.abort());
}

/** How records are read for searches. */
export interface Reading {
  /** Ends it. */
  readonly closing?: AbortSignal;
  /** Milliseconds a search waits for it; a second unless told. */
  readonly patience?: number;
}

/** A collection of customers that can be searched. */
export function searchable(
  records: Collection<Customer>,
  { closing, patience = 1_000 }: Reading,
): Collection<Customer> & CustomerSearch {
  const indexes = new Map<string, CustomerIndex>();
  const broken = new Map<string, number>();

  async function* read(partner: string): AsyncGenerator<CustomerEntry> {
    const unreadable = (ids: readonly string[]): void =>
      void broken.set(partner, (broken.get(partner) ?? 0) + ids.length);
    for await (const { value } of everyItem(records, partner, unreadable)) {
      closing?.throwIfAborted();
      yield entryOf(value);
    }
  }

  const indexOf = (partner: string): CustomerIndex => {
    const known = indexes.get(partner);
    if (known !== undefined) return known;
    const index = customerIndex(() => read(partner));
    indexes.set(partner, index);
    // One that could not be read must not stay: the disk may recover. Who waits for it is told.
    index.whole().catch(() => indexes.delete(partner));
    return index;
  };

  const takeBroken = (partner: string): number => {
    const count = broken.get(partner) ?? 0;
    broken.delete(partner);
    return count;
  };

  /** The first look: from the list of ids alone, while the rest is being read. */
  const firstLook = async (partner: string, after: string | undefined, limit: number): Promise<FoundCustomers> => {
    const page = await records.list(partner, { limit, ...(after === undefined ? {} : { after }) });
    indexOf(partner);
    return { ...spanOfPage(page, after), unreadable: page.unreadable.length };
  };

  return {
    ...written(records, indexes),
    async search(partner, query, place, limit) {
      const isReady = indexes.get(partner)?.ready() !== undefined;
      if (!isReady && isAll(query) && place.before === undefined) return firstLook(partner, place.after, limit);
      const index = indexOf(partner);
      const whole = await within(index.whole(), patience);
      const found = chosen(whole ?? index.soFar(), query);
      const known = whole === undefined ? { soFar: index.soFar().length } : { total: found.length };
      return { ...spanOf(found, place, limit), ...known, unreadable: takeBroken(partner) };
    },
    // A copy: who goes through all of them may take long.
    every: async (partner, query) => [...chosen(await indexOf(partner).whole(), query)],
    idOf: async (partner, microsoftId) => (await indexOf(partner).ofMicrosoftId(microsoftId))?.key,
    sold: (partner) => indexOf(partner).sold,
    known(partner) {
      const index = indexOf(partner);
      return { entries: index.ready(), version: index.version };
    },
  };
}

function spanOfPage({ items, next }: Items<Customer>, after: string | undefined): Omit<FoundCustomers, 'unreadable'> {
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

/** The collection, telling the indexes of whatever it writes and finds gone. */
function written(records: Collection<Customer>, indexes: ReadonlyMap<string, CustomerIndex>): Collection<Customer> {
  return {
    async get(partner, id) {
      try {
        return await records.get(partner, id);
      } catch (error) {
        if (error instanceof UnreadableDocument) indexes.get(partner)?.remove(id);
        throw error;
      }
    },
    list: (partner, page) => records.list(partner, page),
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

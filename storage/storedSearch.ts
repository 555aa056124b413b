import { defined } from '../lib/optional.ts';
import { foldKey, isSameName } from '../lib/foldCase.ts';
import { withTimeout } from '../lib/withTimeout.ts';
import type { Customer } from '../model/customer.ts';
import type { SummarizedCollection } from './collection.ts';
import type { CustomerEntry } from './customerIndex.ts';
import {
  type CustomerFilter,
  type CustomerSearch,
  type CustomerSearchOptions,
  isEmptyFilter,
  sliceOfPage,
  summaryFilterOf,
} from './customerSearch.ts';
import type { SummarySearch } from './summarySearch.ts';

// A stored summary was made by `entryOf`, of the present form once the search is whole.
const entriesOf = (rows: readonly unknown[]): readonly CustomerEntry[] => rows as readonly CustomerEntry[];

/** The summarizing of a partner's records that have no summary of the present form. */
interface Summarizing {
  /** Resolves once every record is summarized. */
  readonly whole: (partner: string) => Promise<true>;
  /** Number of records that were found unreadable meanwhile; told once. */
  readonly takeBroken: (partner: string) => number;
}

function summarizing(
  records: SummarizedCollection<Customer, CustomerEntry>,
  search: SummarySearch,
  form: number,
  closing: AbortSignal | undefined,
): Summarizing {
  const filled = new Map<string, Promise<true>>();
  const broken = new Map<string, number>();

  async function fill(partner: string): Promise<true> {
    if (await search.isWhole(partner, form)) return true;
    for await (const { unreadable } of records.summaries(partner)) {
      closing?.throwIfAborted();
      broken.set(partner, (broken.get(partner) ?? 0) + unreadable.length);
    }
    return true;
  }

  return {
    async whole(partner) {
      const filling = filled.get(partner) ?? fill(partner);
      filled.set(partner, filling);
      // What failed is tried again by the next search; its waiters get the error.
      filling.catch(() => filled.delete(partner));
      return filling;
    },
    takeBroken(partner) {
      const count = broken.get(partner) ?? 0;
      broken.delete(partner);
      return count;
    },
  };
}

/** Most customers with a name's words in their texts that are looked at for one of that name. */
const mostNamesakes = 20;

/**
 * The search by the store itself, which holds nothing in memory. Records that an older version of the program wrote are
 * summarized once, before the first search; meanwhile a list is read from the records.
 */
export function storedSearch(
  records: SummarizedCollection<Customer, CustomerEntry>,
  search: SummarySearch,
  form: number,
  { closing, patience = 1_000 }: CustomerSearchOptions,
): Omit<CustomerSearch, 'snapshot'> {
  const { whole, takeBroken } = summarizing(records, search, form, closing);
  const some = async (partner: string, query: CustomerFilter, most: number): Promise<readonly CustomerEntry[]> => {
    await withTimeout(whole(partner), patience, false);
    const filter = summaryFilterOf(query);
    return filter === undefined ? [] : entriesOf(await search.some(partner, filter, most));
  };
  return {
    async search(partner, query, place, limit) {
      const isWhole = await withTimeout(whole(partner), patience, false);
      if (!isWhole && isEmptyFilter(query) && place.before === undefined) {
        const page = await records.list(partner, { limit, ...defined({ after: place.after }) });
        return { ...sliceOfPage(page, place.after), unreadable: page.unreadable.length };
      }
      const filter = summaryFilterOf(query);
      const { rows, total, ...span } =
        filter === undefined ? { rows: [], from: 0, total: 0 } : await search.page(partner, filter, place, limit);
      const known = isWhole ? defined({ total }) : { soFar: search.count(partner) };
      return { rows: entriesOf(rows), ...span, ...known, unreadable: takeBroken(partner) };
    },
    named: async (partner, companyName) =>
      (await some(partner, { find: companyName, reseller: '' }, mostNamesakes)).find((one) =>
        isSameName(one.companyName, companyName),
      ),
    registered: async (partner, id) =>
      foldKey(id) === '' ? undefined : (await some(partner, { find: '', reseller: '', registration: id }, 1))[0],
    async every(partner, query) {
      await whole(partner);
      const filter = summaryFilterOf(query);
      const found: CustomerEntry[] = [];
      if (filter !== undefined) for await (const rows of search.every(partner, filter)) found.push(...entriesOf(rows));
      return found;
    },
    async idOf(partner, microsoftId) {
      await whole(partner);
      return microsoftId === '' ? undefined : search.idOf(partner, microsoftId.toLowerCase());
    },
    sold(partner) {
      whole(partner).catch(() => undefined);
      return search.sold(partner);
    },
  };
}

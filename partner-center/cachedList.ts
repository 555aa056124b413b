import { foldCase } from '../lib/foldCase.ts';
import { byKey, insertRow, type Keyed, mergeRows } from '../lib/keysetPage.ts';
import type { CustomerPage, CustomerSummary } from './management.ts';
import { pinyinKey } from '../lib/pinyinOrder.ts';
import { PartnerCenterError } from './rules/fault.ts';

/** A row of the customer list; sorted by name. */
export interface CustomerRow extends Keyed, CustomerSummary {
  /** Folded text that a search is matched against. */
  readonly text: string;
}

/** Sort key of a customer by name, Chinese names by sound. The name is cut short, because buttons carry the key. */
export const customerSortKey = (companyName: string, id: string): string =>
  `${pinyinKey(foldCase(companyName).slice(0, 60))}\n${id}`;

/** Display name of a customer: its company name, else its domain, else its Microsoft ID. */
export const customerDisplayName = ({
  companyName,
  domain,
  microsoftId,
}: Omit<CustomerSummary, 'relationship'>): string =>
  [companyName, domain].find((text) => text.trim() !== '') ?? microsoftId;

/** The list row of a customer. */
export const customerRow = (customer: CustomerSummary): CustomerRow => ({
  ...customer,
  key: customerSortKey(customerDisplayName(customer), comparableId(customer)),
  text: [customer.companyName, customer.domain].map(foldCase).join('\n'),
});

/** A Microsoft ID in lower case, for comparisons. */
export const comparableId = ({ microsoftId }: { readonly microsoftId: string }): string => microsoftId.toLowerCase();

/** The rows of a list that have been read. */
export interface ListSnapshot {
  /** Sorted; must not be changed. */
  readonly rows: readonly CustomerRow[];
  /** Everything was read. */
  readonly complete: boolean;
  /** Entries that are not as documented; they are left out. */
  readonly unreadable: number;
  /** Error that stopped the reading before its end; the next `first()` resumes it from there. */
  readonly fault?: PartnerCenterError;
  /** Grows with every change. */
  readonly version: number;
}

/** A change to one row of the list; without `customer`, the customer was removed. */
export interface ListUpdate {
  /** Milliseconds. */
  readonly at: number;
  readonly customer?: CustomerSummary;
}

/** By Microsoft ID, in lower case. */
type ListUpdates = Iterable<readonly [string, ListUpdate]>;

/** One list cached in memory: shown while it is being read, and read again in the background when stale. */
export interface CachedList {
  /** The list as far as it is read; waits for the first page only. Raises the error of reading that. */
  first(): Promise<ListSnapshot>;
  /** Reads the list again, whatever its age. Raises the error of reading it. */
  refresh(): Promise<void>;
  /** The whole list; reports the number of rows read. Raises the error of reading it. */
  all(tell: (done: number) => void): Promise<readonly CustomerRow[]>;
  /** The list as far as it is read; makes no call. */
  peek(): ListSnapshot;
  /** Shows an update at once. */
  apply(microsoftId: string, change: ListUpdate): void;
}

const minute = 60_000;

/** Milliseconds after which a list is read again in the background. */
const freshFor = 5 * minute;

/** Milliseconds during which Partner Center's list may still lack an update. */
const updateGrace = 10 * minute;

/** Maximum number of pages: a service that never ends must not keep us for ever. */
const maxPages = 1_000;

/** A copy of the rows with an update applied. */
function withUpdate(rows: readonly CustomerRow[], id: string, { customer }: ListUpdate): CustomerRow[] {
  const others = rows.filter((row) => comparableId(row) !== id);
  if (customer !== undefined) insertRow(others, customerRow(customer));
  return others;
}

/** The rows read, with the updates that Partner Center's list may not have had at that time. */
function withUpdates(found: readonly CustomerRow[], changes: ListUpdates, asked: number): readonly CustomerRow[] {
  let rows = found;
  for (const [id, change] of changes) {
    if (change.at < asked - updateGrace) continue;
    rows = withUpdate(rows, id, change);
  }
  return rows;
}

/** Progress of a reading. */
interface ReadProgress {
  /** Start of the reading, in milliseconds. */
  readonly asked: number;
  readonly ids: Set<string>;
  readonly found: readonly CustomerRow[];
  readonly unreadable: number;
  /** Token of the next page. */
  readonly after: string | undefined;
}

const noProgress = (asked: number): ReadProgress => ({
  asked,
  ids: new Set(),
  found: [],
  unreadable: 0,
  after: undefined,
});

/** A cached list; nothing is read until it is asked for. */
export function cachedList(
  readPage: (after: string | undefined) => Promise<CustomerPage>,
  changes: ListUpdates,
  now: () => Date,
): CachedList {
  const told = new Set<(done: number) => void>();
  let listed: ListSnapshot = { rows: [], complete: false, unreadable: 0, version: 0 };
  let readAt = 0;
  let stopped: ReadProgress | undefined;
  let reading: { readonly first: Promise<void>; readonly end: Promise<void> } | undefined;

  const show = ({ found, unreadable, asked }: ReadProgress, complete: boolean): void => {
    const rows = withUpdates(found, changes, asked);
    // The former rows stay until more have been read.
    if (complete || rows.length >= listed.rows.length)
      listed = { rows, complete, unreadable, version: listed.version + 1 };
  };

  /** Reads one more page; after a retryable error the progress is kept, so that reading can resume. */
  const further = async (progress: ReadProgress): Promise<ReadProgress> => {
    const { asked, ids, after } = progress;
    stopped = undefined;
    try {
      const { customers, unreadable, next } = await readPage(after);
      const unmet = customers.filter((one) => !ids.has(comparableId(one)) && ids.add(comparableId(one)));
      const found = mergeRows(progress.found, unmet.map(customerRow).sort(byKey));
      return { asked, ids, found, unreadable: progress.unreadable + unreadable, after: next };
    } catch (error) {
      if (error instanceof PartnerCenterError && error.retryable) stopped = progress;
      throw error;
    }
  };

  const read = async (arrived: () => void): Promise<void> => {
    const asked = now().getTime();
    const isLate = stopped === undefined || Math.abs(asked - stopped.asked) > freshFor;
    let progress = isLate || stopped === undefined ? noProgress(asked) : stopped;
    for (let pages = 0; pages < maxPages; pages += 1) {
      progress = await further(progress);
      if (!listed.complete) show(progress, false);
      for (const tell of told) tell(progress.found.length);
      arrived();
      if (progress.after === undefined) break;
    }
    show(progress, true);
    readAt = progress.asked;
  };

  const begin = (): { readonly first: Promise<void>; readonly end: Promise<void> } => {
    let arrived = (): void => undefined;
    const page = new Promise<void>((resolve) => (arrived = resolve));
    const end = read(() => arrived());
    const first = Promise.race([page, end]);
    const over = (error?: unknown): void => {
      reading = undefined;
      if (error instanceof PartnerCenterError) listed = { ...listed, fault: error };
    };
    // Callers who wait get the error; others see it in the next snapshot.
    end.then(() => over(), over);
    first.catch(() => undefined);
    return { first, end };
  };

  const isBegun = (): boolean => listed.version > 0;
  const isOld = (): boolean => !listed.complete || Math.abs(now().getTime() - readAt) > freshFor;

  return {
    peek: () => listed,
    async first() {
      if (isOld()) reading ??= begin();
      if (!isBegun()) await reading?.first;
      return listed;
    },
    refresh: async () => (reading ??= begin()).end,
    async all(tell) {
      told.add(tell);
      try {
        if (isOld()) await (reading ??= begin()).end;
        return listed.rows;
      } finally {
        told.delete(tell);
      }
    },
    apply(id, change) {
      // Before the first page there is nothing to update; the first page will include it.
      if (isBegun()) listed = { ...listed, rows: withUpdate(listed.rows, id, change), version: listed.version + 1 };
    },
  };
}

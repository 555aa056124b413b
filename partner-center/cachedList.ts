import { LRUCache } from 'lru-cache';
import { foldCase, isSameName } from '../lib/foldCase.ts';
import { byKey, insertRow, type Keyed, mergeRows, positionOf } from '../lib/keysetPage.ts';
import type { CustomerPage, CustomerSummary } from './management.ts';
import { pinyinKey } from '../lib/pinyinOrder.ts';
import { PartnerCenterError } from './rules/fault.ts';
import { minute } from '../lib/durations.ts';

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

/**
 * The rows of that company name in a list that is sorted by name: only the rows beside each other that begin alike are
 * looked at, so that a name with a blank more or less is not found.
 */
function* rowsNamed(rows: readonly CustomerRow[], companyName: string): Generator<CustomerRow, undefined> {
  const start = customerSortKey(companyName, '');
  let at = positionOf(rows, start, keyOfRow);
  for (let row = rows[at]; row?.key.startsWith(start) === true; row = rows[++at])
    if (isSameName(row.companyName, companyName)) yield row;
  return undefined;
}

/** The first row of that company name. */
export const rowNamed = (rows: readonly CustomerRow[], companyName: string): CustomerRow | undefined =>
  rowsNamed(rows, companyName).next().value;

/** A company's name, and the domain and Microsoft ID by which a list has it; each empty where it has none. */
export type NamedCompany = Omit<CustomerSummary, 'relationship'>;

/** True when the list has another customer of the company's name: one with neither its Microsoft ID nor its domain. */
export function hasNamesake(rows: readonly CustomerRow[], company: NamedCompany): boolean {
  const id = comparableId(company);
  const domain = company.domain.toLowerCase();
  for (const row of rowsNamed(rows, company.companyName))
    if ((id === '' || comparableId(row) !== id) && (domain === '' || row.domain.toLowerCase() !== domain)) return true;
  return false;
}

const keyOfRow = ({ key }: CustomerRow): string => key;

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
  /** When all of it was read, where that is longer ago than it should be or could not be done again. */
  readonly asOf?: Date;
}

/** A change to one row of the list; without `customer`, the customer was removed. */
interface ListUpdate {
  /** Milliseconds. */
  readonly at: number;
  readonly customer?: CustomerSummary;
}

/** Milliseconds after which a list is read again in the background. */
const freshFor = 5 * minute;

/** Milliseconds during which Partner Center's list may still lack an update. */
const updateGrace = 10 * minute;

/** Most updates kept of a list: far more than are made before Partner Center's own list has them. */
const maxUpdates = 10_000;

/** Maximum number of pages: a service that never ends must not keep us for ever. */
const maxPages = 1_000;

/** A copy of the rows with an update applied. */
function withUpdate(rows: readonly CustomerRow[], id: string, { customer }: ListUpdate): CustomerRow[] {
  const others = rows.filter((row) => comparableId(row) !== id);
  if (customer !== undefined) insertRow(others, customerRow(customer));
  return others;
}

/** The rows read, with the updates that Partner Center's list may not have had at that time. */
function withUpdates(
  found: readonly CustomerRow[],
  updates: Iterable<readonly [string, ListUpdate]>,
  asked: number,
): readonly CustomerRow[] {
  let rows = found;
  for (const [id, update] of updates) {
    if (update.at < asked - updateGrace) continue;
    rows = withUpdate(rows, id, update);
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

/**
 * One list cached in memory: shown while it is being read, and read again in the background when stale. Nothing is read
 * until it is asked for.
 */
export class CachedList {
  readonly #readPage: (after: string | undefined) => Promise<CustomerPage>;
  readonly #now: () => Date;
  /** Updates made here, by Microsoft ID in lower case. */
  readonly #updates = new LRUCache<string, ListUpdate>({ max: maxUpdates });
  readonly #listeners = new Set<(done: number) => void>();
  #listed: ListSnapshot = { rows: [], complete: false, unreadable: 0, version: 0 };
  #readAt = 0;
  /** The progress of a reading that a passing error stopped. */
  #stopped: ReadProgress | undefined;
  #reading: Reading | undefined;

  constructor(readPage: (after: string | undefined) => Promise<CustomerPage>, now: () => Date) {
    this.#readPage = readPage;
    this.#now = now;
  }

  /** The list as far as it is read; makes no call. */
  peek(): ListSnapshot {
    return this.#listed;
  }

  /** The list as far as it is read; waits for the first page only. Raises the error of reading that. */
  async first(): Promise<ListSnapshot> {
    if (this.#isOld) this.#reading ??= this.#begin();
    if (!this.#isBegun) await this.#reading?.first;
    const { complete, fault } = this.#listed;
    const isMarked = complete && (fault !== undefined || this.#isOld);
    return isMarked ? { ...this.#listed, asOf: new Date(this.#readAt) } : this.#listed;
  }

  /** Reads the list again, whatever its age. Raises the error of reading it. */
  async refresh(): Promise<void> {
    await (this.#reading ??= this.#begin()).end;
  }

  /** The whole list; reports the number of rows read. Raises the error of reading it. */
  async all(tell: (done: number) => void): Promise<readonly CustomerRow[]> {
    this.#listeners.add(tell);
    try {
      if (this.#isOld) await this.refresh();
      return this.#listed.rows;
    } finally {
      this.#listeners.delete(tell);
    }
  }

  /** Shows an update at once, and keeps it until Partner Center's own list has it. */
  apply(id: string, update: ListUpdate): void {
    this.#updates.set(id, update);
    // Before the first page there is nothing to update; the first page will include it.
    if (!this.#isBegun) return;
    const { rows, version } = this.#listed;
    this.#listed = { ...this.#listed, rows: withUpdate(rows, id, update), version: version + 1 };
  }

  get #isBegun(): boolean {
    return this.#listed.version > 0;
  }

  get #isOld(): boolean {
    return !this.#listed.complete || Math.abs(this.#now().getTime() - this.#readAt) > freshFor;
  }

  #begin(): Reading {
    let arrived = (): void => undefined;
    const page = new Promise<void>((resolve) => (arrived = resolve));
    const end = this.#read(() => arrived());
    const first = Promise.race([page, end]);
    const over = (error?: unknown): void => {
      this.#reading = undefined;
      if (error instanceof PartnerCenterError) this.#listed = { ...this.#listed, fault: error };
    };
    // Callers who wait get the error; others see it in the next snapshot.
    end.then(() => over(), over);
    first.catch(() => undefined);
    return { first, end };
  }

  async #read(arrived: () => void): Promise<void> {
    let progress = this.#resumable(this.#now().getTime());
    for (let pages = 0; pages < maxPages; pages += 1) {
      progress = await this.#readFurther(progress);
      if (!this.#listed.complete) this.#show(progress, false);
      for (const tell of this.#listeners) tell(progress.found.length);
      arrived();
      if (progress.after === undefined) break;
    }
    this.#show(progress, true);
    this.#readAt = progress.asked;
  }

  /** The progress to go on from: that of the stopped reading, unless it is too old. */
  #resumable(asked: number): ReadProgress {
    const stopped = this.#stopped;
    return stopped === undefined || Math.abs(asked - stopped.asked) > freshFor ? noProgress(asked) : stopped;
  }

  /** Reads one more page; after a retryable error the progress is kept, so that reading can resume. */
  async #readFurther(progress: ReadProgress): Promise<ReadProgress> {
    const { asked, ids, after } = progress;
    this.#stopped = undefined;
    try {
      const { customers, unreadable, next } = await this.#readPage(after);
      const unmet = customers.filter((one) => !ids.has(comparableId(one)) && ids.add(comparableId(one)));
      const found = mergeRows(progress.found, unmet.map(customerRow).sort(byKey));
      return { asked, ids, found, unreadable: progress.unreadable + unreadable, after: next };
    } catch (error) {
      if (error instanceof PartnerCenterError && error.retryable) this.#stopped = progress;
      throw error;
    }
  }

  #show({ found, unreadable, asked }: ReadProgress, complete: boolean): void {
    const rows = withUpdates(found, this.#updates, asked);
    // The former rows stay until more have been read.
    if (complete || rows.length >= this.#listed.rows.length)
      this.#listed = { rows, complete, unreadable, version: this.#listed.version + 1 };
  }
}

/** A reading under way: its first page, and its end. */
interface Reading {
  readonly first: Promise<void>;
  readonly end: Promise<void>;
}

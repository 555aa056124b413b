import { byKey, merged, put } from '../storage/sorted.ts';
import { idOf, listedOf, type ListedCustomer } from './listedCustomer.ts';
import type { CustomerPage, CustomerSummary } from './management.ts';
import { PartnerCenterError } from './fault.ts';

/** What has been read of a list. */
export interface Listed {
  /** Sorted; must not be changed. */
  readonly rows: readonly ListedCustomer[];
  /** Everything was read. */
  readonly complete: boolean;
  /** Entries that are not as documented; they are left out. */
  readonly unreadable: number;
  /** Why the reading stopped before its end; the look that tells so has it go on from there. */
  readonly fault?: PartnerCenterError;
  /** Grows with every change. */
  readonly version: number;
}

/** What was done to a customer; absent, Partner Center has it no more. */
export interface Change {
  /** Milliseconds. */
  readonly at: number;
  readonly customer?: CustomerSummary;
}

/** By Microsoft ID, in lower case. */
export type Changes = ReadonlyMap<string, Change>;

/** One list, kept in memory: shown while it is read, and read again in the background when it has become old. */
export interface KeptList {
  /** What is known now; waits for the first page only. Raises what reading that raised. */
  look(): Promise<Listed>;
  /** Reads it anew, however old it is. Raises what reading it raised. */
  refresh(): Promise<void>;
  /** The whole list, telling how many are read. Raises what reading it raised. */
  whole(tell: (done: number) => void): Promise<readonly ListedCustomer[]>;
  /** What is known now, without asking for more. */
  present(): Listed;
  /** Shows what was done at once. */
  change(microsoftId: string, change: Change): void;
}

const minute = 60_000;

/** Milliseconds after which a list is read again in the background. */
const fresh = 5 * minute;

/** Milliseconds in which Partner Center's list may still lack what was done. */
const catchingUp = 10 * minute;

/** Pages read at most: a service that never ends must not keep us for ever. */
const mostPages = 1_000;

/** Rows with a change in them, as a new list. */
function changed(rows: readonly ListedCustomer[], id: string, { customer }: Change): ListedCustomer[] {
  const others = rows.filter((row) => idOf(row) !== id);
  if (customer !== undefined) put(others, listedOf(customer));
  return others;
}

/** What Partner Center said, with what its list may not have heard of when it was asked. */
function withChanges(found: readonly ListedCustomer[], changes: Changes, asked: number): readonly ListedCustomer[] {
  let rows = found;
  for (const [id, change] of changes) {
    if (change.at < asked - catchingUp) continue;
    rows = changed(rows, id, change);
  }
  return rows;
}

/** How far a reading is. */
interface Progress {
  /** When it began, in milliseconds. */
  readonly asked: number;
  readonly ids: Set<string>;
  readonly found: readonly ListedCustomer[];
  readonly unreadable: number;
  /** The page that follows. */
  readonly after: string | undefined;
}

const begun = (asked: number): Progress => ({ asked, ids: new Set(), found: [], unreadable: 0, after: undefined });

/** A list of which nothing is read yet. */
export function keptList(
  readPage: (after: string | undefined) => Promise<CustomerPage>,
  changes: Changes,
  now: () => Date,
): KeptList {
  const told = new Set<(done: number) => void>();
  let listed: Listed = { rows: [], complete: false, unreadable: 0, version: 0 };
  let readAt = 0;
  let stopped: Progress | undefined;
  let reading: { readonly first: Promise<void>; readonly end: Promise<void> } | undefined;

  const show = ({ found, unreadable, asked }: Progress, complete: boolean): void => {
    const rows = withChanges(found, changes, asked);
    // What was read before stays until there is more.
    if (complete || rows.length >= listed.rows.length)
      listed = { rows, complete, unreadable, version: listed.version + 1 };
  };

  /** A page more; where it does not come and may come later, what there is is kept to go on from. */
  const further = async (progress: Progress): Promise<Progress> => {
    const { asked, ids, after } = progress;
    stopped = undefined;
    try {
      const { customers, unreadable, next } = await readPage(after);
      const unmet = customers.filter((one) => !ids.has(idOf(one)) && ids.add(idOf(one)));
      const found = merged(progress.found, unmet.map(listedOf).sort(byKey));
      return { asked, ids, found, unreadable: progress.unreadable + unreadable, after: next };
    } catch (error) {
      if (error instanceof PartnerCenterError && error.retryable) stopped = progress;
      throw error;
    }
  };

  const read = async (arrived: () => void): Promise<void> => {
    const asked = now().getTime();
    const isLate = stopped === undefined || Math.abs(asked - stopped.asked) > fresh;
    let progress = isLate || stopped === undefined ? begun(asked) : stopped;
    for (let pages = 0; pages < mostPages; pages += 1) {
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
    // Who waits for it is told; who does not sees it at the next look.
    end.then(() => over(), over);
    first.catch(() => undefined);
    return { first, end };
  };

  const isBegun = (): boolean => listed.version > 0;
  const isOld = (): boolean => !listed.complete || Math.abs(now().getTime() - readAt) > fresh;

  return {
    present: () => listed,
    async look() {
      if (isOld()) reading ??= begin();
      if (!isBegun()) await reading?.first;
      return listed;
    },
    refresh: async () => (reading ??= begin()).end,
    async whole(tell) {
      told.add(tell);
      try {
        if (isOld()) await (reading ??= begin()).end;
        return listed.rows;
      } finally {
        told.delete(tell);
      }
    },
    change(id, change) {
      // Before there is a page there is nothing to change; then it is looked at by itself.
      if (isBegun()) listed = { ...listed, rows: changed(listed.rows, id, change), version: listed.version + 1 };
    },
  };
}

import type { TableServiceClientOptions } from '@azure/data-tables';
import { withTimeout } from '../../lib/withTimeout.ts';
import { auditSchema } from '../auditTrail.ts';
import { customerSchema } from '../collections.ts';
import { type Documents, StorageUnavailable } from '../documents.ts';
import { followLog, logTidier } from './changeLog.ts';
import type { OwnChanges } from './ownChanges.ts';
import { partitionKeyOf } from './tableKeys.ts';
import { type QuarantineOptions, tableQuarantine } from './tableQuarantine.ts';
import { recalling } from './recall.ts';
import { tableReads } from './tableReads.ts';
import { tableSummaries } from './tableSummaries.ts';
import { tableWriter, tableWrites } from './tableWrites.ts';
import { openTable, type StoreTable, type TableAccount, UnusableTable } from './table.ts';

/** Options of a table; all but the clock have defaults. */
export interface AzureOptions extends QuarantineOptions {
  /** Options of the SDK's client. */
  readonly client?: TableServiceClientOptions;
  /** Called where there was no such table: it is made, and empty. */
  readonly onNewTable?: () => void;
  /** Milliseconds for the last calls when the store is closed. */
  readonly closeTime?: number;
  /** Called with the number of calls that were not answered by then: what they write is not known to be written. */
  readonly onUnanswered?: (calls: number) => void;
}

/** With the time that a stopping process gives its turns and jobs, less than the shortest that platforms give it. */
const usualCloseTime = 4_000;

// Every process keeps its index of customers, and what it has of them from Partner Center, level by the changes of these.
const followedKinds: readonly string[] = [customerSchema.kind, auditSchema.kind];

/** Calls that are still going on. */
function pendingCalls() {
  const pending = new Set<Promise<unknown>>();
  const track = async <T>(call: Promise<T>): Promise<T> => {
    pending.add(call);
    try {
      return await call;
    } finally {
      pending.delete(call);
    }
  };
  return {
    track,
    /** Waits for them, but not longer than that many milliseconds; gives the number of those that are left. */
    idle: async (longest: number): Promise<number> => {
      const end = performance.now() + longest;
      for (let left = longest; pending.size > 0 && left > 0; left = end - performance.now())
        await withTimeout(Promise.allSettled(pending), left, undefined);
      return pending.size;
    },
  };
}

type Calls = ReturnType<typeof pendingCalls>;

const tracked =
  <A extends unknown[], R>({ track }: Calls, call: (...given: A) => Promise<R>) =>
  async (...given: A): Promise<R> =>
    track(call(...given));

/** Summaries and changes of a table, as Documents gives them. */
function tableLists(table: StoreTable, own: OwnChanges, calls: Calls): Pick<Documents, 'summaries' | 'follow'> {
  const tidy = logTidier(table);
  return {
    async *summaries(kind, partner, summarizer) {
      try {
        yield* tableSummaries(table, { kind, partner }, summarizer);
      } catch (error) {
        throw new StorageUnavailable('list', kind, error);
      }
    },
    async follow(kind, partner, summarizer) {
      const partition = { kind, partner };
      const failed = (error: unknown): never => {
        throw new StorageUnavailable('list', kind, error);
      };
      const follower = await followLog(table, own, partition, summarizer).catch(failed);
      return {
        next: tracked(calls, async () => {
          void calls.track(tidy(partitionKeyOf(partition)));
          return follower.next().catch(failed);
        }),
      };
    },
  };
}

/** A store of documents over an open table. */
export function documentsOfTable(table: StoreTable, options: AzureOptions): Documents {
  const calls = pendingCalls();
  const writer = tableWriter(table, (kind) => followedKinds.includes(kind));
  const quarantined = tableQuarantine(table, writer, async () => reads.partitions(), options);
  const quarantine = tracked(calls, quarantined.quarantine);
  const reads = tableReads(table, writer.serviceEtags, quarantine);
  const { recall, get, insert, replace, remove } = recalling({ ...reads, ...tableWrites(writer) });
  return {
    shared: true,
    now: () => new Date(table.now()),
    recall,
    get: tracked(calls, get),
    list: tracked(calls, reads.list),
    listOfAll: tracked(calls, reads.listOfAll),
    partitions: tracked(calls, reads.partitions),
    insert: tracked(calls, insert),
    replace: tracked(calls, replace),
    remove: tracked(calls, remove),
    quarantine,
    purgeQuarantine: tracked(calls, quarantined.purgeQuarantine),
    purgeQuarantineOf: tracked(calls, quarantined.purgeQuarantineOf),
    ...tableLists(table, writer.own, calls),
    async close() {
      const left = await calls.idle(options.closeTime ?? usualCloseTime);
      if (left > 0) options.onUnanswered?.(left);
    },
  };
}

// A row of its own partition, which no document has.
const copyMark = { partitionKey: '!table', rowKey: 'copying' };

/** Marks a table while documents are copied into it, so that nobody takes a part of them for all; gives the end of it. */
export async function markCopying(table: StoreTable): Promise<() => Promise<void>> {
  const etag = await table.write({ does: 'create', row: copyMark });
  return async () => table.remove(copyMark.partitionKey, copyMark.rowKey, etag);
}

/** Opens a table. Raises UnusableTable, and StorageUnavailable where the account cannot be reached. */
export async function openUsableTable(
  account: TableAccount,
  name: string,
  client?: TableServiceClientOptions,
): Promise<StoreTable> {
  try {
    const table = await openTable(account, name, client);
    if ((await table.get(copyMark.partitionKey, copyMark.rowKey)) === undefined) return table;
  } catch (error) {
    throw new StorageUnavailable('open', undefined, error);
  }
  throw new UnusableTable(`the table ${name} holds a part of a copy that was cut off: delete it, and copy again`);
}

/**
 * Opens a store of Azure Tables, which any number of processes may use at once. Every write names the version it replaces,
 * and is known again where its answer was lost. Lists are in the order of keys: that of ids, but for those with characters
 * that a key cannot have, and for long ones. Raises UnusableTable, and StorageUnavailable where the account cannot be
 * reached.
 */
export const openAzureDocuments = async (
  account: TableAccount,
  name: string,
  options: AzureOptions,
): Promise<Documents> => {
  const table = await openUsableTable(account, name, options.client);
  if (table.isNew) options.onNewTable?.();
  return documentsOfTable(table, options);
};

import { coalesce } from '../lib/coalesce.ts';
import { withTimeout } from '../lib/withTimeout.ts';
import type { Customer } from '../model/customer.ts';
import type { SummarizedCollection } from './collection.ts';
import { type CustomerEntry, customerIndex, type CustomerIndex } from './customerIndex.ts';

/** The indexes of all partners' customers, each made when it is first asked for. */
interface CustomerIndexes {
  readonly indexes: ReadonlyMap<string, CustomerIndex>;
  /** The index as it is, perhaps still being read. */
  readonly indexOf: (partner: string) => CustomerIndex;
  /** The index of all that was written before the call, by whichever process. Raises the errors of reading. */
  readonly wholeIndexOf: (partner: string) => Promise<CustomerIndex>;
  /**
   * The same where the records are read within so many milliseconds; else undefined. What was written since they were read
   * is waited for without a limit, as every answer of the store is.
   */
  readonly indexWithin: (partner: string, patience: number) => Promise<CustomerIndex | undefined>;
  /** The index as it is, which is caught up in the background where that was not done for ten seconds. */
  readonly presentIndexOf: (partner: string) => CustomerIndex;
  /** Number of records that were found unreadable meanwhile; told once. */
  readonly takeBroken: (partner: string) => number;
}

const presentFor = 10_000;

type Follow = NonNullable<SummarizedCollection<Customer, CustomerEntry>['follow']>;
type NextChanges = Awaited<ReturnType<Follow>>;

async function* entriesOf(
  records: SummarizedCollection<Customer, CustomerEntry>,
  partner: string,
  broken: Map<string, number>,
  closing: AbortSignal | undefined,
): AsyncGenerator<readonly CustomerEntry[]> {
  for await (const { items, unreadable } of records.summaries(partner)) {
    closing?.throwIfAborted();
    broken.set(partner, (broken.get(partner) ?? 0) + unreadable.length);
    yield items.map(({ summary }) => summary);
  }
}

/** The number of a name, which is 0 from then on. */
function taken(counts: Map<string, number>, name: string): number {
  const count = counts.get(name) ?? 0;
  counts.delete(name);
  return count;
}

function applyChanges(index: CustomerIndex, { present, removed }: NonNullable<Awaited<ReturnType<NextChanges>>>): void {
  for (const { summary } of present) index.add(summary);
  for (const id of removed) index.remove(id);
}

/** The indexes that were made, and what has been written since each was read. */
interface OpenIndexes extends Pick<CustomerIndexes, 'indexOf' | 'takeBroken'> {
  readonly indexes: Map<string, CustomerIndex>;
  /** Absent where the index was not read yet, or where one process holds the store. */
  readonly followers: ReadonlyMap<string, NextChanges>;
}

function openIndexes(
  records: SummarizedCollection<Customer, CustomerEntry>,
  closing: AbortSignal | undefined,
): OpenIndexes {
  const indexes = new Map<string, CustomerIndex>();
  const broken = new Map<string, number>();
  const followers = new Map<string, NextChanges>();
  async function* readEntries(partner: string): AsyncGenerator<readonly CustomerEntry[]> {
    // Before they are read, so that what is changed meanwhile is not missed.
    if (records.follow !== undefined) followers.set(partner, await records.follow(partner));
    yield* entriesOf(records, partner, broken, closing);
  }

  const indexOf = (partner: string): CustomerIndex => {
    const known = indexes.get(partner);
    if (known !== undefined) return known;
    const index = customerIndex(() => readEntries(partner));
    indexes.set(partner, index);
    // An index that failed to load must not stay: the disk may recover. Its waiters get the error.
    index.all().catch(() => indexes.delete(partner));
    return index;
  };
  return { indexes, followers, indexOf, takeBroken: (partner) => taken(broken, partner) };
}

/** Creates the indexes; `closing` stops the reading. */
export function customerIndexes(
  records: SummarizedCollection<Customer, CustomerEntry>,
  closing: AbortSignal | undefined,
): CustomerIndexes {
  const { indexes, followers, indexOf, takeBroken } = openIndexes(records, closing);
  const caughtUpAt = new Map<string, number>();

  /** Takes in what any process has written; an index that is too far behind is dropped, and made again. */
  const catchUp = coalesce(async (partner) => {
    const index = indexes.get(partner);
    // One that is being read takes in the changes when somebody asks again: only then the follower is its own.
    if (index?.loaded() === undefined) return;
    caughtUpAt.set(partner, performance.now());
    const changes = await followers.get(partner)?.();
    if (changes === undefined) indexes.delete(partner);
    else applyChanges(index, changes);
  });

  const wholeIndexOf = async (partner: string): Promise<CustomerIndex> => {
    const known = indexes.get(partner);
    if (known !== undefined) {
      await known.all();
      if (records.follow !== undefined) await catchUp(partner);
      if (indexes.get(partner) === known) return known;
    }
    const index = indexOf(partner);
    await index.all();
    return index;
  };

  const indexWithin = async (partner: string, patience: number): Promise<CustomerIndex | undefined> => {
    const known = indexes.get(partner);
    if (known?.loaded() !== undefined) {
      if (records.follow !== undefined) await catchUp(partner);
      if (indexes.get(partner) === known) return known;
    }
    return withTimeout(wholeIndexOf(partner), patience, undefined);
  };

  return {
    indexes,
    indexOf,
    wholeIndexOf,
    indexWithin,
    // Its errors are those of the next look.
    presentIndexOf(partner) {
      const isOld = performance.now() - (caughtUpAt.get(partner) ?? -Infinity) > presentFor;
      if (records.follow !== undefined && isOld) wholeIndexOf(partner).catch(() => undefined);
      return indexOf(partner);
    },
    takeBroken,
  };
}

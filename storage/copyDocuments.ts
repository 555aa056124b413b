import { summarizerOf } from './collectionSchema.ts';
import { customerSchema } from './collections.ts';
import type { Documents, Json, Partition, Summary } from './documents.ts';
import { defined } from '../lib/optional.ts';

/** Counts of copied documents; `unreadable` ones were quarantined in the source. */
export interface CopyCounts {
  readonly documents: number;
  readonly unreadable: number;
}

// Written side by side, so that one sync of the disk is shared.
const writesAtOnce = 200;

/** The summary that a document of a kind has in every store; none where its value is broken. */
function summaryOf(kind: string, value: Json): Summary | undefined {
  if (kind !== customerSchema.kind) return undefined;
  const { form, of } = summarizerOf(customerSchema);
  try {
    return { form, value: of(value) };
  } catch {
    // Its reader will say so, and set it aside.
    return undefined;
  }
}

async function copyPartition(from: Documents, to: Documents, { kind, partner }: Partition): Promise<CopyCounts> {
  let [documents, unreadable] = [0, 0];
  let after: string | undefined;
  do {
    const page = await from.list(kind, partner, { limit: writesAtOnce, ...defined({ after }) });
    await Promise.all(
      page.items.map(({ id, value }) => to.insert({ kind, partner, id }, value, summaryOf(kind, value))),
    );
    documents += page.items.length;
    unreadable += page.unreadable.length;
    after = page.next;
  } while (after !== undefined);
  return { documents, unreadable };
}

/**
 * Copies every document of a store with its summary into an empty one. Customers' records come last: where processes write
 * meanwhile, a job that ends has made its record by the time it is looked for.
 */
export async function copyDocuments(source: Documents, target: Documents): Promise<CopyCounts> {
  let [documents, unreadable] = [0, 0];
  const copyWhere = async (isWanted: (partition: Partition) => boolean): Promise<void> => {
    for (const partition of (await source.partitions()).filter(isWanted)) {
      const copied = await copyPartition(source, target, partition);
      documents += copied.documents;
      unreadable += copied.unreadable;
    }
  };
  const isOfCustomers = ({ kind }: Partition): boolean => kind === customerSchema.kind;
  await copyWhere((partition) => !isOfCustomers(partition));
  await copyWhere(isOfCustomers);
  return { documents, unreadable };
}

/** Does something with an open store, and closes it. */
export async function withDocuments<T>(
  opening: Promise<Documents>,
  work: (documents: Documents) => Promise<T>,
): Promise<T> {
  const documents = await opening;
  try {
    return await work(documents);
  } finally {
    await documents.close();
  }
}

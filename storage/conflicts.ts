import type { Collection, Item } from './collection.ts';
import { DocumentExists, StaleDocument } from './documents.ts';

/** The promise's success as a boolean: false when it raises that error. Any other error is raised. */
const succeeds = async (writing: Promise<unknown>, failure: typeof DocumentExists | typeof StaleDocument) => {
  try {
    await writing;
    return true;
  } catch (error) {
    if (!(error instanceof failure)) throw error;
    return false;
  }
};

/** True when the insertion took place; false when it raised DocumentExists. */
export const isInserted = async (insertion: Promise<string>): Promise<boolean> => succeeds(insertion, DocumentExists);

/** True when the replacement or removal took place; false when it raised StaleDocument. */
export const isFresh = async (writing: Promise<unknown>): Promise<boolean> => succeeds(writing, StaleDocument);

/**
 * The result of an attempt to read a document and write it again, repeated while it raises StaleDocument: somebody
 * else's change went first then, so each repetition means progress.
 */
export async function untilFresh<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleDocument)) throw error;
    }
  }
}

/**
 * Inserts an item unless there is one. True when it was inserted; the one that is there is left, and not even read, so
 * that it may be unreadable.
 */
export const insertOnce = async <T>(items: Collection<T>, partner: string, id: string, value: T): Promise<boolean> =>
  isInserted(items.insert(partner, id, value));

/**
 * Changes the present item, and again where somebody else's change went first: `change` may run several times, and
 * returns undefined to leave the item as it is. Gives the item as it is afterwards; undefined when there is none.
 */
export const updateItem = async <T>(
  items: Collection<T>,
  partner: string,
  id: string,
  change: (present: T) => T | undefined,
): Promise<Item<T> | undefined> =>
  untilFresh(async () => {
    const write = async (stored: Item<T> | undefined): Promise<Item<T> | undefined> => {
      const value = stored === undefined ? undefined : change(stored.value);
      if (stored === undefined || value === undefined) return undefined;
      return { id, value, etag: await items.replace(partner, id, value, stored.etag) };
    };
    const written = await write(await items.recall(partner, id));
    if (written !== undefined) return written;
    const stored = await items.get(partner, id);
    return (await write(stored)) ?? stored;
  });

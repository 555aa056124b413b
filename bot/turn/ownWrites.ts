import type { Collection, Item } from '../../storage/collection.ts';
import { DocumentExists, StaleDocument } from '../../storage/documents.ts';

/** A document that an attempt of a turn wrote or removed. */
interface OwnWrite<T> {
  /** Number of the last attempt that did. */
  readonly attempt: number;
  /** The document as it was before the first one did; undefined where there was none. */
  readonly before: Item<T> | undefined;
  /** The version that it left; undefined where it removed the document. */
  readonly etag: string | undefined;
}

/**
 * A collection as the attempts of one turn have it; `attempt` is the number of the present one. What an earlier attempt wrote
 * or removed, and nobody changed since, reads as it was before, and is written again in its place. Searches and the items of
 * several partners are those of the storage.
 */
export function withOwnWrites<T, M extends object>(items: Collection<T> & M, attempt: () => number): Collection<T> & M {
  const read = new Map<string, Item<T>>();
  const own = new Map<string, OwnWrite<T>>();
  const nameOf = (partner: string, id: string): string => `${partner}/${id}`;

  /** The write of an earlier attempt that this one has not repeated. */
  const earlier = (name: string): OwnWrite<T> | undefined => {
    const write = own.get(name);
    return write === undefined || write.attempt === attempt() ? undefined : write;
  };
  /** The write of an earlier attempt that left the document which this one knows by that version. */
  const hiding = (name: string, etag: string): OwnWrite<T> | undefined => {
    const write = earlier(name);
    return write?.before?.etag === etag ? write : undefined;
  };
  const note = (name: string, before: Item<T> | undefined, etag: string | undefined): void =>
    void own.set(name, { attempt: attempt(), before, etag });
  /** Notes a write over that version, whether it was read or left by this attempt. */
  const noteOver = (name: string, former: string, etag: string | undefined): void => {
    const write = own.get(name);
    const known = read.get(name);
    if (write?.etag === former) note(name, write.before, etag);
    else if (known?.etag === former) note(name, known, etag);
  };

  /** The item as this attempt is to see it. */
  const asBefore = (partner: string, id: string, present: Item<T> | undefined): Item<T> | undefined => {
    const name = nameOf(partner, id);
    const write = earlier(name);
    const item = write !== undefined && write.etag === present?.etag ? write.before : present;
    if (item !== undefined) read.set(name, item);
    return item;
  };
  /** The items of a partner that an earlier attempt removed. */
  const removed = (partner: string): Item<T>[] =>
    [...own.keys()].flatMap((name) => {
      const write = earlier(name);
      const before = write?.etag === undefined ? write?.before : undefined;
      return before !== undefined && nameOf(partner, before.id) === name ? [before] : [];
    });

  return {
    ...items,
    async get(partner, id) {
      return asBefore(partner, id, await items.get(partner, id));
    },
    async recall(partner, id) {
      const written = await items.recall(partner, id);
      return written === undefined ? undefined : asBefore(partner, id, written);
    },
    async list(partner, asked) {
      const page = await items.list(partner, asked);
      const present = page.items.flatMap((item) => asBefore(partner, item.id, item) ?? []);
      const { after = '' } = asked;
      const isOnPage = ({ id }: Item<T>): boolean => id > after && (page.next === undefined || id <= page.next);
      const isGone = ({ id }: Item<T>): boolean => page.items.every((item) => item.id !== id);
      const gone = removed(partner).filter((item) => isOnPage(item) && isGone(item));
      return { ...page, items: [...present, ...gone].sort((one, other) => (one.id < other.id ? -1 : 1)) };
    },
    async insert(partner, id, value) {
      const name = nameOf(partner, id);
      const write = earlier(name);
      const isHidden = write?.etag !== undefined && write.before === undefined;
      const etag = isHidden
        ? await insertOver(items, partner, id, value, write.etag)
        : await items.insert(partner, id, value);
      note(name, undefined, etag);
      return etag;
    },
    async replace(partner, id, value, etag) {
      const name = nameOf(partner, id);
      const write = hiding(name, etag);
      const written =
        write === undefined
          ? await items.replace(partner, id, value, etag)
          : await replaceOwn(items, partner, id, value, write.etag);
      if (write === undefined) noteOver(name, etag, written);
      else note(name, write.before, written);
      return written;
    },
    async remove(partner, id, etag) {
      const name = nameOf(partner, id);
      const write = hiding(name, etag);
      const present = write === undefined ? etag : write.etag;
      if (present !== undefined) await items.remove(partner, id, present);
      if (write === undefined) noteOver(name, etag, undefined);
      else note(name, write.before, undefined);
    },
  };
}

/** Writes over what an earlier attempt inserted; raises DocumentExists where somebody changed it since. */
async function insertOver<T>(items: Collection<T>, partner: string, id: string, value: T, etag: string) {
  try {
    return await items.replace(partner, id, value, etag);
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    return items.insert(partner, id, value);
  }
}

/** Writes over what an earlier attempt left, or in place of what it removed. Raises StaleDocument. */
async function replaceOwn<T>(
  items: Collection<T>,
  partner: string,
  id: string,
  value: T,
  etag: string | undefined,
): Promise<string> {
  if (etag !== undefined) return items.replace(partner, id, value, etag);
  try {
    return await items.insert(partner, id, value);
  } catch (error) {
    if (error instanceof DocumentExists) throw new StaleDocument(error.key);
    throw error;
  }
}

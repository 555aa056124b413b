import { copied } from './copied.ts';
import { StaleDocument, UnreadableDocument, type Documents, type Json, type Key, type Stored } from './documents.ts';
import { fromStored, Misfit, toStored, type Shape } from './shape.ts';

/** A value as read; it is a copy, which the caller may change freely. */
export interface Item<T> {
  readonly id: string;
  readonly etag: string;
  readonly value: T;
}

/** A page of a collection, as Page is one of Documents. */
export interface Items<T> {
  readonly items: readonly Item<T>[];
  readonly unreadable: readonly string[];
  readonly next?: string;
}

/**
 * Documents of one kind, each parsed on its way in and out. Errors are those of Documents, and: writing a value that
 * the schema refuses raises InvalidValue, reading one sets it aside and raises UnreadableDocument (in a list it is named
 * as unreadable), and reading one of a newer version raises NewerDocument and leaves it, in a list too.
 */
export interface Collection<T> {
  get(partner: string, id: string): Promise<Item<T> | undefined>;
  insert(partner: string, id: string, value: T): Promise<string>;
  replace(partner: string, id: string, value: T, etag: string): Promise<string>;
  remove(partner: string, id: string, etag: string): Promise<void>;
  list(partner: string, page: { readonly after?: string; readonly limit: number }): Promise<Items<T>>;
}

/** Values on their way to a store and back. */
interface Judge<T> {
  /** What is stored. Raises InvalidValue. */
  readonly stored: (value: T) => Json;
  /** A copy of what is stored. Raises NewerDocument and Misfit. */
  readonly read: (stored: Json) => T;
}

/** A store that gives what it was given, while it remembers it, has it judged once; then it is only copied. */
function judge<T>(shape: Shape<T>): Judge<T> {
  const judged = new WeakMap<object, { readonly value: T }>();
  return {
    stored(value) {
      const stored = toStored(shape, value);
      judged.set(stored, { value: stored.data });
      return stored;
    },
    read(stored) {
      if (typeof stored !== 'object' || stored === null) return fromStored(shape, stored);
      const result = judged.get(stored) ?? { value: fromStored(shape, stored) };
      judged.set(stored, result);
      return copied(result.value);
    },
  };
}

type Open<T> = (key: Key, stored: Stored) => Promise<Item<T> | undefined>;

function opener<T>(documents: Documents, read: Judge<T>['read']): Open<T> {
  async function open(key: Key, stored: Stored): Promise<Item<T> | undefined> {
    try {
      return { id: stored.id, etag: stored.etag, value: read(stored.value) };
    } catch (error) {
      if (error instanceof Misfit) return setAside(key, stored.etag, error.message);
      throw error;
    }
  }

  async function setAside(key: Key, etag: string, reason: string): Promise<Item<T> | undefined> {
    try {
      throw new UnreadableDocument(key, await documents.setAside(key, etag, reason), reason);
    } catch (error) {
      if (!(error instanceof StaleDocument)) throw error;
    }
    // It was changed since it was read: what counts is what is there now.
    const present = await documents.get(key);
    return present === undefined ? undefined : open(key, present);
  }

  return open;
}

/** A collection over a store. Raises RangeError when the migrations do not lead from version 1 to `shape.version`. */
export function collection<T>(documents: Documents, shape: Shape<T>): Collection<T> {
  if (shape.migrations.length !== shape.version - 1)
    throw new RangeError(`schema ${shape.version} of ${shape.kind} needs ${shape.version - 1} migrations`);
  const { stored: toStore, read } = judge(shape);
  const open = opener(documents, read);
  const keyOf = (partner: string, id: string): Key => ({ kind: shape.kind, partner, id });
  return {
    async get(partner, id) {
      const stored = await documents.get(keyOf(partner, id));
      return stored === undefined ? undefined : open(keyOf(partner, id), stored);
    },
    insert: async (partner, id, value) => documents.insert(keyOf(partner, id), toStore(value)),
    replace: async (partner, id, value, etag) => documents.replace(keyOf(partner, id), toStore(value), etag),
    remove: (partner, id, etag) => documents.remove(keyOf(partner, id), etag),
    async list(partner, page) {
      const found = await documents.list(shape.kind, partner, page);
      const unreadable = [...found.unreadable];
      const items: Item<T>[] = [];
      for (const stored of found.items) {
        try {
          const item = await open(keyOf(partner, stored.id), stored);
          if (item !== undefined) items.push(item);
        } catch (error) {
          if (!(error instanceof UnreadableDocument)) throw error;
          unreadable.push(stored.id);
        }
      }
      return { ...found, items, unreadable };
    },
  };
}

/** Every item of one partner that can be read, page by page; `unreadable` is told the ids of those that cannot. */
export async function* everyItem<T>(
  items: Collection<T>,
  partner: string,
  unreadable: (ids: readonly string[]) => void = () => undefined,
): AsyncGenerator<Item<T>> {
  let after: string | undefined;
  do {
    const page = await items.list(partner, { limit: 100, ...(after === undefined ? {} : { after }) });
    unreadable(page.unreadable);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

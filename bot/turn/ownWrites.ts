import type { Collection, Item, ItemPage } from '../../storage/collection.ts';
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
  const view = new AttemptsView<T>(items, attempt);
  return {
    ...items,
    get: (partner, id) => view.get(partner, id),
    recall: (partner, id) => view.recall(partner, id),
    list: (partner, page) => view.list(partner, page),
    insert: (partner, id, value) => view.insert(partner, id, value),
    replace: (partner, id, value, etag) => view.replace(partner, id, value, etag),
    remove: (partner, id, etag) => view.remove(partner, id, etag),
  };
}

const nameOf = (partner: string, id: string): string => `${partner}/${id}`;

class AttemptsView<T> implements Omit<Collection<T>, 'ofPartners'> {
  readonly #items: Collection<T>;
  readonly #attempt: () => number;
  readonly #read = new Map<string, Item<T>>();
  readonly #own = new Map<string, OwnWrite<T>>();

  constructor(items: Collection<T>, attempt: () => number) {
    this.#items = items;
    this.#attempt = attempt;
  }

  async get(partner: string, id: string): Promise<Item<T> | undefined> {
    return this.#asBefore(partner, id, await this.#items.get(partner, id));
  }

  async recall(partner: string, id: string): Promise<Item<T> | undefined> {
    const written = await this.#items.recall(partner, id);
    return written === undefined ? undefined : this.#asBefore(partner, id, written);
  }

  async list(partner: string, asked: { readonly after?: string; readonly limit: number }): Promise<ItemPage<T>> {
    const page = await this.#items.list(partner, asked);
    const present = page.items.flatMap((item) => this.#asBefore(partner, item.id, item) ?? []);
    const { after = '' } = asked;
    const isOnPage = ({ id }: Item<T>): boolean => id > after && (page.next === undefined || id <= page.next);
    const isGone = ({ id }: Item<T>): boolean => page.items.every((item) => item.id !== id);
    const gone = this.#removed(partner).filter((item) => isOnPage(item) && isGone(item));
    return { ...page, items: [...present, ...gone].sort((one, other) => (one.id < other.id ? -1 : 1)) };
  }

  async insert(partner: string, id: string, value: T): Promise<string> {
    const name = nameOf(partner, id);
    const write = this.#earlier(name);
    const isHidden = write?.etag !== undefined && write.before === undefined;
    const etag = isHidden
      ? await insertOver(this.#items, partner, id, value, write.etag)
      : await this.#items.insert(partner, id, value);
    this.#note(name, undefined, etag);
    return etag;
  }

  async replace(partner: string, id: string, value: T, etag: string): Promise<string> {
    const name = nameOf(partner, id);
    const write = this.#hiding(name, etag);
    const written =
      write === undefined
        ? await this.#items.replace(partner, id, value, etag)
        : await replaceOwn(this.#items, partner, id, value, write.etag);
    if (write === undefined) this.#noteOver(name, etag, written);
    else this.#note(name, write.before, written);
    return written;
  }

  async remove(partner: string, id: string, etag: string): Promise<void> {
    const name = nameOf(partner, id);
    const write = this.#hiding(name, etag);
    const present = write === undefined ? etag : write.etag;
    if (present !== undefined) await this.#items.remove(partner, id, present);
    if (write === undefined) this.#noteOver(name, etag, undefined);
    else this.#note(name, write.before, undefined);
  }

  /** The write of an earlier attempt that this one has not repeated. */
  #earlier(name: string): OwnWrite<T> | undefined {
    const write = this.#own.get(name);
    return write === undefined || write.attempt === this.#attempt() ? undefined : write;
  }

  /** The write of an earlier attempt that hides behind the version before it, which this attempt knows. */
  #hiding(name: string, etag: string): OwnWrite<T> | undefined {
    const write = this.#earlier(name);
    return write?.before?.etag === etag ? write : undefined;
  }

  /** The item as this attempt is to see it. */
  #asBefore(partner: string, id: string, present: Item<T> | undefined): Item<T> | undefined {
    const name = nameOf(partner, id);
    const write = this.#earlier(name);
    const item = write !== undefined && write.etag === present?.etag ? write.before : present;
    if (item !== undefined) this.#read.set(name, item);
    return item;
  }

  /** The items of a partner that an earlier attempt removed. */
  #removed(partner: string): Item<T>[] {
    return [...this.#own.keys()].flatMap((name) => {
      const write = this.#earlier(name);
      const before = write?.etag === undefined ? write?.before : undefined;
      return before !== undefined && nameOf(partner, before.id) === name ? [before] : [];
    });
  }

  #note(name: string, before: Item<T> | undefined, etag: string | undefined): void {
    this.#own.set(name, { attempt: this.#attempt(), before, etag });
  }

  /** Notes a write over that version, whether it was read or left by this attempt. */
  #noteOver(name: string, former: string, etag: string | undefined): void {
    const write = this.#own.get(name);
    const known = this.#read.get(name);
    if (write?.etag === former) this.#note(name, write.before, etag);
    else if (known?.etag === former) this.#note(name, known, etag);
  }
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

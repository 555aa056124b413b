import {
  type Codec,
  codecOf,
  type CollectionSchema,
  NewerDocument,
  SchemaMismatch,
  type SummarizedSchema,
  summarizerOf,
  toJson,
} from './collectionSchema.ts';
import {
  type DocumentKey,
  type Documents,
  type PartnerDocument,
  StaleDocument,
  type StoredDocument,
  type SummarizedDocument,
  type Summary,
  UnreadableDocument,
} from './documents.ts';
import { defined } from '../lib/optional.ts';

/** A stored value as read, shared and frozen: who changes it changes a copy. */
export interface Item<T> {
  readonly id: string;
  readonly etag: string;
  readonly value: T;
}

/** A page of a collection, like DocumentPage of Documents. */
export interface ItemPage<T> {
  readonly items: readonly Item<T>[];
  readonly unreadable: readonly string[];
  /** Items that a newer version wrote. */
  readonly newer: readonly NewerDocument[];
  readonly next?: string;
}

/**
 * Documents of one kind, each parsed on its way in and out. Errors are those of Documents, and: writing a value that
 * the schema refuses raises InvalidValue, reading one quarantines it and raises UnreadableDocument (in a list it is
 * named as unreadable), and reading one of a newer version raises NewerDocument and leaves it (in a list it is named as newer).
 */
export interface Collection<T> {
  get(partner: string, id: string): Promise<Item<T> | undefined>;
  /** As this process left it, as `recall` of Documents; undefined where it is to be read. */
  recall(partner: string, id: string): Promise<Item<T> | undefined>;
  insert(partner: string, id: string, value: T): Promise<string>;
  replace(partner: string, id: string, value: T, etag: string): Promise<string>;
  remove(partner: string, id: string, etag: string): Promise<void>;
  list(partner: string, page: { readonly after?: string; readonly limit: number }): Promise<ItemPage<T>>;
  /** All items of these partners that can be read: also where some are unreadable or of a newer version. */
  ofPartners(partners: readonly string[]): AsyncIterable<PartnerItem<T>>;
}

/** An item among those of several partners. */
export interface PartnerItem<T> extends Item<T> {
  readonly partner: string;
}

/** The summaries of some items, by ascending id, and the ids of those that are unreadable or of a newer version. */
interface SummaryList<S> {
  readonly items: readonly { readonly id: string; readonly summary: S }[];
  readonly unreadable: readonly string[];
}

/** Items that were written, by their summaries, and the ids of those that were removed or cannot be read. */
interface ItemChanges<S> {
  readonly present: SummaryList<S>['items'];
  readonly removed: readonly string[];
}

/** A collection whose items can be read by their summaries. */
export interface SummarizedCollection<T, S> extends Collection<T> {
  /** The summaries of all of a partner's items, some at a time, by ascending id. Raises the errors of `list`. */
  summaries(partner: string): AsyncIterable<SummaryList<S>>;
  /** Gives a partner's changes from now on, as a ChangeFollower does; absent where one process holds the store. */
  readonly follow?: (partner: string) => Promise<() => Promise<ItemChanges<S> | undefined>>;
}

type OpenItem<T> = (key: DocumentKey, stored: StoredDocument) => Promise<Item<T> | undefined>;

function itemOpener<T>(documents: Documents, read: Codec<T>['decode']): OpenItem<T> {
  async function open(key: DocumentKey, stored: StoredDocument): Promise<Item<T> | undefined> {
    try {
      return { id: stored.id, etag: stored.etag, value: read(stored.value) };
    } catch (error) {
      if (error instanceof SchemaMismatch) return setAside(key, stored.etag, error.message);
      throw error;
    }
  }

  async function setAside(key: DocumentKey, etag: string, reason: string): Promise<Item<T> | undefined> {
    try {
      throw new UnreadableDocument(key, await documents.quarantine(key, etag, reason), reason);
    } catch (error) {
      if (!(error instanceof StaleDocument)) throw error;
    }
    // It was changed since it was read: use the present version.
    const present = await documents.get(key);
    return present === undefined ? undefined : open(key, present);
  }

  return open;
}

/**
 * Opens a collection in a store; what `summaryOf` gives is written beside each document. Raises RangeError when the migrations do not lead from version 1 to the schema's
 * version.
 */
export function collection<T>(
  documents: Documents,
  shape: CollectionSchema<T>,
  summaryOf?: (value: T) => Summary,
): Collection<T> {
  if (shape.migrations.length !== shape.version - 1)
    throw new RangeError(`schema ${shape.version} of ${shape.kind} needs ${shape.version - 1} migrations`);
  const { encode: toStore, decode: read } = codecOf(shape);
  const open = itemOpener(documents, read);
  const keyOf = (partner: string, id: string): DocumentKey => ({ kind: shape.kind, partner, id });
  return {
    async get(partner, id) {
      const stored = await documents.get(keyOf(partner, id));
      return stored === undefined ? undefined : open(keyOf(partner, id), stored);
    },
    async recall(partner, id) {
      const left = documents.recall?.(keyOf(partner, id));
      return left === undefined ? undefined : open(keyOf(partner, id), left);
    },
    async insert(partner, id, value) {
      const stored = toStore(value);
      return documents.insert(keyOf(partner, id), stored, summaryOf?.(stored.data));
    },
    async replace(partner, id, value, etag) {
      const stored = toStore(value);
      return documents.replace(keyOf(partner, id), stored, etag, summaryOf?.(stored.data));
    },
    remove: (partner, id, etag) => documents.remove(keyOf(partner, id), etag),
    async list(partner, page) {
      const found = await documents.list(shape.kind, partner, page);
      const unreadable = [...found.unreadable];
      const newer: NewerDocument[] = [];
      const items: Item<T>[] = [];
      for (const stored of found.items) {
        try {
          const item = await open(keyOf(partner, stored.id), stored);
          if (item !== undefined) items.push(item);
        } catch (error) {
          if (error instanceof NewerDocument) newer.push(error);
          else if (error instanceof UnreadableDocument) unreadable.push(stored.id);
          else throw error;
        }
      }
      return { ...found, items, unreadable, newer };
    },
    async *ofPartners(partners) {
      for await (const stored of documentsOf(documents, shape.kind, partners)) {
        const item = await unlessUnreadable(open(keyOf(stored.partner, stored.id), stored));
        if (item !== undefined) yield { ...item, partner: stored.partner };
      }
    },
  };
}

/** The result of reading an item; undefined where a newer version wrote it. */
export async function unlessNewer<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NewerDocument) return undefined;
    throw error;
  }
}

/** The result of reading an item; undefined where it is unreadable, or of a newer version. */
export async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof NewerDocument) return undefined;
    throw error;
  }
}

/** The documents of these partners that can be read: in one look where the store has it, else in pages of each. */
async function* documentsOf(
  documents: Documents,
  kind: string,
  partners: readonly string[],
): AsyncGenerator<PartnerDocument> {
  if (documents.listOfAll !== undefined) {
    const wanted = new Set(partners);
    yield* (await documents.listOfAll(kind)).filter(({ partner }) => wanted.has(partner));
    return;
  }
  for (const partner of partners) {
    let after: string | undefined;
    do {
      const page = await documents.list(kind, partner, { limit: 100, ...defined({ after }) });
      for (const stored of page.items) yield { ...stored, partner };
      after = page.next;
    } while (after !== undefined);
  }
}

/** Opens a collection with summaries, as `collection` does. */
export function summarizedCollection<T, S>(
  documents: Documents,
  shape: SummarizedSchema<T, S>,
): SummarizedCollection<T, S> {
  const summarizer = summarizerOf(shape);
  const items = collection(documents, shape, (value) => ({ form: shape.form, value: toJson(shape.summary(value)) }));

  /** The summary of an item that the store could not summarize; undefined where it is gone or unreadable. */
  async function readSummary(partner: string, id: string, unreadable: string[]): Promise<S | undefined> {
    try {
      const item = await items.get(partner, id);
      return item === undefined ? undefined : shape.summary(item.value);
    } catch (error) {
      if (!(error instanceof UnreadableDocument || error instanceof NewerDocument)) throw error;
      unreadable.push(id);
      return undefined;
    }
  }

  /** Documents by their summaries as the schema gives them; those without one are read. */
  async function open(partner: string, stored: readonly SummarizedDocument[]): Promise<SummaryList<S>> {
    const unreadable: string[] = [];
    const found: { readonly id: string; readonly summary: S }[] = [];
    for (const { id, summary: kept } of stored) {
      // A stored summary of this form was made by `shape.summary`.
      const summary = kept === undefined ? await readSummary(partner, id, unreadable) : (kept as S);
      if (summary !== undefined) found.push({ id, summary });
    }
    return { items: found, unreadable };
  }

  const follow = async (partner: string, from: NonNullable<Documents['follow']>) => {
    const follower = await from(shape.kind, partner, summarizer);
    return async (): Promise<ItemChanges<S> | undefined> => {
      const changes = await follower.next();
      if (changes === undefined) return undefined;
      const { items: present } = await open(partner, changes.present);
      const isPresent = new Set(present.map(({ id }) => id));
      const unreadable = changes.present.map(({ id }) => id).filter((id) => !isPresent.has(id));
      return { present, removed: [...changes.removed, ...unreadable] };
    };
  };

  const { follow: from } = documents;
  return {
    ...items,
    async *summaries(partner) {
      for await (const page of documents.summaries(shape.kind, partner, summarizer)) {
        const { items: found, unreadable } = await open(partner, page.items);
        yield { items: found, unreadable: [...page.unreadable, ...unreadable] };
      }
    },
    ...(from === undefined ? {} : { follow: async (partner: string) => follow(partner, from) }),
  };
}

/** Yields every readable item of one partner, page by page; `newer` receives those that a newer version wrote. */
export async function* everyItem<T>(
  items: Collection<T>,
  partner: string,
  newer: (item: NewerDocument) => void = () => undefined,
): AsyncGenerator<Item<T>> {
  let after: string | undefined;
  do {
    const page = await items.list(partner, { limit: 100, ...defined({ after }) });
    page.newer.forEach(newer);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** The items of these partners, each with its partner, of which the storage is asked once for all where it can. */
export async function* itemsOfPartners<T, P extends { readonly tenantId: string }>(
  items: Pick<Collection<T>, 'ofPartners'>,
  partners: readonly P[],
): AsyncGenerator<Item<T> & { readonly partner: P }> {
  const byTenant = new Map(partners.map((partner) => [partner.tenantId, partner]));
  for await (const item of items.ofPartners([...byTenant.keys()])) {
    const partner = byTenant.get(item.partner);
    if (partner !== undefined) yield { ...item, partner };
  }
}

import type * as z from 'zod';
import {
  type DocumentKey,
  type Documents,
  type Json,
  StaleDocument,
  type StoredDocument,
  type Summarizer,
  type Summary,
  UnreadableDocument,
} from './documents.ts';
import { defined } from '../lib/optional.ts';

/**
 * Schema of a collection. `version` is its number, from 1; `migrations[i]` converts data of version i + 1 to version
 * i + 2. The zod schema must accept its own output after a round trip through JSON, which drops properties that are
 * undefined.
 */
interface CollectionSchema<T> {
  readonly kind: string;
  readonly schema: z.ZodType<T>;
  readonly version: number;
  readonly migrations: readonly ((old: unknown) => unknown)[];
}

/**
 * Schema of a collection whose values have summaries. `form` numbers what `summary` gives, JSON, and must grow with
 * every change of it: summaries of another form are rebuilt.
 */
export interface SummarizedSchema<T, S> extends CollectionSchema<T> {
  readonly summary: (value: T) => S;
  readonly form: number;
}

/** Raised for a document written by a newer version of the program; it is left in place. */
export class NewerDocument extends Error {
  constructor(kind: string, found: number, known: number) {
    super(
      `a document of kind ${kind} has schema ${found}, and this version knows schemas up to ${known}: ` +
        `run the newer version that wrote it`,
    );
  }
}

/** Raised before writing a value that its collection's schema refuses: a bug of the program. */
export class InvalidValue extends Error {
  constructor(kind: string, faults: string) {
    super(`a document of kind ${kind} does not fit its schema: ${faults}`);
  }
}

/** Raised for stored data that does not fit its schema; the message says why, without its content. */
class SchemaMismatch extends Error {}

// zod's sentences are left out: some quote what was found.
const issuesOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`.trim()).join(', ');

// JSON.parse returns `any`; of a stringified value it is Json.
const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** The stored form of a value, with its schema's number. */
interface VersionedValue<T> {
  readonly [name: string]: Json;
  readonly schema: number;
  readonly data: T & Json;
}

/** The stored form of a value. Raises InvalidValue when it could not be read back. */
function encode<T>(shape: CollectionSchema<T>, value: T): VersionedValue<T> {
  // Validated after a round trip through JSON, so that nothing is written that JSON cannot hold.
  const result = shape.schema.safeParse(toJson(value));
  if (!result.success) throw new InvalidValue(shape.kind, issuesOf(result.error));
  // No schema here outputs a property that is undefined, so its output is JSON.
  return { schema: shape.version, data: result.data as T & Json };
}

function migrate<T>(shape: CollectionSchema<T>, data: unknown, from: number): unknown {
  try {
    return shape.migrations.slice(from - 1).reduce((old, migrate) => migrate(old), data);
  } catch {
    throw new SchemaMismatch(`schema ${from} could not be migrated`);
  }
}

/**
 * The value of a stored document. Raises NewerDocument for a newer schema, SchemaMismatch for data that does not fit.
 */
function decode<T>(shape: CollectionSchema<T>, stored: Json): T {
  if (typeof stored !== 'object' || stored === null || !('schema' in stored) || !('data' in stored))
    throw new SchemaMismatch('no schema number');
  const found = stored.schema;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) throw new SchemaMismatch('no schema number');
  if (found > shape.version) throw new NewerDocument(shape.kind, found, shape.version);
  // A copy, as a migration may change its argument and the stored value is shared.
  const data = found < shape.version ? migrate(shape, structuredClone(stored.data), found) : stored.data;
  const result = shape.schema.safeParse(data);
  if (!result.success) throw new SchemaMismatch(issuesOf(result.error));
  return result.data;
}

/**
 * A deep copy of a JSON value. structuredClone gives the same at eight times the cost, and every turn reads its user. A
 * property `__proto__`, which no schema has, is left out.
 */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  // Each part keeps its type; the compiler cannot follow that through T.
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) if (name !== '__proto__') copy[name] = cloneJson(part);
  return copy as T;
}

/** A stored value as read: a copy that the caller may change freely. */
export interface Item<T> {
  readonly id: string;
  readonly etag: string;
  readonly value: T;
}

/** A page of a collection, like DocumentPage of Documents. */
export interface ItemPage<T> {
  readonly items: readonly Item<T>[];
  readonly unreadable: readonly string[];
  readonly next?: string;
}

/**
 * Documents of one kind, each parsed on its way in and out. Errors are those of Documents, and: writing a value that
 * the schema refuses raises InvalidValue, reading one quarantines it and raises UnreadableDocument (in a list it is
 * named
 * as unreadable), and reading one of a newer version raises NewerDocument and leaves it, in a list too.
 */
export interface Collection<T> {
  get(partner: string, id: string): Promise<Item<T> | undefined>;
  insert(partner: string, id: string, value: T): Promise<string>;
  replace(partner: string, id: string, value: T, etag: string): Promise<string>;
  remove(partner: string, id: string, etag: string): Promise<void>;
  list(partner: string, page: { readonly after?: string; readonly limit: number }): Promise<ItemPage<T>>;
}

/** The summaries of some items, by ascending id, and the ids of those that are unreadable. */
interface SummaryList<S> {
  readonly items: readonly { readonly id: string; readonly summary: S }[];
  readonly unreadable: readonly string[];
}

/** A collection whose items can be read by their summaries. */
export interface SummarizedCollection<T, S> extends Collection<T> {
  /** The summaries of all of a partner's items, some at a time, by ascending id. Raises the errors of `list`. */
  summaries(partner: string): AsyncIterable<SummaryList<S>>;
}

/** Converts values to their stored form and back. */
interface Codec<T> {
  /** The stored form. Raises InvalidValue. */
  readonly encode: (value: T) => VersionedValue<T>;
  /** A copy of the stored value. Raises NewerDocument and SchemaMismatch. */
  readonly decode: (stored: Json) => T;
}

/**
 * A codec that validates each stored object once and afterwards only copies it, as long as the store returns the same
 * object.
 */
function codecOf<T>(shape: CollectionSchema<T>): Codec<T> {
  const judged = new WeakMap<object, { readonly value: T }>();
  return {
    encode(value) {
      const stored = encode(shape, value);
      judged.set(stored, { value: stored.data });
      return stored;
    },
    decode(stored) {
      if (typeof stored !== 'object' || stored === null) return decode(shape, stored);
      const result = judged.get(stored) ?? { value: decode(shape, stored) };
      judged.set(stored, result);
      return cloneJson(result.value);
    },
  };
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

/** The function that makes summaries of a collection's documents. */
export const summarizerOf = <T, S>(shape: SummarizedSchema<T, S>): Summarizer => ({
  form: shape.form,
  of: (stored) => toJson(shape.summary(decode(shape, stored))),
});

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
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable.push(id);
      return undefined;
    }
  }

  return {
    ...items,
    async *summaries(partner) {
      for await (const page of documents.summaries(shape.kind, partner, summarizer)) {
        const unreadable = [...page.unreadable];
        const found: { readonly id: string; readonly summary: S }[] = [];
        for (const { id, summary: stored } of page.items) {
          // A stored summary of this form was made by `shape.summary`.
          const summary = stored === undefined ? await readSummary(partner, id, unreadable) : (stored as S);
          if (summary !== undefined) found.push({ id, summary });
        }
        yield { items: found, unreadable };
      }
    },
  };
}

/** Yields every readable item of one partner, page by page; `unreadable` receives the ids of the others. */
export async function* everyItem<T>(
  items: Collection<T>,
  partner: string,
  unreadable: (ids: readonly string[]) => void = () => undefined,
): AsyncGenerator<Item<T>> {
  let after: string | undefined;
  do {
    const page = await items.list(partner, { limit: 100, ...defined({ after }) });
    unreadable(page.unreadable);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

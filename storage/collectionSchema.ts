import type * as z from 'zod';
import { deepFreeze, type Json, type Summarizer } from './documents.ts';

/**
 * Schema of a collection. `version` is its number, from 1; `migrations[i]` converts data of version i + 1 to version
 * i + 2. The zod schema must accept its own output after a round trip through JSON, which drops properties that are
 * undefined.
 */
export interface CollectionSchema<T> {
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
  readonly #data: string;
  constructor(kind: string, { schema, data }: { readonly schema: number; readonly data: Json }, known: number) {
    super(
      `a document of kind ${kind} has schema ${schema}, and this version knows schemas up to ${known}: ` +
        `run the newer version that wrote it`,
    );
    this.#data = JSON.stringify(data);
  }

  /** True when one of these texts is a value somewhere in the document, whatever its form. */
  names(texts: readonly string[]): boolean {
    return texts.some((text) => this.#data.includes(JSON.stringify(text)));
  }
}

/** Raised before writing a value that its collection's schema refuses: a bug of the program. */
export class InvalidValue extends Error {
  constructor(kind: string, faults: string) {
    super(`a document of kind ${kind} does not fit its schema: ${faults}`);
  }
}

/** Raised for stored data that does not fit its schema; the message says why, without its content. */
export class SchemaMismatch extends Error {}

// zod's sentences are left out: some quote what was found.
const issuesOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`.trim()).join(', ');

const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value && typeof value.toJSON === 'function');

/**
 * The JSON value that is read back of a value: without properties that are undefined or functions. A property `__proto__`,
 * which no schema has, is left out.
 */
export function toJson(value: unknown): Json {
  // A copy costs a third of a text made and read: only what is no plain value takes that way, such as a Date.
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  // Neither NaN nor −0 can be written.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    const copies: Json[] = [];
    // By a loop: `Array.from` costs four times as much, and `map` leaves holes.
    for (let at = 0; at < parts.length; at += 1) copies.push(isLeftOut(parts[at]) ? null : toJson(parts[at]));
    return copies;
  }
  if (typeof value !== 'object' || !isPlain(value)) return JSON.parse(JSON.stringify(value)) as Json;
  const copy: Record<string, Json> = {};
  const parts = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(parts))
    if (name !== '__proto__' && !isLeftOut(parts[name])) copy[name] = toJson(parts[name]);
  return copy;
}

const isLeftOut = (value: unknown): boolean =>
  value === undefined || typeof value === 'function' || typeof value === 'symbol';

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
  if (found > shape.version) throw new NewerDocument(shape.kind, { schema: found, data: stored.data }, shape.version);
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
  // By keys: the pairs of Object.entries would be as many objects again.
  const parts = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(parts)) if (name !== '__proto__') copy[name] = cloneJson(parts[name]);
  return copy as T;
}

/** Converts values to their stored form and back. */
export interface Codec<T> {
  /** The stored form. Raises InvalidValue. */
  readonly encode: (value: T) => VersionedValue<T>;
  /** The stored value, shared and frozen. Raises NewerDocument and SchemaMismatch. */
  readonly decode: (stored: Json) => T;
}

/**
 * A codec that validates each stored object once and afterwards gives the same value, as long as the store returns the same
 * object. It is not copied: of what a turn reads a tenth is changed.
 */
export function codecOf<T>(shape: CollectionSchema<T>): Codec<T> {
  const judged = new WeakMap<object, { readonly value: T }>();
  return {
    encode(value) {
      const stored = encode(shape, value);
      deepFreeze(stored);
      judged.set(stored, { value: stored.data });
      return stored;
    },
    decode(stored) {
      if (typeof stored !== 'object' || stored === null) return decode(shape, stored);
      const known = judged.get(stored);
      if (known !== undefined) return known.value;
      const value = decode(shape, stored);
      // No schema here outputs anything but JSON.
      deepFreeze(value as T & Json);
      judged.set(stored, { value });
      return value;
    },
  };
}

/** The function that makes summaries of a collection's documents. */
export const summarizerOf = <T, S>(shape: SummarizedSchema<T, S>): Summarizer => ({
  form: shape.form,
  of: (stored) => toJson(shape.summary(decode(shape, stored))),
});

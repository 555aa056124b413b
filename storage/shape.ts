import type * as z from 'zod';
import type { Json } from './documents.ts';

/**
 * What a collection holds. `version` is the schema's number, from 1; `migrations[i]` makes data of version i + 2 from
 * data of version i + 1. The schema must accept what it gives, written as JSON and read back; a property that is
 * undefined is left out on the way.
 */
export interface Shape<T> {
  readonly kind: string;
  readonly schema: z.ZodType<T>;
  readonly version: number;
  readonly migrations: readonly ((old: unknown) => unknown)[];
}

/** A document was written by a newer version of the program, which alone can read it; it is left in place. */
export class NewerDocument extends Error {
  constructor(kind: string, found: number, known: number) {
    super(
      `a document of kind ${kind} has schema ${found}, and this version knows schemas up to ${known}: ` +
        `run the newer version that wrote it`,
    );
  }
}

/** A value that its own collection's schema refuses was about to be written: a fault of the program. */
export class InvalidValue extends Error {
  constructor(kind: string, faults: string) {
    super(`a document of kind ${kind} does not fit its schema: ${faults}`);
  }
}

/** Stored data that cannot be understood; the message says why, without its content. */
export class Misfit extends Error {}

// zod's sentences are left out: some quote what was found.
const faultsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`.trim()).join(', ');

// JSON.parse gives `any`; what it makes of a stringified value is Json.
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** A value as it is stored, with its schema's number. */
export interface Versioned<T> {
  readonly [name: string]: Json;
  readonly schema: number;
  readonly data: T & Json;
}

/** The value as it is stored. Raises InvalidValue when it could not be read back. */
export function toStored<T>(shape: Shape<T>, value: T): Versioned<T> {
  // Judged as it will be read, so that nothing is written that JSON cannot hold.
  const result = shape.schema.safeParse(asJson(value));
  if (!result.success) throw new InvalidValue(shape.kind, faultsOf(result.error));
  // What a schema makes of JSON is JSON: none here gives a property that is undefined.
  return { schema: shape.version, data: result.data as T & Json };
}

function migrated<T>(shape: Shape<T>, data: unknown, from: number): unknown {
  try {
    return shape.migrations.slice(from - 1).reduce((old, migrate) => migrate(old), data);
  } catch {
    throw new Misfit(`schema ${from} could not be migrated`);
  }
}

/** The value of a stored document. Raises NewerDocument for a newer schema, Misfit for what cannot be understood. */
export function fromStored<T>(shape: Shape<T>, stored: Json): T {
  if (typeof stored !== 'object' || stored === null || !('schema' in stored) || !('data' in stored))
    throw new Misfit('no schema number');
  const found = stored.schema;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) throw new Misfit('no schema number');
  if (found > shape.version) throw new NewerDocument(shape.kind, found, shape.version);
  // A migration may change what it is given, which is shared.
  const data = found < shape.version ? migrated(shape, structuredClone(stored.data), found) : stored.data;
  const result = shape.schema.safeParse(data);
  if (!result.success) throw new Misfit(faultsOf(result.error));
  return result.data;
}

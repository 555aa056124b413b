import { createHash } from 'node:crypto';
import type { RestClient } from './client.ts';
import type { RequestJournal, Baseline } from './requestJournal.ts';
import { isOutcomeUnknown, RestError } from './restError.ts';

/** Dependencies of idempotent changes. */
export interface RestDeps {
  readonly client: RestClient;
  readonly memory: RequestJournal;
}

/** Field values by name, as strings. */
export type FieldValues = Readonly<Record<string, string>>;

/** Snapshot of a resource about to be changed. */
interface Snapshot<T> {
  /** The resource in the caller's type. */
  readonly shown: T;
  /** Version that differs after every change of the resource. */
  readonly version: string;
  readonly is: FieldValues;
  /** Wanted values of the same fields. */
  readonly wanted: FieldValues;
}

/** Result of a change; `unclear`: an earlier attempt may have made it, and somebody changed the same since. */
export interface OnceResult<T> {
  readonly state: 'done' | 'unclear';
  readonly shown: T;
}

/** Version of a resource: its ETag, else a digest of the body. */
export const versionOf = (etag: string | undefined, body: unknown): string =>
  etag ?? createHash('sha256').update(JSON.stringify(body)).digest('base64url');

/** A text normalised for comparison; unlike in searches, ё and е differ, since that is a change too. */
const comparableText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** True when a field has its wanted value; case and blanks are ignored, because the service rewrites some texts. */
const isAsWanted = ({ is, wanted }: Pick<Snapshot<unknown>, 'is' | 'wanted'>, name: string): boolean =>
  comparableText(is[name] ?? '') === comparableText(wanted[name] ?? '');

/** Baseline of a snapshot: its version and the fields to change, or every field when all have their wanted values. */
function baselineOf(read: Snapshot<unknown>): Baseline {
  const names = Object.keys(read.wanted);
  const other = names.filter((name) => !isAsWanted(read, name));
  return { version: read.version, fields: other.length === 0 ? names : other };
}

/** Result of an earlier attempt by its baseline; undefined when the version is unchanged: the attempt had no effect. */
function earlierResult<T>(seen: Baseline, read: Snapshot<T>): OnceResult<T> | undefined {
  if (read.version === seen.version) return undefined;
  const stands = seen.fields.every((name) => isAsWanted(read, name));
  return { state: stands ? 'done' : 'unclear', shown: read.shown };
}

/**
 * Applies a change once per request. A baseline is stored before the call is sent; when an earlier attempt had no
 * answer, even in a process that ended, the present state shows its result, and later changes by others are not
 * overwritten.
 */
export async function applyOnce<R extends Snapshot<unknown>, A>(
  { memory }: Pick<RestDeps, 'memory'>,
  requestId: string,
  look: () => Promise<R>,
  ask: (read: R) => Promise<A>,
): Promise<A | OnceResult<R['shown']>> {
  const attempt = await memory.takeUp(requestId);
  const earlier = attempt.earlier?.seen;
  const read = await look();
  // Another process may have made it between the two looks, where this one stood still.
  const seen = earlier ?? (await memory.saveBaseline(attempt, baselineOf(read)));
  const came = earlierResult<R['shown']>(seen, read);
  if (came !== undefined) return came;
  try {
    return await ask(read);
  } catch (error) {
    if (!(error instanceof RestError) || isOutcomeUnknown(error)) throw error;
    if (earlier === undefined && !error.afterSilence && (await memory.forget(attempt))) throw error;
    // Perhaps it was refused because another attempt took effect.
    const later = earlierResult<R['shown']>(seen, await look());
    if (later === undefined) throw error;
    return later;
  }
}

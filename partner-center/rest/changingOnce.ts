import { createHash } from 'node:crypto';
import type { Client } from './client.ts';
import type { Memory, Seen } from './memory.ts';
import { isUnknown, RestError } from './restError.ts';

/** What changes are made with. */
export interface OnceTools {
  readonly client: Client;
  readonly memory: Memory;
}

/** Fields by name, as texts. */
export type Fields = Readonly<Record<string, string>>;

/** Something that is to be changed, as it was read. */
export interface Read<T> {
  /** What it is for those who asked. */
  readonly shown: T;
  /** Another one after each change of it, whoever's. */
  readonly version: string;
  readonly is: Fields;
  /** Those fields as they are to be. */
  readonly wanted: Fields;
}

/** What came of it; `unclear`: an earlier try may have made it, and somebody changed the same since. */
export interface Came<T> {
  readonly state: 'done' | 'unclear';
  readonly shown: T;
}

/** A version where the service names none: a digest of the whole. */
export const versionOf = (etag: string | undefined, body: unknown): string =>
  etag ?? createHash('sha256').update(JSON.stringify(body)).digest('base64url');

/** A text in the one way of writing it that is compared: not as searches fold it, since ё in place of е is a change, too. */
const written = (text: string): string =>
  text.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** The service has its own way of writing some texts: case and blanks do not matter. */
const isAsked = ({ is, wanted }: Pick<Read<unknown>, 'is' | 'wanted'>, name: string): boolean =>
  written(is[name] ?? '') === written(wanted[name] ?? '');

/** Where all is as it is to be, all of it must still be so later. */
function seenOf(read: Read<unknown>): Seen {
  const names = Object.keys(read.wanted);
  const other = names.filter((name) => !isAsked(read, name));
  return { version: read.version, fields: other.length === 0 ? names : other };
}

/** What came of a try that was asked for of `seen`; undefined while nothing was changed since: then it was not made. */
function cameOf<T>(seen: Seen, read: Read<T>): Came<T> | undefined {
  if (read.version === seen.version) return undefined;
  const stands = seen.fields.every((name) => isAsked(read, name));
  return { state: stands ? 'done' : 'unclear', shown: read.shown };
}

/**
 * Makes a change once. What it is asked for of is noted before it leaves; where an earlier try had no answer, also one of
 * a process that ended, what stands now tells what came of it, and nothing that somebody changed since is written over.
 */
export async function changeOnce<R extends Read<unknown>, A>(
  { memory }: Pick<OnceTools, 'memory'>,
  requestId: string,
  look: () => Promise<R>,
  ask: (read: R) => Promise<A>,
): Promise<A | Came<R['shown']>> {
  const earlier = await memory.seen(requestId);
  const read = await look();
  const came = earlier && cameOf<R['shown']>(earlier, read);
  if (came !== undefined) return came;
  const seen = earlier ?? seenOf(read);
  if (earlier === undefined) await memory.keepSeen(requestId, seen);
  try {
    return await ask(read);
  } catch (error) {
    if (!(error instanceof RestError) || isUnknown(error)) throw error;
    if (earlier === undefined && !error.afterSilence) {
      await memory.forget(requestId);
      throw error;
    }
    // Perhaps it was refused because an earlier try was made.
    const later = cameOf<R['shown']>(seen, await look());
    if (later === undefined) throw error;
    return later;
  }
}

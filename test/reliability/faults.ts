import { StorageUnavailable, type Documents } from '../../storage/documents.ts';
import type { Fault } from '../connector.ts';

/** Each way in which a call to the channel fails once. */
export const channelFaults: Readonly<Record<string, Fault>> = {
  'is refused with 500': { status: 500 },
  'is reset before it takes effect': 'resetBefore',
  'is reset after it took effect': 'resetAfter',
};

/** When a write fails: before anything is written, or after, its answer being lost. */
export type WriteFault = 'before' | 'after';

/** Each way in which a write fails once. */
export const writeFaults: Readonly<Record<string, WriteFault>> = {
  'fails before it is done': 'before',
  'fails after it was done': 'after',
};

/** Writes, counted while it is told to, and made to fail. */
export interface FaultyWrites {
  /** Counts anew; the write of that number will fail once. */
  arm(number?: number, fault?: WriteFault): void;
  /** Writes since then. */
  count(): number;
  /** What the last failed write was to write. */
  failed(): string | undefined;
  readonly wrap: (documents: Documents) => Documents;
}

/** Stands between a bot and its storage. */
export function faultyWrites(): FaultyWrites {
  let count = 0;
  let armed: { number: number; fault: WriteFault } | undefined;
  let failed: string | undefined;
  const through = async <T>(what: string, kind: string, write: () => Promise<T>): Promise<T> => {
    count += 1;
    if (armed === undefined || armed.number !== count) return write();
    const { fault } = armed;
    armed = undefined;
    failed = `${what} ${kind}`;
    if (fault === 'after') await write();
    throw new StorageUnavailable('write', kind, new Error('made to fail'));
  };
  return {
    arm(number, fault = 'before') {
      count = 0;
      failed = undefined;
      armed = number === undefined ? undefined : { number, fault };
    },
    count: () => count,
    failed: () => failed,
    wrap: (documents) => ({
      ...documents,
      insert: (key, ...what) => through('insert', key.kind, () => documents.insert(key, ...what)),
      replace: (key, ...what) => through('replace', key.kind, () => documents.replace(key, ...what)),
      remove: (key, etag) => through('remove', key.kind, () => documents.remove(key, etag)),
    }),
  };
}

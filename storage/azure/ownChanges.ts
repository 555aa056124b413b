import { LRUCache } from 'lru-cache';
import { minute } from '../../lib/durations.ts';
import type { TableRow } from './tableEntity.ts';

type Place = Pick<TableRow, 'partitionKey' | 'rowKey'>;
type Columns = Readonly<Record<string, unknown>>;

/** The columns of a document that a follower is told. */
const told = ({ form, summary }: Columns): Columns => ({ form, summary });

/** A document that this process wrote last, as far as it knows; the columns are absent until that was answered. */
interface OwnWrite {
  columns?: Columns;
}

/** Of a follower, which looks back for a minute when it begins: it has met all that others wrote over these. */
const keptFor = minute / 2;

const mostKept = 5_000;

/**
 * Changes that this process made itself, so that it need not read what it wrote. They are told to followers with those of
 * others, in the order in which they took effect: one that another process has overtaken is not remembered.
 */
export interface OwnChanges {
  /** Notes a write that begins, under that key of the change log; gives what notes that it took effect, with those columns. */
  begin(document: Place, logKey: string): (columns: Columns) => void;
  /** Notes that this change is in a log, so that another's is known to have come. */
  see(document: Place, logKey: string): void;
  /** Columns of a document whose changes under these keys are all this process's own; undefined where it is to be read. */
  columnsOf(document: Place, logKeys: readonly string[]): Columns | undefined;
}

const nameOf = ({ partitionKey, rowKey }: Place): string => `${partitionKey}\n${rowKey}`;

/** Remembers half a minute of changes. */
export function ownChanges(): OwnChanges {
  const writes = new LRUCache<string, OwnWrite>({ max: mostKept, ttl: keptFor });
  const logKeys = new LRUCache<string, true>({ max: mostKept, ttl: keptFor });
  return {
    begin(document, logKey) {
      const write: OwnWrite = {};
      writes.set(nameOf(document), write);
      logKeys.set(logKey, true);
      return (columns) => void (write.columns = told(columns));
    },
    see(document, logKey) {
      if (!logKeys.has(logKey)) writes.delete(nameOf(document));
    },
    columnsOf: (document, keys) =>
      keys.every((key) => logKeys.has(key)) ? writes.get(nameOf(document))?.columns : undefined,
  };
}

import { randomUUID } from 'node:crypto';
import {
  DocumentExists,
  StaleDocument,
  StorageUnavailable,
  type Documents,
  type Json,
  type Key,
  type Page,
  type Stored,
} from './documents.ts';
import { deepFreeze } from './lowdb/durableFile.ts';
import { FolderLockLost, lockFolder, lockTimes, type LockTimes } from './folderLock.ts';
import { recentlyUsed } from './lowdb/recentlyUsed.ts';
import { nodeDisk } from './lowdb/disk.ts';
import { openDatabase } from './sqlite/database.ts';
import { groupCommit } from './sqlite/groupCommit.ts';
import { statementsOf, type Statements } from './sqlite/statements.ts';

/** What a folder with a SQLite database is opened with; all but the clock have defaults. */
export interface SqliteOptions {
  now(): Date;
  /** Is told of each document set aside: its key, where it went, and a reason without its content. */
  readonly onUnreadable?: (key: Key, place: string, reason: string) => void;
  /** Is told once when the folder's lock was lost: every later write raises the same error, so the process should end. */
  readonly onLockLost?: (error: Error) => void;
  /** How many documents are remembered, so that they need not be read and judged again; 2,000 unless told. */
  readonly remembered?: number;
  readonly lockTimes?: LockTimes;
}

type Action = 'read' | 'write' | 'list';

const unavailable = (action: Action, kind: string, error: unknown): never => {
  const isOurs = error instanceof DocumentExists || error instanceof StaleDocument || error instanceof FolderLockLost;
  throw isOurs ? error : new StorageUnavailable(action, kind, error);
};

const nameOf = ({ kind, partner, id }: Key): string => `${kind}/${String(partner.length)}/${partner}/${id}`;

/** A new version of a document. Its value is given away by who writes it. */
const versionOf = (id: string, value: Json): Stored => ({ id, etag: randomUUID(), value: deepFreeze(value) });

function page(statements: Statements, kind: string, partner: string, after: string | undefined, limit: number): Page {
  const found = statements.list(kind, partner, after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, unreadable: [], ...(found.length > limit && last !== undefined ? { next: last.id } : {}) };
}

/**
 * Documents kept by SQLite in one file of a folder of this machine (mode 0600), many changes by one commit; each is on the
 * disk when its call resolves. One process at a time: raises FolderInUse when another holds the folder, NoSqlite on a Node
 * without SQLite. A value that is no JSON is refused by the database, so that none is ever unreadable.
 */
export async function openSqliteDocuments(folder: string, options: SqliteOptions): Promise<Documents> {
  await nodeDisk.makeFolder(folder);
  const lock = await lockFolder(folder, options.lockTimes ?? lockTimes, (error) => options.onLockLost?.(error));
  const database = await openDatabase(folder).catch(async (error: unknown) => {
    await lock.release();
    throw error;
  });
  const statements = statementsOf(database);
  const commits = groupCommit(database, () => lock.assertHeld());
  const cache = recentlyUsed<Stored>(options.remembered ?? 2000);
  const remember = (key: Key, stored: Stored | undefined): void =>
    stored === undefined ? cache.delete(nameOf(key)) : cache.set(nameOf(key), stored);

  const run = async <T>(action: Action, kind: string, task: () => T, committed?: (result: T) => void): Promise<T> =>
    commits.run(task, committed).catch((error: unknown) => unavailable(action, kind, error));

  const write = async (key: Key, next: Stored, task: () => void): Promise<string> => {
    await run('write', key.kind, task, () => remember(key, next));
    return next.etag;
  };

  return {
    get: async (key) =>
      cache.get(nameOf(key)) ??
      run(
        'read',
        key.kind,
        () => statements.get(key),
        (stored) => remember(key, stored),
      ),
    insert: async (key, value) => {
      const next = versionOf(key.id, value);
      return write(key, next, () => {
        if (!statements.insert(key, next)) throw new DocumentExists(key);
      });
    },
    replace: async (key, value, etag) => {
      const next = versionOf(key.id, value);
      return write(key, next, () => {
        if (!statements.replace(key, next, etag)) throw new StaleDocument(key);
      });
    },
    remove: async (key, etag) =>
      run(
        'write',
        key.kind,
        () => {
          if (!statements.remove(key, etag) && statements.get(key) !== undefined) throw new StaleDocument(key);
        },
        () => remember(key, undefined),
      ),
    setAside: async (key, etag, reason) => {
      const task = (): string => {
        const stored = statements.get(key);
        if (stored?.etag !== etag) throw new StaleDocument(key);
        const row = statements.setAside(key, stored, reason, options.now());
        statements.remove(key, etag);
        return `set_aside, row ${String(row)}`;
      };
      const place = await run('write', key.kind, task, () => remember(key, undefined));
      options.onUnreadable?.(key, place, reason);
      return place;
    },
    async list(kind, partner, { after, limit }) {
      if (!Number.isInteger(limit) || limit < 1) throw new RangeError('a page holds at least one document');
      return run('list', kind, () => page(statements, kind, partner, after, limit));
    },
    partitions: async () => run('list', 'any', () => statements.partitions()),
    forgetSetAside: async (before) => run('write', 'set_aside', () => statements.forgetSetAside(before)),
    forgetSetAsideOf: async (partner, texts) =>
      run('write', 'set_aside', () => statements.forgetSetAsideOf(partner, texts)),
    async close() {
      await commits.idle();
      database.close();
      await lock.release();
    },
  };
}

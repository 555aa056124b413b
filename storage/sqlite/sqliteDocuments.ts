import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import {
  deepFreeze,
  DocumentExists,
  StaleDocument,
  StorageUnavailable,
  type Documents,
  type Json,
  type DocumentKey,
  type DocumentPage,
  type StoredDocument,
} from '../documents.ts';
import { FolderLockLost, lockFolder, lockTimes, type LockTimes } from '../dataFolder.ts';
import { nodeDisk } from '../disk.ts';
import { openDatabase, prepareStatements, type Statements } from './database.ts';
import { groupCommit } from './groupCommit.ts';
import { sqliteSearch } from './sqliteSearch.ts';
import { prepareSummaryTable, type SummaryTable } from './summaryTable.ts';

/** Options of a folder with a SQLite database; all but the clock have defaults. */
export interface SqliteOptions {
  now(): Date;
  /** Called for each quarantined document: its key, its new place, and a reason without its content. */
  readonly onUnreadable?: (key: DocumentKey, place: string, reason: string) => void;
  /** Called once when the folder's lock was lost: every later write raises the same error, so the process should end. */
  readonly onLockLost?: (error: Error) => void;
  /** Number of documents cached, so that they need not be read and validated again; 2,000 by default. */
  readonly cacheSize?: number;
  /** Number of customers found to which they are counted; 10,000 by default. */
  readonly mostCounted?: number;
  readonly lockTimes?: LockTimes;
}

// Read in one task: others wait about a millisecond.
const summariesAtOnce = 500;

const absent = Symbol('absent');

type Action = 'read' | 'write' | 'list';

const asUnavailable = (action: Action, kind: string, error: unknown): never => {
  const isOurs = error instanceof DocumentExists || error instanceof StaleDocument || error instanceof FolderLockLost;
  throw isOurs ? error : new StorageUnavailable(action, kind, error);
};

const cacheKeyOf = ({ kind, partner, id }: DocumentKey): string => `${kind}/${String(partner.length)}/${partner}/${id}`;

/** A new version of a document; its value is frozen. */
const newVersion = (id: string, value: Json): StoredDocument => ({ id, etag: randomUUID(), value: deepFreeze(value) });

/** A page of documents; of those that are cached only the versions are read. */
function pageOfStatements(
  { statements, cached }: Pick<OpenDatabase, 'statements' | 'cached'>,
  kind: string,
  partner: string,
  after: string | undefined,
  limit: number,
): DocumentPage {
  const found = statements.list(kind, partner, after, limit + 1);
  const items = found.slice(0, limit).flatMap(({ id, etag }) => {
    const key = { kind, partner, id };
    const known = cached(key);
    return (known?.etag === etag ? known : statements.get(key)) ?? [];
  });
  const last = items.at(-1);
  return { items, unreadable: [], ...(found.length > limit && last !== undefined ? { next: last.id } : {}) };
}

/** An open database: its statements, the cache of its documents, and the queue of its tasks. */
interface OpenDatabase {
  readonly statements: Statements;
  readonly summaries: SummaryTable;
  /** The document, `null` where there is known to be none, undefined where it is to be read. */
  readonly cached: (key: DocumentKey) => StoredDocument | null | undefined;
  readonly remember: (key: DocumentKey, stored: StoredDocument | undefined) => void;
  /** Runs a task and returns its result once it is committed, after calling `committed`. Raises StorageUnavailable. */
  readonly run: <T>(action: Action, kind: string, task: () => T, committed?: (result: T) => void) => Promise<T>;
}

function readsOf(opened: OpenDatabase) {
  const { statements, summaries, cached, remember, run } = opened;
  const reads: Pick<Documents, 'get' | 'list' | 'summaries' | 'partitions'> = {
    async get(key) {
      const known = cached(key);
      if (known !== undefined) return known ?? undefined;
      return run(
        'read',
        key.kind,
        () => statements.get(key),
        (stored) => remember(key, stored),
      );
    },
    async list(kind, partner, { after, limit }) {
      if (!Number.isInteger(limit) || limit < 1) throw new RangeError('a page holds at least one document');
      return run('list', kind, () => pageOfStatements(opened, kind, partner, after, limit));
    },
    async *summaries(kind, partner, summarizer) {
      let after: string | undefined;
      do {
        const items = await run('list', kind, () =>
          summaries.list({ kind, partner }, summarizer, after, summariesAtOnce),
        );
        yield { items, unreadable: [] };
        after = items.length < summariesAtOnce ? undefined : items.at(-1)?.id;
      } while (after !== undefined);
    },
    partitions: async () => run('list', 'any', () => statements.partitions()),
  };
  return reads;
}

function writesOf({ statements, summaries, remember, run }: OpenDatabase) {
  const write = async (key: DocumentKey, value: Json, task: (next: StoredDocument) => void): Promise<string> => {
    const next = newVersion(key.id, value);
    await run(
      'write',
      key.kind,
      () => task(next),
      () => remember(key, next),
    );
    return next.etag;
  };
  const writes: Pick<Documents, 'insert' | 'replace' | 'remove'> = {
    insert: async (key, value, summary) =>
      write(key, value, (next) => {
        if (!statements.insert(key, next)) throw new DocumentExists(key);
        if (summary !== undefined) summaries.write(key, summary);
      }),
    replace: async (key, value, etag, summary) =>
      write(key, value, (next) => {
        if (!statements.replace(key, next, etag)) throw new StaleDocument(key);
        if (summary !== undefined) summaries.write(key, summary);
      }),
    remove: async (key, etag) =>
      run(
        'write',
        key.kind,
        () => {
          if (!statements.remove(key, etag) && statements.get(key) !== undefined) throw new StaleDocument(key);
        },
        () => remember(key, undefined),
      ),
  };
  return writes;
}

function quarantineOf({ statements, remember, run }: OpenDatabase, options: SqliteOptions) {
  const quarantine: Pick<Documents, 'quarantine' | 'purgeQuarantine' | 'purgeQuarantineOf'> = {
    quarantine: async (key, etag, reason) => {
      const task = (): string => {
        const stored = statements.get(key);
        if (stored?.etag !== etag) throw new StaleDocument(key);
        const row = statements.quarantine(key, stored, reason, options.now());
        statements.remove(key, etag);
        return `set_aside, row ${String(row)}`;
      };
      const place = await run('write', key.kind, task, () => remember(key, undefined));
      options.onUnreadable?.(key, place, reason);
      return place;
    },
    purgeQuarantine: async (before) => run('write', 'set_aside', () => statements.purgeQuarantine(before)),
    purgeQuarantineOf: async (partner, texts) =>
      run('write', 'set_aside', () => statements.purgeQuarantineOf(partner, texts)),
  };
  return quarantine;
}

/**
 * Opens a store of SQLite in one file of a local folder (mode 0600), many changes by one commit; each is on the disk
 * when its call resolves. One process at a time: raises FolderInUse when another holds the folder, SqliteMissing on a
 * Node without SQLite. The database refuses a value that is no JSON, so that none is ever unreadable.
 */
export async function openSqliteDocuments(folder: string, options: SqliteOptions): Promise<Documents> {
  await nodeDisk.makeFolder(folder);
  const lock = await lockFolder(folder, options.lockTimes ?? lockTimes, (error) => options.onLockLost?.(error));
  const database = await openDatabase(folder).catch(async (error: unknown) => {
    await lock.release();
    throw error;
  });
  const commits = groupCommit(database, () => lock.assertHeld());
  // Also what is not there, which is asked for as often: nobody else writes to the folder.
  const cache = new LRUCache<string, StoredDocument | typeof absent>({ max: options.cacheSize ?? 2000 });
  const opened: OpenDatabase = {
    statements: prepareStatements(database),
    summaries: prepareSummaryTable(database),
    cached(key) {
      const known = cache.get(cacheKeyOf(key));
      return known === absent ? null : known;
    },
    remember: (key, stored) => void cache.set(cacheKeyOf(key), stored ?? absent),
    run: async (action, kind, task, committed) =>
      commits.run(task, committed).catch((error: unknown) => asUnavailable(action, kind, error)),
  };
  return {
    ...readsOf(opened),
    ...writesOf(opened),
    ...quarantineOf(opened, options),
    customerSearch: sqliteSearch(
      database,
      async (task) => opened.run('list', 'customers', task),
      options.mostCounted ?? 10_000,
    ),
    async close() {
      await commits.idle();
      database.close();
      await lock.release();
    },
  };
}

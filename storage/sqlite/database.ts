import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { claimFolder } from '../dataFolder.ts';
import { nodeDisk } from '../disk.ts';
import { createCustomerTables, emptyCustomerTables } from './customerTables.ts';
import type { DocumentKey, Json, Partition, StoredDocument } from '../documents.ts';

/** True when a Node of that version, such as `v22.13.0`, has SQLite without a flag. */
export function hasSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** Error message for a Node without SQLite. */
export const sqliteMissingText = (version: string): string =>
  `sqlite needs Node 22.13 or later, and this is ${version}. Run a newer Node, or set lowdb.`;

/** Path of a data folder's database file. */
export const databaseFileOf = (folder: string): string => join(folder, 'customer-desk.db');

/** Raised on a Node without SQLite; the message says what to do. */
export class SqliteMissing extends Error {
  constructor() {
    super(`STORAGE: ${sqliteMissingText(process.version)}`);
  }
}

// Keys are UTF-16 in big-endian order: SQLite compares their bytes, which gives the order of JavaScript's own
// comparison, and any text is a distinct key.
const createTables = `
  CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL,
    partner BLOB NOT NULL,
    id BLOB NOT NULL,
    etag TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    UNIQUE (kind, partner, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS set_aside (
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    partner BLOB NOT NULL,
    id BLOB NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS summaries (
    kind TEXT NOT NULL,
    partner BLOB NOT NULL,
    id BLOB NOT NULL,
    form INTEGER NOT NULL,
    summary TEXT NOT NULL,
    PRIMARY KEY (kind, partner, id)
  ) STRICT, WITHOUT ROWID;
  -- No summary outlives its version, even when a version of the program writes that knows of no summaries.
  CREATE TRIGGER IF NOT EXISTS document_replaced AFTER UPDATE ON documents BEGIN
    DELETE FROM summaries WHERE kind = old.kind AND partner = old.partner AND id = old.id;
  END;
  CREATE TRIGGER IF NOT EXISTS document_removed AFTER DELETE ON documents BEGIN
    DELETE FROM summaries WHERE kind = old.kind AND partner = old.partner AND id = old.id;
  END;
`;

/** Imports node:sqlite. Raises SqliteMissing. */
async function importSqlite(): Promise<typeof import('node:sqlite')> {
  if (!hasSqlite(process.version)) throw new SqliteMissing();
  return import('node:sqlite');
}

/**
 * Opens or creates the database of an existing folder, for the process that holds the folder. Raises SqliteMissing, and
 * UnusableFolder where a newer version or another store wrote it.
 */
export async function openDatabase(folder: string): Promise<DatabaseSync> {
  const { DatabaseSync: Database } = await importSqlite();
  await claimFolder(nodeDisk, folder, 'sqlite', folder);
  const file = databaseFileOf(folder);
  // SQLite gives the files beside it the rights of this one.
  await (await open(file, 'a', 0o600)).close();
  const database = new Database(file);
  // Each commit is synced to the disk; removed data is overwritten, as it may have been a password.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000;',
  );
  // 32 MiB of pages, in place of 2: what is written each turn need not be read from the file again. Pages that are written
  // again and again are copied from the log by every 16 MiB of it, in place of 4.
  database.exec('PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000;');
  database.exec(createTables);
  database.exec(createCustomerTables);
  // A folder of an older version: its customers have no entries yet.
  if (Number(database.prepare('PRAGMA user_version').get()?.['user_version']) === 0)
    database.exec(`BEGIN; ${emptyCustomerTables} PRAGMA user_version = 1; COMMIT;`);
  return database;
}

/** Opens the database of a folder for reading, also while another process holds it. Raises SqliteMissing. */
export async function readDatabase(folder: string): Promise<DatabaseSync> {
  const { DatabaseSync: Database } = await importSqlite();
  return new Database(databaseFileOf(folder), { readOnly: true });
}

/** Copies the database of a folder into another as of one moment, also while another process holds it. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = await readDatabase(from);
  try {
    await (await open(databaseFileOf(to), 'wx', 0o600)).close();
    database.prepare('VACUUM INTO ?').run(databaseFileOf(to));
  } finally {
    database.close();
  }
}

/** Encodes a text as a key. */
export const encodeKey = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

/** Decodes a key to its text. */
export const decodeKey = (key: unknown): string =>
  Buffer.from(key as Uint8Array)
    .swap16()
    .toString('utf16le');

/** Prepared statements on the tables; every call raises SQLite's own error. */
export interface Statements {
  get(key: DocumentKey): StoredDocument | undefined;
  /** False where there is a document already. */
  insert(key: DocumentKey, next: StoredDocument): boolean;
  /** False where the version named by `etag` is not the present one. */
  replace(key: DocumentKey, next: StoredDocument, etag: string): boolean;
  /** False where the version named by `etag` is not the present one. */
  remove(key: DocumentKey, etag: string): boolean;
  /** Ids and versions of documents by ascending id, strictly after the one given. */
  list(kind: string, partner: string, after: string | undefined, limit: number): Omit<StoredDocument, 'value'>[];
  partitions(): Partition[];
  /** Copies a document to the quarantine table and returns the number of its row. */
  quarantine(key: DocumentKey, stored: StoredDocument, reason: string, at: Date): number;
  purgeQuarantine(before: Date): void;
  /** Deletes a partner's quarantined rows that contain one of these texts. */
  purgeQuarantineOf(partner: string, texts: readonly string[]): void;
}

const documentOfRow = ({ id, etag, value }: Record<string, unknown>): StoredDocument => ({
  id: decodeKey(id),
  etag: String(etag),
  value: JSON.parse(String(value)) as Json,
});

/** Prepares the statements of a database. */
export function prepareStatements(database: DatabaseSync): Statements {
  const one = 'kind = ? AND partner = ? AND id = ?';
  const get = database.prepare(`SELECT id, etag, value FROM documents WHERE ${one}`);
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const replace = database.prepare(`UPDATE documents SET etag = ?, value = ? WHERE ${one} AND etag = ?`);
  const remove = database.prepare(`DELETE FROM documents WHERE ${one} AND etag = ?`);
  const listed = 'SELECT id, etag FROM documents WHERE kind = ? AND partner = ?';
  const first = database.prepare(`${listed} ORDER BY id LIMIT ?`);
  const following = database.prepare(`${listed} AND id > ? ORDER BY id LIMIT ?`);
  const partitions = database.prepare('SELECT DISTINCT kind, partner FROM documents');
  const setAside = database.prepare('INSERT INTO set_aside VALUES (?, ?, ?, ?, ?, ?) RETURNING rowid');
  const forgetBefore = database.prepare('DELETE FROM set_aside WHERE at < ?');
  const asideOf = database.prepare('SELECT rowid, id, value FROM set_aside WHERE partner = ?');
  const forgetRow = database.prepare('DELETE FROM set_aside WHERE rowid = ?');

  const named = ({ kind, partner, id }: DocumentKey): [string, Uint8Array, Uint8Array] => [
    kind,
    encodeKey(partner),
    encodeKey(id),
  ];

  return {
    get(key) {
      const found = get.get(...named(key));
      return found === undefined ? undefined : documentOfRow(found);
    },
    insert: (key, { etag, value }) => insert.run(...named(key), etag, JSON.stringify(value)).changes === 1,
    replace: (key, next, etag) => replace.run(next.etag, JSON.stringify(next.value), ...named(key), etag).changes === 1,
    remove: (key, etag) => remove.run(...named(key), etag).changes === 1,
    list: (kind, partner, after, limit) =>
      (after === undefined
        ? first.all(kind, encodeKey(partner), limit)
        : following.all(kind, encodeKey(partner), encodeKey(after), limit)
      ).map(({ id, etag }) => ({ id: decodeKey(id), etag: String(etag) })),
    partitions: () =>
      partitions.all().map(({ kind, partner }) => ({ kind: String(kind), partner: decodeKey(partner) })),
    quarantine: (key, { value }, reason, at) =>
      Number(setAside.get(at.toISOString(), ...named(key), JSON.stringify(value), reason)?.['rowid']),
    purgeQuarantine: (before) => void forgetBefore.run(before.toISOString()),
    purgeQuarantineOf(partner, texts) {
      const looked = texts.map((text) => JSON.stringify(text).slice(1, -1));
      for (const { rowid, id, value } of asideOf.all(encodeKey(partner))) {
        const held = `${JSON.stringify(decodeKey(id))}${String(value)}`;
        if (looked.some((text) => held.includes(text))) forgetRow.run(Number(rowid));
      }
    },
  };
}

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { claimFolder } from '../folderFormat.ts';
import { nodeDisk } from '../lowdb/disk.ts';
import { hasSqlite, noSqlite } from './support.ts';

/** The file of a data folder that holds the documents. */
export const databaseOf = (folder: string): string => join(folder, 'customer-desk.db');

/** This Node has no SQLite; the message says what to do. */
export class NoSqlite extends Error {
  constructor() {
    super(`STORAGE: ${noSqlite(process.version)}`);
  }
}

// Keys are UTF-16, big end first: SQLite compares their bytes, so they stand in the order of JavaScript's own comparison,
// and any text is a key of its own.
const tables = `
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
`;

/** node:sqlite. Raises NoSqlite. */
async function sqlite(): Promise<typeof import('node:sqlite')> {
  if (!hasSqlite(process.version)) throw new NoSqlite();
  return import('node:sqlite');
}

/**
 * Opens the database of an existing folder, made where there is none, for the process that holds the folder. Raises NoSqlite,
 * and UnusableFolder where a newer version or another store wrote it.
 */
export async function openDatabase(folder: string): Promise<DatabaseSync> {
  const { DatabaseSync: Database } = await sqlite();
  await claimFolder(nodeDisk, folder, 'sqlite', folder);
  const file = databaseOf(folder);
  // SQLite gives the files beside it the rights of this one.
  await (await open(file, 'a', 0o600)).close();
  const database = new Database(file);
  // Each commit is on the disk before it counts; what is removed is overwritten, as it may have been a password.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000;',
  );
  database.exec(tables);
  return database;
}

/** Opens the database of a folder to read it, also beside the process that holds it. Raises NoSqlite. */
export async function readDatabase(folder: string): Promise<DatabaseSync> {
  const { DatabaseSync: Database } = await sqlite();
  return new Database(databaseOf(folder), { readOnly: true });
}

/** Copies the database of a folder as it is at one moment, also beside the process that holds it, into another folder. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = await readDatabase(from);
  try {
    await (await open(databaseOf(to), 'wx', 0o600)).close();
    database.prepare('VACUUM INTO ?').run(databaseOf(to));
  } finally {
    database.close();
  }
}

/** A text as a key. */
export const keyOf = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

/** The text of a key. */
export const textOf = (key: unknown): string =>
  Buffer.from(key as Uint8Array)
    .swap16()
    .toString('utf16le');

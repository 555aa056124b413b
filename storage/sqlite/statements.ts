import type { DatabaseSync } from 'node:sqlite';
import type { Json, Key, Partition, Stored } from '../documents.ts';
import { keyOf, textOf } from './database.ts';

/** What is asked of the tables, each in one statement; every call raises SQLite's own error. */
export interface Statements {
  get(key: Key): Stored | undefined;
  /** False where there is a document already. */
  insert(key: Key, next: Stored): boolean;
  /** False where the version named by `etag` is not the present one. */
  replace(key: Key, next: Stored, etag: string): boolean;
  /** False where the version named by `etag` is not the present one. */
  remove(key: Key, etag: string): boolean;
  /** By ascending id, strictly after the one given. */
  list(kind: string, partner: string, after: string | undefined, limit: number): Stored[];
  partitions(): Partition[];
  /** Copies a document to those that were set aside, and gives the number of its row. */
  setAside(key: Key, stored: Stored, reason: string, at: Date): number;
  forgetSetAside(before: Date): void;
  /** Forgets of a partner what was set aside and holds one of these texts. */
  forgetSetAsideOf(partner: string, texts: readonly string[]): void;
}

const storedOf = ({ id, etag, value }: Record<string, unknown>): Stored => ({
  id: textOf(id),
  etag: String(etag),
  value: JSON.parse(String(value)) as Json,
});

/** The statements of a database, prepared once. */
export function statementsOf(database: DatabaseSync): Statements {
  const one = 'kind = ? AND partner = ? AND id = ?';
  const get = database.prepare(`SELECT id, etag, value FROM documents WHERE ${one}`);
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const replace = database.prepare(`UPDATE documents SET etag = ?, value = ? WHERE ${one} AND etag = ?`);
  const remove = database.prepare(`DELETE FROM documents WHERE ${one} AND etag = ?`);
  const listed = 'SELECT id, etag, value FROM documents WHERE kind = ? AND partner = ?';
  const first = database.prepare(`${listed} ORDER BY id LIMIT ?`);
  const following = database.prepare(`${listed} AND id > ? ORDER BY id LIMIT ?`);
  const partitions = database.prepare('SELECT DISTINCT kind, partner FROM documents');
  const setAside = database.prepare('INSERT INTO set_aside VALUES (?, ?, ?, ?, ?, ?) RETURNING rowid');
  const forgetBefore = database.prepare('DELETE FROM set_aside WHERE at < ?');
  const asideOf = database.prepare('SELECT rowid, id, value FROM set_aside WHERE partner = ?');
  const forgetRow = database.prepare('DELETE FROM set_aside WHERE rowid = ?');

  const named = ({ kind, partner, id }: Key): [string, Uint8Array, Uint8Array] => [kind, keyOf(partner), keyOf(id)];

  return {
    get(key) {
      const found = get.get(...named(key));
      return found === undefined ? undefined : storedOf(found);
    },
    insert: (key, { etag, value }) => insert.run(...named(key), etag, JSON.stringify(value)).changes === 1,
    replace: (key, next, etag) => replace.run(next.etag, JSON.stringify(next.value), ...named(key), etag).changes === 1,
    remove: (key, etag) => remove.run(...named(key), etag).changes === 1,
    list: (kind, partner, after, limit) =>
      (after === undefined
        ? first.all(kind, keyOf(partner), limit)
        : following.all(kind, keyOf(partner), keyOf(after), limit)
      ).map(storedOf),
    partitions: () => partitions.all().map(({ kind, partner }) => ({ kind: String(kind), partner: textOf(partner) })),
    setAside: (key, { value }, reason, at) =>
      Number(setAside.get(at.toISOString(), ...named(key), JSON.stringify(value), reason)?.['rowid']),
    forgetSetAside: (before) => void forgetBefore.run(before.toISOString()),
    forgetSetAsideOf(partner, texts) {
      const looked = texts.map((text) => JSON.stringify(text).slice(1, -1));
      for (const { rowid, id, value } of asideOf.all(keyOf(partner))) {
        const held = `${JSON.stringify(textOf(id))}${String(value)}`;
        if (looked.some((text) => held.includes(text))) forgetRow.run(Number(rowid));
      }
    },
  };
}

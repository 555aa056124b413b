import type { DatabaseSync } from 'node:sqlite';
import type { DocumentKey, Json, Partition, Summarizer, Summary } from '../documents.ts';
import { decodeKey, encodeKey } from './database.ts';

/** A document's id and its summary, absent where the summarizer raised an error. */
interface SummaryRow {
  readonly id: string;
  readonly summary?: Json;
}

/** Prepared statements on the table of summaries; every call raises SQLite's own error. */
export interface SummaryTable {
  /** Writes a document's summary over the former one. */
  write(key: DocumentKey, summary: Summary): void;
  /** The documents' summaries by ascending id, strictly after the one given; those that are missing are written. */
  list(partition: Partition, summarizer: Summarizer, after: string | undefined, limit: number): SummaryRow[];
}

const valueOf = (summarizer: Summarizer, stored: string): Json | undefined => {
  try {
    return summarizer.of(JSON.parse(stored) as Json);
  } catch {
    return undefined;
  }
};

/** Prepares the statements of a database. */
export function prepareSummaryTable(database: DatabaseSync): SummaryTable {
  const write = database.prepare('INSERT OR REPLACE INTO summaries VALUES (?, ?, ?, ?, ?)');
  const document = database.prepare('SELECT value FROM documents WHERE kind = ? AND partner = ? AND id = ?');
  // The first one's columns are in the documents' index, so that no document is read.
  const listed = `
    SELECT documents.id AS id, summaries.summary AS summary FROM documents
    LEFT JOIN summaries ON summaries.kind = documents.kind AND summaries.partner = documents.partner
      AND summaries.id = documents.id AND summaries.form = ?
    WHERE documents.kind = ? AND documents.partner = ?`;
  const first = database.prepare(`${listed} ORDER BY documents.id LIMIT ?`);
  const following = database.prepare(`${listed} AND documents.id > ? ORDER BY documents.id LIMIT ?`);

  const writeSummary = ({ kind, partner, id }: DocumentKey, { form, value }: Summary): void =>
    void write.run(kind, encodeKey(partner), encodeKey(id), form, JSON.stringify(value));

  const summarize = (key: DocumentKey, summarizer: Summarizer): SummaryRow => {
    const found = document.get(key.kind, encodeKey(key.partner), encodeKey(key.id));
    const value = valueOf(summarizer, String(found?.['value']));
    if (value === undefined) return { id: key.id };
    writeSummary(key, { form: summarizer.form, value });
    return { id: key.id, summary: value };
  };

  return {
    write: writeSummary,
    list({ kind, partner }, summarizer, after, limit) {
      const { form } = summarizer;
      const rows =
        after === undefined
          ? first.all(form, kind, encodeKey(partner), limit)
          : following.all(form, kind, encodeKey(partner), encodeKey(after), limit);
      return rows.map(({ id, summary }) =>
        typeof summary === 'string'
          ? { id: decodeKey(id), summary: JSON.parse(summary) as Json }
          : summarize({ kind, partner, id: decodeKey(id) }, summarizer),
      );
    },
  };
}

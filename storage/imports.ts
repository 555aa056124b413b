import { z } from 'zod';
import { collection, type Collection } from './collection.ts';
import { StaleDocument, type Documents } from './documents.ts';
import { fault } from './draft.ts';
import { refusal } from './stages.ts';

/** How far one row of an import is; `faulty` and `there` were found by the check, and are not begun. */
export const rowStates = ['faulty', 'there', 'ready', 'added', 'recorded', 'failed', 'unfinished', 'stopped'] as const;
export type RowState = (typeof rowStates)[number];

const importRow = z.object({
  /** Its number in the file, the first row being 1. */
  n: z.number().int(),
  /** As they were sent; emptied when nothing of the row is needed any more. */
  cells: z.array(z.string()),
  kind: z.enum(['new', 'existing']).exactOptional(),
  name: z.string(),
  state: z.enum(rowStates),
  /** What the check found: the column's stable name, the line of an order, the fault. */
  faults: z.array(z.object({ column: z.string(), line: z.number().exactOptional(), fault })),
  /** Id of the customer's record, and of its submission: of this row's own, or of one that was there. */
  record: z.string().exactOptional(),
  /** Why Partner Center did not do it. */
  refusal: refusal.exactOptional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** Rows of an import, so many a document; `at` is when they were sent. */
export const importRows = z.object({ at: z.string(), rows: z.array(importRow) });
export type ImportRows = z.infer<typeof importRows>;

/** Days an import is kept after it ended, or while nobody submits it. */
export const importDays = 7;

/** Rows in one document. */
export const rowsAtOnce = 25;

/** The document that holds a row, by its place in the file. */
export const chunkId = (id: string, chunk: number): string => `${id}-${String(chunk).padStart(4, '0')}`;

const counts = z.record(z.enum(rowStates), z.number().int());
export type RowCounts = z.infer<typeof counts>;

/** A file of customers on its way: all of it but its rows. */
export const importHead = z.object({
  id: z.string(),
  /** `unfinished`: waits for Submit, or for Finish; `running`: resumed at start; `done`: what failed can still be had. */
  state: z.enum(['unfinished', 'running', 'done']),
  /** Submit was pressed, or Finish: it is to run, should the process end before it does. */
  submitted: z.boolean().exactOptional(),
  /** Rows that were not begun are not begun any more. */
  stopping: z.boolean().exactOptional(),
  userId: z.string(),
  userName: z.string().exactOptional(),
  language: z.enum(['en', 'zh-TW', 'zh-CN', 'ru']),
  createdAt: z.string(),
  /** The day its rows are judged by, `yyyy-mm-dd`. */
  today: z.string(),
  /** Name of the file, and its encoding; absent for pasted text. */
  file: z.string().exactOptional(),
  encoding: z.string().exactOptional(),
  header: z.array(z.string()),
  dates: z.enum(['dmy', 'mdy']),
  /** A date with slashes as it is written in the file, where there is one. */
  slashed: z.string().exactOptional(),
  /** Company and contact of the first row: a wrong encoding shows. */
  first: z.array(z.string()),
  remarks: z.number().int(),
  rows: z.number().int(),
  /** Places of the rows that are shown first, for their faults. */
  faulty: z.array(z.number().int()),
  new: z.number().int(),
  existing: z.number().int(),
  counts,
  conversation: z.record(z.string(), z.unknown()),
  progressCard: z.string().exactOptional(),
  endedAt: z.string().exactOptional(),
  /** The end was told. */
  told: z.boolean().exactOptional(),
});
export type ImportHead = z.infer<typeof importHead>;

/** Who adds the customer of a domain, or of a Microsoft ID (the document's id), by an import: the record it is to be. */
const reservation = z.object({ record: z.string(), at: z.string() });
export type Reservation = z.infer<typeof reservation>;

/** Imports by partner. */
export interface Imports {
  readonly heads: Collection<ImportHead>;
  readonly rows: Collection<ImportRows>;
  readonly reservations: Collection<Reservation>;
}

/** Imports over a store. */
export const imports = (documents: Documents): Imports => ({
  heads: collection(documents, { kind: 'imports', schema: importHead, version: 1, migrations: [] }),
  rows: collection(documents, { kind: 'import-rows', schema: importRows, version: 1, migrations: [] }),
  reservations: collection(documents, { kind: 'import-claims', schema: reservation, version: 1, migrations: [] }),
});

/** No row in any state. */
export const noRows = (): RowCounts => ({
  faulty: 0,
  there: 0,
  ready: 0,
  added: 0,
  recorded: 0,
  failed: 0,
  unfinished: 0,
  stopped: 0,
});

/** How many of these rows are in which state. */
export function countRows(rows: readonly ImportRow[]): RowCounts {
  const found = noRows();
  for (const { state } of rows) found[state]++;
  return found;
}

/** The documents that hold an import's rows, in order. */
export const chunksOf = ({ id, rows }: Pick<ImportHead, 'id' | 'rows'>): string[] =>
  Array.from({ length: Math.ceil(rows / rowsAtOnce) }, (_none, chunk) => chunkId(id, chunk));

/** Changes an import's head as it is now; undefined when it is gone. */
export async function changeHead(
  { heads }: Imports,
  partner: string,
  id: string,
  change: (head: ImportHead) => ImportHead,
): Promise<ImportHead | undefined> {
  for (;;) {
    const stored = await heads.get(partner, id);
    if (stored === undefined) return undefined;
    const next = change(stored.value);
    try {
      await heads.replace(partner, id, next, stored.etag);
      return next;
    } catch (error) {
      // Somebody else's change went first, so this cannot repeat without end.
      if (!(error instanceof StaleDocument)) throw error;
    }
  }
}

/** Removes an import and all of its rows; what is gone already is no fault. */
export async function removeImport(
  { heads, rows }: Imports,
  partner: string,
  head: Pick<ImportHead, 'id' | 'rows'>,
): Promise<void> {
  for (const id of chunksOf(head)) {
    const stored = await rows.get(partner, id);
    if (stored !== undefined) await rows.remove(partner, id, stored.etag);
  }
  const stored = await heads.get(partner, head.id);
  if (stored !== undefined) await heads.remove(partner, head.id, stored.etag);
}

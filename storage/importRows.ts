import * as z from 'zod';
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
  /** What it leaves out and is taken as the card begins with: the column, the line of an order, the value. */
  taken: z.array(z.object({ column: z.string(), line: z.number(), value: z.string() })).exactOptional(),
  /** Id of the customer's record, and of its submission: of this row's own, or of one that was there. */
  record: z.string().exactOptional(),
  /** Why Partner Center did not do it. */
  refusal: refusal.exactOptional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** Rows of an import, so many a document; `at` is when they were sent. */
export const importRows = z.object({ at: z.string(), rows: z.array(importRow) });
export type ImportRows = z.infer<typeof importRows>;

/** A row without what it says of the customer. */
export const emptied = ({ taken: _taken, ...row }: ImportRow): ImportRow => ({
  ...row,
  cells: [],
  name: '',
  faults: [],
});

/** Rows in one document. */
export const rowsAtOnce = 25;

/** The document that holds a row, by its place in the file. */
export const chunkId = (id: string, chunk: number): string => `${id}-${String(chunk).padStart(4, '0')}`;

/** The documents that hold an import's rows, in order. */
export const chunksOf = ({ id, rows }: { readonly id: string; readonly rows: number }): string[] =>
  Array.from({ length: Math.ceil(rows / rowsAtOnce) }, (_none, chunk) => chunkId(id, chunk));

/** How many rows are in which state. */
export const rowCounts = z.record(z.enum(rowStates), z.number().int());
export type RowCounts = z.infer<typeof rowCounts>;

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

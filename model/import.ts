import * as z from 'zod';
import { fault } from './draft.ts';
import { refusal } from './stages.ts';
import { requestedBy } from './requestedBy.ts';

/**
 * States of a row of an import; rows the check found `faulty`, or `there` already, and those the user left out, are not
 * processed.
 */
export const rowStates = [
  'faulty',
  'there',
  'leftOut',
  'ready',
  'added',
  'recorded',
  'failed',
  'unfinished',
  'stopped',
] as const;
export type RowState = (typeof rowStates)[number];

const importRow = z.object({
  /** Its number in the file, the first row being 1. */
  n: z.number().int(),
  /** Cells as they were sent, but a domain that was taken from a proposal; emptied when the row is no longer needed. */
  cells: z.array(z.string()),
  kind: z.enum(['new', 'existing']).exactOptional(),
  name: z.string(),
  state: z.enum(rowStates),
  /** Faults found by the check: the column's stable name, the line of an order, the fault. */
  faults: z.array(z.object({ column: z.string(), line: z.number().exactOptional(), fault })),
  /** Defaults taken for cells it leaves out: the column, the line of an order, the value. */
  taken: z.array(z.object({ column: z.string(), line: z.number(), value: z.string() })).exactOptional(),
  /** Stable names of its columns with values that are not asked for such a customer. */
  ignored: z.array(z.string()).exactOptional(),
  /** Its domain, where that was taken from a proposal. */
  proposal: z.string().exactOptional(),
  /** A customer of the same name or registration ID is recorded already, or named in an earlier row, which is named. */
  alike: z.object({ by: z.enum(['name', 'registration']), row: z.number().int().exactOptional() }).exactOptional(),
  /** Id of the customer's record and submission: created by this row, or there before. */
  record: z.string().exactOptional(),
  /** Partner Center's refusal. */
  refusal: refusal.exactOptional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** Schema of a chunk of an import's rows, one document; `at` is when they were sent. */
export const importRows = z.object({ at: z.string(), rows: z.array(importRow) });
export type ImportRows = z.infer<typeof importRows>;

/** The row without the customer's data. */
export const withoutCells = ({
  taken: _taken,
  ignored: _ignored,
  alike: _alike,
  proposal: _proposal,
  ...row
}: ImportRow): ImportRow => ({
  ...row,
  cells: [],
  name: '',
  faults: [],
});

/** Rows in one document. */
export const rowsPerChunk = 25;

/** Id of the document of a chunk. */
export const chunkId = (id: string, chunk: number): string => `${id}-${String(chunk).padStart(4, '0')}`;

/** Ids of the documents that hold an import's rows, in order. */
export const chunksOf = ({ id, rows }: { readonly id: string; readonly rows: number }): string[] =>
  Array.from({ length: Math.ceil(rows / rowsPerChunk) }, (_none, chunk) => chunkId(id, chunk));

/** Schema of the number of rows by state. */
const rowCounts = z.record(z.enum(rowStates), z.number().int());
export type RowCounts = z.infer<typeof rowCounts>;

/** Counts of zero for every state. */
export const zeroCounts = (): RowCounts => ({
  faulty: 0,
  there: 0,
  leftOut: 0,
  ready: 0,
  added: 0,
  recorded: 0,
  failed: 0,
  unfinished: 0,
  stopped: 0,
});

/** Counts rows by state. */
export function countRows(rows: readonly ImportRow[]): RowCounts {
  const found = zeroCounts();
  for (const { state } of rows) found[state]++;
  return found;
}

/** Days an import is kept after it ended, or while nobody submits it. */
export const importDays = 7;

/** Schema of an import of customers from a file: everything but its rows. */
export const importHead = z.object({
  id: z.string(),
  /**
   * `unfinished`: waits for Submit or Finish; `running`: resumed at start; `done`: failed rows can still be downloaded.
   */
  state: z.enum(['unfinished', 'running', 'done']),
  /** Submit or Finish was pressed: it runs at the next start if the process ends before. */
  submitted: z.boolean().exactOptional(),
  /** Stop was pressed: no further row is started. */
  stopping: z.boolean().exactOptional(),
  ...requestedBy,
  /** The user's date at the time of the check, `yyyy-mm-dd`; dates in rows are compared with it. */
  today: z.string(),
  /** Name of the file, and its encoding; absent for pasted text. */
  file: z.string().exactOptional(),
  encoding: z.string().exactOptional(),
  /** Format for downloads: a workbook, or text with the file's own delimiter. Absent in older imports: commas. */
  format: z.union([z.literal('xlsx'), z.object({ delimiter: z.string() })]).exactOptional(),
  header: z.array(z.string()),
  dates: z.enum(['dmy', 'mdy']),
  /** Example of a date with slashes from the file, where there is one. */
  slashed: z.string().exactOptional(),
  /** Company and contact of the first row, in which a wrong encoding shows. */
  first: z.array(z.string()),
  remarks: z.number().int(),
  /** Number of rows with totals, which are skipped. */
  totals: z.number().int().exactOptional(),
  /** Stable names of columns that the file does not have and rows need. */
  lacking: z.array(z.string()).exactOptional(),
  /** Number of rows that may be new or existing customers, where the user has not said which. */
  asked: z.number().int().exactOptional(),
  /** The user's answer for those rows. */
  kindless: z.enum(['new', 'existing']).exactOptional(),
  /** Number of rows without a domain for which one is proposed. */
  proposed: z.number().int().exactOptional(),
  rows: z.number().int(),
  /** Indexes of the rows with faults, which are shown first. */
  faulty: z.array(z.number().int()),
  /** Indexes of the rows whose company may be in the list or in the file already; they are shown next. */
  alike: z.array(z.number().int()).exactOptional(),
  /** Indexes of the rows that the user left out; each keeps its place among the faulty or alike ones, to be taken in again. */
  leftOut: z.array(z.number().int()).exactOptional(),
  new: z.number().int(),
  existing: z.number().int(),
  counts: rowCounts,
  /** Cards that show passwords of its customers: their number, the activity's id, the customers' records. */
  credentials: z
    .array(z.object({ n: z.number().int(), card: z.string(), records: z.array(z.string()) }))
    .exactOptional(),
  endedAt: z.string().exactOptional(),
  /** The user was told that it ended. */
  told: z.boolean().exactOptional(),
});
export type ImportHead = z.infer<typeof importHead>;

/** Schema of a reservation: the record that an import is creating for a domain or Microsoft ID (the document's id). */
export const reservation = z.object({ record: z.string(), at: z.string() });
export type Reservation = z.infer<typeof reservation>;

import * as z from 'zod';
import { asked } from './asked.ts';
import { collection, type Collection } from './collection.ts';
import { StaleDocument, type Documents } from './documents.ts';
import { chunksOf, importRows, rowCounts, type ImportRows } from './importRows.ts';

/** Days an import is kept after it ended, or while nobody submits it. */
export const importDays = 7;

/** A file of customers on its way: all of it but its rows. */
export const importHead = z.object({
  id: z.string(),
  /** `unfinished`: waits for Submit, or for Finish; `running`: resumed at start; `done`: what failed can still be had. */
  state: z.enum(['unfinished', 'running', 'done']),
  /** Submit was pressed, or Finish: it is to run, should the process end before it does. */
  submitted: z.boolean().exactOptional(),
  /** Rows that were not begun are not begun any more. */
  stopping: z.boolean().exactOptional(),
  ...asked,
  /** The day its rows are judged by, `yyyy-mm-dd`. */
  today: z.string(),
  /** Name of the file, and its encoding; absent for pasted text. */
  file: z.string().exactOptional(),
  encoding: z.string().exactOptional(),
  /** How its rows go back: in a workbook, or as text with the delimiter it came with. Absent of older ones: with commas. */
  format: z.union([z.literal('xlsx'), z.object({ delimiter: z.string() })]).exactOptional(),
  header: z.array(z.string()),
  dates: z.enum(['dmy', 'mdy']),
  /** A date with slashes as it is written in the file, where there is one. */
  slashed: z.string().exactOptional(),
  /** Company and contact of the first row: a wrong encoding shows. */
  first: z.array(z.string()),
  remarks: z.number().int(),
  /** Rows of totals, which are left out. */
  totals: z.number().int().exactOptional(),
  /** Stable names of columns that the file does not have and rows need. */
  lacking: z.array(z.string()).exactOptional(),
  /** How many rows are of new customers or of existing ones, which nobody has said yet. */
  asked: z.number().int().exactOptional(),
  /** What was said of these. */
  kindless: z.enum(['new', 'existing']).exactOptional(),
  rows: z.number().int(),
  /** Places of the rows that are shown first, for their faults. */
  faulty: z.array(z.number().int()),
  new: z.number().int(),
  existing: z.number().int(),
  counts: rowCounts,
  /** Cards on which passwords of its customers stand open: their number, the activity's id, the customers' records. */
  credentials: z
    .array(z.object({ n: z.number().int(), card: z.string(), records: z.array(z.string()) }))
    .exactOptional(),
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

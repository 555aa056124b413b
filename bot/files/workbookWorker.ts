import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import readSheets, { type CellValue } from 'read-excel-file/universal';
import writeSheets, { type Cell } from 'write-excel-file/universal';

/** One sheet of a workbook, with the displayed text of each cell. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A sheet to be written; texts stay texts, even if they look like numbers or formulas. */
export interface NewSheet {
  readonly name: string;
  /** The first row names the columns. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Empty rows formatted as text, so that a typed postal code keeps its zeros. */
  readonly room?: { readonly rows: number; readonly freeColumns: readonly number[] };
}

/** Most unpacked bytes of all parts of a workbook together, and most parts. */
const maxUnpackedBytes = 40 * 1024 * 1024;
const maxParts = 200;

/** Most sheets, rows and columns returned: enough for callers to tell that there are more than they accept. */
const maxSheets = 10;
const maxRows = 20_001;
const maxColumns = 201;

/** Raised for a workbook above the limits. */
class WorkbookTooLarge extends Error {}

/**
 * Parses the sheets of an .xlsx file. Formulas are not computed: the values saved with them count. Raises
 * WorkbookTooLarge by the sizes that the archive declares, before anything is unpacked (no part is unpacked beyond its
 * declared size), and other errors for anything that is no .xlsx file.
 */
async function parseWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  let unpacked = 0;
  let parts = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      parts += 1;
      return false;
    },
  });
  if (unpacked > maxUnpackedBytes || parts > maxParts) throw new WorkbookTooLarge();
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  const sheets = await readSheets(whole);
  return sheets.slice(0, maxSheets).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, maxRows).map((row) => row.slice(0, maxColumns).map(cellText)),
  }));
}

/** The displayed text of a cell; a date as `yyyy-mm-dd`, which cannot be misread. */
function cellText(value: CellValue<number> | null): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/** Largest width of a column, in letters. */
const maxColumnWidth = 50;

/** Writes a sheet as an .xlsx file whose first row is bold and frozen. */
async function serializeWorkbook({ name, rows, room }: NewSheet): Promise<Uint8Array> {
  const [header = [], ...others] = rows;
  const columns = header.map((_cell, at) => ({ width: widthOf(rows, at) }));
  const free = new Set(room?.freeColumns ?? []);
  const empty = header.map((_cell, at): Cell => (free.has(at) ? null : { type: String, format: '@' }));
  const blob = await writeSheets(
    [
      header.map((cell): Cell => ({ ...cellOf(cell), fontWeight: 'bold' })),
      ...others.map((row) => row.map(cellOf)),
      ...Array.from({ length: room?.rows ?? 0 }, () => empty),
    ],
    { sheet: sheetName(name), stickyRowsCount: 1, columns },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

// Text by type and by format, so that a spreadsheet does not compute it, even after an edit.
const cellOf = (cell: string | number) =>
  typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: cell.replaceAll(unwritable, ''), type: String, format: '@' };

// Characters that XML cannot hold.
const unwritable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF](?<![\t\n\r])/gu;

function widthOf(rows: NewSheet['rows'], at: number): number {
  const lengths = rows.slice(0, 200).map((row) => lengthOf(String(row[at] ?? '')));
  return Math.min(maxColumnWidth, Math.max(10, ...lengths) + 2);
}

/** Width of a text in letters; Chinese characters count as two. */
const lengthOf = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);

const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]/\\:*?']+/g, ' ')
    .trim()
    .slice(0, 31) || '1';

/** A task of the worker: read these bytes, or write that sheet. */
export type WorkbookTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'write'; readonly sheet: NewSheet };

/** The result of a task. */
export type WorkbookAnswer =
  | { readonly sheets: readonly Sheet[] }
  | { readonly bytes: Uint8Array }
  | { readonly fault: 'unreadable' | 'too-large' };

async function runTask(task: WorkbookTask): Promise<WorkbookAnswer> {
  if (task.kind === 'write') return { bytes: await serializeWorkbook(task.sheet) };
  try {
    return { sheets: await parseWorkbook(task.bytes) };
  } catch (error) {
    // Any other error means that the file is no readable workbook.
    return { fault: error instanceof WorkbookTooLarge ? 'too-large' : 'unreadable' };
  }
}

// Runs only in a worker thread, whose `workerData` is the task.
parentPort?.postMessage(await runTask(workerData as WorkbookTask));

import { unzipSync } from 'fflate';
import readSheets, { type CellValue } from 'read-excel-file/universal';
import writeSheets, { type Cell } from 'write-excel-file/universal';

/** One sheet of a workbook, each cell as the text a person reads there. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A sheet to be written: texts stay texts, also where they look like numbers or formulas. */
export interface NewSheet {
  readonly name: string;
  /** The first row names the columns. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Empty rows that keep what is typed into them as it is typed, so that a postal code has its zeros. */
  readonly room?: { readonly rows: number; readonly freeColumns: readonly number[] };
}

/** Most bytes of all parts of a workbook together, unpacked; and most of them. */
const mostUnpacked = 40 * 1024 * 1024;
const mostParts = 200;

/** Most of a sheet that is given: enough to tell that there is more than is taken. */
const mostSheets = 10;
const mostRows = 20_001;
const mostColumns = 201;

/** A workbook that holds more than is read. */
export class TooLarge extends Error {}

/**
 * The sheets of an .xlsx file. Formulas are not computed: what counts is the value that was saved with them. Raises TooLarge
 * by what the archive says of itself before anything is unpacked, and no part is unpacked beyond that; raises other errors
 * for what is no such file.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  let unpacked = 0;
  let parts = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      parts += 1;
      return false;
    },
  });
  if (unpacked > mostUnpacked || parts > mostParts) throw new TooLarge();
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  const sheets = await readSheets(whole);
  return sheets.slice(0, mostSheets).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map(textOf)),
  }));
}

/** What a person reads in a cell; a day as `yyyy-mm-dd`, which is nobody's day before month. */
function textOf(value: CellValue<number> | null): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/** Most letters that a column is made wide for. */
const widest = 50;

/** A sheet as the bytes of an .xlsx file, its first row bold and always in sight. */
export async function writeWorkbook({ name, rows, room }: NewSheet): Promise<Uint8Array> {
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

// As text by type and by format: a spreadsheet computes nothing of it, also after it was edited.
const cellOf = (cell: string | number) =>
  typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: cell.replaceAll(unwritable, ''), type: String, format: '@' };

// What XML cannot hold.
const unwritable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF](?<![\t\n\r])/gu;

function widthOf(rows: NewSheet['rows'], at: number): number {
  const lengths = rows.slice(0, 200).map((row) => lengthOf(String(row[at] ?? '')));
  return Math.min(widest, Math.max(10, ...lengths) + 2);
}

/** Chinese characters take the room of two. */
const lengthOf = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);

const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]/\\:*?']+/g, ' ')
    .trim()
    .slice(0, 31) || '1';

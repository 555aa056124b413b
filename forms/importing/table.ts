import Papa from 'papaparse';
import type { Fault } from '../../storage/draft.ts';
import { faultOf } from '../section.ts';
import { columnOf, orderColumns, type ColumnName } from './columns.ts';

/** Most rows of a file, its header and examples not counted. */
export const mostRows = 5_000;

/** Most megabytes of a file. */
export const mostMegabytes = 5;

/** Most lines that are read: blank ones take room too. */
const mostLines = 20_000;

/** Most columns of a file; a wider one is no list of customers. */
const mostColumns = 200;

/** Longest cell that is kept, in UTF-16 units: no answer may be as long. */
const longestCell = 4_000;

/** What a column of a file is for; `line` counts the lines of an order from 0. */
export interface Column {
  readonly name: ColumnName;
  readonly line: number;
}

/** One row of a file; `n` is its number as spreadsheets count, the first row being 1. */
export interface TableRow {
  readonly n: number;
  readonly cells: readonly string[];
}

/** A file of customers, read but not judged. */
export interface Table {
  readonly header: readonly string[];
  /** What each column is for, by its place; undefined where its header is not known. */
  readonly columns: readonly (Column | undefined)[];
  readonly rows: readonly TableRow[];
  /** Rows that begin with #: examples of the template, and remarks. */
  readonly remarks: number;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** A file as a table, or why it is none. The delimiter is the one that gives the most headers a meaning. */
export function readTable(text: string): Table | { readonly fault: Fault } {
  const clean = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  // Excel's own way of naming the delimiter, on a line before the header; it still counts as a row.
  const body = clean.replace(/^sep=.\n/i, '\n');
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, found: headerOf(body, delimiter) }))
    .sort((a, b) => meanings(b.found) - meanings(a.found));
  if (best === undefined || !isUsable(columnsIn(best.found))) return { fault: faultOf('import.fault.header') };
  return tableOf(body, best.delimiter);
}

/** Does this text begin like a file of customers: with a header that is understood, and a row below it? */
export const looksLikeTable = (text: string): boolean =>
  text.trim().includes('\n') && delimiters.some((delimiter) => isUsable(columnsIn(headerOf(text, delimiter))));

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The first row that is not blank; titles of one cell above it are not understood. */
function headerOf(text: string, delimiter: string): readonly string[] {
  // A header that is not closed must not make the whole text one cell, four times over.
  const { data } = Papa.parse<string[]>(text.slice(0, 100_000), { delimiter, newline: '\n', preview: 20 });
  return data.find((cells) => !isBlank(cells)) ?? [];
}

const meanings = (header: readonly string[]): number => header.filter((cell) => columnOf(cell) !== undefined).length;

/** What the columns of a header are for. */
export function columnsIn(header: readonly string[]): readonly (Column | undefined)[] {
  const counts = new Map<ColumnName, number>();
  return header.map((cell) => {
    const name = columnOf(cell);
    if (name === undefined) return undefined;
    const line = counts.get(name) ?? 0;
    counts.set(name, line + 1);
    return { name, line };
  });
}

const isUsable = (columns: readonly (Column | undefined)[]): boolean => {
  const names = new Set(columns.map((column) => column?.name));
  return names.has('companyName') && (names.has('domain') || names.has('microsoftId'));
};

function tableOf(text: string, delimiter: string): Table | { readonly fault: Fault } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: mostLines + 1 });
  if (data.length > mostLines) return { fault: faultOf('import.fault.rows', { n: mostRows }) };
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) return { fault: faultOf('import.fault.quote', { n: (open.row ?? 0) + 1 }) };
  const at = data.findIndex((cells) => !isBlank(cells));
  const header = trimmed(data[at] ?? []);
  const columns = columnsIn(header);
  const twice = columns.findIndex((one) => one !== undefined && one.line > 0 && !orderColumns.includes(one.name));
  if (twice >= 0) return { fault: faultOf('import.fault.twice', { label: header[twice]?.trim() ?? '' }) };
  if (header.length > mostColumns) return { fault: faultOf('import.fault.header') };
  const filled = data.flatMap((cells, index) =>
    index <= at || isBlank(cells) ? [] : [{ n: index + 1, cells: trimmed(cells, header.length) }],
  );
  const rows = filled.filter(({ cells }) => cells[0]?.trimStart().startsWith('#') !== true);
  if (rows.length === 0) return { fault: faultOf('import.fault.empty') };
  if (rows.length > mostRows) return { fault: faultOf('import.fault.rows', { n: mostRows }) };
  return { header, columns, rows, remarks: filled.length - rows.length };
}

/** Cells without the empty ones that follow the last column, and none longer than is kept. */
function trimmed(cells: readonly string[], least = 0): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(last + 1, least)).map((cell) => cell.slice(0, longestCell));
}

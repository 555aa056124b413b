import Papa from 'papaparse';
import type { Fault } from '../../storage/draft.ts';
import { faultOf } from '../section.ts';
import { isTotal } from './cells.ts';
import { orderColumns } from './columns.ts';
import { headerOf, isUsable, meanings, type Header } from './header.ts';
import { cellsOf } from './row.ts';

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

/** One row of a file; `n` is its number as spreadsheets count, the first row being 1. */
export interface TableRow {
  readonly n: number;
  readonly cells: readonly string[];
}

/** A file of customers, read but not judged. */
export interface Table extends Header {
  readonly rows: readonly TableRow[];
  /** Rows that begin with #: examples of the template, and remarks. */
  readonly remarks: number;
  /** Rows of totals, which are left out. */
  readonly totals: number;
}

/** Why a file is no table of customers. */
interface NoTable {
  readonly fault: Fault;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** A text as a table with the delimiter it has, or why it is none. The delimiter is the one that gives the most headers a meaning. */
export function readTable(text: string): (Table & { readonly delimiter: string }) | NoTable {
  const clean = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  // Excel's own way of naming the delimiter, on a line before the header, which it does not show.
  const body = clean.replace(/^sep=.\n/i, '');
  const { delimiter } = headed(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: mostLines + 1 });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const table = tableOf(data);
  if (open !== undefined && !('fault' in table && isHeaderFault(table.fault)))
    return { fault: faultOf('import.fault.quote', { row: String((open.row ?? 0) + 1) }) };
  return 'fault' in table ? table : { ...table, delimiter };
}

const isHeaderFault = ({ key }: Fault): boolean => headerFaults.includes(key);

const headerFaults = ['import.fault.header', 'import.fault.unknownHeader', 'import.fault.lacking'];

/** The delimiter that gives the most headers a meaning, and the header it gives. */
function headed(text: string): { readonly delimiter: string; readonly header: Header } {
  // A header that is not closed must not make the whole text one cell, four times over.
  const start = text.slice(0, 100_000);
  const found = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: looked });
    return { delimiter, header: headerOf(data[headerAt(data)] ?? []) };
  });
  return found.reduce((best, one) => {
    const better = meanings(one.header) - meanings(best.header);
    return better > 0 || (better === 0 && one.header.cells.length > best.header.cells.length) ? one : best;
  });
}

/** Rows among which the header is looked for: titles may stand above it. */
const looked = 20;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The place of the header: the first row that has what a list needs, else the one of which most is known; -1 without any. */
function headerAt(rows: readonly (readonly string[])[]): number {
  const headers = rows.slice(0, looked).map(headerOf);
  const usable = headers.findIndex(isUsable);
  if (usable >= 0) return usable;
  const most = Math.max(0, ...headers.map(meanings));
  return most > 0
    ? headers.findIndex((header) => meanings(header) === most)
    : rows.findIndex((cells) => !isBlank(cells));
}

/** Does this text begin like a file of customers: with a header that is understood, and a row below it? */
export const looksLikeTable = (text: string): boolean =>
  text.trim().includes('\n') && isUsable(headed(text.trim()).header);

/** Does this text look like rows copied from a spreadsheet, whatever its header says? */
export function looksLikeRows(text: string): boolean {
  const lines = text.trim().split(/\r\n?|\n/);
  if (lines.length < 2) return false;
  const { delimiter, header } = headed(text.trim());
  const counts = lines.slice(0, 2).map((line) => line.split(delimiter).length);
  const [first = 0, second = 0] = counts;
  return delimiter === '\t' ? first > 1 && second > 1 : first > 2 && second > 2 && meanings(header) > 0;
}

/** Rows as a table, or why they are none. */
export function tableOf(data: readonly (readonly string[])[]): Table | NoTable {
  if (data.length > mostLines) return { fault: faultOf('import.fault.rows', { n: mostRows }) };
  const at = headerAt(data);
  const header = headerOf(trimmed(data[at] ?? []));
  const fault = headerFault(header);
  if (fault !== undefined) return { fault };
  const filled = data.flatMap((cells, index) =>
    index <= at || isBlank(cells) ? [] : [{ n: index + 1, cells: trimmed(cells, header.cells.length) }],
  );
  const unmarked = filled.filter(({ cells }) => cells[0]?.trimStart().startsWith('#') !== true);
  const rows = unmarked.filter(({ cells }) => !isTotalRow(cells, header));
  if (rows.length === 0) return { fault: faultOf('import.fault.empty') };
  if (rows.length > mostRows) return { fault: faultOf('import.fault.rows', { n: mostRows }) };
  return { ...header, rows, remarks: filled.length - unmarked.length, totals: unmarked.length - rows.length };
}

/** Why a row is no header of a list of customers; undefined when it is one. */
function headerFault(header: Header): Fault | undefined {
  const { cells, columns } = header;
  const found = cells.map((cell) => cell.trim().slice(0, 60)).filter((cell) => cell !== '');
  if (found.length === 0 || cells.length > mostColumns) return faultOf('import.fault.header');
  const named = { found: found.slice(0, 15).join(', ') };
  if (meanings(header) === 0) return faultOf('import.fault.unknownHeader', named);
  if (!isUsable(header)) {
    const hasName = columns.some((one) => one?.name === 'companyName');
    return faultOf('import.fault.lacking', {
      ...named,
      lacking: hasName ? '@import.fault.domainOrId' : '@field.companyName',
    });
  }
  const twice = columns.findIndex((one) => one !== undefined && one.line > 0 && !orderColumns.includes(one.name));
  return twice < 0 ? undefined : faultOf('import.fault.twice', { label: cells[twice]?.trim() ?? '' });
}

/** Says a row that it is a total, and of no customer? */
function isTotalRow(texts: readonly string[], header: Header): boolean {
  const first = texts.find((text) => text.trim() !== '') ?? '';
  const cells = cellsOf(texts, header);
  const names = [first, cells.of('companyName'), cells.of('kind')];
  const isNobody = (['domain', 'microsoftId', 'email'] as const).every((name) => cells.of(name) === '');
  return isNobody && names.some((text) => isTotal(text.replace(/[:：]\s*$/, ''), header.languages));
}

/** Cells without the empty ones that follow the last column, and none longer than is kept. */
function trimmed(cells: readonly string[], least = 0): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(last + 1, least)).map((cell) => cell.slice(0, longestCell));
}

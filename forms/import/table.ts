import Papa from 'papaparse';
import type { Fault } from '../../model/draft.ts';
import { newFault } from '../section.ts';
import { isTotal } from './cellReaders.ts';
import { type Header, isCustomerHeader, knownColumnCount, orderColumns, readHeader } from './columns.ts';
import { cellsOf } from './row.ts';

/** Maximum number of rows of a file, without header and examples. */
export const maxRows = 5_000;

/** Maximum size of a file, in megabytes. */
export const maxMegabytes = 5;

/** Maximum number of lines read: blank ones cost memory too. */
const maxFileLines = 20_000;

/** Maximum number of columns; a wider file is no list of customers. */
const maxColumns = 200;

/** Length to which cells are cut, in UTF-16 units: no answer may be as long. */
const maxCellLength = 4_000;

/** One row of a file; `n` is its number as in a spreadsheet, from 1. */
interface TableRow {
  readonly n: number;
  readonly cells: readonly string[];
}

/** A file of customers, read but not judged. */
export interface Table extends Header {
  readonly rows: readonly TableRow[];
  /** Number of rows that begin with #: examples of the template, and remarks. */
  readonly remarks: number;
  /** Number of rows of totals, which are left out. */
  readonly totals: number;
}

/** The fault of a file that is no table of customers. */
interface TableFault {
  readonly fault: Fault;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Parses a text as a table: returns it with the delimiter that gives the most headers a meaning, or the fault. */
export function readTable(text: string): (Table & { readonly delimiter: string }) | TableFault {
  const clean = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  // Excel names the delimiter on a line before the header, which it does not show.
  const body = clean.replace(/^sep=.\n/i, '');
  const { delimiter } = detectDelimiter(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: maxFileLines + 1 });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const table = toTable(data);
  if (open !== undefined && !('fault' in table && isHeaderFault(table.fault)))
    return { fault: newFault('import.fault.quote', { row: String((open.row ?? 0) + 1) }) };
  return 'fault' in table ? table : { ...table, delimiter };
}

const isHeaderFault = ({ key }: Fault): boolean => headerFaults.includes(key);

const headerFaults = ['import.fault.header', 'import.fault.unknownHeader', 'import.fault.lacking'];

/** The delimiter that gives the most headers a meaning, and the header it gives. */
function detectDelimiter(text: string): { readonly delimiter: string; readonly header: Header } {
  // An unclosed quote in the header must not make the whole text one cell, once for each delimiter.
  const start = text.slice(0, 100_000);
  const found = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: headerSearchRows });
    return { delimiter, header: readHeader(data[headerAt(data)] ?? []) };
  });
  return found.reduce((best, one) => {
    const better = knownColumnCount(one.header) - knownColumnCount(best.header);
    return better > 0 || (better === 0 && one.header.cells.length > best.header.cells.length) ? one : best;
  });
}

/** Number of rows searched for the header: titles may stand above it. */
const headerSearchRows = 20;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The index of the header: the first row with the required columns, else the one with most known ones; -1 for none. */
function headerAt(rows: readonly (readonly string[])[]): number {
  const headers = rows.slice(0, headerSearchRows).map(readHeader);
  const usable = headers.findIndex(isCustomerHeader);
  if (usable >= 0) return usable;
  const most = Math.max(0, ...headers.map(knownColumnCount));
  return most > 0
    ? headers.findIndex((header) => knownColumnCount(header) === most)
    : rows.findIndex((cells) => !isBlank(cells));
}

/** True when this text begins like a file of customers: with a known header and a row below it. */
export const looksLikeTable = (text: string): boolean =>
  text.trim().includes('\n') && isCustomerHeader(detectDelimiter(text.trim()).header);

/** True when this text looks like rows copied from a spreadsheet, whatever its header. */
export function looksLikeRows(text: string): boolean {
  const lines = text.trim().split(/\r\n?|\n/);
  if (lines.length < 2) return false;
  const { delimiter, header } = detectDelimiter(text.trim());
  const counts = lines.slice(0, 2).map((line) => line.split(delimiter).length);
  const [first = 0, second = 0] = counts;
  return delimiter === '\t' ? first > 1 && second > 1 : first > 2 && second > 2 && knownColumnCount(header) > 0;
}

/** True when this text begins like rows of a spreadsheet under names of columns: with two known ones, or more. */
export const hasColumnNames = (text: string): boolean =>
  looksLikeRows(text) && knownColumnCount(detectDelimiter(text.trim()).header) > 1;

/** Makes a table from rows; returns the fault where they are none. */
export function toTable(data: readonly (readonly string[])[]): Table | TableFault {
  if (data.length > maxFileLines) return { fault: newFault('import.fault.rows', { n: maxRows }) };
  const at = headerAt(data);
  const header = readHeader(trimCells(data[at] ?? []));
  const fault = headerFault(header);
  if (fault !== undefined) return { fault };
  const filled = data.flatMap((cells, index) =>
    index <= at || isBlank(cells) ? [] : [{ n: index + 1, cells: trimCells(cells, header.cells.length) }],
  );
  const unmarked = filled.filter(({ cells }) => cells[0]?.trimStart().startsWith('#') !== true);
  const rows = unmarked.filter(({ cells }) => !isTotalRow(cells, header));
  if (rows.length === 0) return { fault: newFault('import.fault.empty') };
  if (rows.length > maxRows) return { fault: newFault('import.fault.rows', { n: maxRows }) };
  return { ...header, rows, remarks: filled.length - unmarked.length, totals: unmarked.length - rows.length };
}

/** The fault of a row as the header of a list of customers; undefined when it is one. */
function headerFault(header: Header): Fault | undefined {
  const { cells, columns } = header;
  const found = cells.map((cell) => cell.trim().slice(0, 60)).filter((cell) => cell !== '');
  if (found.length === 0 || cells.length > maxColumns) return newFault('import.fault.header');
  const named = { found: found.slice(0, 15).join(', ') };
  if (knownColumnCount(header) === 0) return newFault('import.fault.unknownHeader', named);
  if (!isCustomerHeader(header)) {
    const hasName = columns.some((one) => one?.name === 'companyName');
    return newFault('import.fault.lacking', {
      ...named,
      lacking: hasName ? '@import.fault.domainOrId' : '@field.companyName',
    });
  }
  const twice = columns.findIndex((one) => one !== undefined && one.line > 0 && !orderColumns.includes(one.name));
  return twice < 0 ? undefined : newFault('import.fault.twice', { label: cells[twice]?.trim() ?? '' });
}

/** True for a row that says it is a total and names no customer. */
function isTotalRow(texts: readonly string[], header: Header): boolean {
  const first = texts.find((text) => text.trim() !== '') ?? '';
  const cells = cellsOf(texts, header);
  const names = [first, cells.of('companyName'), cells.of('kind')];
  const isNobody = (['domain', 'microsoftId', 'email'] as const).every((name) => cells.of(name) === '');
  return isNobody && names.some((text) => isTotal(text.replace(/[:：]\s*$/, ''), header.languages));
}

/** The cells without empty ones after the last column, each cut to `maxCellLength`. */
function trimCells(cells: readonly string[], least = 0): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(last + 1, least)).map((cell) => cell.slice(0, maxCellLength));
}

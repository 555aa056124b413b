import { importReviewCard, importRowCard, type ReviewedRow } from '../../cards/import/importReviewCard.ts';
import {
  agreementColumns,
  alternatives,
  asColumnName,
  columnLabel,
  type ColumnName,
  columnOfHeader,
  type Header,
  isAgreementColumn,
  isReasonHeader,
  readHeader,
  similarColumn,
} from '../../forms/import/columns.ts';
import { cellText, readDate } from '../../forms/import/cellReaders.ts';
import type { Words } from '../../locales/words.ts';
import type { AgreementWay } from '../../partner-center/rules/agreement.ts';
import { chunkId, type ImportHead, type ImportRow, rowsPerChunk } from '../../model/import.ts';
import { maxNewCustomers } from './checkFile.ts';
import type { Turn } from '../turn.ts';
import { planWords } from '../../cards/cartCard.ts';
import { shortened } from '../../cards/elements.ts';
import { refusalSaid, type SaidFault } from '../../cards/faultLines.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import { countryName, languageName } from '../../partner-center/rules/countries.ts';
import { stateName } from '../../partner-center/rules/states.ts';
import type { Plan } from '../../partner-center/rules/catalog.ts';
import { defined } from '../../lib/optional.ts';

/** Rows on one page of the review. */
const pageSize = 8;

/** Shows a page of a checked import, counted from 1; rows with faults come first, then those that may be there twice. */
export async function showImportReview(turn: Turn, head: ImportHead, page: number): Promise<void> {
  const { words, replies, partnerCenter } = turn;
  const pages = Math.max(1, Math.ceil(head.rows / pageSize));
  const n = Math.min(Math.max(1, page), pages);
  const rows = await readRowsAt(turn, head, placesOnPage(head, n));
  replies.show(
    importReviewCard({
      words,
      id: head.id,
      file: fileWords(head, words),
      first: head.first.join(' · '),
      new: head.new,
      existing: head.existing,
      counts: head.counts,
      remarks: head.remarks,
      ...defined({ asked: head.asked, kindless: head.kindless, proposed: head.proposed }),
      totals: head.totals ?? 0,
      alike: head.alike?.filter((at) => head.leftOut?.includes(at) !== true).length ?? 0,
      lacking: (head.lacking ?? []).map((name) => labelOf(name, words)),
      notes: reviewNotes(head, words, partnerCenter),
      page: { n, m: pages },
      rows: rows.map((row) => rowForReview(row, head, words)),
    }),
  );
}

/** Beginning of the page that is one row, followed by its number. */
export const rowPage = 'row-';

/** Shows what the check found in one row, by its number in the file, and how a row is left out; says so where there is none. */
export async function showImportRow(turn: Turn, head: ImportHead, n: number): Promise<void> {
  const { words, replies } = turn;
  // The first row is the header; skipped rows with totals may stand before it.
  let place = Math.min(n - 2, head.rows - 1);
  let [row] = await readRowsAt(turn, head, [place]);
  while (row !== undefined && row.n > n && place > 0) {
    place -= 1;
    [row] = await readRowsAt(turn, head, [place]);
  }
  if (row?.n !== n) return replies.say(words.t('importReview.noRow', { row: String(n) }));
  replies.show(importRowCard(words, head.id, rowForReview(row, head, words), `${rowPage}${String(n)}`));
}

/** Indexes in the file of the rows on a page. */
function placesOnPage({ rows, faulty, alike = [] }: ImportHead, page: number): number[] {
  const first = new Set([...faulty, ...alike]);
  const others = Array.from({ length: rows }, (_none, at) => at).filter((at) => !first.has(at));
  return [...first, ...others].slice((page - 1) * pageSize, page * pageSize);
}

async function readRowsAt(
  { imports, partner }: Turn,
  { id }: ImportHead,
  places: readonly number[],
): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (const place of places) {
    const stored = await imports.rows.get(partner.tenantId, chunkId(id, Math.floor(place / rowsPerChunk)));
    const row = stored?.value.rows[place % rowsPerChunk];
    if (row !== undefined) found.push(row);
  }
  return found;
}

function fileWords({ file, encoding }: ImportHead, { t }: Words): string {
  if (file === undefined) return t('importReview.pasted');
  return encoding === undefined ? file : t('form.pair', { label: file, hint: encoding });
}

/** Unused headers of the file, each with the column it may mean. */
function unusedOf({ header }: ImportHead, words: Words): string[] {
  const { cells, columns } = readHeader(header);
  const there = new Set(columns.flatMap((one) => (one === undefined ? [] : [one.name])));
  return cells
    .filter((cell, at) => cell.trim() !== '' && columns[at] === undefined && !isReasonHeader(cell))
    .slice(0, 10)
    .map((cell) => {
      const meant = columnOfHeader(cell) === undefined ? similarColumn(cell, there) : undefined;
      const text = cell.trim().slice(0, 60);
      return meant === undefined
        ? words.t('importReview.quoted', { text })
        : words.t('importReview.meant', { header: text, label: columnLabel(meant, words) });
    });
}

const labelOf = (column: string, words: Words): string => {
  const name = asColumnName(column);
  return name === undefined ? column : columnLabel(name, words);
};

/** True for an agreement column that is unused because the customer itself accepts. */
const isUnusedIn = (way: AgreementWay | undefined) => (name: ColumnName) =>
  way !== undefined && agreementColumns.includes(name) && !isAgreementColumn(name, way);

function reviewNotes(head: ImportHead, words: Words, { practice, agreementWay }: Turn['partnerCenter']): string[] {
  const { t } = words;
  const unused = unusedOf(head, words);
  const { columns } = readHeader(head.header);
  const isLeftOut = columns.flatMap((column) => column?.name ?? []).some(isUnusedIn(agreementWay));
  const day = head.slashed === undefined ? '' : readDate(head.slashed, head.dates);
  return [
    ...(unused.length === 0 ? [] : [t('importReview.unused', { n: unused.length, columns: words.list(unused) })]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && head.slashed !== undefined && !Number.isNaN(Date.parse(day))
      ? [t('importReview.dates', { typed: head.slashed, day: words.day(day) })]
      : []),
    ...(head.new > 0 && isLeftOut ? [t('importReview.customerAccepts')] : []),
    ...(head.new > 0 ? [t('importReview.passwords')] : []),
    ...(practice && head.new > maxNewCustomers ? [t('importReview.practiceCards', { n: maxNewCustomers })] : []),
    ...(practice && head.new > 0 ? [t('review.practice')] : []),
  ];
}

/** Row for the review card; faults that the card states for all rows are left out. */
export function rowForReview(
  row: ImportRow,
  { header, lacking = [] }: Pick<ImportHead, 'header' | 'lacking'>,
  words: Words,
): ReviewedRow {
  const { n, name, kind, state, ignored = [], alike, proposal } = row;
  const taken = [
    ...(proposal === undefined ? [] : [{ column: 'domain', line: 0, value: proposal }]),
    ...(row.taken ?? []),
  ];
  const said =
    kind === undefined ? '' : (alternatives(words.t(kind === 'new' ? 'cell.new' : 'cell.existing'))[0] ?? '');
  const own = { ...row, faults: row.faults.filter(({ column }) => !lacking.includes(column)) };
  return {
    n,
    name,
    kind: said,
    state,
    faults: rowFaults(own, readHeader(header), words),
    notes:
      state === 'ready'
        ? [
            ...(alike === undefined ? [] : [alikeWords(alike, words)]),
            ...(taken.length === 0 ? [] : [takenWords(taken, words)]),
            ...(ignored.length === 0 ? [] : [ignoredWords(ignored, words)]),
          ]
        : [],
  };
}

/** Sentence of a row whose company may be in the list, or in the file, already. */
function alikeWords({ by, row }: NonNullable<ImportRow['alike']>, { t }: Words): string {
  if (row === undefined) return t(`alike.${by}`);
  return t(by === 'name' ? 'importReview.alikeRow' : 'importReview.alikeRowNumber', { row: String(row) });
}

/** Faults of a row in sentences, for files. */
export const faultWords = (row: ImportRow, header: Header, words: Words): string[] =>
  rowFaults(row, header, words).map(({ said, more = [] }) => words.sentences([said, ...more]));

/** Faults of a row, a sentence each, with their column and value; or Partner Center's refusal. */
function rowFaults(row: ImportRow, header: Header, words: Words): SaidFault[] {
  const { t } = words;
  const { faults, refusal, state } = row;
  // What is wrong with it is said again when it is taken in again.
  if (state === 'leftOut') return [];
  if (state === 'stopped') return [{ said: t('import.fault.stopped') }];
  if (refusal !== undefined && state === 'unfinished')
    return [refusalSaid(refusalOf(refusal), words, (reason) => t('import.fault.unfinished', { reason }))];
  if (refusal !== undefined) {
    const partly = refusal.halfMade === true ? [t('import.fault.halfMade')] : [];
    const { said, more } = refusalSaid(refusalOf(refusal), words);
    return [{ said, more: [...more, ...partly] }];
  }
  return faults.map(({ column, line = 0, fault }) => {
    const label = columnWords(column, line, words);
    const { either, ...data } = fault.data ?? {};
    const allowed = typeof either === 'string' ? { either: eitherWords(either, words) } : {};
    const text = words.say(fault.key, { ...data, ...allowed });
    const value = valueAt(row.cells, header, column, line);
    const said =
      value === '' ? t('importReview.fault', { label, text }) : t('importReview.faultValue', { label, value, text });
    return { said };
  });
}

/** Label of a column in the user's language, with the number of the order line after the first. */
function columnWords(column: string, line: number, words: Words): string {
  const name = asColumnName(column);
  const label = name === undefined ? column : columnLabel(name, words);
  return line === 0 ? label : words.t('form.pair', { label, hint: String(line + 1) });
}

function valueAt(cells: readonly string[], { columns }: Header, column: string, line: number): string {
  const at = columns.findIndex((one) => one?.name === column && one.line === line);
  return shortened(cellText(cells[at] ?? '').replaceAll(/\s+/g, ' '));
}

/** Allowed values of a cell, one a line: literal, or the key of a catalogue text, country, state, culture or plan. */
function eitherWords(lines: string, words: Words): string {
  const quoted = (text: string): string => words.t('importReview.quoted', { text });
  return words.either(
    lines.split('\n').map((one) => {
      const [, kind, value = ''] = /^(@|country:|state:|culture:|plan:)([^]*)$/.exec(one) ?? [];
      if (kind === '@') return quoted(alternatives(words.say(value))[0] ?? value);
      if (kind === 'country:') return countryName(value, words.locale);
      if (kind === 'state:') return stateName(value.slice(0, 2), value.slice(3), words.locale);
      if (kind === 'culture:') return languageName(value, words.locale);
      if (kind === 'plan:') return quoted(planText(value, words));
      return /^[\w-]{2,10}$/.test(one) ? one : quoted(one);
    }),
  );
}

/** Words of a stored plan: its term and billing. */
function planText(kept: string, words: Words): string {
  const [term = '', billing = ''] = kept.split(' ');
  // The stored billing came from a plan.
  return planWords({ term, billing: billing as Plan['billing'] }, words);
}

const ignoredWords = (columns: readonly string[], words: Words): string =>
  words.t('importReview.ignored', { columns: words.list(columns.map((name) => labelOf(name, words))) });

const takenWords = (taken: NonNullable<ImportRow['taken']>, words: Words): string =>
  words.t('importReview.taken', {
    values: words.list(
      taken.map(({ column, line, value }) =>
        words.t('form.pair', {
          label: columnWords(column, line, words),
          hint: column === 'billing' ? planText(value, words) : value,
        }),
      ),
    ),
  });

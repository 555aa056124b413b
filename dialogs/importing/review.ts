import { importReviewCard } from '../../cards/importing/importReviewCard.ts';
import {
  agreementColumns,
  asColumnName,
  columnLabel,
  columnOf,
  isAgreementColumn,
  isReason,
  type ColumnName,
} from '../../forms/importing/columns.ts';
import { dateIn } from '../../forms/importing/cells.ts';
import { headerOf } from '../../forms/importing/header.ts';
import { meantColumn } from '../../forms/importing/meantColumn.ts';
import type { Words } from '../../locales/words.ts';
import type { AgreementWay } from '../../partner-center/agreement.ts';
import { chunkId, rowsAtOnce, type ImportRow } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';
import { mostNew } from './check.ts';
import type { Turn } from '../turn.ts';
import { reviewed } from './rowWords.ts';

/** Rows on one page of the review. */
const pageSize = 8;

/** Shows a page of a checked import, counted from 1; rows with faults come first. */
export async function showReview(turn: Turn, head: ImportHead, page: number): Promise<void> {
  const { words, replies, partnerCenter } = turn;
  const pages = Math.max(1, Math.ceil(head.rows / pageSize));
  const n = Math.min(Math.max(1, page), pages);
  const rows = await rowsAt(turn, head, placesOf(head, n));
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
      ...(head.asked === undefined ? {} : { asked: head.asked }),
      ...(head.kindless === undefined ? {} : { kindless: head.kindless }),
      totals: head.totals ?? 0,
      lacking: (head.lacking ?? []).map((name) => labelOf(name, words)),
      notes: notesOf(head, words, partnerCenter),
      page: { n, m: pages },
      rows: rows.map((row) => reviewed(row, head, words)),
    }),
  );
}

/** Places in the file of the rows on a page. */
function placesOf({ rows, faulty }: ImportHead, page: number): number[] {
  const first = new Set(faulty);
  const others = Array.from({ length: rows }, (_none, at) => at).filter((at) => !first.has(at));
  return [...faulty, ...others].slice((page - 1) * pageSize, page * pageSize);
}

async function rowsAt({ imports, partner }: Turn, { id }: ImportHead, places: readonly number[]): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (const place of places) {
    const stored = await imports.rows.get(partner.tenantId, chunkId(id, Math.floor(place / rowsAtOnce)));
    const row = stored?.value.rows[place % rowsAtOnce];
    if (row !== undefined) found.push(row);
  }
  return found;
}

function fileWords({ file, encoding }: ImportHead, { t }: Words): string {
  if (file === undefined) return t('importReview.pasted');
  return encoding === undefined ? file : t('form.pair', { label: file, hint: encoding });
}

/** Headers that are not used, each with the column it may mean. */
function unusedOf({ header }: ImportHead, words: Words): string[] {
  const { cells, columns } = headerOf(header);
  const there = new Set(columns.flatMap((one) => (one === undefined ? [] : [one.name])));
  return cells
    .filter((cell, at) => cell.trim() !== '' && columns[at] === undefined && !isReason(cell))
    .slice(0, 10)
    .map((cell) => {
      const meant = columnOf(cell) === undefined ? meantColumn(cell, there) : undefined;
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

/** Columns about an agreement that is accepted by the customer itself. */
const isUnusedIn = (way: AgreementWay | undefined) => (name: ColumnName) =>
  way !== undefined && agreementColumns.includes(name) && !isAgreementColumn(name, way);

function notesOf(head: ImportHead, words: Words, { practice, agreementWay }: Turn['partnerCenter']): string[] {
  const { t } = words;
  const unused = unusedOf(head, words);
  const { columns } = headerOf(head.header);
  const isLeftOut = columns.flatMap((column) => column?.name ?? []).some(isUnusedIn(agreementWay));
  const day = head.slashed === undefined ? '' : dateIn(head.slashed, head.dates);
  return [
    ...(unused.length === 0 ? [] : [t('importReview.unused', { columns: words.list(unused) })]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && head.slashed !== undefined && !Number.isNaN(Date.parse(day))
      ? [t('importReview.dates', { typed: head.slashed, day: words.day(day) })]
      : []),
    ...(head.new > 0 && isLeftOut ? [t('importReview.customerAccepts')] : []),
    ...(head.new > 0 ? [t('importReview.passwords')] : []),
    ...(practice && head.new > mostNew ? [t('importReview.practiceCards', { n: mostNew })] : []),
    ...(practice && head.new > 0 ? [t('review.practice')] : []),
  ];
}

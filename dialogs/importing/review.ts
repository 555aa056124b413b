import { importReviewCard } from '../../cards/importing/importReviewCard.ts';
import type { ReviewedRow } from '../../cards/importing/reviewedRow.ts';
import { reasonSentence, reasonWords } from '../../cards/reasons.ts';
import { alternatives, asColumnName, columnLabel, columnOf, isReason } from '../../forms/importing/columns.ts';
import { dateIn } from '../../forms/importing/cells.ts';
import type { Words } from '../../locales/words.ts';
import { chunkId, rowsAtOnce, type ImportRow } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';
import { mostNew } from './check.ts';
import type { Turn } from '../turn.ts';

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
      notes: notesOf(head, words, partnerCenter.practice),
      page: { n, m: pages },
      rows: rows.map((row) => reviewed(row, words)),
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

function notesOf(head: ImportHead, words: Words, practice: boolean): string[] {
  const { t } = words;
  const unused = head.header
    .map((cell) => cell.trim().slice(0, 60))
    .filter((cell) => cell !== '' && columnOf(cell) === undefined && !isReason(cell))
    .slice(0, 10);
  const day = head.slashed === undefined ? '' : dateIn(head.slashed, head.dates);
  return [
    ...(unused.length === 0 ? [] : [t('importReview.unused', { columns: words.list(unused) })]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && head.slashed !== undefined && !Number.isNaN(Date.parse(day))
      ? [t('importReview.dates', { typed: head.slashed, day: words.day(day) })]
      : []),
    ...(head.new > 0 ? [t('importReview.passwords')] : []),
    ...(practice && head.new > mostNew ? [t('importReview.practiceCards', { n: mostNew })] : []),
    ...(practice && head.new > 0 ? [t('review.practice')] : []),
  ];
}

/** A row as cards list it. */
export function reviewed(row: ImportRow, words: Words): ReviewedRow {
  const { n, name, kind, state } = row;
  const said =
    kind === undefined ? '' : (alternatives(words.t(kind === 'new' ? 'cell.new' : 'cell.existing'))[0] ?? '');
  return { n, name, kind: said, state, faults: faultWords(row, words) };
}

/** What is wrong with a row, a sentence each, with the column it is about; or what Partner Center said. */
export function faultWords({ faults, refusal, state }: ImportRow, words: Words): string[] {
  const { t } = words;
  if (state === 'stopped') return [t('import.fault.stopped')];
  if (refusal !== undefined && state === 'unfinished')
    return [t('import.fault.unfinished', { reason: reasonWords(refusal, words) })];
  if (refusal !== undefined) return [reasonSentence(refusal, words)];
  return faults.map(({ column, line = 0, fault }) => {
    const name = asColumnName(column);
    const label = name === undefined ? column : columnLabel(name, words);
    const numbered = line === 0 ? label : t('form.pair', { label, hint: String(line + 1) });
    return t('importReview.fault', { label: numbered, text: words.say(fault.key, fault.data) });
  });
}

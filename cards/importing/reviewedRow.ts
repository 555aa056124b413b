import type { Words } from '../../locales/words.ts';
import { capitalized } from '../../partner-center/text.ts';
import type { RowState } from '../../storage/importRows.ts';
import { faultLine, group, paragraph, shortened, strong, type Element } from '../elements.ts';

/** One row as the review lists it; every fault is a whole line of text. */
export interface ReviewedRow {
  readonly n: number;
  readonly name: string;
  readonly kind: string;
  readonly state: RowState;
  readonly faults: readonly string[];
  /** What the row leaves out and is taken as the card begins with. */
  readonly taken?: string;
}

const nameOf = (name: string, { t }: Words): string => (name === '' ? t('importReview.unnamed') : shortened(name));

/** A row with its name, what becomes of it, and at most so many of its faults; it says when there are more. */
export function reviewedRow(reviewed: ReviewedRow, words: Words, listed: number): Element {
  const { n, name, kind, state, faults, taken } = reviewed;
  const { t } = words;
  const left = faults.length - listed;
  return group([
    // As the spreadsheet numbers it: without a sign between its digits.
    strong(t('importReview.row', { row: String(n), name: nameOf(name, words) })),
    paragraph(capitalized([...(kind === '' ? [] : [kind]), t(`rowState.${state}`)].join(' · '), words.locale), {
      subtle: true,
    }),
    ...faults.slice(0, listed).map((fault) => faultLine(fault)),
    ...(left > 0 ? [paragraph(t('importReview.moreFaults', { n: left }))] : []),
    ...(taken === undefined ? [] : [paragraph(taken, { subtle: true })]),
  ]);
}

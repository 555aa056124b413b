import type { Words } from '../../locales/words.ts';
import type { RowState } from '../../storage/importRows.ts';
import { faultLine, group, paragraph, shortened, strong, type Element } from '../elements.ts';

/** One row as the review lists it; every fault is a whole line of text. */
export interface ReviewedRow {
  readonly n: number;
  readonly name: string;
  readonly kind: string;
  readonly state: RowState;
  readonly faults: readonly string[];
}

const nameOf = (name: string, { t }: Words): string => (name === '' ? t('importReview.unnamed') : shortened(name));

/** A row with its name, what becomes of it, and at most so many of its faults. */
export function reviewedRow({ n, name, kind, state, faults }: ReviewedRow, words: Words, listed: number): Element {
  const { t } = words;
  return group([
    strong(t('importReview.row', { n, name: nameOf(name, words) })),
    paragraph([...(kind === '' ? [] : [kind]), t(`rowState.${state}`)].join(' · '), { subtle: true }),
    ...faults.slice(0, listed).map((fault) => faultLine(fault)),
  ]);
}

import type { Words } from '../../locales/words.ts';
import type { RowCounts } from '../../storage/importRows.ts';
import { button, command } from '../buttons.ts';
import { card, heading, paragraph, type Card } from '../elements.ts';
import { outcome } from './outcome.ts';
import { reviewedRow, type ReviewedRow } from './reviewedRow.ts';

/** What an import came to. */
export interface ImportDoneView {
  readonly words: Words;
  readonly id: string;
  readonly counts: RowCounts;
  /** Existing customers were recorded that can be sent an invitation. */
  readonly invites: boolean;
  /** Days the rows that failed can be had. */
  readonly days: number;
  /** The first rows that failed, with the reason. */
  readonly failed: readonly ReviewedRow[];
}

/** The end of an import: what became of its rows, and what can be done about the others. */
export function importDoneCard(view: ImportDoneView): Card {
  const { words, id, counts } = view;
  const { t } = words;
  const left = counts.failed + counts.faulty + counts.stopped + counts.unfinished;
  const title = t(counts.stopped > 0 ? 'importDone.stopped' : 'importDone.title');
  return card(
    title,
    [
      heading(title),
      ...outcome(words, counts).map((line) => paragraph(line)),
      ...(view.invites ? [paragraph(t('importDone.invite'))] : []),
      ...(left > 0 ? [paragraph(t('importDone.again', { n: view.days }), { subtle: true })] : []),
      ...view.failed.map((row) => reviewedRow(row, words, 1)),
    ],
    [
      ...(counts.unfinished > 0 ? [button(t('button.finish'), { verb: 'importFinish', argument: id }, true)] : []),
      ...(left > 0 ? [button(t('button.failedRows'), { verb: 'importRows', argument: id })] : []),
      ...(view.invites ? [button(t('button.invite'), command('invite'))] : []),
      button(t('button.customers'), command('customers')),
    ],
  );
}

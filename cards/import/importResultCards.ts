import type { Words } from '../../locales/words.ts';
import type { RowCounts } from '../../model/import.ts';
import { button, card, type Card, command, heading, paragraph, stacked } from '../elements.ts';
import { type ReviewedRow, reviewedRowGroup } from './importReviewCard.ts';

/** Progress of an import. */
interface ImportProgress {
  readonly id: string;
  readonly done: number;
  readonly all: number;
  readonly counts: RowCounts;
  readonly stopping: boolean;
}

/** Card of a running import, which stays in the chat when it is over. `all` is the number of rows it began with. */
export function importProgressCard(words: Words, { id, done, all, counts, stopping }: ImportProgress): Card {
  const { t } = words;
  const isOver = done >= all;
  const title = t(isOver ? 'importProgress.over' : 'importProgress.title');
  return card(
    title,
    [
      heading(title),
      paragraph(t('importProgress.done', { done, all })),
      // The card of its end says the same, right beneath.
      ...(isOver ? [] : stacked(importCountLines(words, counts).map((line) => paragraph(line, { subtle: true })))),
      ...(stopping && !isOver ? [paragraph(t('import.stopping'))] : []),
    ],
    stopping || isOver ? [] : [button(t('button.stopImport'), { verb: 'importStop', argument: id })],
  );
}

/** Data of the card of a finished import. */
export interface ImportDoneView {
  readonly words: Words;
  readonly id: string;
  readonly counts: RowCounts;
  /** True where recorded existing customers can be sent an invitation. */
  readonly invites: boolean;
  /** Days for which failed rows are available. */
  readonly days: number;
  /** First failed rows, with their reasons. */
  readonly failed: readonly ReviewedRow[];
}

/** Card of a finished import: the number of rows by result, and the choices for the others. */
export function importDoneCard(view: ImportDoneView): Card {
  const { words, id, counts } = view;
  const { t } = words;
  const left = counts.failed + counts.faulty + counts.stopped + counts.unfinished;
  const title = t(counts.stopped > 0 ? 'importDone.stopped' : 'importDone.title');
  return card(
    title,
    [
      heading(title),
      ...stacked(importCountLines(words, counts).map((line) => paragraph(line))),
      ...(view.invites ? [paragraph(t('importDone.invite'))] : []),
      ...(left > 0 ? [paragraph(t('importDone.again', { n: view.days }), { subtle: true })] : []),
      ...view.failed.map((row) => reviewedRowGroup(row, words, 1)),
    ],
    [
      ...(counts.unfinished > 0 ? [button(t('button.finish'), { verb: 'importFinish', argument: id }, true)] : []),
      ...(left > 0 ? [button(t('button.failedRows'), { verb: 'importRows', argument: id })] : []),
      ...(view.invites ? [button(t('button.invite'), command('invite'))] : []),
      button(t('button.customers'), command('customers')),
    ],
  );
}

/** Lines with the number of rows by result. */
export function importCountLines({ t }: Words, counts: Omit<RowCounts, 'ready'>): string[] {
  return [
    ...(counts.added > 0 ? [t('importDone.added', { n: counts.added })] : []),
    ...(counts.recorded > 0 ? [t('importDone.recorded', { n: counts.recorded })] : []),
    ...(counts.there > 0 ? [t('importDone.there', { n: counts.there })] : []),
    ...(counts.failed + counts.faulty > 0 ? [t('importDone.failed', { n: counts.failed + counts.faulty })] : []),
    ...(counts.leftOut > 0 ? [t('importDone.leftOut', { n: counts.leftOut })] : []),
    ...(counts.unfinished > 0 ? [t('importDone.unfinished', { n: counts.unfinished })] : []),
    ...(counts.stopped > 0 ? [t('importDone.notBegun', { n: counts.stopped })] : []),
  ];
}

import type { Words } from '../../locales/words.ts';
import type { RowCounts } from '../../storage/importRows.ts';
import { button } from '../buttons.ts';
import { card, heading, paragraph, type Card } from '../elements.ts';
import { outcome } from './outcome.ts';

/** How far an import is. */
export interface ImportProgress {
  readonly id: string;
  readonly done: number;
  readonly all: number;
  readonly counts: RowCounts;
  readonly stopping: boolean;
}

/** The import while it runs. `all` are the rows it began with. */
export function importProgressCard(words: Words, { id, done, all, counts, stopping }: ImportProgress): Card {
  const { t } = words;
  return card(
    t('importProgress.title'),
    [
      heading(t('importProgress.title')),
      paragraph(t('importProgress.done', { done, all })),
      ...outcome(words, counts).map((line) => paragraph(line, { subtle: true })),
      ...(stopping ? [paragraph(t('import.stopping'))] : []),
    ],
    stopping || done >= all ? [] : [button(t('button.stopImport'), { verb: 'importStop', argument: id })],
  );
}

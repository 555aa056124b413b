import type { Words } from '../../locales/words.ts';
import type { RowCounts } from '../../storage/importRows.ts';

/** The lines that say how many rows came to what. */
export function outcome({ t }: Words, counts: RowCounts): string[] {
  return [
    ...(counts.added > 0 ? [t('importDone.added', { n: counts.added })] : []),
    ...(counts.recorded > 0 ? [t('importDone.recorded', { n: counts.recorded })] : []),
    ...(counts.there > 0 ? [t('importDone.there', { n: counts.there })] : []),
    ...(counts.failed + counts.faulty > 0 ? [t('importDone.failed', { n: counts.failed + counts.faulty })] : []),
    ...(counts.unfinished > 0 ? [t('importDone.unfinished', { n: counts.unfinished })] : []),
    ...(counts.stopped > 0 ? [t('importDone.notBegun', { n: counts.stopped })] : []),
  ];
}

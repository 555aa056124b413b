import { exportCard, fileFailedCard, fileProgressCard, fileReadyCard } from '../../cards/fileCards.ts';
import { reasonSentence } from '../../cards/reasons.ts';
import type { Words } from '../../locales/words.ts';
import type { Shown } from './gallery.ts';
import { planted } from './planted.ts';

const id = '0f3c6b0e-7d1c-4f35-9b57-2f6f4a1d9c11';

function files(words: Words): Shown[] {
  const reason = reasonSentence({ reason: 'unavailable' }, words);
  return [
    { name: 'export all', card: exportCard(words, { searched: '', ofReseller: '' }) },
    { name: 'export what was found', card: exportCard(words, { searched: planted(100), ofReseller: id }) },
    { name: 'a file is begun', card: fileProgressCard(words, 0) },
    { name: 'a file is being made', card: fileProgressCard(words, 1_500) },
    { name: 'a file is being made of so many', card: fileProgressCard(words, 1_500, 100_000) },
    { name: 'a file is ready', card: fileReadyCard(words, planted(100)) },
    {
      name: 'a file with gaps is ready',
      card: fileReadyCard(words, planted(100), words.t('export.lacking', { n: 2 })),
    },
    { name: 'a file was not made', card: fileFailedCard(words, 'file.notMade', reason, id) },
    { name: 'a file was not saved', card: fileFailedCard(words, 'file.notSaved', undefined, id) },
  ];
}

/** The cards of finding customers, and of taking the list away. */
export const directoryCards = (words: Words): readonly Shown[] => files(words);

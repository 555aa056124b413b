import { exportCard } from '../../cards/fileCards.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import { searchedIn } from '../customers/customerList.ts';
import { giveFile } from './files.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';

/** Export: asks what is to be taken away of the customers that were found. */
export async function askExport(turn: Turn): Promise<void> {
  const { words, replies } = turn;
  replies.keep();
  if (may(turn, 'view')) replies.show(exportCard(words, searchedIn(turn)));
  else replies.show(refusalCard(words, words.t('refusal.right'), false));
  await Promise.resolve();
}

/** Makes a file of that kind of the customers that were found. */
export async function exportFile(turn: Turn, kind: string): Promise<void> {
  const format = turn.press?.values['fileFormat'] === 'csv' ? 'csv' : 'xlsx';
  giveFile(turn, { kind, format, ...searchedIn(turn) });
  await Promise.resolve();
}

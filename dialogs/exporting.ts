import { exportCard } from '../cards/fileCards.ts';
import { refusalCard } from '../cards/talkCards.ts';
import { giveFile } from './files.ts';
import { may } from './rights.ts';
import type { Turn } from './turn.ts';

/** What was searched in the list that a button stands on. */
const foundOf = ({ press }: Turn): { readonly searched: string; readonly ofReseller: string } => ({
  searched: press?.values['searched'] ?? '',
  ofReseller: press?.values['ofReseller'] ?? '',
});

/** Export: asks what is to be taken away of the customers that were found. */
export async function askExport(turn: Turn): Promise<void> {
  const { words, replies } = turn;
  replies.keep();
  if (may(turn, 'view')) replies.show(exportCard(words, foundOf(turn)));
  else replies.show(refusalCard(words, words.t('refusal.right'), false));
  await Promise.resolve();
}

/** Makes a file of that kind of the customers that were found. */
export async function exportFile(turn: Turn, kind: string): Promise<void> {
  const { searched, ofReseller } = foundOf(turn);
  giveFile(turn, { kind, find: searched, reseller: ofReseller });
  await Promise.resolve();
}

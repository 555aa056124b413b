import { refusalCard } from '../../cards/talkCards.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';

/** May this user import? If not, that is said. */
export function mayImport(turn: Turn): boolean {
  if (may(turn, 'add')) return true;
  turn.replies.show(refusalCard(turn.words, turn.words.t('refusal.right'), false));
  return false;
}

import { notPossibleCard } from '../../cards/notPossibleCard.ts';
import { ownReason } from '../../cards/reasons.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { may, refusal } from '../rights.ts';
import { targetOf, type Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

const refused = (turn: Turn, text: string): void => turn.replies.show(refusalCard(turn.words, text, false));

/** May this user order and change something for customers? If not, the reason is shown. */
export function canManage(turn: Turn): boolean {
  const { t } = turn.words;
  const reason = refusal(turn.partner);
  if (reason === 'refusal.germany') refused(turn, t('refusal.manageGermany'));
  else if (reason === 'refusal.reseller') refused(turn, t('refusal.manageReseller'));
  else if (!may(turn, 'manage')) refused(turn, t('refusal.right'));
  else return true;
  return false;
}

/** The customer a button named, if something can be ordered or changed for it; else the reason was said. */
export async function manageable(turn: Turn, ref: string): Promise<Targeted | undefined> {
  const { words, replies } = turn;
  if (!canManage(turn)) return undefined;
  const found = await turn.soon(targetOf(turn, ref));
  if (found === undefined) replies.say(words.t('customer.gone'));
  else if (['none', 'invited'].includes(found.relationship)) sayReason(turn, 'no-relationship');
  else if (found.target.microsoftId === '') sayReason(turn, 'not-found');
  else return found;
  return undefined;
}

/** Says why nothing can be done with a customer. */
export const sayReason = (turn: Turn, reason: string): void =>
  refused(turn, turn.words.t('refusal.manage', { reason: ownReason(reason, turn.words) }));

/** Does what needs Partner Center; should that fail, why is said, and nothing was changed. */
export async function orSayWhy(turn: Turn, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { words, replies } = turn;
    replies.show(notPossibleCard(words, error.refusal, (reason) => words.t('refusal.manage', { reason })));
  }
}

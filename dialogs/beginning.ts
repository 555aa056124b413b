import { draftsCard } from '../cards/draftCards.ts';
import { unfinishedListCard } from '../cards/unfinishedListCard.ts';
import { notPossibleCard } from '../cards/notPossibleCard.ts';
import { refusalCard } from '../cards/talkCards.ts';
import { isEmpty } from '../forms/draft.ts';
import { refusalOf } from '../partner-center/fault.ts';
import { beginDraft, draftLines, maxDrafts } from './drafts.ts';
import { showOpen } from './openCard.ts';
import { inviteRefusal, may, refusal } from './rights.ts';
import type { Turn } from './turn.ts';
import { unfinishedOf } from './unfinishedList.ts';

/** Opens an empty draft, unless this user may not, or too many are kept. */
export async function startDraft(turn: Turn): Promise<void> {
  if (!canAdd(turn)) return;
  turn.partnerCenter.prepare?.();
  if (!(await isReady(turn)) || !(await hasRoom(turn))) return;
  beginDraft(turn);
  await showOpen(turn);
}

/** May customers be added here? If not, the reason is shown. */
export function canAdd(turn: Turn): boolean {
  const { partner, words, replies } = turn;
  const reason = refusal(partner);
  if (reason !== undefined) replies.show(refusalCard(words, words.t(reason), inviteRefusal(partner) === undefined));
  else if (!may(turn, 'add')) replies.show(refusalCard(words, words.t('refusal.right'), false));
  else return true;
  return false;
}

/** Is everything there that adding a customer will need? If not, that is said before a long form is filled in. */
async function isReady({ partnerCenter, words, replies }: Turn): Promise<boolean> {
  const fault = await partnerCenter.readiness?.();
  if (fault === undefined) return true;
  const saying = (reason: string): string => words.t('refusal.notReady', { reason });
  replies.show(notPossibleCard(words, refusalOf(fault), saying, 'addCustomer'));
  return false;
}

/** Is there room for one more draft? If not, that is said, and the drafts are listed. */
export async function hasRoom(turn: Turn): Promise<boolean> {
  if (turn.person.drafts.filter((draft) => !isEmpty(draft)).length < maxDrafts) return true;
  turn.replies.say(turn.words.t('drafts.full'));
  await showDrafts(turn);
  return false;
}

/** Lists the drafts, and the submissions and changes of the partner that wait for somebody and that this user may finish. */
export async function showDrafts(turn: Turn): Promise<void> {
  const unfinished = await unfinishedOf(turn);
  turn.replies.show(draftsCard(await draftLines(turn), turn.words));
  if (unfinished.length > 0) turn.replies.show(unfinishedListCard(unfinished, turn.words));
}

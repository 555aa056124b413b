import { changingCard } from '../../cards/customers/changeCards.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Change } from '../../storage/changes.ts';
import type { Item } from '../../storage/collection.ts';
import { StaleDocument } from '../../storage/documents.ts';
import { rightFor } from './changing.ts';
import { showCustomer } from './customer.ts';
import { may } from '../rights.ts';
import { refOf } from './targets.ts';
import type { Turn } from '../turn.ts';

/** Finish: takes up a change that could not be done; anyone of the partner with the right may. */
export async function finishChange(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const found = await unfinished(turn, id);
  if (found === undefined) return;
  await takeOver(turn, found);
  effects.push({ kind: 'finishChange', id });
  replies.progress(changingCard({ words, change: found.value }));
}

/** Gives a change up that could not be done; what Partner Center has, the customer's card shows. */
export async function dropChange(turn: Turn, id: string): Promise<void> {
  const { changes, partner, replies, words } = turn;
  const found = await unfinished(turn, id);
  if (found === undefined) return;
  await changes.remove(partner.tenantId, id, found.etag);
  replies.say(words.t('change.dropped'));
  await showCustomer(turn, refOf(found.value.customer));
}

/** The unfinished change, where this user may go on with it; else why not was said. */
async function unfinished(turn: Turn, id: string): Promise<Item<Change> | undefined> {
  const { changes, partner, replies, words } = turn;
  replies.keep();
  const found = await changes.get(partner.tenantId, id);
  if (found === undefined || found.value.state === 'done') replies.say(words.t('unfinished.none'));
  else if (!may(turn, rightFor(found.value.what))) replies.show(refusalCard(words, words.t('refusal.right'), false));
  else if (found.value.state !== 'unfinished') replies.say(words.t('change.running'));
  else return found;
  return undefined;
}

/** The change goes on in this conversation, as its user's. */
async function takeOver(turn: Turn, { value, etag }: Item<Change>): Promise<void> {
  const { changes, partner, userId, userName, words, conversation, replies } = turn;
  const { progressCard: _card, userName: _name, replaces: _replaces, ...change } = value;
  const whose = { userId, ...(userName === '' ? {} : { userName }), language: words.locale };
  const where = { conversation: { ...conversation }, ...(replies.replaces ? { replaces: true } : {}) };
  try {
    await changes.replace(partner.tenantId, change.id, { ...change, ...whose, ...where }, etag);
  } catch (error) {
    // Somebody else finishes it at this moment.
    if (!(error instanceof StaleDocument)) throw error;
  }
}

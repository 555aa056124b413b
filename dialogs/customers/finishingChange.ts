import { changingCard } from '../../cards/customers/changeCards.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Change } from '../../storage/changes.ts';
import type { Item } from '../../storage/collection.ts';
import { StaleDocument } from '../../storage/documents.ts';
import { rightOf } from './changing.ts';
import { showCustomer } from './customer.ts';
import { may } from '../rights.ts';
import { refOf } from './targets.ts';
import type { Turn } from '../turn.ts';

/** Finish: takes up a change that could not be done; anyone of the partner with the right may. */
export async function finishChange(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const found = await unfinished(turn, id);
  if (found === undefined) return;
  // First, so that whatever fails from here is looked into.
  effects.push({ kind: 'finishChange', id });
  if (!(await write(turn, found, { finishing: true }))) return replies.say(words.t('change.running'));
  replies.progress(changingCard({ words, change: found.value }));
}

/** Gives a change up that could not be done: what was entered is kept as a draft, and the customer's card shows what is so. */
export async function dropChange(turn: Turn, id: string): Promise<void> {
  const { changes, partner, replies, words, effects } = turn;
  const found = await unfinished(turn, id);
  if (found === undefined) return;
  const { customer, draft } = found.value;
  // First, so that whatever fails from here is looked into.
  if (draft !== undefined) effects.push({ kind: 'dropChange', id });
  if (draft === undefined) await changes.remove(partner.tenantId, id, found.etag);
  else if (!(await write(turn, found, { state: 'done', dropped: true }))) return replies.say(words.t('change.running'));
  // Of what waited for the customer nothing can have been done.
  if (found.value.awaiting !== undefined && draft !== undefined) replies.say(words.t('order.givenUp'));
  else {
    replies.say(words.t('change.dropped'));
    if (draft !== undefined) replies.say(words.t('change.kept'));
  }
  if (may(turn, 'view')) await showCustomer(turn, refOf(customer));
}

/** Gives an order up that waits for the customer, and opens what was chosen as a draft, to be changed. */
export async function changeOrder(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const found = await unfinished(turn, id);
  if (found === undefined) return;
  if (found.value.draft === undefined) return replies.say(words.t('unfinished.none'));
  // First, so that whatever fails from here is looked into.
  effects.push({ kind: 'dropChange', id });
  const given = { state: 'done', dropped: true, reopened: true } as const;
  replies.say(words.t((await write(turn, found, given)) ? 'order.reopened' : 'change.running'));
}

/** The unfinished change, where this user may go on with it; else why not was said. */
async function unfinished(turn: Turn, id: string): Promise<Item<Change> | undefined> {
  const { changes, partner, replies, words } = turn;
  replies.keep();
  const found = await changes.get(partner.tenantId, id);
  if (found === undefined || found.value.state === 'done') replies.say(words.t('unfinished.none'));
  else if (!may(turn, rightOf(found.value))) replies.show(refusalCard(words, words.t('refusal.right'), false));
  else if (found.value.state !== 'unfinished' || found.value.finishing === true) replies.say(words.t('change.running'));
  else return found;
  return undefined;
}

/** Writes down what this user does with the change, in this conversation. False: somebody else was faster. */
async function write(turn: Turn, { value, etag }: Item<Change>, what: Partial<Change>): Promise<boolean> {
  const { changes, partner, userId, userName, words, conversation, replies } = turn;
  const { progressCard: _card, userName: _name, replaces: _replaces, ...change } = value;
  const whose = { userId, ...(userName === '' ? {} : { userName }), language: words.locale };
  const where = { conversation: { ...conversation }, ...(replies.replaces ? { replaces: true } : {}) };
  try {
    await changes.replace(partner.tenantId, change.id, { ...change, ...whose, ...where, ...what }, etag);
    return true;
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    return false;
  }
}

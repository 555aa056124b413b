import { adminPasswordCard, askPasswordCard } from '../../cards/customers/adminPasswordCard.ts';
import type { Card } from '../../cards/elements.ts';
import type { PasswordView } from '../../cards/password.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Words } from '../../locales/words.ts';
import type { Change } from '../../storage/changes.ts';
import { StaleDocument } from '../../storage/documents.ts';
import { accountOf } from './adminAccount.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { changeable } from './existing.ts';
import { anotherPassword } from '../rights.ts';
import { refOf, type Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/** New admin password: says what follows, and asks, by the customer's name on buttons. */
export async function askPassword(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await withAccount(turn, ref);
  if (found === undefined) return;
  const { target, account } = found;
  const changeId = turn.newId();
  const { companyName } = target;
  turn.replies.show(askPasswordCard({ words: turn.words, ref: refOf(target), companyName, changeId, account }));
}

/** It was confirmed: hands it to a durable change, by `ref change`. */
export async function setPassword(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return askPassword(turn, ref);
  const found = await withAccount(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  const what = { kind: 'password', account: found.account } as const;
  return submitChange(turn, { id: changeId, customer: found.target, what });
}

/** The customer a button named and its administrator's account, where this user may set its password; else why not was shown. */
async function withAccount(turn: Turn, ref: string): Promise<(Targeted & { readonly account: string }) | undefined> {
  const found = await changeable(turn, ref);
  if (found === undefined) return undefined;
  const account = accountOf(found);
  const { t } = turn.words;
  if (anotherPassword(turn) === 'cloud') turn.replies.show(refusalCard(turn.words, t('newPassword.cloud'), false));
  else if (account === undefined) turn.replies.show(refusalCard(turn.words, t('newPassword.notAdded'), false));
  else return { ...found, account };
  return undefined;
}

/** Done: the password is blanked out of the card. */
export async function closePassword(turn: Turn, id: string): Promise<void> {
  const { replies, changes, partner, effects, words, partnerCenter } = turn;
  const change = (await changes.get(partner.tenantId, id))?.value;
  if (change?.what.kind !== 'password' || change.state !== 'done') {
    replies.keep();
    return replies.say(words.t('done.stored'));
  }
  // First, so that it is blanked whatever ends this process.
  await noteRead(turn, id);
  replies.settle(passwordCardOf(change, { state: 'blanked' }, partnerCenter.practice, words));
  replies.say(words.t(replies.replaces ? 'newPassword.done' : 'done.stored'));
  effects.push({ kind: 'closeChange', id });
}

/** The card of a password that a change set. */
export const passwordCardOf = (change: Change, password: PasswordView, practice: boolean, words: Words): Card =>
  adminPasswordCard({
    words,
    ref: refOf(change.customer),
    id: change.id,
    companyName: change.customer.companyName,
    account: change.what.kind === 'password' ? change.what.account : '',
    password,
    practice,
  });

/** Writes down that Done was pressed, unless it is blanked already. */
async function noteRead(turn: Pick<Turn, 'changes' | 'partner'>, id: string): Promise<void> {
  const { changes, partner } = turn;
  const found = await changes.get(partner.tenantId, id);
  if (found === undefined) return;
  try {
    await changes.replace(partner.tenantId, id, { ...found.value, read: true }, found.etag);
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    // That the card was sent was noted at this moment.
    await noteRead(turn, id);
  }
}

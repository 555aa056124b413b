import { adminPasswordCard, askPasswordCard, type PasswordView } from '../../cards/customers/adminPasswordCard.ts';
import type { Card } from '../../cards/elements.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import type { Words } from '../../locales/words.ts';
import type { Change } from '../../model/change.ts';
import { updateItem } from '../../storage/conflicts.ts';
import { knownAdminAccount } from './customerProfile.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import { changeableCustomer, type FoundCustomer } from './customerAccess.ts';
import { passwordResetState } from '../rights.ts';
import { refOf } from '../../model/customerRef.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import type { Turn } from '../turn.ts';

/** New admin password: explains the consequences and asks for confirmation. */
export async function askPassword(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await customerWithAccount(turn, ref);
  if (found === undefined) return;
  const { target, account } = found;
  const changeId = turn.newId();
  const { companyName } = target;
  const made = askPasswordCard({ words: turn.words, ref: refOf(target), companyName, changeId, account });
  showAsking(turn, made, { yes: ['setPassword'], key: changeId });
}

/** Starts the durable change that sets the password, after confirmation; argument `ref change`. */
export async function setPassword(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return askPassword(turn, ref);
  const found = await customerWithAccount(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  if (!isLastAsked(turn, changeId)) return askPassword(turn, ref);
  const what = { kind: 'password', account: found.account } as const;
  return submitChange(turn, { id: changeId, customer: found.target, what });
}

/**
 * Customer of a button's reference with its administrator account; undefined when this user may not set the password,
 * and the reason was shown.
 */
async function customerWithAccount(
  turn: Turn,
  ref: string,
): Promise<(FoundCustomer & { readonly account: string }) | undefined> {
  const found = await changeableCustomer(turn, ref);
  if (found === undefined) return undefined;
  const account = knownAdminAccount(found);
  const { t } = turn.words;
  if (passwordResetState(turn) === 'cloud') turn.replies.show(refusalCard(turn.words, t('newPassword.cloud'), false));
  else if (account === undefined) turn.replies.show(refusalCard(turn.words, t('newPassword.notAdded'), false));
  else return { ...found, account };
  return undefined;
}

/** Done: blanks the password out of the card. */
export async function closePassword(turn: Turn, id: string): Promise<void> {
  const { replies, changes, partner, effects, words, partnerCenter } = turn;
  const change = (await changes.get(partner.tenantId, id))?.value;
  if (change?.what.kind !== 'password' || change.state !== 'done') {
    replies.keep();
    return replies.say(words.t('done.stored'));
  }
  // Recorded first: the password is blanked even if the process ends here.
  await updateItem(changes, partner.tenantId, id, (present) => ({ ...present, read: true }));
  replies.replaceCard(passwordCardOf(change, { state: 'blanked' }, partnerCenter.practice, words));
  replies.say(words.t(replies.replaces ? 'newPassword.done' : 'done.stored'));
  effects.push({ kind: 'closeChange', id });
}

/** Card that shows the password a change has set. */
export const passwordCardOf = (change: Change, password: PasswordView, practice: boolean, words: Words): Card =>
  adminPasswordCard({
    words,
    ref: refOf(change.customer),
    id: change.id,
    companyName: change.customer.companyName,
    account: change.what.kind === 'password' ? change.what.account : '',
    password,
    doubtful: change.unsure === true,
    practice,
  });

import type { Words } from '../../locales/words.ts';
import { isOutage } from '../../partner-center/fault.ts';
import type { Change } from '../../storage/changes.ts';
import { button, command } from '../buttons.ts';
import {
  card,
  factLines,
  faultLine,
  heading,
  paragraph,
  shortened,
  strong,
  type Card,
  type Element,
} from '../elements.ts';
import { factLabel } from '../labels.ts';
import { passwordLines, type PasswordView } from '../password.ts';
import { openCustomer, type Once, type Whose } from './whose.ts';

/** The button by which a new password is asked for; `ref` names the customer. */
export const newPasswordButton = ({ words, ref }: Pick<Whose, 'words' | 'ref'>, primary = false) =>
  button(words.t('button.newPassword'), { verb: 'newPassword', argument: ref }, primary);

/** New admin password asks once, and says what follows. */
export function askPasswordCard(view: Once & { readonly account: string }): Card {
  const { words, ref, changeId, account } = view;
  const { t } = words;
  return card(
    t('newPassword.title'),
    [
      heading(t('newPassword.title')),
      strong(shortened(view.companyName)),
      ...factLines([{ label: factLabel('adminAccount', words), value: account }]),
      paragraph(t('newPassword.text')),
    ],
    [button(t('button.setPassword'), { verb: 'setPassword', argument: `${ref} ${changeId}` }), openCustomer(view)],
  );
}

/** A password that was set: how the customer's card is named, and how the password stands. */
export interface AdminPasswordView extends Whose {
  /** Id of the change, by which Done blanks the password. */
  readonly id: string;
  readonly account: string;
  readonly password: PasswordView;
  readonly practice: boolean;
}

/** The new password, shown this once; later that it was set, and the way to another one. */
export function adminPasswordCard(view: AdminPasswordView): Card {
  const { words, id, account, password, practice } = view;
  const { t } = words;
  const isShown = password.state === 'shown';
  return card(
    t('newPassword.set'),
    [
      heading(t('newPassword.set')),
      strong(shortened(view.companyName)),
      ...(practice ? [paragraph(t('newPassword.practice'))] : []),
      ...factLines([{ label: factLabel('adminAccount', words), value: account }]),
      ...passwordLines(password, practice, words),
      ...(password.state === 'lost' ? [faultLine(t('newPassword.notShown'))] : []),
      paragraph(t('newPassword.follows')),
    ],
    [
      ...(isShown ? [button(t('button.done'), { verb: 'passwordDone', argument: id }, true)] : []),
      ...(isShown ? [] : [newPasswordButton(view, password.state === 'lost')]),
      openCustomer(view),
      button(t('button.customers'), command('customers')),
    ],
  );
}

/** What holds of a password that was not set, or perhaps was, and how else it is set. */
export function notSet({ words: { t }, change }: UnsetView): Element[] {
  const { state, fault, unsure } = change;
  const open = state === 'unfinished';
  const sure =
    unsure === true ? t(open ? 'newPassword.unsure' : 'newPassword.unsureRefused') : t('newPassword.unchanged');
  return [paragraph(sure), ...(isOutage(fault?.reason ?? '') ? [] : [paragraph(t('newPassword.roles'))])];
}

interface UnsetView {
  readonly words: Words;
  readonly change: Pick<Change, 'state' | 'fault' | 'unsure'>;
}

import type { Words } from '../../locales/words.ts';
import {
  button,
  card,
  type Card,
  command,
  copyable,
  type Element,
  emphasis,
  factLines,
  faultLine,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { isOutage } from '../../partner-center/rules/fault.ts';
import type { Change } from '../../model/change.ts';
import { factLabel } from '../labels.ts';
import { type ChangeCardBase, customerButton, type CustomerCardBase } from './customerCardBase.ts';

/** State of a password: shown this once, blanked by Done or after some minutes, or lost. */
export type PasswordView =
  | { readonly state: 'shown'; readonly password: string; readonly minutes: number }
  | { readonly state: 'blanked' }
  | { readonly state: 'lost' };

/** Answer to a user who asks for another password: offered, not possible in this cloud, or not with these rights. */
export type AnotherPassword = 'offered' | 'cloud' | 'right';

/** Lines of the account that a password is for, to be copied. */
export const accountLines = (account: string, words: Words): Element[] => [
  ...factLines([{ label: factLabel('adminAccount', words), value: '' }]),
  copyable(account, { large: true }),
];

/** Lines of a password: the password with its instructions, a note that it was shown, or nothing where it is lost. */
export function passwordLines(password: PasswordView, practice: boolean, { t }: Words): Element[] {
  const name = t('field.password');
  const label = t('form.fact', {
    label: practice ? t('form.pair', { label: name, hint: t('password.practice') }) : name,
  });
  if (password.state === 'lost') return [];
  if (password.state === 'blanked') return factLines([{ label, value: t('password.blanked') }]);
  return [
    ...factLines([{ label, value: '' }]),
    copyable(password.password, { large: true }),
    strong(t('password.once', { n: password.minutes })),
  ];
}

/** Sentence that says how to replace a lost password. */
export function anotherPasswordText(another: AnotherPassword, { t }: Words): string {
  if (another === 'cloud') return t('newPassword.cloud');
  return another === 'offered' ? t('newPassword.offered') : t('newPassword.colleague');
}

/** Button that asks for a new password. `ref` names the customer. */
export const newPasswordButton = ({ words, ref }: Pick<CustomerCardBase, 'words' | 'ref'>, primary = false) =>
  button(words.t('button.newPassword'), { verb: 'newPassword', argument: ref }, primary);

/** Card that asks once before a new admin password is set, and says what follows. */
export function askPasswordCard(view: ChangeCardBase & { readonly account: string }): Card {
  const { words, ref, changeId, account } = view;
  const { t } = words;
  return card(
    t('newPassword.title'),
    [
      ...titleLines(t('newPassword.title'), shortened(view.companyName)),
      ...factLines([{ label: factLabel('adminAccount', words), value: account }]),
      paragraph(t('newPassword.text')),
    ],
    [button(t('button.setPassword'), { verb: 'setPassword', argument: `${ref} ${changeId}` }), customerButton(view)],
  );
}

/** Data of the card of a password that was set. */
interface AdminPasswordView extends CustomerCardBase {
  /** Id of the change, by which Done blanks the password. */
  readonly id: string;
  readonly account: string;
  readonly password: PasswordView;
  /** True where an earlier attempt, with another password, may take effect later. */
  readonly doubtful?: boolean;
  readonly practice: boolean;
}

/** Card with the new password, shown once; later a note that it was set, and the button for another. */
export function adminPasswordCard(view: AdminPasswordView): Card {
  const { words, id, account, password, practice } = view;
  const { t } = words;
  const isShown = password.state === 'shown';
  return card(
    t('newPassword.set'),
    [
      ...titleLines(t('newPassword.set'), shortened(view.companyName)),
      ...(practice ? [paragraph(t('newPassword.practice'))] : []),
      emphasis([
        ...accountLines(account, words),
        ...passwordLines(password, practice, words),
        ...(isShown && view.doubtful === true ? [strong(t('newPassword.doubtful'))] : []),
        ...(password.state === 'lost' ? [faultLine(t('newPassword.notShown'))] : []),
      ]),
      paragraph(t('newPassword.follows')),
    ],
    [
      ...(isShown ? [button(t('button.done'), { verb: 'passwordDone', argument: id }, true)] : []),
      ...(isShown ? [] : [newPasswordButton(view, password.state === 'lost')]),
      customerButton(view),
      button(t('button.customers'), command('customers')),
    ],
  );
}

/** Lines for a password that was not set, or perhaps was: its state, and another way to set one. */
export function unsetPasswordLines({ words: { t }, change }: UnsetPasswordView): Element[] {
  const { state, fault, unsure } = change;
  const open = state === 'unfinished';
  const sure =
    unsure === true ? t(open ? 'newPassword.unsure' : 'newPassword.unsureRefused') : t('newPassword.unchanged');
  return [paragraph(sure), ...(isOutage(fault?.reason ?? '') ? [] : [paragraph(t('newPassword.roles'))])];
}

interface UnsetPasswordView {
  readonly words: Words;
  readonly change: Pick<Change, 'state' | 'fault' | 'unsure'>;
}

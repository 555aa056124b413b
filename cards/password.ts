import type { Words } from '../locales/words.ts';
import { copyable, factLines, strong, type Element } from './elements.ts';

/** How a password stands: shown this once, blanked by Done or after some minutes, or not to be had. */
export type PasswordView =
  | { readonly state: 'shown'; readonly password: string; readonly minutes: number }
  | { readonly state: 'blanked' }
  | { readonly state: 'lost' };

/** Whether this user can set another one: here, or not in this cloud, or for want of the right. */
export type AnotherPassword = 'offered' | 'cloud' | 'right';

/** A password while it is shown, with what must be done with it; that it was shown; nothing of one that is not to be had. */
export function passwordLines(password: PasswordView, practice: boolean, { t }: Words): Element[] {
  const name = t('field.password');
  const label = t('form.fact', {
    label: practice ? t('form.pair', { label: name, hint: t('password.practice') }) : name,
  });
  if (password.state === 'lost') return [];
  if (password.state === 'blanked') return factLines([{ label, value: t('password.blanked') }]);
  return [
    ...factLines([{ label, value: '' }]),
    copyable(password.password),
    strong(t('password.once', { n: password.minutes })),
  ];
}

/** What can be done about a password that is gone, in a sentence. */
export function anotherPassword(another: AnotherPassword, { t }: Words): string {
  if (another === 'cloud') return t('newPassword.cloud');
  return another === 'offered' ? t('newPassword.offered') : t('newPassword.colleague');
}

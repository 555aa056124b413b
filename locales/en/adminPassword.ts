import { base } from '../translator.ts';

/** Words of the administrator's new password. */
export const adminPasswordEn = base({
  'button.newPassword': 'New password',
  'button.setPassword': 'Set a new password',

  'newPassword.title': 'Set a new admin password?',
  'newPassword.text':
    'The current password stops working at once. The new one is shown here once, to you alone, and must be changed at the first sign-in.',
  'newPassword.set': 'The admin password was changed',
  'newPassword.practice': 'Practice mode: nothing was sent to Microsoft. There is no such account.',
  'newPassword.follows':
    'The previous password no longer works. The new one must be changed at the first sign-in. If you set yet another one, only that one works.',
  'newPassword.notShown':
    'The new password can be shown only once and is not stored. If you have not copied it, set another one.',
  'newPassword.doubtful':
    'An earlier attempt to set a password was interrupted. If this password is refused at sign-in, set another one.',
  'newPassword.done': 'Done. The password is no longer shown.',

  'newPassword.offered': '“New password” sets another one.',
  'newPassword.colleague': 'A colleague who may change customers can set another one.',
  'newPassword.cloud':
    'In this cloud no program can set it: an administrator of the customer sets it in the customer’s admin center, or the cloud’s support helps.',
  'newPassword.notAdded': 'Customer Desk knows the admin account only of customers that were added with it.',

  'newPassword.unsure':
    'It is not certain whether the password was set. If it was, the previous one no longer works, and nobody has seen the new one. “Finish” sets another one and shows it.',
  'newPassword.unsureRefused':
    'An earlier attempt got no answer, so the password may have been set. Then the previous one no longer works, and nobody has seen the new one.',
  'newPassword.unchanged': 'The password was not changed.',
  'newPassword.roles':
    'To set it, Customer Desk’s account needs the role Privileged Authentication Administrator for this customer (GDAP). Without it, a global administrator of the customer sets it in the Microsoft 365 admin center, or Microsoft’s support helps.',

  'change.password': 'New password for {account}',
  'history.password': 'Setting a new password for {account}',
  'reason.no-account': 'the customer no longer has this account',
});

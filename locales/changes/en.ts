import { base } from '../translator.ts';

/** Words of one customer and of what can be changed about it. */
export const changesEn = base({
  'button.openCustomer': 'Open customer',

  'change.order': 'Order of {offers}',
  'change.quantity': 'Licenses of {subscription}: from {from} to {to}',
  'change.suspend': 'Suspend {subscription}',
  'change.reactivate': 'Reactivate {subscription}',
  'change.account': 'Update account info',
  'change.relationship': 'End the relationship',
  'change.running': 'This is being done right now. The outcome follows in this chat.',
  'change.already': 'This was done before. Here is the customer as it is now.',
  'change.noTenant': 'The Microsoft ID of this customer is not known, so nothing can be changed at Partner Center.',
  'changing.title': 'Working on it…',
  'changed.title': 'Done',
  'changed.partly': 'Done in part',
  'changed.pending': 'Partner Center has accepted it and goes on with it. It may take some minutes to show.',
  'changed.nothing': 'Nothing was changed.',
  'changed.relationship':
    'The relationship has ended. It can be set up again when you invite the customer and a global administrator of theirs accepts.',
  'licenses.sevenDays':
    'Licenses can be given back only within seven days after they were bought, and no more than were bought then. After that the number can be lowered when the term renews.',
});

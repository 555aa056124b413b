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

  'button.subscriptions': 'Subscriptions',
  'button.licenses': 'Change licenses',
  'button.suspend': 'Suspend',
  'button.reactivate': 'Reactivate',
  'button.updateAccount': 'Update account info',
  'button.history': 'History',
  'button.giveUp': 'Give up',
  'button.endRelationship': 'End relationship',

  'customer.account': 'Account info',
  'customer.unfinished': 'Adding this customer was not finished.',
  'agreement.recorded': 'recorded on {day}',
  'agreement.signed': 'accepted by the customer itself',
  'agreement.notRecorded': 'not recorded',
  'change.dropped': 'The change was given up. What Partner Center has now is shown here.',
  'change.unfinished': 'This change is not finished yet',

  'subscriptions.none': 'This customer has no subscription yet.',
  'subscriptions.end': 'There are no more subscriptions.',
  'subscriptions.more': { one: 'And {n} more.', other: 'And {n} more.' },
  'subscription.addOn': '+ {label}:',
  'subscription.addOnName': '+ {name}',
  'subscription.trial': 'Trial',
  'subscription.renews': 'renews on {day}',
  'subscription.ends': 'ends on {day}',
  'subscription.gone': 'This subscription is no longer there.',

  'licenses.title': 'Change licenses',
  'licenses.present': 'Now: {count}',
  'licenses.back': {
    one: 'At most {n} license can be given back now.',
    other: 'At most {n} licenses can be given back now.',
  },
  'licenses.noneBack': 'No license can be given back now: more than seven days have passed.',
  'licenses.underWay': 'Another change of it is not over yet: {change}',
  'fault.licenses.same': 'This is the present number.',
  'fault.licenses.suspended': 'This subscription is not active, so its number cannot be changed.',
  'fault.licenses.stale': 'The number was changed meanwhile; it is {n} now. Please check yours.',
  'fault.licenses.kept': {
    one: 'At least {min}: only {n} license can be given back within the seven days.',
    other: 'At least {min}: only {n} licenses can be given back within the seven days.',
  },
  'suspend.title': 'Suspend this subscription?',
  'suspend.text': {
    one: 'The customer’s people can no longer use it. Its data is kept for {n} day, then it is deleted. A term that was bought is not cancelled by this. Until then you can reactivate it.',
    other:
      'The customer’s people can no longer use it. Its data is kept for {n} days, then it is deleted. A term that was bought is not cancelled by this. Until then you can reactivate it.',
  },
  'reactivate.title': 'Reactivate this subscription?',
  'reactivate.text': 'The customer’s people can use it again.',
});

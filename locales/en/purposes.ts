import { base } from '../translator.ts';

/** Words of the drafts about a customer that exists: subscriptions, add-on licenses, account info. */
export const purposesEn = base({
  'purpose.subscriptions': 'Order for {company}',
  'purpose.several': {
    one: 'Order for {company} and {n} more',
    other: 'Order for {company} and {n} more',
  },
  'several.title': 'Same order for several customers',
  'several.intro':
    'Choose up to {n} customers. Then choose offers and licenses: each of these customers gets the same.',
  'several.more': {
    one: 'And {n} more customer. Type a part of the name to find it.',
    other: 'And {n} more customers. Type a part of the name to find one.',
  },
  'several.none': 'Choose at least one customer.',
  'several.tooMany': 'Choose at most {n} customers.',
  'several.gone':
    'Some of these customers were left out: they are no longer in your list, or have no reseller relationship with you. The others are still chosen.',
  'several.for': { one: '{n} customer', other: '{n} customers, each gets this' },
  'several.partly': 'some offers ordered, others refused',
  'several.left': 'Show what is unfinished',
  'button.severalCustomers': 'Bulk order',
  'purpose.addOns': 'Add-on licenses for {company}',
  'purpose.account': 'Account info for {company}',
  'purpose.unfinished': 'You have not finished this yet',

  'account.domain': 'Primary domain name: {domain} (it cannot be changed)',
  'cart.choose': 'No subscription chosen yet. Add at least one.',
  'fault.cart.empty': 'Please add at least one.',
  'addOns.note': 'Add-ons that fit “{name}”.',
  'addOns.none': 'No add-on is sold that fits “{name}”.',
  'addOns.gone': 'This subscription is no longer there.',

  'review.order': 'Check the order. “Update” opens the cart and brings you back here.',
  'review.account':
    'Check the changes. “Update” opens a section and brings you back here; everything else stays as it is.',
  'review.changes': 'What changes: {fields}.',
  'review.unchanged': 'Nothing has been changed yet. Press “Update” beside the section you want to change.',
  'review.meanwhile':
    'Someone changed this customer in the meantime. Check it again: what you did not change is as it is now.',
  'button.addSubscription': 'Add subscription',
  'button.addOns': 'Add-ons',
  'button.submitOrder': 'Submit order',
  'button.submitChanges': 'Submit changes',
  'changed.returned': 'Your draft is open again, to be changed and submitted.',

  'cancel.purpose': 'Stop here?',
  'startOver.purpose': 'Everything you have entered here is cleared.',
  'outdated.change': 'This has already been submitted.',

  'refusal.manageReseller':
    'Indirect resellers cannot order or change anything for a customer. Your indirect provider does it for you.',
  'refusal.manageGermany':
    'Microsoft Cloud Germany was closed on October\u00A029,\u00A02021. Nothing can be ordered or changed there. The customers that were recorded here can still be seen.',
  'refusal.manage': 'Nothing can be ordered or changed for this customer: {reason}.',
  'again.title': 'Order it a second time?',
  'again.text': 'An order for this is already waiting or under way:',
  'again.hint': 'If you order it here again, it is delivered twice, and both are billed.',
  'button.orderAgain': 'Order it again',
});

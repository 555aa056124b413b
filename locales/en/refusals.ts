import { base } from '../translator.ts';

/** Words of what Partner Center refuses, or does not do: what stands around its own sentence, and our reasons beside it. */
export const refusalsEn = base({
  'refusal.says': 'Partner Center says: “{said}”',
  'refusal.code': 'Code: {code}',
  'refusal.status': 'Status code: {status}',
  'fault.notTaken': 'Partner Center did not accept this value.',

  'reason.service-fault': 'Partner Center reported an internal error',
  'reason.unreadable': 'Partner Center’s answer could not be read',
  'reason.unexplained': 'Partner Center refused it without saying why',
  'reason.conflict': 'this conflicts with what Partner Center currently has or is doing',
  'reason.domain-refused': 'Partner Center does not accept this domain name',
  'unfinished.halfMade':
    'Partner Center seems to have started creating this customer: its domain name is taken now. Your draft is open again. Change what was refused, then submit it to complete the customer.',
  'reason.domain-own': 'this domain name belongs to one of your customers',
  'reason.domain-begun':
    'this domain name was taken when Partner Center refused the customer, and the customer is not in your list yet',
  'fault.domainOwn':
    'You already have a customer with this primary domain name. Find it under Customers, or choose another name.',
  'fault.domainBegun':
    'This name was taken when Partner Center refused the customer, and the customer is not in your list yet. Submit again in a few minutes, or choose another name.',
  'reason.customer-unknown': 'Partner Center does not know this customer',
  'reason.order-unknown': 'Partner Center cannot find this order',
  'reason.subscription-unknown': 'Partner Center cannot find this subscription',
  'reason.cart-gone': 'the cart is no longer there in Partner Center; order again',
  'reason.subscription-busy': 'Partner Center is still working on this subscription; try again in a few minutes',
  'reason.pending-operation': 'another operation on this subscription is pending; try again after 24 hours',
  'reason.parent-inactive': 'the subscription this add-on belongs to is not active',
  'reason.program-inactive': 'the program status in Partner Center is not active; ask your administrator',
  'reason.reseller-refused': 'Partner Center does not accept the reseller’s MPN ID',
  'reason.limit': 'this would exceed a limit of Partner Center',
  'reason.cancellation-over': 'the time for canceling this is over',

  'button.chooseOffer': 'Another offer',
  'order.partly': '{ordered} of {of} ordered',
  'order.noneOrdered': 'No subscription was ordered. What you chose is kept, to be changed and ordered again.',
  'order.someOrdered':
    'Only {ordered} of {of} subscriptions were ordered. What was refused is kept, to be changed and ordered again.',
  'order.nothingRefused': 'There is nothing refused left to order for this customer.',
});

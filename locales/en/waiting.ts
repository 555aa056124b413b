import { base } from '../translator.ts';

/** Words of what is not done yet: what waits for a time and goes on by itself, what waits for Finish, and what is under way. */
export const waitingEn = base({
  'waiting.goesOn':
    'Everything you entered is safe. It continues automatically after {moment}; to try sooner, press “Finish”. Nothing is done twice.',
  'waiting.password':
    'When the customer is created, the password of its admin account is shown in this chat, for a few minutes only.',
  'waiting.line': 'Continues automatically after {moment}.',
  'confirmation.partTitle': 'Added, not finished yet',
  'confirmation.partSummary': '{company} was added, but not everything is done yet.',
  'confirmation.part': 'The customer was created, but not everything is done yet.',
  'done.unfinished': 'The customer is in your list, but not finished yet: open it and press “Finish”.',
  'stage.underWay': 'in progress',
  'order.toFinish': 'waits for “Finish”',
  'order.goesOn': 'not ordered yet; continues automatically after {moment}',
  'order.placing': 'being ordered now',
  'cancel.untouched': 'Nothing was entered, so no draft is kept.',
  'home.summaryView': 'Customer Desk: your Partner Center customers, in this chat.',
  'order.more': {
    one: 'And {n} more that is not ordered or not shown yet.',
    other: 'And {n} more that are not ordered or not shown yet.',
  },
  'progress.part': 'Submitted, not finished yet',
});

import { base } from '../translator.ts';

/** Words of what ends or renews soon, and of the terms of subscriptions in files. */
export const renewalsEn = base({
  'button.renewals': 'Renewals',
  'button.withinDays': 'Within {days} days: {n}',
  'button.asFile': 'As a file',
  'button.refresh': 'Refresh',
  'renewals.title': 'Renewals',
  'renewals.intro':
    'What ends or renews within {days} days, for all customers. Where you can choose what follows, choose by the last day of the term (UTC).',
  'renewals.counted': '{group}: {n}',
  'renewals.choose': 'To be chosen',
  'renewals.chosen': 'Settled',
  'renewals.monthly': 'Monthly terms',
  'renewals.facts': '{facts} · last day: {day}',
  'renewals.none': 'Nothing ends or renews within {days} days.',
  'renewals.noneYet': 'Nothing that ends or renews within {days} days has been found so far.',
  'renewals.soFar':
    'Customers read so far: {done} of {of}. The others are still being read. Press “Refresh” to see more.',
  'renewals.listing': 'The list of customers is still being read. Press “Refresh” in a moment.',
  'renewals.stopped': 'Not all customers could be read. This is what was read before.',
  'renewals.unread': {
    one: 'The subscriptions of {n} customer could not be read: {names}.',
    other: 'The subscriptions of {n} customers could not be read: {names}.',
  },
  'renewals.others': { one: '{n} other', other: '{n} others' },
  'button.exportRenewals': 'Export renewals',
  'field.term': 'Term',
  'field.plan': 'Term and billing',
  'field.lastDay': 'Last day of the term',
  'field.autoRenew': 'Auto-renew',
  'field.whatFollows': 'What follows',
  'autoRenew.on': 'on',
  'autoRenew.off': 'off',
  'renewals.name': 'renewals',
  'renewals.group': 'Group',
  'renewals.within': 'Ends within (days)',
  'renewalGroup.choose': 'Choose',
  'renewalGroup.chosen': 'Settled',
  'renewalGroup.monthly': 'Monthly',
  'renewals.note': {
    one: '{n} subscription ends or renews within 90 days. What has to be chosen comes first.',
    other: '{n} subscriptions end or renew within 90 days. What has to be chosen comes first.',
  },
});

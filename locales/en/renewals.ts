import { base } from '../translator.ts';

/** Words of what ends or renews soon, and of the terms of subscriptions in files. */
export const renewalsEn = base({
  'button.renewals': 'Renewals',
  'button.withinDays': 'Within {days} days: {n}',
  'button.asFile': 'As a file',
  'button.refresh': 'Refresh',
  'renewals.title': 'Renewals',
  'renewals.intro':
    'Subscriptions of all customers that end or renew within {days} days. Where you can choose what happens next, do so by the last day of the term (UTC).',
  'renewals.counted': '{group}: {n}',
  'renewals.choose': 'Needs your choice',
  'renewals.chosen': 'Settled',
  'renewals.monthly': 'Monthly terms',
  'renewals.facts': '{facts} · last day: {day}',
  'renewals.most': 'The list reaches {days} days ahead: what ends or renews later is not in it.',
  'renewals.none': 'Nothing ends or renews within {days} days.',
  'renewals.noneYet': 'Nothing that ends or renews within {days} days has been found so far.',
  'renewals.soFar':
    'Customers loaded so far: {done} of {of}. The others are still loading. Press “Refresh” to see more.',
  'renewals.listing': 'The list of customers is still loading. Press “Refresh” in a moment.',
  'renewals.stopped': 'Not all customers could be loaded. This is what was loaded before.',
  'renewals.unread': {
    one: 'The subscriptions of {n} customer could not be loaded: {names}.',
    other: 'The subscriptions of {n} customers could not be loaded: {names}.',
  },
  'renewals.others': { one: '{n} other', other: '{n} others' },
  'button.exportRenewals': 'Export renewals',
  'field.term': 'Term',
  'field.lastDay': 'Last day of the term',
  'field.autoRenew': 'Auto-renew',
  'field.whatFollows': 'What happens next',
  'autoRenew.on': 'on',
  'autoRenew.off': 'off',
  'renewals.name': 'renewals',
  'renewals.group': 'Group',
  'renewals.within': 'Ends within (days)',
  'renewalGroup.choose': 'Needs a choice',
  'renewalGroup.chosen': 'Settled',
  'renewalGroup.monthly': 'Monthly',
  'renewals.note': {
    one: '{n} subscription ends or renews within 90 days. What needs your choice comes first.',
    other: '{n} subscriptions end or renew within 90 days. What needs your choice comes first.',
  },
});

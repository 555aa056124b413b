import { base } from '../translator.ts';

/** Words of what ends or renews soon, and of the terms of subscriptions in files. */
export const renewalsEn = base({
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

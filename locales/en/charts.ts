import { base } from '../translator.ts';

/** Words of charts: licenses by offer, and renewals by month. */
export const chartsEn = base({
  'button.asPicture': 'Chart',
  'chart.licenses': 'Licenses by offer',
  'chart.renewals': 'Renewals by month',
  'button.chartLicenses': 'By offer',
  'button.chartRenewals': 'By month',
  'chart.all': 'All customers',
  'chart.asOf': 'As of {day}.',
  'chart.licensesCounted':
    'Licenses of active subscriptions are counted, trials included; what is suspended, ended or billed by usage is not.',
  'chart.renewalsCounted':
    'Subscriptions that end or renew are counted, suspended ones included, each in the month in which its present term ends (UTC).',
  'chart.licensesNone': 'There are no licenses to count.',
  'chart.renewalsNone': 'Nothing ends or renews in these 13 months.',
  'chart.noneYet': 'Nothing to count has been found so far.',
  'chart.otherOffers': { one: '{n} other offer', other: '{n} other offers' },
  'chart.total': 'Total',
  'chart.later': {
    one: '{n} subscription ends or renews later.',
    other: '{n} subscriptions end or renew later.',
  },
  'chart.alt': 'Bar chart: {title}. Its numbers are listed below.',
  'count.subscriptions': { one: '{n} subscription', other: '{n} subscriptions' },
  'command.licenseChart': 'chart|charts|licenses by offer|licenses overview|overview',
  'command.renewalChart': 'renewals by month|renewals chart',
  'help.licenseChart': 'See the licenses of all customers by offer, as a picture',
  'help.renewalChart': 'See what ends or renews in each of 13 months, as a picture',
});

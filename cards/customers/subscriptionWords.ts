import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { statusWords } from '../labels.ts';

const counted = ['licenses', 'add-on-licenses', 'instances', 'gigabytes', 'usage'] as const;
const billings = ['monthly', 'annual', 'triennial', 'one_time'] as const;

/** Our name of a unit, by Partner Center's: `Licenses`, `Usage-based`, …; one that is not known is taken for licenses. */
export function unitOf(unit: string): (typeof counted)[number] {
  const plain = unit.toLowerCase().replaceAll(' ', '-').replace('-based', '');
  return counted.find((one) => one === plain) ?? 'licenses';
}

/** How many there are of a subscription, in words. */
export function countWords({ unit, quantity }: Pick<Subscription, 'unit' | 'quantity'>, words: Words): string {
  const known = unitOf(unit);
  return known === 'usage' ? words.t('unit.usage') : words.t(`count.${known}`, { n: quantity });
}

/** Term and billing of a subscription, in words; undefined where neither is known. */
export function termWords({ term, billing }: Pick<Subscription, 'term' | 'billing'>, words: Words): string | undefined {
  const known = billings.find((one) => one === billing);
  const billed = known === undefined ? undefined : words.t(`billing.${known}`);
  const lasts = term === undefined || term === '' ? undefined : words.duration(term);
  if (lasts === undefined || billed === undefined) return lasts ?? billed;
  return words.t('cart.plan', { term: lasts, billing: billed });
}

/** When a subscription renews itself or ends, in words; undefined where that is not known. */
export function endWords({ ends, autoRenews }: Subscription, words: Words): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(ends ?? '')?.[0];
  if (day === undefined) return undefined;
  return words.t(autoRenews ? 'subscription.renews' : 'subscription.ends', { day: words.day(day) });
}

/** State, licenses, term and billing of a subscription on one line. */
export const subscriptionLine = (subscription: Subscription, words: Words): string =>
  [
    countWords(subscription, words),
    ...(subscription.trial ? [words.t('subscription.trial')] : []),
    termWords(subscription, words),
    statusWords(subscription.status, words),
    endWords(subscription, words),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

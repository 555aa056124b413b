import type { Words } from '../../locales/words.ts';
import type { NextTerm, Subscription } from '../../partner-center/management.ts';

const counted = ['licenses', 'add-on-licenses', 'instances', 'gigabytes', 'usage'] as const;
const billings = ['monthly', 'annual', 'triennial', 'one_time'] as const;

/** Our name of a unit, by Partner Center's: `Licenses`, `Usage-based`, …; one that is not known is taken for licenses. */
export function unitOf(unit: string): (typeof counted)[number] {
  const plain = unit.toLowerCase().replaceAll(' ', '-').replace('-based', '');
  return counted.find((one) => one === plain) ?? 'licenses';
}

/** How many there are of a unit, in words. */
export function unitCount(unit: string, quantity: number, words: Words): string {
  const known = unitOf(unit);
  return known === 'usage' ? words.t('unit.usage') : words.t(`count.${known}`, { n: quantity });
}

/** How many there are of a subscription, in words. */
export const countWords = ({ unit, quantity }: Pick<Subscription, 'unit' | 'quantity'>, words: Words): string =>
  unitCount(unit, quantity, words);

/** Term and billing, in words; undefined where neither is known. */
export function planWords({ term, billing }: Pick<NextTerm, 'term' | 'billing'>, words: Words): string | undefined {
  const known = billings.find((one) => one === billing);
  const billed = known === undefined ? undefined : words.t(`billing.${known}`);
  const lasts = term === undefined || term === '' ? undefined : words.duration(term);
  if (lasts === undefined || billed === undefined) return lasts ?? billed;
  return words.t('cart.plan', { term: lasts, billing: billed });
}

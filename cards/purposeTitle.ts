import type { Words } from '../locales/words.ts';
import type { Purpose } from '../storage/draft.ts';
import { shortened } from './elements.ts';

/** What a draft about a customer that exists goes by, e.g. “Subscriptions for Contoso”. */
export function purposeTitle(purpose: Purpose, { t }: Words): string {
  const { companyName, domain } = purpose.customer;
  const data = { company: shortened(companyName === '' ? domain : companyName) };
  if (purpose.kind === 'account') return t('purpose.account', data);
  return t(purpose.base === undefined ? 'purpose.subscriptions' : 'purpose.addOns', data);
}

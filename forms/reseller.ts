import { choice } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';
import type { Words } from '../locales/words.ts';
import type { Reseller } from '../partner-center/partner.ts';

/** Stands for "none": the customer is the provider's own. */
export const noReseller = 'none';

const oneOf = kept((resellers: readonly Reseller[]) =>
  choice([
    ...resellers.map((one) => ({
      value: one.tenantId,
      title: ({ t }: Words) => t('form.pair', { label: one.name, hint: one.mpnId }),
    })),
    { value: noReseller, title: ({ t }) => t('reseller.none') },
  ]),
);

/** The indirect reseller the customer belongs to; asked of indirect providers, in clouds that have resellers. */
export const reseller = form({
  id: 'reseller',
  applies: (context) => context.partner.type === 'indirect-provider' && context.cloud.resellers,
  fields: (context) => ({ reseller: oneOf(context.resellers) }),
});

import { choice } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';
import type { Words } from '../locales/words.ts';
import type { Reseller } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { faultOf, type Checked } from './section.ts';

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

/** Would orders for this reseller be refused? It is told here, not days later. */
async function checkReseller(answers: Values, { resellers }: Context, partnerCenter: PartnerCenter): Promise<Checked> {
  const chosen = resellers.find(({ tenantId }) => tenantId === answers['reseller']);
  const fault = chosen === undefined ? undefined : await partnerCenter.checkReseller?.(chosen);
  return fault && { faults: { reseller: faultOf('fault.refused', { reason: `@reason.${fault.reason}` }) } };
}

/** The indirect reseller the customer belongs to; asked of indirect providers, in clouds that have resellers. */
export const reseller = form({
  id: 'reseller',
  applies: (context) => context.partner.type === 'indirect-provider' && context.cloud.resellers,
  fields: (context) => ({ reseller: oneOf(context.resellers) }),
  check: checkReseller,
});

import { paragraph, type Element } from '../cards/elements.ts';
import { searchInput } from '../cards/searchInput.ts';
import type { Words } from '../locales/words.ts';
import type { Reseller } from '../partner-center/partner.ts';
import type { Purpose, Values } from '../storage/draft.ts';
import { folded, matcher } from '../storage/folded.ts';
import type { Context } from './context.ts';
import { choice } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';
import { refusedAnswer } from './refusedAnswer.ts';
import type { Asked, Checked, Section, SectionView } from './section.ts';

/** Stands for "none": the customer is the provider's own. */
export const noReseller = 'none';

/** The reseller a customer that exists is known to have: its tenant id or `none`. */
export const resellerOf = (purpose: Purpose | undefined): string | undefined =>
  purpose?.kind === 'subscriptions' ? purpose.reseller : undefined;

/** Resellers listed at once: a provider may have hundreds, and a card holds 28 KB. */
const mostListed = 40;

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
async function checkReseller(answers: Values, { resellers }: Context, partnerCenter: Asked): Promise<Checked> {
  const chosen = resellers.find(({ tenantId }) => tenantId === answers['reseller']);
  const fault = chosen === undefined ? undefined : await partnerCenter.checkReseller?.(chosen);
  return fault && { faults: { reseller: refusedAnswer(fault) } };
}

const asked = form({
  id: 'reseller',
  applies: ({ partner, cloud, purpose }) =>
    partner.type === 'indirect-provider' && cloud.resellers && resellerOf(purpose) === undefined,
  fields: ({ resellers }) => ({ reseller: oneOf(resellers) }),
  intro: finder,
  check: checkReseller,
  edits: { find: (values) => values },
});

/** The indirect reseller the customer belongs to; asked of indirect providers, in clouds that have resellers. */
export const reseller: Section = {
  ...asked,
  take: (sent, held, context) => ({
    ...asked.take(sent, held, context),
    ...(sent['find'] === undefined ? {} : { find: sent['find'] }),
  }),
  card: (view) => asked.card({ ...view, context: { ...view.context, resellers: listed(view) } }),
};

/** Those that words of the name, or the MPN ID, mean; what is chosen stays among them. */
function listed({ context: { resellers }, values }: SectionView): readonly Reseller[] {
  if (resellers.length <= mostListed) return resellers;
  const find = values['find'] ?? '';
  const isNamed = matcher(find) ?? (() => find.trim() === '');
  const found = resellers.filter(({ name, mpnId }) => isNamed(folded(`${name} ${mpnId}`)));
  const chosen = resellers.filter(({ tenantId }) => tenantId === values['reseller']);
  return [...new Set([...chosen, ...found.slice(0, mostListed)])];
}

/** A way to find one of many: only as many are listed at once. */
function finder({ words, token, values, context }: SectionView): Element[] {
  const { t } = words;
  if (context.resellers.length < mostListed && values['find'] === undefined) return [];
  return [
    searchInput(
      {
        id: 'find',
        label: t('field.findReseller'),
        placeholder: t('cart.findHint'),
        value: (values['find'] ?? '').slice(0, 100),
        find: { verb: 'find', token },
      },
      words,
    ),
    ...(context.resellers.length === 0 ? [paragraph(t('reseller.noHits'))] : []),
  ];
}

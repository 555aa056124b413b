import { paragraph, type Element } from '../cards/elements.ts';
import { searchInput } from '../cards/inputs.ts';
import type { Words } from '../locales/words.ts';
import type { Reseller } from '../partner-center/rules/partner.ts';
import type { DraftKind, Values } from '../model/draft.ts';
import { foldCase, matcher } from '../lib/foldCase.ts';
import type { Context } from './context.ts';
import { choice } from './field.ts';
import { form } from './form.ts';
import { memoize } from '../lib/memoize.ts';
import { type AnswerChecks, type CheckResult, refusalFault, type Section, type SectionView } from './section.ts';
import { defined } from '../lib/optional.ts';

/** The value for "no reseller": the customer is the provider's own. */
export const noReseller = 'none';

/** The known reseller of an existing customer: its tenant id, or `none`; undefined where it is not known. */
export const knownReseller = (purpose: DraftKind | undefined): string | undefined =>
  purpose?.kind === 'subscriptions' ? purpose.reseller : undefined;

/** Maximum number of resellers in the list: a provider may have hundreds, and a card holds 28 KB. */
const maxListed = 40;

const resellerChoice = memoize((resellers: readonly Reseller[]) =>
  choice([
    ...resellers.map((one) => ({
      value: one.tenantId,
      title: ({ t }: Words) => t('form.pair', { label: one.name, hint: one.mpnId }),
    })),
    { value: noReseller, title: ({ t }) => t('reseller.none') },
  ]),
);

/** Checks that orders for this reseller will be accepted, so that a refusal comes now and not days later. */
async function checkReseller(
  answers: Values,
  { resellers }: Context,
  partnerCenter: AnswerChecks,
): Promise<CheckResult> {
  const chosen = resellers.find(({ tenantId }) => tenantId === answers['reseller']);
  const fault = chosen === undefined ? undefined : await partnerCenter.checkReseller?.(chosen);
  return fault && { faults: { reseller: refusalFault(fault) } };
}

/** The form of the reseller, without its search. */
export const resellerForm = form({
  id: 'reseller',
  applies: ({ partner, cloud, purpose }) =>
    partner.type === 'indirect-provider' && cloud.resellers && knownReseller(purpose) === undefined,
  fields: ({ resellers }) => ({ reseller: resellerChoice(resellers) }),
  intro: resellerSearch,
  check: checkReseller,
  edits: { find: (values) => values },
});

/** The customer's indirect reseller; asked of indirect providers, in clouds that have resellers. */
export const resellerSection: Section = {
  ...resellerForm,
  readInputs: (sent, held, context) => ({
    ...resellerForm.readInputs(sent, held, context),
    ...defined({ find: sent['find'] }),
  }),
  card: (view) => resellerForm.card({ ...view, context: { ...view.context, resellers: listedResellers(view) } }),
};

/** Resellers whose name or MPN ID matches the search, and always the chosen one. */
function listedResellers({ context: { resellers }, values }: SectionView): readonly Reseller[] {
  if (resellers.length <= maxListed) return resellers;
  const find = values['find'] ?? '';
  const isNamed = matcher(find) ?? (() => find.trim() === '');
  const found = resellers.filter(({ name, mpnId }) => isNamed(foldCase(`${name} ${mpnId}`)));
  const chosen = resellers.filter(({ tenantId }) => tenantId === values['reseller']);
  return [...new Set([...chosen, ...found.slice(0, maxListed)])];
}

/** The search for a reseller, where there are more than the list holds. */
function resellerSearch({ words, token, values, context }: SectionView): Element[] {
  const { t } = words;
  if (context.resellers.length < maxListed && values['find'] === undefined) return [];
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

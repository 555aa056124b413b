import { paragraph, type Element } from '../cards/elements.ts';
import { searchInput } from '../cards/inputs.ts';
import { resellerTitles, wholeReseller } from '../cards/labels.ts';
import type { Words } from '../locales/words.ts';
import type { Reseller } from '../partner-center/rules/partner.ts';
import type { DraftKind, Values } from '../model/draft.ts';
import { foldCase, matcher } from '../lib/foldCase.ts';
import type { Context } from './context.ts';
import { choice } from './field.ts';
import { form } from './form.ts';
import { memoize } from '../lib/memoize.ts';
import {
  type AnswerChecks,
  type CheckResult,
  type InputEdit,
  refusalFault,
  type Section,
  type SectionView,
} from './section.ts';
import { defined } from '../lib/optional.ts';

/** The value for "no reseller": the customer is the provider's own. */
export const noReseller = 'none';

/** The known reseller of an existing customer: its tenant id, or `none`; undefined where it is not known. */
export const knownReseller = (purpose: DraftKind | undefined): string | undefined =>
  purpose?.kind === 'subscriptions' ? purpose.reseller : undefined;

/** Maximum numbers of resellers in the list, the best first: a provider may have hundreds, and a card holds 28 KB. */
const listLengths = [40, 40, 20, 10, 1] as const;

const resellerChoice = memoize((resellers: readonly Reseller[]) => {
  const titleOf = resellerTitles(resellers);
  return choice([
    ...resellers.map((one) => ({
      value: one.tenantId,
      title: (words: Words) => titleOf(one, words),
      whole: (words: Words) => wholeReseller(one, words),
    })),
    { value: noReseller, title: ({ t }) => t('reseller.none') },
  ]);
});

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

/** The reseller this user chose last, while it is listed. */
function likelyReseller({ resellers, lastReseller }: Context): Values {
  if (lastReseller === noReseller) return { reseller: noReseller };
  return resellers.some(({ tenantId }) => tenantId === lastReseller) ? { ...defined({ reseller: lastReseller }) } : {};
}

/** Resellers whose name or MPN ID matches the search; all where nothing is searched for. */
function namedResellers(resellers: readonly Reseller[], find: string): readonly Reseller[] {
  const isNamed = matcher(find) ?? (() => find.trim() === '');
  return resellers.filter(({ name, mpnId }) => isNamed(foldCase(`${name} ${mpnId}`)));
}

/** The only reseller that a search found is chosen: there is no other one to choose. */
const chooseOnlyHit: InputEdit = (values, _argument, { resellers }) => {
  const find = values['findReseller'] ?? '';
  const [only, ...others] = find.trim() === '' ? [] : namedResellers(resellers, find);
  return only === undefined || others.length > 0 ? values : { ...values, reseller: only.tenantId };
};

/** The form of the reseller, without its search. */
export const resellerForm = form({
  id: 'reseller',
  applies: ({ partner, cloud, purpose, resellers }) =>
    partner.type === 'indirect-provider' &&
    cloud.resellers &&
    resellers.length > 0 &&
    knownReseller(purpose) === undefined,
  defaults: likelyReseller,
  fields: ({ resellers }) => ({ reseller: resellerChoice(resellers) }),
  check: checkReseller,
  edits: { findReseller: chooseOnlyHit },
});

/** The customer's indirect reseller; asked of indirect providers that have resellers. */
export const resellerSection: Section = {
  ...resellerForm,
  readInputs: (sent, held, context) => ({
    ...resellerForm.readInputs(sent, held, context),
    ...defined({ findReseller: sent['findReseller'] }),
  }),
  body(view, tightness) {
    const listed = listedResellers(view, tightness);
    const context = { ...view.context, resellers: listed };
    return [...resellerSearch(view, listed), ...resellerForm.body({ ...view, context }, tightness)];
  },
};

/** Resellers whose name or MPN ID matches the search, and always the chosen one. */
function listedResellers({ context: { resellers }, values }: SectionView, tightness: number): readonly Reseller[] {
  const most = listLengths[tightness] ?? listLengths[4];
  if (resellers.length <= most) return resellers;
  const found = namedResellers(resellers, values['findReseller'] ?? '');
  const chosen = resellers.filter(({ tenantId }) => tenantId === values['reseller']);
  return [...new Set([...chosen, ...found.slice(0, most)])];
}

/** The search for a reseller, where there are more than the list holds. */
function resellerSearch({ words, token, values, context }: SectionView, listed: readonly Reseller[]): Element[] {
  const { t } = words;
  const { findReseller } = values;
  if (listed.length === context.resellers.length && findReseller === undefined) return [];
  return [
    searchInput(
      {
        id: 'findReseller',
        label: t('field.findReseller'),
        placeholder: t('cart.findHint'),
        value: (findReseller ?? '').slice(0, 100),
        find: { verb: 'findReseller', token },
      },
      words,
    ),
    ...(listed.length === 0 ? [paragraph(t('reseller.noHits'))] : []),
  ];
}

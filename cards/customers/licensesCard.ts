import type { Subscription } from '../../partner-center/management.ts';
import type { Fault } from '../../storage/draft.ts';
import { button } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { faultyInput } from '../faultyInput.ts';
import { answerFaultLines } from '../reasons.ts';
import { troubleLines, type Trouble } from '../trouble.ts';
import { actionButton, manageButton } from './actionButtons.ts';
import { changeWords } from './changeWords.ts';
import type { Words } from '../../locales/words.ts';
import { canChooseEnd, lifecycleOf, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import { scheduledKey } from '../../partner-center/scheduledKey.ts';
import { lifecycleWords } from './lifecycleWords.ts';
import { goneWarning } from './scheduledWords.ts';
import { countWords, unitOf } from './subscriptionWords.ts';
import type { OpenChange } from './underWay.ts';
import { openCustomer, openSubscriptions, type Once } from './whose.ts';

/** Change licenses: the number there is, and the number there shall be. */
export interface LicensesView extends Once {
  readonly subscription: Pick<Subscription, 'id' | 'name' | 'unit' | 'quantity'>;
  /** As Partner Center says; absent while it says nothing. */
  readonly present?: Subscription;
  /** What the card before showed as scheduled (`scheduledKey`), where Partner Center says nothing. */
  readonly scheduled?: string;
  /** The offer's limits, where the offer is known. */
  readonly limits?: { readonly min: number; readonly max: number };
  readonly now: Date;
  readonly typed: string;
  readonly fault?: Fault;
  readonly trouble?: Trouble;
  /** Changes of this subscription that are not over. */
  readonly changes: readonly OpenChange[];
}

/** Asks how many licenses there shall be, and says beforehand what is possible. */
export function licensesCard(view: LicensesView): Card {
  const { words, ref, changeId, subscription, trouble, fault } = view;
  const { t } = words;
  const { id, name, unit, quantity } = subscription;
  const scheduled = view.present === undefined ? (view.scheduled ?? '') : scheduledKey(view.present);
  const sent = { name: name.slice(0, 200), unit, from: String(quantity), scheduled };
  return card(
    t('licenses.title'),
    [
      heading(t('licenses.title')),
      strong(shortened(view.companyName)),
      paragraph(shortened(name)),
      paragraph(t('licenses.present', { count: countWords(subscription, words) })),
      ...lifeOf(view),
      ...possible(view),
      ...(trouble === undefined ? [] : [...troubleLines(trouble, words), paragraph(t('changed.nothing'))]),
      ...faultyInput(
        countLabel(view),
        countInput(view),
        fault === undefined ? [] : answerFaultLines(fault, words),
        words,
      ),
    ],
    [
      button(t('button.licenses'), { verb: 'setLicenses', argument: `${ref} ${id} ${changeId}`, ...sent }, true),
      ...(view.present !== undefined && canChooseEnd(view.present, view.now)
        ? [actionButton('nextTerm', { words, ref, id })]
        : []),
      manageButton({ words, ref, id }),
      openSubscriptions(view),
      openCustomer(view),
    ],
  );
}

const lifeOf = ({ words, present, now }: LicensesView): Element[] =>
  present === undefined ? [] : [paragraph(lifecycleWords(lifecycleOf(present, now), present.unit, words))];

function possible({ words, present, limits, changes }: LicensesView): Element[] {
  const { t } = words;
  return [
    ...(present?.commerce === 'new' ? [paragraph(t('licenses.billed')), paragraph(t('licenses.sevenDays'))] : []),
    ...(present === undefined ? [] : backLines(present, limits, words)),
    ...(present === undefined ? [] : goneWarning(scheduledChangesOf(present), present.unit, words)),
    ...changes.map(({ what }) => strong(t('licenses.underWay', { change: changeWords(what, words) }))),
  ];
}

/** How many can be given back, which is never more than the offer's fewest leave. */
function backLines({ refundable, quantity }: Subscription, limits: LicensesView['limits'], { t }: Words): Element[] {
  if (refundable === undefined) return [];
  if (refundable === 0) return [paragraph(t('licenses.noneBack'))];
  const back = Math.min(refundable, quantity - (limits?.min ?? 1));
  return back > 0 ? [paragraph(t('licenses.back', { n: back }))] : [];
}

// Input.Text and not Input.Number: a client judges a number itself and drops what it does not like, unseen by us.
const countInput =
  ({ typed }: LicensesView) =>
  (label: string): Element => ({ type: 'Input.Text', id: 'quantity', label, value: typed.slice(0, 20) });

function countLabel({ words: { t }, subscription, limits }: LicensesView): string {
  const label = t(`unit.${unitOf(subscription.unit)}`);
  const hint =
    limits === undefined
      ? undefined
      : limits.min === limits.max
        ? t('cart.fixed', { n: limits.min })
        : t('cart.range', limits);
  return hint === undefined ? label : t('form.pair', { label, hint });
}

import type { Subscription } from '../../partner-center/management.ts';
import type { Fault } from '../../model/draft.ts';
import { below, button, card, type Card, type Element, paragraph, shortened, strong } from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { inputWithFaults } from '../inputs.ts';
import { answerFaultLines, type RefusedCall, refusedCallLines } from '../faultLines.ts';
import { actionButton, type ChangeCardBase, customerButton, manageButton } from './customerCardBase.ts';
import { changeWords } from './changeWords.ts';
import type { Words } from '../../locales/words.ts';
import { canChooseEnd, lifecycleOf, scheduledChangesOf, scheduledKey } from '../../partner-center/lifecycle.ts';
import { countWords, deletedScheduleWarning, statedLifecycle, unitCount, unitKey } from './subscriptionWords.ts';
import type { OpenChange } from './customerView.ts';

/** Data of the card that changes the number of licenses. */
export interface LicensesView extends ChangeCardBase {
  readonly subscription: Pick<Subscription, 'id' | 'name' | 'unit' | 'quantity'>;
  /** The subscription at Partner Center; absent where Partner Center does not answer. */
  readonly present?: Subscription;
  /** Scheduled changes shown by the card before (`scheduledKey`), where Partner Center does not answer. */
  readonly scheduled?: string;
  /** Limits of the offer, where the offer is known. */
  readonly limits?: { readonly min: number; readonly max: number };
  readonly now: Date;
  readonly typed: string;
  readonly fault?: Fault;
  readonly refusedCall?: RefusedCall;
  /** Open changes of this subscription. */
  readonly changes: readonly OpenChange[];
}

/** Card that asks for the new number of licenses, and states the limits beforehand. */
export function licensesCard(view: LicensesView): Card {
  const { words, ref, changeId, subscription, refusedCall, fault } = view;
  const { t } = words;
  const { id, name, unit, quantity } = subscription;
  const scheduled = view.present === undefined ? (view.scheduled ?? '') : scheduledKey(view.present);
  const sent = { name: name.slice(0, 200), unit, from: String(quantity), scheduled };
  return card(
    t('licenses.title'),
    [
      ...titleLines(t('licenses.title'), shortened(view.companyName), shortened(name)),
      below(paragraph(presentWords(view), { subtle: true })),
      ...licenseNotes(view),
      ...(isFixedAnyway(view) ? [strong(t('cart.fixedNumber', { name, n: view.limits?.min ?? 0 }))] : []),
      ...(refusedCall === undefined ? [] : [...refusedCallLines(refusedCall, words), paragraph(t('changed.nothing'))]),
      ...inputWithFaults(
        countLabel(view),
        countInput(view),
        fault === undefined ? [] : answerFaultLines(fault, words),
        words,
      ),
    ],
    [
      button(t('button.setLicenses'), { verb: 'setLicenses', argument: `${ref} ${id} ${changeId}`, ...sent }, true),
      ...(view.present !== undefined && canChooseEnd(view.present, view.now)
        ? [actionButton('nextTerm', { words, ref, id })]
        : []),
      manageButton({ words, ref, id }),
      customerButton(view),
    ],
  );
}

/** Data of that label. */
type CountView = Pick<LicensesView, 'words' | 'subscription' | 'limits'>;

/** True where another number was typed than the fixed one; a fault says so by itself. */
const isFixedAnyway = ({ limits, typed, subscription, fault, refusedCall }: LicensesView): boolean =>
  limits !== undefined &&
  limits.min === limits.max &&
  fault === undefined &&
  refusedCall === undefined &&
  ![limits.min, subscription.quantity].map(String).includes(typed);

/** The present number and, as far as it is known, what comes next. */
function presentWords({ words, subscription, present, now }: LicensesView): string {
  const facts = words.t('licenses.present', { count: countWords(subscription, words) });
  if (present === undefined) return facts;
  const sentence = statedLifecycle(present, lifecycleOf(present, now), words);
  return words.t('lifecycle.line', { facts, sentence });
}

function licenseNotes({ words, present, limits, changes }: LicensesView): Element[] {
  const { t } = words;
  return [
    ...(present?.commerce === 'new'
      ? [paragraph(words.sentences([t('licenses.billed'), t('licenses.sevenDays')]))]
      : []),
    ...(present === undefined ? [] : refundableLines(present, limits, words)),
    ...(present === undefined ? [] : deletedScheduleWarning(scheduledChangesOf(present), present.unit, words)),
    ...changes.map(({ what }) => strong(t('licenses.underWay', { change: changeWords(what, words) }))),
  ];
}

/** Line with the number of licenses that can be given back, never below the offer's minimum. */
function refundableLines(
  { refundable, quantity }: Subscription,
  limits: LicensesView['limits'],
  { t }: Words,
): Element[] {
  if (refundable === undefined) return [];
  if (refundable === 0) return [paragraph(t('licenses.noneBack'))];
  const back = Math.min(refundable, quantity - (limits?.min ?? 1));
  return back > 0 ? [paragraph(t('licenses.back', { n: back }))] : [];
}

// Input.Text and not Input.Number: a client judges a number itself and drops what it does not like, unseen by us.
const countInput =
  (view: LicensesView) =>
  (label: string): Element => {
    const value = isFixedAnyway(view) ? String(view.limits?.min ?? '') : view.typed.slice(0, 20);
    return { type: 'Input.Text', id: 'quantity', label, value };
  };

/** Label of a number of licenses, with the numbers that an offer allows, as far as they are known. */
export function countLabel({ words: { t }, subscription, limits }: CountView): string {
  const label = t(`unit.${unitKey(subscription.unit)}`);
  const hint =
    limits === undefined
      ? undefined
      : limits.min === limits.max
        ? t('cart.fixed', { n: limits.min })
        : t('cart.range', limits);
  return hint === undefined ? label : t('form.pair', { label, hint });
}

/** Data of the card that asks before licenses are changed by many, or returned. */
interface ConfirmLicensesView extends ChangeCardBase {
  readonly subscription: Subscription;
  readonly to: number;
}

/**
 * The answer that the question's button gives: the number and what stood before. A press without it, or with another
 * number, is asked again.
 */
export const licensesAnswer = (from: number, to: number): string => `${String(from)} ${String(to)}`;

/** Card that says the difference and asks once more: a typing error costs a whole term, or takes licenses from users. */
export function confirmLicensesCard(view: ConfirmLicensesView): Card {
  const { words, ref, changeId, subscription, to } = view;
  const { t } = words;
  const { id, name, unit, quantity: from } = subscription;
  const count = unitCount(unit, Math.abs(to - from), words);
  const kind = to > from ? 'more' : 'fewer';
  const sent = { name: name.slice(0, 200), unit, from: String(from), scheduled: scheduledKey(subscription) };
  const answer = { quantity: String(to), sure: licensesAnswer(from, to) };
  return card(
    t('licenses.title'),
    [
      ...titleLines(t('licenses.title'), shortened(view.companyName), shortened(name)),
      strong(t(`licenses.ask.${kind}`, { from, to, count })),
      paragraph(t(`licenses.note.${kind}`)),
    ],
    [
      button(
        t(`licenses.do.${kind}`, { count }),
        { verb: 'setLicenses', argument: `${ref} ${id} ${changeId}`, ...sent, ...answer },
        true,
      ),
      button(t('button.return'), { verb: 'licenses', argument: `${ref} ${id}`, quantity: String(to) }),
      customerButton({ words, ref }),
    ],
  );
}

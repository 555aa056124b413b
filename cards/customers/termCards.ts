import type { Words } from '../../locales/words.ts';
import {
  chosenEndOf,
  lifecycleOf,
  nextTermKey,
  type OfferFacts,
  scheduledChangesOf,
  scheduledKey,
} from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Plan } from '../../partner-center/rules/catalog.ts';
import type { EndOfTerm, NextTerm } from '../../partner-center/rules/subscriptionRules.ts';
import type { Fault } from '../../model/draft.ts';
import {
  below,
  button,
  buttons,
  card,
  type Card,
  dangerButton,
  type Element,
  faultLine,
  group,
  paragraph,
  shortened,
  strong,
  subheading,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { inputWithFaults } from '../inputs.ts';
import { type ChangeCardBase, customerButton, manageButton } from './customerCardBase.ts';
import {
  deletedScheduleWarning,
  lifecycleWords,
  subscriptionLine,
  termAndBilling,
  upliftWords,
} from './subscriptionWords.ts';
import { countLabel } from './licensesCard.ts';

/** Data of the card that schedules the next term. */
export interface NextTermView extends ChangeCardBase {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly known: OfferFacts;
  readonly lastDay: string;
  readonly day: string;
  /** Plans for the renewal, the present one among them; empty where the catalog does not list them. */
  readonly plans: readonly Pick<Plan, 'term' | 'billing'>[];
  readonly limits?: { readonly min: number; readonly max: number };
  readonly typed: { readonly quantity: string; readonly plan: string };
  readonly fault?: Fault;
}

/** Value of a plan in the choice input. */
export const planValue = ({ term = '', billing = '' }: Pick<NextTerm, 'term' | 'billing'>): string =>
  `${term} ${billing}`;

/** Card that asks for licenses and plan of the next term, and says when they count and which changes delete them. */
export function nextTermCard(view: NextTermView): Card {
  const { words, ref, changeId, subscription, now, known, fault } = view;
  const { t } = words;
  const { id, nextTerm } = subscription;
  const argument = `${ref} ${id} ${changeId}`;
  const baseline = { from: nextTermKey(nextTerm), scheduled: scheduledKey(subscription) };
  return card(
    t('nextTerm.title'),
    [
      ...titleLines(t('nextTerm.title'), shortened(view.companyName), shortened(subscription.name)),
      below(paragraph(subscriptionLine(subscription, now, words, known), { subtle: true })),
      paragraph(t('nextTerm.text', { day: words.day(view.day), lastDay: words.day(view.lastDay) })),
      ...(scheduledChangesOf(subscription)?.end === undefined && subscription.autoRenews
        ? []
        : [strong(t('nextTerm.turnsOn'))]),
      ...(fault === undefined || inputAtFault(fault) !== undefined ? [] : [nextTermFault(fault, words)]),
      ...nextTermInputs(view),
    ],
    [
      button(t('button.schedule'), { verb: 'setNextTerm', argument, ...baseline }, true),
      ...(nextTerm === undefined
        ? []
        : [button(t('button.unschedule'), { verb: 'dropNextTerm', argument, ...baseline })]),
      manageButton({ words, ref, id }),
      customerButton(view),
    ],
  );
}

const nextTermFault = ({ key, data }: Fault, words: Words): Element => faultLine(words.say(key, data));

/** Input that the fault belongs to; undefined where it belongs to both. */
const inputAtFault = ({ key }: Fault): 'quantity' | 'plan' | undefined =>
  key.startsWith('fault.cart.quantity') ? 'quantity' : key === 'fault.cart.unknown-plan' ? 'plan' : undefined;

// Input.Text and not Input.Number: a client judges a number itself and drops what it does not like, unseen by us.
function nextTermInputs(view: NextTermView): Element[] {
  const { words, plans, typed, fault } = view;
  const { t } = words;
  const wrongWith = (input: 'quantity' | 'plan'): Element[] =>
    fault === undefined || inputAtFault(fault) !== input ? [] : [nextTermFault(fault, words)];
  return [
    ...inputWithFaults(
      countLabel(view),
      (said) => ({ type: 'Input.Text', id: 'quantity', label: said, value: typed.quantity.slice(0, 20) }),
      wrongWith('quantity'),
      words,
    ),
    ...(plans.length < 2
      ? wrongWith('plan')
      : inputWithFaults(
          t('field.plan'),
          (said) => ({
            type: 'Input.ChoiceSet',
            id: 'plan',
            label: said,
            style: 'compact',
            value: typed.plan,
            choices: plans.map((plan) => ({ title: termAndBilling(plan, words) ?? plan.term, value: planValue(plan) })),
          }),
          wrongWith('plan'),
          words,
        )),
  ];
}

/** Data of the card that chooses what happens at the end of a term. */
interface EndOfTermView extends ChangeCardBase {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly known: OfferFacts;
  /** Last day of the present term, and first day after it. */
  readonly lastDay: string;
  readonly day: string;
}

const endOfTermChoices = ['renew', 'extend', 'cancel'] as const satisfies readonly EndOfTerm[];

const choiceTitles = { renew: 'endOfTerm.renew', extend: 'endOfTerm.extend', cancel: 'endOfTerm.cancel' } as const;
const choiceButtons = {
  renew: 'button.chooseRenew',
  extend: 'button.chooseExtend',
  cancel: 'button.chooseCancel',
} as const;

/** Card that asks what happens at the end of the term, with the price of each choice and its effect on the data. */
export function endOfTermCard(view: EndOfTermView): Card {
  const { words, ref, subscription, now, known, lastDay } = view;
  const { t } = words;
  const { nextTerm } = scheduledChangesOf(subscription) ?? {};
  return card(
    t('endOfTerm.title'),
    [
      ...titleLines(t('endOfTerm.title'), shortened(view.companyName), shortened(subscription.name)),
      below(
        paragraph(lifecycleWords(lifecycleOf(subscription, now, known), subscription.unit, words), { subtle: true }),
      ),
      paragraph(t('endOfTerm.until', { day: words.day(lastDay) })),
      ...deletedScheduleWarning(nextTerm === undefined ? undefined : { nextTerm }, subscription.unit, words),
      ...endOfTermChoices.map((choice) => choiceGroup(choice, view)),
    ],
    [manageButton({ words, ref, id: subscription.id }), customerButton(view)],
  );
}

function choiceGroup(choice: EndOfTerm, view: EndOfTermView): Element {
  const { words, ref, changeId, subscription } = view;
  const { t } = words;
  const from = chosenEndOf(subscription);
  const title = t(choiceTitles[choice]);
  const argument = `${ref} ${subscription.id} ${changeId} ${choice} ${from}`;
  const scheduled = scheduledKey(subscription);
  const choose = choice === 'cancel' ? dangerButton : button;
  return group([
    subheading(choice === from ? t('endOfTerm.chosen', { title }) : title),
    paragraph(choiceText(choice, view)),
    ...(choice === from ? [] : [buttons(choose(t(choiceButtons[choice]), { verb: 'chooseEnd', argument, scheduled }))]),
  ]);
}

function choiceText(choice: EndOfTerm, { words, subscription, known, lastDay, day }: EndOfTermView): string {
  const { t } = words;
  const on = words.day(day);
  if (choice === 'cancel') return t('endOfTerm.cancelText', { day: words.day(lastDay) });
  if (choice === 'extend') {
    const monthly = subscription.term === 'P1M' ? true : known.monthlyPlan;
    const uplift = monthly === undefined ? undefined : monthly ? 3 : 23;
    return t('endOfTerm.extendText', { day: on, uplift: upliftWords(uplift, words) });
  }
  const plan = termAndBilling(subscription, words);
  return plan === undefined ? t('endOfTerm.renewTextPlain', { day: on }) : t('endOfTerm.renewText', { day: on, plan });
}

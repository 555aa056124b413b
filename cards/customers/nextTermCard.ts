import type { Words } from '../../locales/words.ts';
import { lifecycleOf, nextTermKey, type OfferKnown, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { NextTerm, Subscription } from '../../partner-center/management.ts';
import type { Plan } from '../../partner-center/offer.ts';
import { scheduledKey } from '../../partner-center/scheduledKey.ts';
import type { Fault } from '../../storage/draft.ts';
import { button } from '../buttons.ts';
import { card, faultLine, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { faultyInput } from '../faultyInput.ts';
import { manageButton } from './actionButtons.ts';
import { lifecycleWords } from './lifecycleWords.ts';
import { countWords, planWords, unitOf } from './subscriptionWords.ts';
import { openCustomer, type Once } from './whose.ts';

/** At renewal: what the next term is to be like. */
export interface NextTermView extends Once {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly known: OfferKnown;
  readonly lastDay: string;
  readonly day: string;
  /** Plans it can be renewed with, its own among them; none where the catalogue does not say. */
  readonly plans: readonly Pick<Plan, 'term' | 'billing'>[];
  readonly limits?: { readonly min: number; readonly max: number };
  readonly typed: { readonly quantity: string; readonly plan: string };
  readonly fault?: Fault;
}

/** How an input names a plan. */
export const planValue = ({ term = '', billing = '' }: Pick<NextTerm, 'term' | 'billing'>): string =>
  `${term} ${billing}`;

/** Asks for the licenses and the plan of the next term, and says when they count and what deletes them. */
export function nextTermCard(view: NextTermView): Card {
  const { words, ref, changeId, subscription, now, known, fault } = view;
  const { t } = words;
  const { id, nextTerm } = subscription;
  const argument = `${ref} ${id} ${changeId}`;
  const seen = { from: nextTermKey(nextTerm), scheduled: scheduledKey(subscription) };
  return card(
    t('nextTerm.title'),
    [
      heading(t('nextTerm.title')),
      strong(shortened(view.companyName)),
      paragraph(shortened(subscription.name)),
      paragraph(t('licenses.present', { count: countWords(subscription, words) })),
      paragraph(lifecycleWords(lifecycleOf(subscription, now, known), subscription.unit, words)),
      paragraph(t('nextTerm.text', { day: words.day(view.day), lastDay: words.day(view.lastDay) })),
      ...(scheduledChangesOf(subscription)?.end === undefined && subscription.autoRenews
        ? []
        : [strong(t('nextTerm.turnsOn'))]),
      ...(fault === undefined || inputAtFault(fault) !== undefined ? [] : [faultOf(fault, words)]),
      ...inputs(view),
    ],
    [
      button(t('button.schedule'), { verb: 'setNextTerm', argument, ...seen }, true),
      ...(nextTerm === undefined ? [] : [button(t('button.unschedule'), { verb: 'dropNextTerm', argument, ...seen })]),
      manageButton({ words, ref, id }),
      openCustomer(view),
    ],
  );
}

const faultOf = ({ key, data }: Fault, words: Words): Element => faultLine(words.say(key, data));

/** The input that a fault is about; none where it is both. */
const inputAtFault = ({ key }: Fault): 'quantity' | 'plan' | undefined =>
  key.startsWith('fault.cart.quantity') ? 'quantity' : key === 'fault.cart.unknown-plan' ? 'plan' : undefined;

// Input.Text and not Input.Number: a client judges a number itself and drops what it does not like, unseen by us.
function inputs({ words, subscription, limits, plans, typed, fault }: NextTermView): Element[] {
  const { t } = words;
  const wrongWith = (input: 'quantity' | 'plan'): Element[] =>
    fault === undefined || inputAtFault(fault) !== input ? [] : [faultOf(fault, words)];
  const label = t(`unit.${unitOf(subscription.unit)}`);
  const hint = limits === undefined || limits.min === limits.max ? undefined : t('cart.range', limits);
  return [
    ...faultyInput(
      hint === undefined ? label : t('form.pair', { label, hint }),
      (said) => ({ type: 'Input.Text', id: 'quantity', label: said, value: typed.quantity.slice(0, 20) }),
      wrongWith('quantity'),
      words,
    ),
    ...(plans.length < 2
      ? wrongWith('plan')
      : faultyInput(
          t('field.plan'),
          (said) => ({
            type: 'Input.ChoiceSet',
            id: 'plan',
            label: said,
            style: 'compact',
            value: typed.plan,
            choices: plans.map((plan) => ({ title: planWords(plan, words) ?? plan.term, value: planValue(plan) })),
          }),
          wrongWith('plan'),
          words,
        )),
  ];
}

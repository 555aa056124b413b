import { chosenEndOf, lifecycleOf, type OfferKnown, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { EndOfTerm, Subscription } from '../../partner-center/management.ts';
import { scheduledKey } from '../../partner-center/scheduledKey.ts';
import { button, buttons } from '../buttons.ts';
import {
  card,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  subheading,
  type Card,
  type Element,
} from '../elements.ts';
import { manageButton } from './actionButtons.ts';
import { lifecycleWords, upliftWords } from './lifecycleWords.ts';
import { goneWarning } from './scheduledWords.ts';
import { planWords } from './subscriptionWords.ts';
import { openCustomer, type Once } from './whose.ts';

/** End of term: what is chosen, and what can be. */
export interface EndOfTermView extends Once {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly known: OfferKnown;
  /** The days of the present term's end, and of what follows. */
  readonly lastDay: string;
  readonly day: string;
}

const choices = ['renew', 'extend', 'cancel'] as const satisfies readonly EndOfTerm[];

const titles = { renew: 'endOfTerm.renew', extend: 'endOfTerm.extend', cancel: 'endOfTerm.cancel' } as const;
const presses = { renew: 'button.chooseRenew', extend: 'button.chooseExtend', cancel: 'button.chooseCancel' } as const;

/** Asks what happens at the end of the term, and says of each choice what it costs and what becomes of the data. */
export function endOfTermCard(view: EndOfTermView): Card {
  const { words, ref, subscription, now, known, lastDay } = view;
  const { t } = words;
  const { nextTerm } = scheduledChangesOf(subscription) ?? {};
  return card(
    t('endOfTerm.title'),
    [
      heading(t('endOfTerm.title')),
      strong(shortened(view.companyName)),
      paragraph(shortened(subscription.name)),
      paragraph(lifecycleWords(lifecycleOf(subscription, now, known), subscription.unit, words)),
      paragraph(t('endOfTerm.until', { day: words.day(lastDay) })),
      ...goneWarning(nextTerm === undefined ? undefined : { nextTerm }, subscription.unit, words),
      ...choices.map((choice) => entry(choice, view)),
    ],
    [manageButton({ words, ref, id: subscription.id }), openCustomer(view)],
  );
}

function entry(choice: EndOfTerm, view: EndOfTermView): Element {
  const { words, ref, changeId, subscription } = view;
  const { t } = words;
  const from = chosenEndOf(subscription);
  const title = t(titles[choice]);
  const argument = `${ref} ${subscription.id} ${changeId} ${choice} ${from}`;
  const scheduled = scheduledKey(subscription);
  return group([
    subheading(choice === from ? t('endOfTerm.chosen', { title }) : title),
    paragraph(textOf(choice, view)),
    ...(choice === from ? [] : [buttons(button(t(presses[choice]), { verb: 'chooseEnd', argument, scheduled }))]),
  ]);
}

function textOf(choice: EndOfTerm, { words, subscription, known, lastDay, day }: EndOfTermView): string {
  const { t } = words;
  const on = words.day(day);
  if (choice === 'cancel') return t('endOfTerm.cancelText', { day: words.day(lastDay) });
  if (choice === 'extend') {
    const monthly = subscription.term === 'P1M' ? true : known.monthlyPlan;
    const uplift = monthly === undefined ? undefined : monthly ? 3 : 23;
    return t('endOfTerm.extendText', { day: on, uplift: upliftWords(uplift, words) });
  }
  const plan = planWords(subscription, words);
  return plan === undefined ? t('endOfTerm.renewTextPlain', { day: on }) : t('endOfTerm.renewText', { day: on, plan });
}

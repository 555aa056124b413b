import type { Subscription } from '../../partner-center/management.ts';
import { scheduledKey } from '../../partner-center/scheduledKey.ts';
import { button } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card } from '../elements.ts';
import { unitCount } from './subscriptionWords.ts';
import { openCustomer, type Once } from './whose.ts';

/** Many more licenses than there are. */
export interface SureLicensesView extends Once {
  readonly subscription: Subscription;
  readonly to: number;
}

/** Asks once more before far more licenses are bought: a slip of the finger costs a term. */
export function sureLicensesCard({ words, ref, changeId, subscription, companyName, to }: SureLicensesView): Card {
  const { t } = words;
  const { id, name, unit, quantity } = subscription;
  const seen = { from: String(quantity), scheduled: scheduledKey(subscription) };
  const sent = { name: name.slice(0, 200), unit, quantity: String(to), ...seen };
  return card(
    t('licenses.title'),
    [
      heading(t('licenses.title')),
      strong(shortened(companyName)),
      paragraph(shortened(name)),
      strong(
        t('licenses.difference', {
          from: unitCount(unit, quantity, words),
          to: unitCount(unit, to, words),
          difference: words.signed(to - quantity),
        }),
      ),
      paragraph(t('licenses.sure')),
    ],
    [
      button(t('licenses.buy', { difference: words.signed(to - quantity) }), {
        verb: 'setLicenses',
        argument: `${ref} ${id} ${changeId}`,
        ...sent,
        sure: String(to),
      }),
      button(t('licenses.other'), { verb: 'licenses', argument: `${ref} ${id}`, quantity: String(to) }),
      openCustomer({ words, ref }),
    ],
  );
}

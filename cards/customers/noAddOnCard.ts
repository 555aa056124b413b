import type { Words } from '../../locales/words.ts';
import { button, command } from '../buttons.ts';
import { card, heading, paragraph, shortened, type Card } from '../elements.ts';
import { openCustomer } from './whose.ts';

/** No add-on fits a subscription: what else there is. `ref` names its customer. */
export function noAddOnCard(subscription: string, ref: string, words: Words): Card {
  const { t } = words;
  const text = t('addOns.none', { name: shortened(subscription) });
  return card(
    text,
    [heading(t('button.addOns')), paragraph(text)],
    [
      button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref }, true),
      openCustomer({ words, ref }),
      button(t('button.customers'), command('customers')),
    ],
  );
}

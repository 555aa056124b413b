import type { Words } from '../../locales/words.ts';
import type { Customer } from '../../storage/customers.ts';
import { button, command } from '../buttons.ts';
import { card, heading, paragraph, strong, type Card } from '../elements.ts';

/** Deleting a record asks once, and says what stays; `waits`: an order of it waits for the customer's acceptance. */
export function eraseCard(
  { id, companyName }: Pick<Customer, 'id' | 'companyName'>,
  { t }: Words,
  waits = false,
): Card {
  return card(
    t('erase.title'),
    [
      heading(t('erase.title')),
      strong(companyName),
      paragraph(t('erase.text')),
      ...(waits ? [strong(t('acceptance.erased'))] : []),
    ],
    [
      button(t('button.deleteRecord'), { verb: 'eraseRecord', argument: id }),
      button(t('button.customers'), command('customers')),
    ],
  );
}

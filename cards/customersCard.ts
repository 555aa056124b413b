import type { Words } from '../locales/words.ts';
import type { Customer } from '../storage/customers.ts';
import { button, buttons, card, factLines, group, heading, paragraph, row, strong, type Card } from './elements.ts';
import { command } from './homeCard.ts';

/** A page of recorded customers; `next` asks for the following one, `first` leads back to the beginning. */
export interface CustomersView {
  readonly words: Words;
  readonly customers: readonly Pick<Customer, 'id' | 'companyName' | 'domain' | 'microsoftId'>[];
  readonly next?: string;
  readonly first: boolean;
  readonly unreadable: number;
  readonly canAdd: boolean;
}

/** The recorded customers, newest first, a page at a time. */
export function customersCard(view: CustomersView): Card {
  const { words, customers } = view;
  const { t } = words;
  const label = (text: string) => t('form.fact', { label: text });
  const isEmpty = view.first && customers.length === 0;
  return card(
    t('customers.title'),
    [
      heading(t('customers.title')),
      ...(customers.length === 0 ? [paragraph(t(view.first ? 'customers.none' : 'customers.end'))] : []),
      ...(view.unreadable === 0 ? [] : [strong(t('customers.unreadable', { n: view.unreadable }))]),
      ...customers.map(({ id, companyName, domain, microsoftId }) =>
        group([
          row([strong(companyName)], [buttons(button(t('button.open'), { verb: 'customer', argument: id }))]),
          ...factLines([
            { label: label(t('field.domain')), value: domain },
            { label: label(t('field.microsoftId')), value: microsoftId },
          ]),
        ]),
      ),
    ],
    [
      ...(view.next === undefined
        ? []
        : [button(t('button.nextPage'), { verb: 'customers', argument: view.next }, true)]),
      ...(view.first ? [] : [button(t('button.firstPage'), command('customers'))]),
      ...(view.canAdd ? [button(t('button.addCustomer'), command('addCustomer'), isEmpty)] : []),
      ...(isEmpty ? [] : [button(t('button.export'), { verb: 'export' })]),
      ...(view.first ? [button(t('button.importCustomers'), command('importCustomers'))] : []),
      button(t('button.help'), command('help')),
    ],
  );
}

import type { Words } from '../locales/words.ts';
import type { Customer } from '../storage/customers.ts';
import {
  button,
  buttons,
  card,
  factLines,
  group,
  heading,
  paragraph,
  row,
  strong,
  subheading,
  type Card,
  type Fact,
} from './elements.ts';
import { stageFacts } from './submissionCards.ts';
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
      button(t('button.help'), command('help')),
    ],
  );
}

/** One recorded customer, whole; `parts` are its sections as they were submitted. */
export function customerCard(
  customer: Customer,
  parts: readonly { title: string; facts: readonly Fact[] }[],
  words: Words,
  can: { readonly add: boolean; readonly erase: boolean },
): Card {
  const { t } = words;
  const label = (text: string) => t('form.fact', { label: text });
  const failed = Object.values(customer.stages).some((stage) => stage?.state === 'failed');
  return card(
    customer.companyName,
    [
      heading(t('customer.title')),
      strong(customer.companyName),
      ...factLines([
        { label: label(t('field.domain')), value: customer.domain },
        { label: label(t('field.microsoftId')), value: customer.microsoftId },
        ...stageFacts(customer.stages, words),
        { label: label(t('field.addedBy')), value: customer.addedBy.name ?? t('customer.colleague') },
        { label: label(t('field.addedAt')), value: words.moment(customer.addedAt) },
        { label: label(t('field.draft')), value: customer.id },
      ]),
      ...(customer.practice ? [paragraph(t('confirmation.practice'), { subtle: true })] : []),
      ...parts.map(({ title, facts }) => group([subheading(title), ...factLines(facts)])),
    ],
    [
      ...(failed ? [button(t('button.finish'), { verb: 'finish', argument: customer.id }, true)] : []),
      ...(can.add ? [button(t('button.asDraft'), { verb: 'asDraft', argument: customer.id })] : []),
      ...(can.erase ? [button(t('button.deleteRecord'), { verb: 'deleteRecord', argument: customer.id })] : []),
      button(t('button.customers'), command('customers')),
    ],
  );
}

/** Deleting a record asks once, and says what stays. */
export function eraseCard({ id, companyName }: Pick<Customer, 'id' | 'companyName'>, { t }: Words): Card {
  return card(
    t('erase.title'),
    [heading(t('erase.title')), strong(companyName), paragraph(t('erase.text'))],
    [
      button(t('button.deleteRecord'), { verb: 'eraseRecord', argument: id }),
      button(t('button.customers'), command('customers')),
    ],
  );
}

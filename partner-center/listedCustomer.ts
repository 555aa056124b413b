import { folded } from '../storage/folded.ts';
import type { Keyed } from '../storage/sorted.ts';
import type { CustomerSummary } from './management.ts';
import { inPinyinOrder } from './pinyinOrder.ts';

/** A customer as Partner Center lists it; sorted by its name. */
export interface ListedCustomer extends Keyed, CustomerSummary {
  /** What it is found by, folded. */
  readonly text: string;
}

/** The key of a customer in a list by name, a Chinese one by its sound. The name is cut, because the key travels with buttons. */
export const keyOf = (companyName: string, id: string): string =>
  `${inPinyinOrder(folded(companyName).slice(0, 60))}\n${id}`;

/** What people know a customer by, whatever Partner Center tells of it: its name, its domain, or its ID. */
export const nameOf = ({ companyName, domain, microsoftId }: Omit<CustomerSummary, 'relationship'>): string =>
  [companyName, domain].find((text) => text.trim() !== '') ?? microsoftId;

/** The row of a customer. */
export const listedOf = (customer: CustomerSummary): ListedCustomer => ({
  ...customer,
  key: keyOf(nameOf(customer), idOf(customer)),
  text: [customer.companyName, customer.domain].map(folded).join('\n'),
});

/** A Microsoft ID as it is compared. */
export const idOf = ({ microsoftId }: { readonly microsoftId: string }): string => microsoftId.toLowerCase();

import { byKey } from '../storage/sorted.ts';
import { keptList, type Change, type KeptList, type Listed } from './keptList.ts';
import { listedOf, type ListedCustomer } from './listedCustomer.ts';
import type { CustomerDirectory, CustomerSummary } from './management.ts';

/**
 * Partner Center's own list of a partner's customers, kept in memory; by reseller it is a list of its own, '' is the
 * whole. What is noted here is shown at once, and kept while Partner Center's own list catches up.
 */
export interface CustomerList {
  /** What is known now; waits for the first page only. Raises PartnerCenterError when not even that comes. */
  look(reseller: string): Promise<Listed>;
  /** Reads the list anew, however old it is. Raises PartnerCenterError when it does not come to its end. */
  refresh(reseller: string): Promise<void>;
  /** The whole list, telling how many are read. Raises PartnerCenterError when it does not come to its end. */
  whole(reseller: string, tell: (done: number) => void): Promise<readonly ListedCustomer[]>;
  /** What was read of the whole list, without asking for more. */
  present(): Listed;
  /** Those whose name or domain begins with that, asked of Partner Center itself. May raise PartnerCenterError. */
  beginningWith(text: string): Promise<readonly ListedCustomer[]>;
  /** Partner Center has this customer from now on, as the reseller's ('' for none). */
  note(customer: CustomerSummary, reseller: string): void;
  rename(microsoftId: string, companyName: string): void;
  /** Partner Center lists this customer no more. */
  drop(microsoftId: string): void;
}

/** The list of a directory. */
export function customerList(directory: CustomerDirectory, now: () => Date): CustomerList {
  const lists = new Map<string, KeptList & { readonly changes: Map<string, Change> }>();
  const listOf = (reseller: string) => {
    const known = lists.get(reseller);
    if (known !== undefined) return known;
    const search = reseller === '' ? {} : { search: { by: 'reseller', text: reseller } as const };
    const changes = new Map<string, Change>();
    const made = { ...keptList((after) => directory.customers(search, after), changes, now), changes };
    lists.set(reseller, made);
    return made;
  };
  const change = (reseller: string, microsoftId: string, customer: CustomerSummary | undefined): void => {
    const list = listOf(reseller);
    const id = microsoftId.toLowerCase();
    const made = { at: now().getTime(), ...(customer === undefined ? {} : { customer }) };
    list.changes.set(id, made);
    list.change(id, made);
  };
  return {
    look: (reseller) => listOf(reseller).look(),
    refresh: (reseller) => listOf(reseller).refresh(),
    whole: (reseller, tell) => listOf(reseller).whole(tell),
    present: () => listOf('').present(),
    async beginningWith(text) {
      const ways = ['name', 'domain'] as const;
      const pages = await Promise.all(ways.map((by) => directory.customers({ search: { by, text } })));
      const found = new Map(pages.flatMap(({ customers }) => customers.map(listedOf)).map((row) => [row.key, row]));
      return [...found.values()].sort(byKey);
    },
    note: (customer, reseller) => {
      for (const one of new Set(['', reseller])) change(one, customer.microsoftId, customer);
    },
    rename(microsoftId, companyName) {
      for (const [reseller, list] of lists) {
        const known = list.present().rows.find((row) => row.microsoftId.toLowerCase() === microsoftId.toLowerCase());
        if (known === undefined) continue;
        const { domain, relationship } = known;
        change(reseller, microsoftId, { microsoftId, companyName, domain, relationship });
      }
    },
    drop: (microsoftId) => {
      for (const reseller of ['', ...lists.keys()]) change(reseller, microsoftId, undefined);
    },
  };
}

import { LRUCache } from 'lru-cache';
import { byKey } from '../lib/keysetPage.ts';
import { CachedList, customerRow, type CustomerRow, type ListSnapshot } from './cachedList.ts';
import type { CustomerDirectory, CustomerSummary } from './management.ts';
import { PartnerCenterError } from './rules/fault.ts';
import type { PartnerCenter } from './partnerCenter.ts';
import { defined } from '../lib/optional.ts';

/**
 * Partner Center's own list of a partner's customers, cached in memory; each reseller has a list of its own, '' is the
 * whole list. Updates made here show at once, and are kept until Partner Center's own list catches up. Every look takes in
 * those of other processes first.
 */
export interface CustomerListCache {
  /**
   * The list as far as it is read; waits for the first page only. Raises PartnerCenterError when that cannot be read.
   */
  first(reseller: string): Promise<ListSnapshot>;
  /** Reads the list again, whatever its age. Raises PartnerCenterError when it cannot be read to the end. */
  refresh(reseller: string): Promise<void>;
  /** The whole list; reports the number of rows read. Raises PartnerCenterError when it cannot be read to the end. */
  all(reseller: string, tell: (done: number) => void): Promise<readonly CustomerRow[]>;
  /** The whole list as far as it is read; makes no call to Partner Center. */
  peek(): Promise<ListSnapshot>;
  /**
   * Customers whose name or domain begins with the text, from a search at Partner Center. May raise PartnerCenterError.
   */
  beginningWith(text: string): Promise<readonly CustomerRow[]>;
  /** Adds a customer that was created, as the reseller's ('' for none). */
  add(customer: CustomerSummary, reseller: string): void;
  rename(microsoftId: string, companyName: string): void;
  /** Removes a customer that Partner Center no longer lists. */
  remove(microsoftId: string): void;
  /** Drops what was read of all lists. */
  forgetAll(): void;
}

/** Most lists cached; those used longest ago are read again when they are asked for. */
const maxLists = 100;

/** A cache of a directory's lists; `catchUp` brings the updates that other processes made. */
export function customerListCache(
  directory: CustomerDirectory,
  now: () => Date,
  catchUp?: () => Promise<void>,
): CustomerListCache {
  // At once where there are no other processes.
  const level = async <T>(look: () => Promise<T>): Promise<T> =>
    catchUp === undefined ? look() : catchUp().then(look);
  const lists = new LRUCache<string, CachedList>({ max: maxLists });
  const listOf = (reseller: string): CachedList => {
    const known = lists.get(reseller);
    if (known !== undefined) return known;
    const search = reseller === '' ? {} : { search: { by: 'reseller', text: reseller } as const };
    const made = new CachedList((after) => directory.customers(search, after), now);
    lists.set(reseller, made);
    return made;
  };
  const change = (reseller: string, microsoftId: string, customer: CustomerSummary | undefined): void => {
    listOf(reseller).apply(microsoftId.toLowerCase(), { at: now().getTime(), ...defined({ customer }) });
  };
  return {
    first: (reseller) => level(async () => listOf(reseller).first()),
    refresh: (reseller) => listOf(reseller).refresh(),
    all: (reseller, tell) => level(async () => listOf(reseller).all(tell)),
    peek: () => level(async () => listOf('').peek()),
    async beginningWith(text) {
      const ways = ['name', 'domain'] as const;
      const pages = await Promise.all(ways.map((by) => directory.customers({ search: { by, text } })));
      const found = new Map(pages.flatMap(({ customers }) => customers.map(customerRow)).map((row) => [row.key, row]));
      return [...found.values()].sort(byKey);
    },
    add: (customer, reseller) => {
      for (const one of new Set(['', reseller])) change(one, customer.microsoftId, customer);
    },
    rename(microsoftId, companyName) {
      // A copy, as looking a list up moves it.
      const present = [...lists];
      for (const [reseller, list] of present) {
        const known = list.peek().rows.find((row) => row.microsoftId.toLowerCase() === microsoftId.toLowerCase());
        if (known === undefined) continue;
        const { domain, relationship } = known;
        change(reseller, microsoftId, { microsoftId, companyName, domain, relationship });
      }
    },
    remove: (microsoftId) => {
      for (const reseller of ['', ...lists.keys()]) change(reseller, microsoftId, undefined);
    },
    forgetAll: () => lists.clear(),
  };
}

/** Wraps Partner Center so that the list shows created, renamed and removed customers at once. */
export function withListUpdates(partnerCenter: PartnerCenter, list: CustomerListCache): PartnerCenter {
  const { management } = partnerCenter;
  return {
    ...partnerCenter,
    async createCustomer(customer, requestId) {
      const created = await partnerCenter.createCustomer(customer, requestId);
      const { microsoftId, domain } = created;
      const { companyName, associatedPartnerId = '' } = customer;
      list.add({ microsoftId, domain, companyName, relationship: 'reseller' }, associatedPartnerId);
      return created;
    },
    management: {
      ...management,
      async updateBilling(microsoftId, change, requestId) {
        const changed = await management.updateBilling(microsoftId, change, requestId);
        const { companyName } = changed.state === 'done' ? change : changed.billing;
        if (companyName !== undefined) list.rename(microsoftId, companyName);
        return changed;
      },
      async removeRelationship(microsoftId, requestId) {
        try {
          await management.removeRelationship(microsoftId, requestId);
        } catch (error) {
          // Ended already: by somebody else, or by an earlier attempt that was answered with an error.
          if (error instanceof PartnerCenterError && error.fault.reason === 'no-relationship') list.remove(microsoftId);
          throw error;
        }
        list.remove(microsoftId);
      },
    },
  };
}

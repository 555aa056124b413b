import { folded } from './folded.ts';
import type { Customer } from './customers.ts';
import { put, take } from './sorted.ts';
import { failedStage } from './stages.ts';

/** What lists need of a recorded customer. `key` is its id: newest first. */
export interface CustomerEntry {
  readonly key: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly relationship: NonNullable<Customer['relationship']>;
  /** Tenant id of its reseller; empty without one. */
  readonly resellerId: string;
  /** Name and MPN ID of its reseller; empty without one. */
  readonly reseller: string;
  /** A step of its submission is still to be finished. */
  readonly unfinished: boolean;
  /** Ids of the offers that were ordered when it was added. */
  readonly offers: readonly string[];
  /** What it is found by, folded. */
  readonly text: string;
}

/** The entry of a record. */
export function entryOf(customer: Customer): CustomerEntry {
  const { id: key, companyName, domain, microsoftId, relationship = 'reseller', reseller = '', stages } = customer;
  const chosen = customer.sections['reseller']?.['reseller'] ?? '';
  return {
    key,
    companyName,
    domain,
    microsoftId,
    relationship,
    resellerId: chosen === 'none' ? '' : chosen,
    reseller,
    unfinished: failedStage(stages) !== undefined,
    offers: soldIn(customer),
    text: [companyName, domain, reseller].map(folded).join('\n'),
  };
}

const soldIn = ({ stages: { subscriptions } }: Customer): readonly string[] =>
  subscriptions?.state === 'done'
    ? subscriptions.lines.filter(({ fault }) => fault === undefined).map(({ offerId }) => offerId)
    : [];

/** Entries of one partner's customers in memory, sorted, kept in step with what is stored. */
export interface CustomerIndex {
  /** To be called after a record was written. */
  add(entry: CustomerEntry): void;
  /** To be called after a record was removed. */
  remove(id: string): void;
  /** All entries, once they are read. Raises what reading them raised. */
  whole(): Promise<readonly CustomerEntry[]>;
  /** The same, where they are read already. */
  ready(): readonly CustomerEntry[] | undefined;
  /** What is read so far, sorted. */
  soFar(): readonly CustomerEntry[];
  ofMicrosoftId(microsoftId: string): Promise<CustomerEntry | undefined>;
  /** How many customers bought which offer, by the offer's id; kept in step, so that asking costs nothing. */
  readonly sold: ReadonlyMap<string, number>;
  /** Grows with every change. */
  readonly version: number;
}

/** An index that begins to read at once, in ascending order; changes told meanwhile win over what reading finds. */
export function customerIndex(read: () => AsyncIterable<CustomerEntry>): CustomerIndex {
  const meanwhile = new Map<string, CustomerEntry | undefined>();
  const byMicrosoftId = new Map<string, CustomerEntry>();
  let entries: CustomerEntry[] | undefined;
  let version = 0;
  const name = (entry: CustomerEntry): void => {
    if (entry.microsoftId !== '') byMicrosoftId.set(entry.microsoftId.toLowerCase(), entry);
  };
  const sold = new Map<string, number>();
  const count = ({ offers }: CustomerEntry, by: 1 | -1): void => {
    for (const id of offers) sold.set(id, (sold.get(id) ?? 0) + by);
  };
  const apply = (all: CustomerEntry[], id: string, entry: CustomerEntry | undefined): void => {
    const former = take(all, id);
    if (former !== undefined) {
      byMicrosoftId.delete(former.microsoftId.toLowerCase());
      count(former, -1);
    }
    if (entry === undefined) return;
    put(all, entry);
    name(entry);
    count(entry, 1);
  };
  const found: CustomerEntry[] = [];
  const load = async (): Promise<readonly CustomerEntry[]> => {
    for await (const entry of read()) {
      found.push(entry);
      name(entry);
      count(entry, 1);
    }
    for (const [id, entry] of meanwhile) apply(found, id, entry);
    entries = found;
    version += 1;
    return found;
  };
  const loading = load();
  const change = (id: string, entry: CustomerEntry | undefined): void => {
    version += 1;
    if (entries === undefined) meanwhile.set(id, entry);
    else apply(entries, id, entry);
  };
  return {
    add: (entry) => change(entry.key, entry),
    remove: (id) => change(id, undefined),
    whole: () => loading,
    ready: () => entries,
    soFar: () => found,
    async ofMicrosoftId(microsoftId) {
      await loading;
      return byMicrosoftId.get(microsoftId.toLowerCase());
    },
    sold,
    get version() {
      return version;
    },
  };
}

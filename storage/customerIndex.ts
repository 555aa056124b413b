import { foldCase, foldKey, nameKey, nameKeyOf } from '../lib/foldCase.ts';
import type { Customer } from '../model/customer.ts';
import { insertRow, removeRow } from '../lib/keysetPage.ts';
import { failedStage } from '../model/stages.ts';

/** The fields of a recorded customer that lists need. `key` is its id: newest first. */
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
  /** A step of its submission is unfinished. */
  readonly unfinished: boolean;
  /** Ids of the offers that were ordered when it was added. */
  readonly offers: readonly string[];
  /** Searchable text (name, domain, reseller), case-folded, and its registration ID's mark. */
  readonly text: string;
}

/** Index entry of a customer's record; stores keep it, so that a change of it needs a new form in `customerSchema`. */
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
    offers: offersOrdered(customer),
    text: [...[companyName, domain, reseller].map(foldCase), ...registrationMarks(customer)].join('\n'),
  };
}

/** First of the private characters that a mark is of; no typed word has one, so that no search by words meets a mark. */
const firstOfMarks = 0xe0_00;

/** Text by which the customer with that registration ID is found, however it is spaced; empty for an ID without characters. */
export function registrationMark(id: string): string {
  const key = foldKey(id);
  if (key === '') return '';
  const shifted = Array.from(key, (one) =>
    String.fromCharCode(firstOfMarks + 1 + ((one.codePointAt(0) ?? 0) % 0x10_00)),
  );
  const end = String.fromCharCode(firstOfMarks);
  return `${end}${shifted.join('')}${end}`;
}

const registrationMarks = ({ sections }: Customer): readonly string[] =>
  [registrationMark(sections['company']?.['registrationNumber'] ?? '')].filter((mark) => mark !== '');

/** Keys by which one customer is looked up: that of its name, its registration ID's mark, its Microsoft ID; no two are alike. */
export function lookupKeysOf({
  companyName,
  text,
  microsoftId,
}: Pick<CustomerEntry, 'companyName' | 'text' | 'microsoftId'>): readonly string[] {
  const [folded = ''] = text.split('\n', 1);
  const markAt = text.indexOf(String.fromCharCode(firstOfMarks));
  const mark = markAt < 0 ? '' : text.slice(markAt);
  return [nameKeyOf(companyName, folded), mark, microsoftId.toLowerCase()].filter((key) => key !== '');
}

/** Entries by the keys they are looked up by; a list only where several have the same, as most have a key of their own. */
class Lookup {
  readonly #byKey = new Map<string, CustomerEntry | CustomerEntry[]>();

  add(entry: CustomerEntry): void {
    for (const key of lookupKeysOf(entry)) {
      const same = this.#byKey.get(key);
      if (Array.isArray(same)) same.push(entry);
      else this.#byKey.set(key, same === undefined ? entry : [same, entry]);
    }
  }

  remove(entry: CustomerEntry): void {
    for (const key of lookupKeysOf(entry)) {
      const same = this.#byKey.get(key);
      const others = Array.isArray(same) ? same.filter((one) => one !== entry) : [];
      if (others.length === 0) this.#byKey.delete(key);
      else this.#byKey.set(key, others);
    }
  }

  first(key: string): CustomerEntry | undefined {
    const same = this.#byKey.get(key);
    return Array.isArray(same) ? same[0] : same;
  }
}

const offersOrdered = ({ stages: { subscriptions } }: Customer): readonly string[] =>
  subscriptions?.state === 'done'
    ? subscriptions.lines.filter(({ fault }) => fault === undefined).map(({ offerId }) => offerId)
    : [];

/** Sorted entries of one partner's customers in memory, kept in step with the store. */
export interface CustomerIndex {
  /** Call after a record was written. */
  add(entry: CustomerEntry): void;
  /** Call after a record was removed. */
  remove(id: string): void;
  /** All entries, once they are read. Raises the error of reading them. */
  all(): Promise<readonly CustomerEntry[]>;
  /** All entries where they are read already; else undefined. */
  loaded(): readonly CustomerEntry[] | undefined;
  /** The entries read so far, sorted. */
  soFar(): readonly CustomerEntry[];
  ofMicrosoftId(microsoftId: string): Promise<CustomerEntry | undefined>;
  /** A customer of that company name among those read so far, one of them where there are several. */
  named(companyName: string): CustomerEntry | undefined;
  /** A customer with that registration ID among those read so far. */
  registered(id: string): CustomerEntry | undefined;
  /** Number of customers that bought an offer, by the offer's id. */
  readonly sold: ReadonlyMap<string, number>;
  /** Increases with every change. */
  readonly version: number;
}

/** An index that begins to read at once, some entries at a time, in ascending order; changes made meanwhile win over the values read. */
export function customerIndex(read: () => AsyncIterable<readonly CustomerEntry[]>): CustomerIndex {
  const meanwhile = new Map<string, CustomerEntry | undefined>();
  const lookup = new Lookup();
  let entries: CustomerEntry[] | undefined;
  let version = 0;
  const sold = new Map<string, number>();
  const count = ({ offers }: CustomerEntry, by: 1 | -1): void => {
    for (const id of offers) sold.set(id, (sold.get(id) ?? 0) + by);
  };
  const apply = (all: CustomerEntry[], id: string, entry: CustomerEntry | undefined): void => {
    const former = removeRow(all, id);
    if (former !== undefined) {
      lookup.remove(former);
      count(former, -1);
    }
    if (entry === undefined) return;
    insertRow(all, entry);
    lookup.add(entry);
    count(entry, 1);
  };
  const found: CustomerEntry[] = [];
  const load = async (): Promise<readonly CustomerEntry[]> => {
    for await (const some of read())
      for (const entry of some) {
        found.push(entry);
        lookup.add(entry);
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
    all: () => loading,
    loaded: () => entries,
    soFar: () => found,
    async ofMicrosoftId(microsoftId) {
      await loading;
      return lookup.first(microsoftId.toLowerCase());
    },
    named: (companyName) => lookup.first(nameKey(companyName)),
    registered: (id) => lookup.first(registrationMark(id)),
    sold,
    get version() {
      return version;
    },
  };
}

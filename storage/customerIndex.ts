import { foldCase, foldKey } from '../lib/foldCase.ts';
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
  /** Number of customers that bought an offer, by the offer's id. */
  readonly sold: ReadonlyMap<string, number>;
  /** Increases with every change. */
  readonly version: number;
}

/** An index that begins to read at once, some entries at a time, in ascending order; changes made meanwhile win over the values read. */
export function customerIndex(read: () => AsyncIterable<readonly CustomerEntry[]>): CustomerIndex {
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
    const former = removeRow(all, id);
    if (former !== undefined) {
      byMicrosoftId.delete(former.microsoftId.toLowerCase());
      count(former, -1);
    }
    if (entry === undefined) return;
    insertRow(all, entry);
    name(entry);
    count(entry, 1);
  };
  const found: CustomerEntry[] = [];
  const load = async (): Promise<readonly CustomerEntry[]> => {
    for await (const some of read())
      for (const entry of some) {
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
    all: () => loading,
    loaded: () => entries,
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

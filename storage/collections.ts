import { collection, type Collection, summarizedCollection } from './collection.ts';
import type { CollectionSchema, SummarizedSchema } from './collectionSchema.ts';
import { type CustomerEntry, entryOf } from './customerIndex.ts';
import type { Documents } from './documents.ts';
import { partnerBundles, type PartnerBundles } from '../model/bundle.ts';
import { change, type Change } from '../model/change.ts';
import { domainLease, type DomainLease } from '../model/domainLease.ts';
import { submission, type Submission } from '../model/submission.ts';
import { morningUser, type MorningUser, notedChanges, type NotedChanges, user, type User } from '../model/user.ts';
import { storedSearch } from './storedSearch.ts';
import { withSearch, type CustomerSearch, type CustomerSearchOptions } from './customerSearch.ts';
import { customer, type Customer } from '../model/customer.ts';

/** Schema of bundles. */
export const bundlesSchema: CollectionSchema<PartnerBundles> = {
  kind: 'bundles',
  schema: partnerBundles,
  version: 1,
  migrations: [],
};

/** Collection of the bundles that users saved: one document a partner. */
export const savedBundles = (documents: Documents): Collection<PartnerBundles> => collection(documents, bundlesSchema);

/** Schema of changes. */
export const changeSchema: CollectionSchema<Change> = { kind: 'changes', schema: change, version: 1, migrations: [] };

/** Collection of changes, by partner. */
export const changes = (documents: Documents): Collection<Change> => collection(documents, changeSchema);

/** Schema of domain leases. */
export const domainLeaseSchema: CollectionSchema<DomainLease> = {
  kind: 'claims',
  schema: domainLease,
  version: 1,
  migrations: [],
};

/** Collection of domain leases, by partner and domain. */
export const domainLeases = (documents: Documents): Collection<DomainLease> => collection(documents, domainLeaseSchema);

/**
 * Collection of the users who are sent the morning's message, by partner and user, so that a start need not read all
 * users' documents; whether and where it is sent is in those.
 */
export const morningUsers = (documents: Documents): Collection<MorningUser> =>
  collection(documents, { kind: 'mornings', schema: morningUser, version: 1, migrations: [] });

/** Schema of submissions. */
export const submissionSchema: CollectionSchema<Submission> = {
  kind: 'jobs',
  schema: submission,
  version: 1,
  migrations: [],
};

/** Collection of submissions, by partner. */
export const submissions = (documents: Documents): Collection<Submission> => collection(documents, submissionSchema);

/** Schema of users. */
export const userSchema: CollectionSchema<User> = { kind: 'people', schema: user, version: 1, migrations: [] };

/** Collection of users, by partner and user. */
export const users = (documents: Documents): Collection<User> => collection(documents, userSchema);

/** Schema of what users began lately. */
export const notedChangesSchema: CollectionSchema<NotedChanges> = {
  kind: 'own-changes',
  schema: notedChanges,
  version: 1,
  migrations: [],
};

/** The collections that turns and jobs write beside users and records. */
export const workCollections = (documents: Documents) => ({
  jobs: submissions(documents),
  changes: changes(documents),
  leases: domainLeases(documents),
  morningUsers: morningUsers(documents),
  savedBundles: savedBundles(documents),
  /** Changes that users began lately, by partner and user. */
  notedChanges: collection(documents, notedChangesSchema),
});

/** Searchable collection of customers' records, by partner. */
export type Customers = Collection<Customer> & CustomerSearch;

/** Schema of customers' records, each summarized as its entry in the index. */
export const customerSchema: SummarizedSchema<Customer, CustomerEntry> = {
  kind: 'customers',
  schema: customer,
  version: 1,
  migrations: [],
  summary: entryOf,
  form: 2,
};

/** Opens the collection of customers' records, searched by the store where it can. */
export function customers(documents: Documents, reading: CustomerSearchOptions = {}): Customers {
  const records = summarizedCollection(documents, customerSchema);
  const searched = withSearch(records, reading);
  const { customerSearch: search } = documents;
  return search === undefined
    ? searched
    : { ...searched, ...storedSearch(records, search, customerSchema.form, reading) };
}

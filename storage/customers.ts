import * as z from 'zod';
import { collection, type Collection } from './collection.ts';
import { searchable, type CustomerSearch, type Reading } from './customerSearch.ts';
import type { Documents } from './documents.ts';
import { values } from './draft.ts';
import { stages } from './stages.ts';

/** A customer that was added here: who did it, when, from which draft, every section, and how far each step is. */
export const customer = z.object({
  /** The draft's id, which makes the record unique; newest first when sorted. */
  id: z.string(),
  companyName: z.string(),
  /** The full primary domain name. */
  domain: z.string(),
  microsoftId: z.string(),
  country: z.string(),
  cloud: z.enum(['global', 'usGovernment', 'germany', 'china']),
  sections: z.record(z.string(), values),
  /** Name and MPN ID of the reseller at that time. */
  reseller: z.string().exactOptional(),
  stages,
  addedBy: z.object({ userId: z.string(), name: z.string().exactOptional() }),
  addedAt: z.string(),
  /** Absent: a customer of the partner's, by being added here. */
  relationship: z.enum(['reseller', 'none', 'invited']).exactOptional(),
  /** Recorded as existing already, by an import or an invitation; nothing was submitted. */
  existing: z.boolean().exactOptional(),
  /** Nothing was sent to Microsoft. */
  practice: z.boolean(),
});
export type Customer = z.infer<typeof customer>;

/** Recorded customers by partner, which can be searched. */
export type Customers = Collection<Customer> & CustomerSearch;

/** The records. */
export const customers = (documents: Documents, reading: Reading = {}): Customers =>
  searchable(collection(documents, { kind: 'customers', schema: customer, version: 1, migrations: [] }), reading);

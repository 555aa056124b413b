import * as z from 'zod';
import type { CustomerPage, CustomerQuery, CustomerSummary } from '../management.ts';
import type { Client } from './client.ts';
import { certainItems, page } from './pages.ts';

const item = z.object({
  id: z.string(),
  companyProfile: z.object({ domain: z.string().nullish(), companyName: z.string().nullish() }).nullish(),
  relationshipToPartner: z.string().nullish(),
});

const summaryOf = ({ id, companyProfile, relationshipToPartner }: z.infer<typeof item>): CustomerSummary => ({
  microsoftId: id,
  companyName: companyProfile?.companyName ?? '',
  domain: companyProfile?.domain ?? '',
  relationship: relationshipToPartner ?? 'unknown',
});

const fields = { name: 'CompanyName', domain: 'Domain', reseller: 'IndirectReseller' } as const;

/** The most the service gives on one page. */
const largest = 500;

const callOf = ({ search, size }: CustomerQuery) => {
  if (search === undefined)
    return { path: 'customers', query: { size: String(size ?? largest) }, token: 'app' } as const;
  const filter = JSON.stringify({ Field: fields[search.by], Value: search.text, Operator: 'starts_with' });
  const token = search.by === 'reseller' ? 'user' : 'app';
  // With a filter, 0 is what the documented requests send.
  return { path: 'customers', query: { size: String(size ?? 0), filter }, token } as const;
};

/** A page of the partner's customers; a search finds beginnings, whatever their case (developer/get-a-list-of-customers). */
export const customerPage = async (client: Client, query: CustomerQuery, after?: string): Promise<CustomerPage> => {
  const { items, unreadable, next } = await page(client, item, callOf(query), after);
  return { customers: items.map(summaryOf), unreadable, ...(next === undefined ? {} : { next }) };
};

/** The partner's customer that has just this primary domain. */
export const customerOfDomain = async (client: Client, domain: string): Promise<CustomerSummary | undefined> => {
  const found = await certainItems(client, item, callOf({ search: { by: 'domain', text: domain } }));
  return found.map(summaryOf).find((one) => one.domain.toLowerCase() === domain.toLowerCase());
};

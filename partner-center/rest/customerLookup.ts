import * as z from 'zod';
import type { CustomerPage, CustomerQuery, CustomerSummary } from '../management.ts';
import { readAllStrict, readPage, type RestClient, restPath } from './client.ts';
import type { RequestJournal } from './requestJournal.ts';
import { defined } from '../../lib/optional.ts';

const customerSchema = z.object({
  id: z.string(),
  companyProfile: z.object({ domain: z.string().nullish(), companyName: z.string().nullish() }).nullish(),
  relationshipToPartner: z.string().nullish(),
});

const toSummary = ({ id, companyProfile, relationshipToPartner }: z.infer<typeof customerSchema>): CustomerSummary => ({
  microsoftId: id,
  companyName: companyProfile?.companyName ?? '',
  domain: companyProfile?.domain ?? '',
  relationship: relationshipToPartner ?? 'unknown',
});

const filterFields = { name: 'CompanyName', domain: 'Domain', reseller: 'IndirectReseller' } as const;

/** The service's maximum page size. */
const maxPageSize = 500;

const customersRequest = ({ search, size }: CustomerQuery) => {
  if (search === undefined)
    return { path: 'customers', query: { size: String(size ?? maxPageSize) }, token: 'app' } as const;
  const filter = JSON.stringify({ Field: filterFields[search.by], Value: search.text, Operator: 'starts_with' });
  const token = search.by === 'reseller' ? 'user' : 'app';
  // With a filter, 0 is what the documented requests send.
  return { path: 'customers', query: { size: String(size ?? 0), filter }, token } as const;
};

/** A page of the partner's customers; a search finds beginnings, whatever their case (developer/get-a-list-of-customers). */
export const readCustomerPage = async (
  client: RestClient,
  query: CustomerQuery,
  after?: string,
): Promise<CustomerPage> => {
  const { items, unreadable, next } = await readPage(client, customerSchema, customersRequest(query), after);
  return { customers: items.map(toSummary), unreadable, ...defined({ next }) };
};

/** The partner's customer with exactly this primary domain. */
export const findCustomerByDomain = async (
  client: RestClient,
  domain: string,
): Promise<CustomerSummary | undefined> => {
  const found = await readAllStrict(
    client,
    customerSchema,
    customersRequest({ search: { by: 'domain', text: domain } }),
  );
  return found.map(toSummary).find((one) => one.domain.toLowerCase() === domain.toLowerCase());
};

/**
 * True when the full domain name is free. The service answers 404 for a free one
 * (developer/verify-domain-availability).
 */
export const isDomainFree = async (client: RestClient, domain: string): Promise<boolean> => {
  const name = restPath('domains', domain.toLowerCase());
  const { status } = await client.send({ method: 'HEAD', path: name, token: 'app', accept: [404] });
  return status === 404;
};

/** True when a new customer can have the domain: it is free, or belongs to a half-made customer to be completed. */
export const isDomainUsable = async (client: RestClient, memory: RequestJournal, domain: string): Promise<boolean> =>
  (await isDomainFree(client, domain)) || (await memory.halfMade(domain)) !== undefined;

/** True when a customer of this partner's has that primary domain. */
export const ownsDomain = async (client: RestClient, domain: string): Promise<boolean> =>
  (await findCustomerByDomain(client, domain)) !== undefined;

import * as z from 'zod';
import type { BillingProfile, CustomerDetails } from '../management.ts';
import type { Address } from '../partnerCenter.ts';
import { path, type Client } from './client.ts';

/** Text that says something; null and '' are how the service says nothing. */
const part = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

/** The parts of an address, as billing profiles name them. */
export const placeParts = ['country', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

const personParts = { firstName: part, lastName: part, phoneNumber: part };

const place = z.object({
  ...personParts,
  country: part,
  city: part,
  state: part,
  addressLine1: part,
  addressLine2: part,
  postalCode: part,
});

/** A billing profile as the service gives it. */
export const profile = z.object({
  firstName: part,
  lastName: part,
  email: part,
  culture: part,
  language: part,
  companyName: part,
  defaultAddress: place.nullish(),
  attributes: z.object({ etag: part }).nullish(),
});

/** The entries that are there. */
const present = <K extends string>(entries: Readonly<Record<K, string | undefined>>): { [P in K]?: string } => {
  const kept: { [P in K]?: string } = {};
  for (const name in entries) if (entries[name] !== undefined) kept[name] = entries[name];
  return kept;
};

const contactOf = ({ firstName, lastName, email, defaultAddress }: z.infer<typeof profile>) =>
  present({
    firstName: firstName ?? defaultAddress?.firstName,
    lastName: lastName ?? defaultAddress?.lastName,
    email,
    phone: defaultAddress?.phoneNumber,
  });

const addressOf = (found: z.infer<typeof place>): Partial<Address> => {
  const { country, addressLine1, addressLine2, city, state, postalCode } = found;
  return present({ country, addressLine1, addressLine2, city, state, postalCode });
};

/** What it says. */
export const profileOf = (found: z.infer<typeof profile>): BillingProfile => {
  const { companyName, culture, language, defaultAddress } = found;
  return {
    ...present({ companyName, culture, language }),
    contact: contactOf(found),
    ...(defaultAddress === null || defaultAddress === undefined ? {} : { address: addressOf(defaultAddress) }),
  };
};

const customer = z.object({
  id: z.string(),
  companyProfile: z.object({ domain: part, companyName: part }).nullish(),
  billingProfile: profile.nullish(),
  relationshipToPartner: part,
});

/** A customer with its profiles; without delegated administration parts of them are missing (developer/get-a-customer-by-id). */
export const readCustomer = async (client: Client, microsoftId: string): Promise<CustomerDetails> => {
  const call = { method: 'GET', path: path('customers', microsoftId), token: 'app' } as const;
  const { id, companyProfile, billingProfile, relationshipToPartner } = await client.read(customer, call);
  return {
    microsoftId: id,
    companyName: companyProfile?.companyName ?? billingProfile?.companyName ?? '',
    domain: companyProfile?.domain ?? '',
    relationship: relationshipToPartner ?? 'unknown',
    ...(billingProfile === null || billingProfile === undefined ? {} : { billing: profileOf(billingProfile) }),
  };
};

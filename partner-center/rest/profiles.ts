import { z } from 'zod';
import type { BillingChange, BillingProfile, CustomerDetails } from '../management.ts';
import type { Address, Person } from '../partnerCenter.ts';
import { path, type Client } from './client.ts';
import { sentPhone } from './phone.ts';

/** Text that says something; null and '' are how the service says nothing. */
const part = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

const placeParts = ['country', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

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

const profile = z.object({
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

const profileOf = (found: z.infer<typeof profile>): BillingProfile => {
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

const whole = z.record(z.string(), z.unknown());

const personOf = ({ firstName, lastName, phone }: Person, country: string) => ({
  firstName,
  lastName,
  ...(phone === undefined ? {} : { phoneNumber: sentPhone(phone, country) }),
});

/** The resource with the changes in it, and everything else as it was: what is left out is reset. */
const changed = (found: Record<string, unknown>, { contact, address, ...texts }: BillingChange) => {
  const before = whole.catch({}).parse(found['defaultAddress']);
  const kept = address === undefined ? before : { ...before, ...cleared, ...address };
  const country = typeof kept['country'] === 'string' ? kept['country'] : '';
  return {
    ...found,
    ...texts,
    ...(contact === undefined
      ? {}
      : { firstName: contact.firstName, lastName: contact.lastName, email: contact.email }),
    defaultAddress: { ...kept, ...(contact === undefined ? {} : personOf(contact, country)) },
  };
};

// A new address replaces the whole former one: its second line or state must not stay behind.
const cleared = Object.fromEntries([...placeParts, 'region'].map((name) => [name, null]));

/** Changes a customer's billing profile: read, changed and sent whole with its ETag (developer/update-a-customer-s-billing-profile). */
export const updateBilling = async (
  client: Client,
  microsoftId: string,
  change: BillingChange,
  requestId: string,
): Promise<BillingProfile> => {
  const place = path('customers', microsoftId, 'profiles', 'billing');
  const found = await client.read(whole, { method: 'GET', path: place, token: 'app' });
  const etag = profile.parse(found).attributes?.etag;
  const sent = await client.read(profile, {
    method: 'PUT',
    path: place,
    body: changed(found, change),
    token: 'app',
    requestId,
    ...(etag === undefined ? {} : { etag }),
  });
  return profileOf(sent);
};

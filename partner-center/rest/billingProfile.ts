import * as z from 'zod';
import type { Address } from '../rules/addressRules.ts';
import type { BillingChangeResult, BillingProfile, CustomerDetails } from '../management.ts';
import { type RestClient, restPath } from './client.ts';
import type { BillingChange } from '../rules/customerRules.ts';
import type { ContactPerson } from '../rules/contact.ts';
import { complete, shapeOf } from '../../lib/complete.ts';
import { addressKeys } from '../../model/address.ts';
import { personBody } from './profileBodies.ts';
import { applyOnce, type FieldValues, type RestDeps, versionOf } from './idempotentChange.ts';
import { defined } from '../../lib/optional.ts';

/** Optional text; the service sends null or '' for none. */
const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

const personParts = { firstName: optionalText, lastName: optionalText, phoneNumber: optionalText };

const defaultAddressSchema = z.object({ ...personParts, ...shapeOf(addressKeys, optionalText) });

/** Schema of the service's billing profile. */
const billingProfileSchema = z.object({
  firstName: optionalText,
  lastName: optionalText,
  email: optionalText,
  culture: optionalText,
  language: optionalText,
  companyName: optionalText,
  defaultAddress: defaultAddressSchema.nullish(),
  attributes: z.object({ etag: optionalText }).nullish(),
});

const toContact = ({ firstName, lastName, email, defaultAddress }: z.infer<typeof billingProfileSchema>) =>
  complete<Partial<ContactPerson>>({
    firstName: firstName ?? defaultAddress?.firstName,
    lastName: lastName ?? defaultAddress?.lastName,
    email,
    phone: defaultAddress?.phoneNumber,
  });

const toAddress = (found: z.infer<typeof defaultAddressSchema>): Partial<Address> => {
  const { country, addressLine1, addressLine2, city, state, postalCode } = found;
  return complete<Partial<Address>>({ country, addressLine1, addressLine2, city, state, postalCode });
};

/** Converts the service's billing profile to ours. */
const toBillingProfile = (found: z.infer<typeof billingProfileSchema>): BillingProfile => {
  const { companyName, culture, language, defaultAddress } = found;
  const address = defaultAddress === null || defaultAddress === undefined ? undefined : toAddress(defaultAddress);
  return complete<BillingProfile>({ companyName, culture, language, contact: toContact(found), address });
};

const customerSchema = z.object({
  id: z.string(),
  companyProfile: z.object({ domain: optionalText, companyName: optionalText }).nullish(),
  billingProfile: billingProfileSchema.nullish(),
  relationshipToPartner: optionalText,
});

/** A customer with its profiles; without delegated administration parts of them are missing (developer/get-a-customer-by-id). */
export const readCustomer = async (client: RestClient, microsoftId: string): Promise<CustomerDetails> => {
  const call = { method: 'GET', path: restPath('customers', microsoftId), token: 'app' } as const;
  const { id, companyProfile, billingProfile, relationshipToPartner } = await client.read(customerSchema, call);
  return {
    microsoftId: id,
    companyName: companyProfile?.companyName ?? billingProfile?.companyName ?? '',
    domain: companyProfile?.domain ?? '',
    relationship: relationshipToPartner ?? 'unknown',
    ...(billingProfile === null || billingProfile === undefined ? {} : { billing: toBillingProfile(billingProfile) }),
  };
};

const rawSchema = z.record(z.string(), z.unknown());

/** The whole resource with the changes applied: the service resets every property that is omitted. */
const withChange = (found: Record<string, unknown>, { contact, address, ...texts }: BillingChange) => {
  const before = rawSchema.catch({}).parse(found['defaultAddress']);
  const kept = address === undefined ? before : { ...before, ...clearedAddress, ...address };
  if (contact === undefined) return { ...found, ...texts, defaultAddress: kept };
  const { phoneNumber, ...person } = personBody(contact, typeof kept['country'] === 'string' ? kept['country'] : '');
  const { email: _onceOnly, ...named } = person;
  const phone = phoneNumber === undefined ? {} : { phoneNumber };
  return { ...found, ...texts, ...person, defaultAddress: { ...kept, ...named, ...phone } };
};

// A new address replaces the whole former one: its second line or state must not stay behind.
const clearedAddress = Object.fromEntries([...addressKeys, 'region'].map((name) => [name, null]));

const billingFields = ({ contact, address, ...texts }: BillingProfile): FieldValues => ({
  ...texts,
  ...contact,
  ...address,
});

/** Snapshot of a billing profile with the wanted values. */
const readBilling = async (client: RestClient, place: string, change: BillingChange) => {
  const found = await client.read(rawSchema, { method: 'GET', path: place, token: 'app' });
  const known = billingProfileSchema.parse(found);
  const etag = known.attributes?.etag;
  const body = withChange(found, change);
  const shown = toBillingProfile(known);
  return {
    shown,
    version: versionOf(etag, found),
    is: billingFields(shown),
    wanted: billingFields(toBillingProfile(billingProfileSchema.parse(body))),
    body,
    etag,
  };
};

/**
 * Changes a customer's billing profile once per request: read, changed and sent whole with its ETag
 * (developer/update-a-customer-s-billing-profile).
 */
export const updateBilling = async (
  tools: RestDeps,
  microsoftId: string,
  change: BillingChange,
  requestId: string,
): Promise<BillingChangeResult> => {
  const { client } = tools;
  const place = restPath('customers', microsoftId, 'profiles', 'billing');
  const made = await applyOnce(
    tools,
    requestId,
    () => readBilling(client, place, change),
    async ({ body, etag }) => ({
      state: 'done' as const,
      shown: toBillingProfile(
        await client.read(billingProfileSchema, {
          method: 'PUT',
          path: place,
          body,
          token: 'app',
          requestId,
          ...defined({ etag }),
        }),
      ),
    }),
  );
  return { state: made.state, billing: made.shown };
};

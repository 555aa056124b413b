import * as z from 'zod';
import { PartnerCenterError } from '../fault.ts';
import type { CreatedCustomer, NewCustomer } from '../partnerCenter.ts';
import type { Client } from './client.ts';
import { customerOfDomain } from './customers.ts';
import { isDomainFree } from './domains.ts';
import type { Memory } from './memory.ts';
import { sentPhone } from './phone.ts';
import { isUnknown, RestError } from './restError.ts';

const answer = z.object({
  id: z.string(),
  companyProfile: z.object({ domain: z.string().nullish() }).nullish(),
  userCredentials: z.object({ userName: z.string().nullish(), password: z.string().nullish() }).nullish(),
});

const addressOf = ({ address, contact, organizationPhone }: NewCustomer) => {
  const phone = organizationPhone ?? contact.phone;
  return {
    firstName: contact.firstName,
    lastName: contact.lastName,
    addressLine1: address.addressLine1,
    ...(address.addressLine2 === undefined ? {} : { addressLine2: address.addressLine2 }),
    city: address.city,
    // Never `region`: a US address that has one is refused as 27002 StateInvalid.
    ...(address.state === undefined ? {} : { state: address.state }),
    ...(address.postalCode === undefined ? {} : { postalCode: address.postalCode }),
    country: address.country,
    ...(phone === undefined ? {} : { phoneNumber: sentPhone(phone, address.country) }),
  };
};

/** The body of POST customers (developer/create-a-customer); nobody chooses the password. */
export const creationBody = (customer: NewCustomer) => {
  const { domain, companyName, contact, culture, language, organizationRegistrationNumber: number } = customer;
  const { enableGDAPByDefault, associatedPartnerId } = customer;
  return {
    ...(enableGDAPByDefault === undefined ? {} : { enableGDAPByDefault }),
    companyProfile: { domain, ...(number === undefined ? {} : { organizationRegistrationNumber: number }) },
    billingProfile: { culture, email: contact.email, language, companyName, defaultAddress: addressOf(customer) },
    ...(associatedPartnerId === undefined ? {} : { associatedPartnerId }),
  };
};

const post = async (client: Client, customer: NewCustomer, requestId: string): Promise<CreatedCustomer> => {
  const { id, userCredentials } = await client.read(answer, {
    method: 'POST',
    path: 'customers',
    body: creationBody(customer),
    // A customer for a reseller is refused to the application alone.
    token: customer.associatedPartnerId === undefined ? 'app' : 'user',
    requestId,
    once: true,
  });
  const password = userCredentials?.password ?? '';
  return {
    microsoftId: id,
    domain: customer.domain,
    userName: userCredentials?.userName ?? 'admin',
    ...(password === '' ? {} : { password }),
    practice: false,
  };
};

/**
 * The customer that an earlier try made; its password went with the lost answer. Where that cannot be known, why it cannot
 * is raised as what may pass: nothing is believed to be refused that was perhaps done.
 */
const madeBefore = async (client: Client, domain: string, failed: RestError): Promise<CreatedCustomer | undefined> => {
  try {
    const found = await customerOfDomain(client, domain);
    if (found === undefined) return undefined;
    return { microsoftId: found.microsoftId, domain, userName: 'admin', practice: false };
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    if (isUnknown(failed)) throw failed;
    throw new PartnerCenterError(error.fault, error.correlationId, true);
  }
};

/** Was the customer refused because of its domain? There is no documented code for one that was taken since it was checked. */
const isTaken = async (client: Client, domain: string, { status }: RestError): Promise<boolean> =>
  (status === 400 || status === 409) && !(await isDomainFree(client, domain).catch(() => true));

const taken = ({ fault: { code }, correlationId }: RestError): PartnerCenterError => {
  const known = code === undefined ? {} : { code };
  return new PartnerCenterError({ reason: 'domain-taken', field: 'domainPrefix', ...known }, correlationId, false);
};

/**
 * Creates a customer once. When no answer came, or an earlier try of the same request may have done it, the customer is
 * looked for by its domain before anything else is believed: a found one is given without its password.
 */
export const createCustomer = async (
  client: Client,
  memory: Memory,
  customer: NewCustomer,
  requestId: string,
): Promise<CreatedCustomer> => {
  const isRepeated = (await memory.begin(requestId)) !== undefined;
  try {
    return await post(client, customer, requestId);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const { domain } = customer;
    const made = isUnknown(error) || isRepeated ? await madeBefore(client, domain, error) : undefined;
    if (made !== undefined) return made;
    if (isUnknown(error)) throw error;
    const isDomainTaken = await isTaken(client, domain, error);
    // Taken, perhaps by the earlier try: a new customer is not listed at once.
    if (isDomainTaken && isRepeated)
      throw new PartnerCenterError({ reason: 'already-processing' }, error.correlationId, true);
    await memory.forget(requestId);
    throw isDomainTaken ? taken(error) : error;
  }
};

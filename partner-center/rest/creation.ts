import * as z from 'zod';
import { type FaultReason, PartnerCenterError } from '../fault.ts';
import type { CreatedCustomer, NewCustomer } from '../partnerCenter.ts';
import type { OnceTools } from './changingOnce.ts';
import type { Client } from './client.ts';
import { customerOfDomain } from './customers.ts';
import { isDomainFree } from './domains.ts';
import { completed, noteHalfMade } from './halfMade.ts';
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
    madeMeanwhile: async () => {
      const found = await customerOfDomain(client, customer.domain).catch(unlessFault);
      return found === undefined ? undefined : { id: found.microsoftId };
    },
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

/** Nothing is known where Partner Center does not answer a question. */
function unlessFault(error: unknown): undefined {
  if (!(error instanceof PartnerCenterError)) throw error;
}

/**
 * The customer that an earlier try made; its password went with the lost answer. Where that cannot be known, why it cannot
 * is raised as what may pass: nothing is believed to be refused that was perhaps done.
 */
const madeBefore = async (
  client: Client,
  { domain }: NewCustomer,
  failed: RestError,
): Promise<CreatedCustomer | undefined> => {
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

/** May the customer be there in spite of that answer? "Busy" may be said of what was done, too. */
const mayHaveMade = (error: RestError): boolean => isUnknown(error) || error.status === 429;

/** Has somebody the domain? There is no documented code for one that was taken since it was checked. */
const isTaken = async (client: Client, domain: string, { status }: RestError): Promise<boolean> =>
  (status === 400 || status === 409) && !(await isDomainFree(client, domain).catch(() => true));

/** A domain that was refused: a customer of this partner's has it, one that is half made and not listed yet, or somebody else. */
const taken = async (
  { client, memory }: OnceTools,
  domain: string,
  { fault, correlationId }: RestError,
): Promise<PartnerCenterError> => {
  const own = await customerOfDomain(client, domain).catch(unlessFault);
  const begun: FaultReason = (await memory.halfMade(domain)) === undefined ? 'domain-taken' : 'domain-begun';
  const reason = own === undefined ? begun : 'domain-own';
  const known = fault.code === undefined ? {} : { code: fault.code };
  return new PartnerCenterError({ reason, field: 'domainPrefix', ...known }, correlationId, false);
};

/** Is it another answer than the domain that is refused? */
const isOfOther = ({ fault: { field } }: RestError): boolean => field !== undefined && field !== 'domainPrefix';

/**
 * What a refusal is, where it is certain that this request made no customer. One that names another answer although the
 * domain is taken by now left a customer half made (CloudBlue KB 133047): the next request goes on with that.
 */
const refusalOf = async (tools: OnceTools, customer: NewCustomer, error: RestError): Promise<PartnerCenterError> => {
  const { client, memory } = tools;
  const { domain } = customer;
  if (!(await isTaken(client, domain, error))) return error;
  if (!isOfOther(error)) return taken(tools, domain, error);
  await noteHalfMade(memory, customer);
  return new PartnerCenterError({ ...error.fault, halfMade: true }, error.correlationId, error.retryable);
};

/**
 * Creates a customer once. When no answer came, or an earlier try of the same request may have done it, the customer is
 * looked for by its domain before anything else is believed: a found one is given without its password. One that an
 * earlier request left half made is completed.
 */
export const createCustomer = async (
  tools: OnceTools,
  customer: NewCustomer,
  requestId: string,
): Promise<CreatedCustomer> => {
  const { client, memory } = tools;
  const isBegun = (await memory.begin(requestId)) !== undefined;
  try {
    const created = await post(client, customer, requestId);
    if (created.password === undefined) return (await completed(tools, customer, requestId)) ?? created;
    await memory.forgetHalfMade(customer.domain);
    return created;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const half = isOfOther(error) ? undefined : await completed(tools, customer, requestId);
    if (half !== undefined) return half;
    const mayBeMade = isBegun || error.afterSilence;
    const made = mayHaveMade(error) || mayBeMade ? await madeBefore(client, customer, error) : undefined;
    if (made !== undefined) return made;
    if (mayHaveMade(error)) throw error;
    // Taken, perhaps by the earlier try: a new customer is not listed at once.
    if (mayBeMade && !isOfOther(error) && (await isTaken(client, customer.domain, error)))
      throw new PartnerCenterError({ reason: 'already-processing' }, error.correlationId, true);
    const refused = await refusalOf(tools, customer, error);
    await memory.forget(requestId);
    throw refused;
  }
};

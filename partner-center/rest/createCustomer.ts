import * as z from 'zod';
import type { BillingChange, NewCustomer } from '../rules/customerRules.ts';
import type { CreatedCustomer } from '../partnerCenter.ts';
import { updateBilling } from './billingProfile.ts';
import type { RestDeps } from './idempotentChange.ts';
import { findCustomerByDomain, isDomainFree } from './customerLookup.ts';
import { derivedId, type RequestJournal } from './requestJournal.ts';
import { isOutcomeUnknown, RestError } from './restError.ts';
import { type FaultReason, PartnerCenterError } from '../rules/fault.ts';
import type { RestClient } from './client.ts';
import { defined } from '../../lib/optional.ts';
import { nothingLeft } from '../../lib/complete.ts';
import { addressBody, personBody } from './profileBodies.ts';

/** Stores that the customer was refused for another field, yet has its domain. */
const recordHalfMade = (memory: RequestJournal, { domain, companyName }: NewCustomer): Promise<void> =>
  memory.saveHalfMade(domain, companyName);

/**
 * Completes the customer that an earlier request left half made, with the profile wanted now; undefined when none is
 * known or Partner Center does not list it. Raises the refusal of its profile when it names a field or is worth a
 * retry.
 */
const completeHalfMade = async (
  tools: RestDeps,
  customer: NewCustomer,
  requestId: string,
): Promise<CreatedCustomer | undefined> => {
  const { client, memory } = tools;
  const { domain } = customer;
  const isIt = await memory.halfMade(domain);
  if (isIt === undefined) return undefined;
  const found = await findCustomerByDomain(client, domain);
  if (found === undefined || !isIt(found.companyName)) return undefined;
  const { microsoftId } = found;
  await completeProfile(tools, microsoftId, customer, requestId);
  await memory.forgetHalfMade(domain);
  return { microsoftId, domain, userName: 'admin', practice: false };
};

/** The part of a customer that its billing profile holds. */
const profileOf = (customer: NewCustomer): Required<BillingChange> => {
  const { companyName, culture, language, contact, address } = customer;
  return { companyName, culture, language, contact, address };
};

/** Updates the profile; other refusals are ignored: the customer exists, and its account can be updated later. */
async function completeProfile(tools: RestDeps, microsoftId: string, customer: NewCustomer, requestId: string) {
  try {
    await updateBilling(tools, microsoftId, profileOf(customer), derivedId(requestId, 'profile'));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (error.fault.field !== undefined || error.retryable || isOutcomeUnknown(error)) throw error;
  }
}

const creationSchema = z.object({
  id: z.string(),
  companyProfile: z.object({ domain: z.string().nullish() }).nullish(),
  userCredentials: z.object({ userName: z.string().nullish(), password: z.string().nullish() }).nullish(),
});

/** The body of POST customers (developer/create-a-customer); Partner Center chooses the password. */
const creationBody = (customer: NewCustomer) => {
  const { domain, organizationRegistrationNumber, ...profile } = customer;
  const { companyName, culture, language, address, contact, organizationPhone, ...settings } = profile;
  const { enableGDAPByDefault, associatedPartnerId, ...others } = settings;
  nothingLeft(others);
  // The profile has one phone number: the organization's, where there is one.
  const { email, ...person } = personBody({ ...contact, ...defined({ phone: organizationPhone }) }, address.country);
  return {
    ...defined({ enableGDAPByDefault }),
    companyProfile: { domain, ...defined({ organizationRegistrationNumber }) },
    billingProfile: { culture, email, language, companyName, defaultAddress: { ...person, ...addressBody(address) } },
    ...defined({ associatedPartnerId }),
  };
};

const postCustomer = async (client: RestClient, customer: NewCustomer, requestId: string): Promise<CreatedCustomer> => {
  const { id, userCredentials } = await client.read(creationSchema, {
    method: 'POST',
    path: 'customers',
    body: creationBody(customer),
    // A customer for a reseller is refused to the application alone.
    token: customer.associatedPartnerId === undefined ? 'app' : 'user',
    requestId,
    once: true,
    madeMeanwhile: async () => {
      const found = await findCustomerByDomain(client, customer.domain).catch(ignoreFault);
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

/** Undefined when Partner Center does not answer a query; any other error is raised. */
function ignoreFault(error: unknown): undefined {
  if (!(error instanceof PartnerCenterError)) throw error;
}

/**
 * The customer that an earlier attempt created, without its password, which was in the lost response. When the search
 * fails, raises its error as retryable: a creation that may have happened does not count as refused.
 */
const findExisting = async (
  client: RestClient,
  { domain }: NewCustomer,
  failed: RestError,
): Promise<CreatedCustomer | undefined> => {
  try {
    const found = await findCustomerByDomain(client, domain);
    if (found === undefined) return undefined;
    return { microsoftId: found.microsoftId, domain, userName: 'admin', practice: false };
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    if (isOutcomeUnknown(failed)) throw failed;
    throw new PartnerCenterError(error.fault, error.correlationId, true);
  }
};

/** True when the customer may have been created in spite of the error; a 429 may also follow work that was done. */
const mayBeCreated = (error: RestError): boolean => isOutcomeUnknown(error) || error.status === 429;

/** True when the domain is taken by now. A domain taken since it was checked has no documented code. */
const isDomainTaken = async (client: RestClient, domain: string, { status }: RestError): Promise<boolean> =>
  (status === 400 || status === 409) && !(await isDomainFree(client, domain).catch(() => true));

/** Error for a refused domain: owned by this partner's customer, by one half made and not listed yet, or by others. */
const domainTakenError = async (
  { client, memory }: RestDeps,
  domain: string,
  { fault, correlationId }: RestError,
): Promise<PartnerCenterError> => {
  const own = await findCustomerByDomain(client, domain).catch(ignoreFault);
  const begun: FaultReason = (await memory.halfMade(domain)) === undefined ? 'domain-taken' : 'domain-begun';
  const reason = own === undefined ? begun : 'domain-own';
  const known = fault.code === undefined ? {} : { code: fault.code };
  return new PartnerCenterError({ reason, field: 'domainPrefix', ...known }, correlationId, false);
};

/** True when the refusal names another field than the domain. */
const isAboutOtherField = ({ fault: { field } }: RestError): boolean => field !== undefined && field !== 'domainPrefix';

/**
 * Error of a refusal, when this request certainly created no customer. A refusal that names another field although the
 * domain is taken by now left a customer half made (CloudBlue KB 133047), which the next request completes.
 */
const creationError = async (tools: RestDeps, customer: NewCustomer, error: RestError): Promise<PartnerCenterError> => {
  const { client, memory } = tools;
  const { domain } = customer;
  if (!(await isDomainTaken(client, domain, error))) return error;
  if (!isAboutOtherField(error)) return domainTakenError(tools, domain, error);
  await recordHalfMade(memory, customer);
  return new PartnerCenterError({ ...error.fault, halfMade: true }, error.correlationId, error.retryable);
};

/**
 * Creates a customer once per request. Without a response, or when an earlier attempt may have created it, the customer
 * is searched by its domain first, and returned without its password when found. One that an earlier request left half
 * made is completed.
 */
export const createCustomer = async (
  tools: RestDeps,
  customer: NewCustomer,
  requestId: string,
): Promise<CreatedCustomer> => {
  const { client, memory } = tools;
  const attempt = await memory.begin(requestId);
  try {
    const created = await postCustomer(client, customer, requestId);
    if (created.password === undefined) return (await completeHalfMade(tools, customer, requestId)) ?? created;
    await memory.forgetHalfMade(customer.domain);
    return created;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const half = isAboutOtherField(error) ? undefined : await completeHalfMade(tools, customer, requestId);
    if (half !== undefined) return half;
    const mayBeMade = attempt.earlier !== undefined || error.afterSilence;
    const made = mayBeCreated(error) || mayBeMade ? await findExisting(client, customer, error) : undefined;
    if (made !== undefined) return made;
    if (mayBeCreated(error)) throw error;
    // Taken, perhaps by the earlier attempt: a new customer is not listed at once.
    if (mayBeMade && !isAboutOtherField(error) && (await isDomainTaken(client, customer.domain, error)))
      throw new PartnerCenterError({ reason: 'already-processing' }, error.correlationId, true);
    const refused = await creationError(tools, customer, error);
    if (await memory.forget(attempt)) throw refused;
    // Perhaps by what another process has made of the request meanwhile, which goes on with it.
    throw new PartnerCenterError({ reason: 'already-processing' }, error.correlationId, true);
  }
};

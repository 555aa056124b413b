import type { CreatedCustomer, NewCustomer } from '../partnerCenter.ts';
import { updateBilling } from './billing.ts';
import type { OnceTools } from './changingOnce.ts';
import { customerOfDomain } from './customers.ts';
import { derivedId } from './derivedId.ts';
import type { Memory } from './memory.ts';
import { isUnknown, RestError } from './restError.ts';

/** Notes that the customer was refused for an answer, and has its domain all the same. */
export const noteHalfMade = (memory: Memory, { domain, companyName }: NewCustomer): Promise<void> =>
  memory.keepHalfMade(domain, companyName);

/**
 * The customer that an earlier request left half made, with its profile as it is wanted now; undefined where none is known
 * or Partner Center does not list it. Raises what its profile is refused for, where that names an answer or may pass.
 */
export const completed = async (
  tools: OnceTools,
  customer: NewCustomer,
  requestId: string,
): Promise<CreatedCustomer | undefined> => {
  const { client, memory } = tools;
  const { domain } = customer;
  const isIt = await memory.halfMade(domain);
  if (isIt === undefined) return undefined;
  const found = await customerOfDomain(client, domain);
  if (found === undefined || !isIt(found.companyName)) return undefined;
  const { microsoftId } = found;
  await completeProfile(tools, microsoftId, customer, requestId);
  await memory.forgetHalfMade(domain);
  return { microsoftId, domain, userName: 'admin', practice: false };
};

/** What a profile cannot be told at present is no reason to stop: the customer is there, and its account can be updated. */
async function completeProfile(tools: OnceTools, microsoftId: string, customer: NewCustomer, requestId: string) {
  const { companyName, culture, language, contact, address } = customer;
  const change = { companyName, culture, language, contact, address };
  try {
    await updateBilling(tools, microsoftId, change, derivedId(requestId, 'profile'));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (error.fault.field !== undefined || error.retryable || isUnknown(error)) throw error;
  }
}

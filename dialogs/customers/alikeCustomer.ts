import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Draft, Values } from '../../model/draft.ts';
import type { Turn } from '../turn.ts';

/**
 * A customer of the partner's with the registration ID or the name of that company, which may be the same one. None where
 * Partner Center cannot be asked: this only warns.
 */
export async function alikeCustomer(turn: Turn, company: Values): Promise<Draft['alike']> {
  const { companyName = '', registrationNumber = '' } = company;
  const registered = registrationNumber === '' ? undefined : await registeredCustomer(turn, registrationNumber);
  if (registered !== undefined) return { ref: registered, by: 'registration' };
  try {
    const named = await turn.withinAnswerTime(turn.directory.named(companyName));
    return named && { ref: named.ref, by: 'name' };
  } catch (error) {
    if (error instanceof PartnerCenterError) return undefined;
    throw error;
  }
}

/** Reference of a recorded customer with that registration ID. */
async function registeredCustomer({ customers, partner }: Turn, registration: string): Promise<string | undefined> {
  const found = await customers.registered(partner.tenantId, registration);
  return found && refOf({ record: found.key, microsoftId: found.microsoftId });
}

import { PartnerCenterError } from '../partner-center/partnerCenter.ts';
import { everyItem } from '../storage/collection.ts';
import type { Customer } from '../storage/customers.ts';
import type { Target } from '../storage/target.ts';
import type { Turn } from './turn.ts';

/** A customer that was chosen in a list: how cards and jobs name it, what is recorded of it here, and its relationship. */
export interface Targeted {
  readonly target: Target;
  /** Absent for a customer that only Partner Center knows. */
  readonly record?: Customer;
  /** `reseller`, `none`, `invited` or another of Partner Center's words. */
  readonly relationship: string;
}

const byMicrosoftId = 'm:';

/** How buttons name a customer: by its record here, or by its Microsoft ID where there is none. */
export const refOf = ({ record, microsoftId }: Pick<Target, 'record' | 'microsoftId'>): string =>
  record ?? `${byMicrosoftId}${microsoftId}`;

type Where = Pick<Turn, 'customers' | 'partner' | 'partnerCenter'>;

/**
 * The customer of this partner that a button named; undefined when there is none such any more, or it is another
 * partner's. Raises PartnerCenterError where only Partner Center could tell, and does not. What the user may is for the
 * caller to judge.
 */
export async function targetOf(turn: Where, ref: string): Promise<Targeted | undefined> {
  if (!ref.startsWith(byMicrosoftId)) {
    const found = await turn.customers.get(turn.partner.tenantId, ref);
    return found === undefined ? undefined : ofRecord(found.value);
  }
  const id = ref.slice(byMicrosoftId.length).toLowerCase();
  const record = await recordOf(turn, id);
  return record === undefined ? onlyListed(turn, id) : ofRecord(record);
}

function ofRecord(record: Customer): Targeted {
  const { id, microsoftId, companyName, domain, relationship = 'reseller' } = record;
  return { target: { record: id, microsoftId, companyName, domain }, record, relationship };
}

async function recordOf({ customers, partner }: Where, microsoftId: string): Promise<Customer | undefined> {
  for await (const { value } of everyItem(customers, partner.tenantId))
    if (value.microsoftId.toLowerCase() === microsoftId) return value;
  return undefined;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function onlyListed({ partnerCenter }: Where, id: string): Promise<Targeted | undefined> {
  if (partnerCenter.directory === undefined || !guid.test(id)) return undefined;
  try {
    const { microsoftId, companyName, domain, relationship } = await partnerCenter.directory.customer(id);
    return { target: { microsoftId, companyName, domain }, relationship };
  } catch (error) {
    if (error instanceof PartnerCenterError && gone.includes(error.fault.reason)) return undefined;
    throw error;
  }
}

const gone: readonly string[] = ['not-found', 'no-relationship'];

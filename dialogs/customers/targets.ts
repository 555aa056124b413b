import { nameOf } from '../../partner-center/listedCustomer.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Customer } from '../../storage/customers.ts';
import type { Target } from '../../storage/target.ts';
import type { Turn } from '../turn.ts';

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

type Where = Pick<Turn, 'customers' | 'partner' | 'directory'>;

/**
 * The customer of this partner that a button named; undefined when there is none such any more, or it is another
 * partner's. Raises PartnerCenterError where only Partner Center could tell, and does not. What the user may is for the
 * caller to judge.
 */
export async function targetOf(turn: Where, ref: string): Promise<Targeted | undefined> {
  const { customers, partner, directory } = turn;
  const id = ref.startsWith(byMicrosoftId) ? ref.slice(byMicrosoftId.length).toLowerCase() : undefined;
  const recorded = id === undefined ? ref : await customers.idOf(partner.tenantId, id);
  const record = recorded === undefined ? undefined : (await customers.get(partner.tenantId, recorded))?.value;
  if (record !== undefined) return ofRecord(record, directory.relationshipOf(record));
  return id === undefined || !guid.test(id) ? undefined : onlyListed(directory, id);
}

function ofRecord(record: Customer, relationship: string): Targeted {
  const { id, microsoftId, companyName, domain } = record;
  return { target: { record: id, microsoftId, companyName, domain }, record, relationship };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function onlyListed(directory: Where['directory'], id: string): Promise<Targeted | undefined> {
  try {
    const listed = await directory.listed(id);
    if (listed === undefined) return undefined;
    const { microsoftId, domain, relationship } = listed;
    // Without a profile it still goes by something.
    return { target: { microsoftId, companyName: nameOf(listed), domain }, relationship };
  } catch (error) {
    if (error instanceof PartnerCenterError && gone.includes(error.fault.reason)) return undefined;
    throw error;
  }
}

const gone: readonly string[] = ['not-found', 'customer-unknown', 'no-relationship'];

import { keysOf } from '../../dialogs/importing/known.ts';
import type { CustomerSummary } from '../../partner-center/management.ts';
import type { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { tries } from '../tries.ts';
import type { Whose } from './tools.ts';

/** Partner Center's own customers by domain and Microsoft ID, or why they could not be read. */
export type Directory = ReadonlyMap<string, CustomerSummary> | PartnerCenterError;

/** Customers on one page. */
const pageSize = 500;

/** Reads the whole list once: a call for each row would be a thousand. Empty where there is no such list. */
export async function directoryOf({ tools, partner }: Whose): Promise<Directory> {
  const { directory } = tools.partnerCenterOf(partner);
  const found = new Map<string, CustomerSummary>();
  let after: string | undefined;
  do {
    const fault = await tries(tools, { step: 'directory' }, async () => {
      const page = await directory?.customers({ size: pageSize }, after);
      for (const customer of page?.customers ?? []) for (const key of keysOf(customer)) found.set(key, customer);
      after = page?.next;
    });
    if (fault !== undefined) return fault;
  } while (after !== undefined);
  return found;
}

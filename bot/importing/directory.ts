import { keysOf } from '../../dialogs/importing/known.ts';
import type { CustomerSummary } from '../../partner-center/management.ts';
import type { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { tries } from '../work/tries.ts';
import type { Whose } from './tools.ts';

/** Partner Center's own customers by domain and Microsoft ID, or why they could not be read. */
export type Directory = ReadonlyMap<string, CustomerSummary> | PartnerCenterError;

/** Reads the whole list once: a call for each row would be a thousand. Empty where there is no such list. */
export async function directoryOf({ tools, partner }: Whose): Promise<Directory> {
  let listed: readonly CustomerSummary[] = [];
  const fault = await tries(tools, { step: 'directory' }, async () => {
    listed = (await tools.listOf(partner)?.whole('', () => undefined)) ?? [];
  });
  return fault ?? new Map(listed.flatMap((customer) => keysOf(customer).map((key) => [key, customer] as const)));
}

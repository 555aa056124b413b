import { identityKeys } from '../../../dialogs/import/duplicates.ts';
import { insertOnce, isFresh } from '../../../storage/conflicts.ts';
import type { ImportContext } from './importRun.ts';
import { dayMs } from '../../../lib/durations.ts';

/** The holder of a customer: this record, another record, or a submission that waits for Finish. */
type ReservationHolder =
  | { readonly by: 'us' }
  | { readonly by: 'record'; readonly record: string }
  | { readonly by: 'unfinished'; readonly record: string };

/**
 * Reserves a customer, by its domain and its Microsoft ID, for the record of that id, so that no two imports add it.
 * The reservation of a record that never came to be expires after a day; that of a failed row is released at once.
 */
export async function reserveCustomer(
  context: ImportContext,
  customer: Parameters<typeof identityKeys>[0],
  record: string,
): Promise<ReservationHolder> {
  for (const key of identityKeys(customer)) {
    const holder = await reserveKey(context, key, record);
    if (holder.by !== 'us') return holder;
  }
  // Recorded since the run began, in a chat or by another process.
  const recorded = await recordOf(context, customer);
  return recorded === undefined || recorded === record ? { by: 'us' } : { by: 'record', record: recorded };
}

/** Id of the customer's record, if there is one now. */
async function recordOf(
  { deps: { customers }, partner: { tenantId } }: ImportContext,
  { domain, microsoftId }: Parameters<typeof identityKeys>[0],
): Promise<string | undefined> {
  const known = microsoftId === '' ? undefined : await customers.idOf(tenantId, microsoftId);
  if (known !== undefined || domain === '') return known;
  const alike = await customers.every(tenantId, { find: domain, reseller: '' });
  return alike.find((one) => one.domain.toLowerCase() === domain.toLowerCase())?.key;
}

async function reserveKey(context: ImportContext, key: string, record: string): Promise<ReservationHolder> {
  const { deps, partner } = context;
  const { reservations } = deps.imports;
  const own = { record, at: deps.now().toISOString() };
  if (await insertOnce(reservations, partner.tenantId, key, own)) return { by: 'us' };
  const stored = await reservations.get(partner.tenantId, key);
  if (stored === undefined) return reserveKey(context, key, record);
  if (stored.value.record === record) return { by: 'us' };
  const holder = await holderOf(context, stored.value.record);
  if (holder !== undefined || Math.abs(deps.now().getTime() - Date.parse(stored.value.at)) < dayMs)
    return holder ?? { by: 'record', record: stored.value.record };
  // Not updateItem: on whoever holds it now depends who is asked next, which may be another record.
  const isTaken = await isFresh(reservations.replace(partner.tenantId, key, own, stored.etag));
  return isTaken ? { by: 'us' } : reserveKey(context, key, record);
}

async function holderOf({ deps, partner }: ImportContext, record: string): Promise<ReservationHolder | undefined> {
  const job = await deps.jobs.get(partner.tenantId, record);
  if (job?.value.state === 'unfinished') return { by: 'unfinished', record };
  if (job !== undefined) return { by: 'record', record };
  return (await deps.customers.get(partner.tenantId, record)) === undefined ? undefined : { by: 'record', record };
}

/** Releases the reservations of a record that did not come to be. */
export async function releaseCustomer(
  { deps, partner }: ImportContext,
  customer: Parameters<typeof identityKeys>[0],
  record: string,
): Promise<void> {
  const { reservations } = deps.imports;
  for (const key of identityKeys(customer)) {
    const stored = await reservations.get(partner.tenantId, key);
    if (stored?.value.record === record) await reservations.remove(partner.tenantId, key, stored.etag);
  }
}

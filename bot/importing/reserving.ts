import { keysOf } from '../../dialogs/importing/known.ts';
import { DocumentExists, StaleDocument } from '../../storage/documents.ts';
import type { Whose } from './tools.ts';

/** Who holds a customer: nobody but this record now, a record that is there, or a submission that waits for Finish. */
export type Held =
  | { readonly by: 'us' }
  | { readonly by: 'record'; readonly record: string }
  | { readonly by: 'unfinished'; readonly record: string };

const day = 24 * 60 * 60 * 1000;

/**
 * Takes a customer, by its domain and its Microsoft ID, for the record of that id; two imports cannot both have it. What
 * was taken by a record that never came to be is free again after a day; what failed is given back at once.
 */
export async function reserve(whose: Whose, customer: Parameters<typeof keysOf>[0], record: string): Promise<Held> {
  for (const key of keysOf(customer)) {
    const held = await reserveKey(whose, key, record);
    if (held.by !== 'us') return held;
  }
  return { by: 'us' };
}

async function reserveKey(whose: Whose, key: string, record: string): Promise<Held> {
  const { tools, partner } = whose;
  const { reservations } = tools.imports;
  const mine = { record, at: tools.now().toISOString() };
  try {
    await reservations.insert(partner.tenantId, key, mine);
    return { by: 'us' };
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
  const stored = await reservations.get(partner.tenantId, key);
  if (stored === undefined) return reserveKey(whose, key, record);
  if (stored.value.record === record) return { by: 'us' };
  const held = await heldBy(whose, stored.value.record);
  if (held !== undefined || Math.abs(tools.now().getTime() - Date.parse(stored.value.at)) < day)
    return held ?? { by: 'record', record: stored.value.record };
  try {
    await reservations.replace(partner.tenantId, key, mine, stored.etag);
    return { by: 'us' };
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    return reserveKey(whose, key, record);
  }
}

async function heldBy({ tools, partner }: Whose, record: string): Promise<Held | undefined> {
  const job = await tools.jobs.get(partner.tenantId, record);
  if (job?.value.state === 'unfinished') return { by: 'unfinished', record };
  if (job !== undefined) return { by: 'record', record };
  return (await tools.customers.get(partner.tenantId, record)) === undefined ? undefined : { by: 'record', record };
}

/** Gives back what was taken for a record that did not come to be. */
export async function release(
  { tools, partner }: Whose,
  customer: Parameters<typeof keysOf>[0],
  record: string,
): Promise<void> {
  const { reservations } = tools.imports;
  for (const key of keysOf(customer)) {
    const stored = await reservations.get(partner.tenantId, key);
    if (stored?.value.record === record) await reservations.remove(partner.tenantId, key, stored.etag);
  }
}

import type { Customer } from '../../storage/customers.ts';
import { chunksOf, emptied } from '../../storage/importRows.ts';
import type { Turn } from '../turn.ts';
import { keysOf } from './known.ts';

/** Erases what an import still holds of a customer: its row, and that it took the domain. */
export async function forgetImported({ imports, partner: { tenantId } }: Turn, customer: Customer): Promise<void> {
  const { id } = customer;
  const head = await imports.heads.get(tenantId, id.slice(0, Math.max(0, id.lastIndexOf('-'))));
  for (const chunk of head === undefined ? [] : chunksOf(head.value)) {
    const stored = await imports.rows.get(tenantId, chunk);
    if (stored?.value.rows.some(({ record }) => record === id) !== true) continue;
    const rows = stored.value.rows.map((row) => (row.record === id ? emptied(row) : row));
    await imports.rows.replace(tenantId, chunk, { ...stored.value, rows }, stored.etag);
  }
  for (const key of keysOf(customer)) {
    const taken = await imports.reservations.get(tenantId, key);
    if (taken !== undefined) await imports.reservations.remove(tenantId, key, taken.etag);
  }
}

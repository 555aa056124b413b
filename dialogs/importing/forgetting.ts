import type { Customer } from '../../storage/customers.ts';
import { everyItem } from '../../storage/collection.ts';
import { chunksOf, emptied, type ImportRow } from '../../storage/importRows.ts';
import { changeHead, type ImportHead } from '../../storage/imports.ts';
import type { Turn } from '../turn.ts';
import { keysOf } from './known.ts';

/** Erases what imports still hold of a customer: its rows, of whichever file, what was shown of a first row, and that one took the domain. */
export async function forgetImported(turn: Turn, customer: Customer): Promise<void> {
  const { imports, partner } = turn;
  for await (const { value } of everyItem(imports.heads, partner.tenantId)) await forgetRows(turn, value, customer);
  for (const key of keysOf(customer)) {
    const taken = await imports.reservations.get(partner.tenantId, key);
    if (taken !== undefined) await imports.reservations.remove(partner.tenantId, key, taken.etag);
  }
}

async function forgetRows({ imports, partner: { tenantId } }: Turn, head: ImportHead, customer: Customer) {
  for (const [at, chunk] of chunksOf(head).entries()) {
    const stored = await imports.rows.get(tenantId, chunk);
    if (stored?.value.rows.some((row) => isOf(row, customer)) !== true) continue;
    const rows = stored.value.rows.map((row) => (isOf(row, customer) ? emptied(row) : row));
    await imports.rows.replace(tenantId, chunk, { ...stored.value, rows }, stored.etag);
    if (at === 0 && rows[0]?.cells.length === 0)
      await changeHead(imports, tenantId, head.id, (present) => ({ ...present, first: [] }));
  }
}

/** Is it a row of that customer? What waits to be submitted is still its sender's to submit. */
function isOf({ record, state, cells }: ImportRow, customer: Customer): boolean {
  if (record === customer.id) return true;
  const keys = keysOf(customer);
  return state !== 'ready' && cells.some((cell) => keys.includes(cell.trim().toLowerCase()));
}

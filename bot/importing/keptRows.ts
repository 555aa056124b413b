import { StaleDocument } from '../../storage/documents.ts';
import {
  chunksOf,
  countRows,
  emptied,
  noRows,
  type ImportRow,
  type ImportRows,
  type RowCounts,
} from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';
import type { Whose } from './tools.ts';

/** All rows of an import, in the order of the file. */
export async function rowsOf({ tools, partner }: Whose, head: ImportHead): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const id of chunksOf(head))
    rows.push(...((await tools.imports.rows.get(partner.tenantId, id))?.value.rows ?? []));
  return rows;
}

/** Keeps what became of rows. Somebody may have erased a customer of these rows meanwhile: what was emptied stays empty. */
export async function writeChunk(
  { tools, partner }: Whose,
  id: string,
  chunk: ImportRows,
  etag: string,
): Promise<void> {
  const { rows } = tools.imports;
  try {
    await rows.replace(partner.tenantId, id, chunk, etag);
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    const present = await rows.get(partner.tenantId, id);
    if (present === undefined) return;
    const merged = chunk.rows.map((row, at) => (present.value.rows[at]?.cells.length === 0 ? emptied(row) : row));
    await rows.replace(partner.tenantId, id, { ...chunk, rows: merged }, present.etag);
  }
}

/** Rows whose customer is recorded say nothing any more; those that can be sent again are kept for some days. */
export async function forgetDone({ tools, partner }: Whose, head: ImportHead): Promise<RowCounts> {
  const counts = noRows();
  for (const id of chunksOf(head)) {
    const stored = await tools.imports.rows.get(partner.tenantId, id);
    const rows = stored?.value.rows ?? [];
    for (const [state, n] of Object.entries(countRows(rows)) as [keyof RowCounts, number][]) counts[state] += n;
    const done = (row: ImportRow): boolean =>
      ['added', 'recorded', 'there'].includes(row.state) && row.cells.length > 0;
    if (stored === undefined || !rows.some(done)) continue;
    const kept = { ...stored.value, rows: rows.map((row) => (done(row) ? emptied(row) : row)) };
    await tools.imports.rows.replace(partner.tenantId, id, kept, stored.etag);
  }
  return counts;
}

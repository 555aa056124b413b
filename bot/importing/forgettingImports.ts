import type { Partner } from '../../partner-center/partner.ts';
import { everyItem } from '../../storage/collection.ts';
import { importDays, removeImport, type ImportHead } from '../../storage/imports.ts';
import type { House } from '../housekeeping.ts';

const day = 24 * 60 * 60 * 1000;

/** Days after which nobody adds the same customer by another import at the same time. */
const reservationDays = 30;

/** Forgets imports that ended, or that nobody submitted, some days ago; rows that a turn which failed left; and who took which domain. */
export async function forgetImports({ imports }: House, { tenantId }: Partner, time: Date): Promise<void> {
  const before = (days: number): string => new Date(time.getTime() - days * day).toISOString();
  for await (const { value } of everyItem(imports.heads, tenantId)) {
    if (isOver(value) && (value.endedAt ?? value.createdAt) < before(importDays))
      await removeImport(imports, tenantId, value);
  }
  for await (const { id, etag, value } of everyItem(imports.rows, tenantId)) {
    const head = await imports.heads.get(tenantId, id.slice(0, id.lastIndexOf('-')));
    if (head === undefined && value.at < before(1)) await imports.rows.remove(tenantId, id, etag);
  }
  for await (const { id, etag, value } of everyItem(imports.reservations, tenantId)) {
    if (value.at < before(reservationDays)) await imports.reservations.remove(tenantId, id, etag);
  }
}

const isOver = ({ state, submitted }: ImportHead): boolean => state !== 'running' && submitted !== true;

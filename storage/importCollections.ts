import * as z from 'zod';
import { collection, type Collection } from './collection.ts';
import type { CollectionSchema } from './collectionSchema.ts';
import { updateItem } from './conflicts.ts';
import type { Documents } from './documents.ts';
import {
  chunksOf,
  importHead,
  type ImportHead,
  importRows,
  type ImportRows,
  reservation,
  type Reservation,
} from '../model/import.ts';

/** Collections of imports, by partner. */
export interface Imports {
  readonly heads: Collection<ImportHead>;
  readonly rows: Collection<ImportRows>;
  readonly reservations: Collection<Reservation>;
}

// From number 2 on a row can be left out. The release before does not know that state: by the number it leaves such imports to
// this one, in place of setting them aside.

/** Schema of the heads of imports. */
export const importSchema: CollectionSchema<ImportHead> = {
  kind: 'imports',
  schema: importHead,
  version: 2,
  migrations: [withLeftOut],
};

/** Schema of the rows of imports. */
export const importRowsSchema: CollectionSchema<ImportRows> = {
  kind: 'import-rows',
  schema: importRows,
  version: 2,
  migrations: [(old) => old],
};

/** A head of number 1 as number 2 has it: with the number of rows left out among its counts. */
function withLeftOut(old: unknown): unknown {
  const { counts, ...head } = z.looseObject({ counts: z.looseObject({}) }).parse(old);
  return { ...head, counts: { ...counts, leftOut: 0 } };
}

/** Schema of the reservations of imports. */
export const reservationSchema: CollectionSchema<Reservation> = {
  kind: 'import-claims',
  schema: reservation,
  version: 1,
  migrations: [],
};

/** Opens the collections of imports. */
export const imports = (documents: Documents): Imports => ({
  heads: collection(documents, importSchema),
  rows: collection(documents, importRowsSchema),
  reservations: collection(documents, reservationSchema),
});

/** Updates an import's present head and returns it; undefined when it is gone. */
export async function changeHead(
  { heads }: Imports,
  partner: string,
  id: string,
  change: (head: ImportHead) => ImportHead,
): Promise<ImportHead | undefined> {
  return (await updateItem(heads, partner, id, change))?.value;
}

/** Removes an import and all of its rows, as far as they still exist. */
export async function removeImport(
  { heads, rows }: Imports,
  partner: string,
  head: Pick<ImportHead, 'id' | 'rows'>,
): Promise<void> {
  for (const id of chunksOf(head)) {
    const stored = await rows.get(partner, id);
    if (stored !== undefined) await rows.remove(partner, id, stored.etag);
  }
  const stored = await heads.get(partner, head.id);
  if (stored !== undefined) await heads.remove(partner, head.id, stored.etag);
}

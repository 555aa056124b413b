import { csv } from '../../dialogs/files/csv.ts';
import type { ProducedFile } from '../../dialogs/files/files.ts';
import type { Kept } from './shelf.ts';
import { writeWorkbook } from './workbooks.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A table as a file of its format; one that is too large for a workbook is text. */
export async function fileOf({
  name,
  format,
  rows,
  room,
}: Omit<ProducedFile, 'note'>): Promise<Pick<Kept, 'name' | 'type' | 'content'>> {
  const bytes =
    format === 'xlsx' ? await writeWorkbook({ name, rows, ...(room === undefined ? {} : { room }) }) : undefined;
  if (bytes !== undefined) return { name: `${name}.xlsx`, type: types.xlsx, content: Buffer.from(bytes) };
  const delimiter = format === 'xlsx' ? ',' : format.delimiter;
  return { name: `${name}.csv`, type: types.csv, content: Buffer.from(csv(rows, delimiter), 'utf8') };
}

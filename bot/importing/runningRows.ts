import { noRows, type ImportRow, type RowCounts } from '../../storage/importRows.ts';
import { addRow, tidyAdded } from './addingRow.ts';
import { writeChunk } from './keptRows.ts';
import { recordRow } from './recordingRow.ts';
import { isLeft, type Run } from './run.ts';
import { tellProgress } from './telling.ts';

/** Rows that are carried out at the same time. */
const atOnce = 4;

/** Milliseconds between two updates of the progress card; channels take only so many. */
const progressEvery = 3_000;

/** How far a run is. */
export interface Progress {
  done: number;
  counts: RowCounts;
  told: number;
}

/** The rows a run finds done already; what the check left out is not counted. */
export function begun(rows: readonly ImportRow[]): Pick<Progress, 'done' | 'counts'> {
  const settled = rows.filter((row) => !isLeft(row) && row.state !== 'faulty');
  return { done: settled.filter(({ state }) => state !== 'there').length, counts: noRows() };
}

/** Does what is left of the rows of one document, some at a time, and keeps what became of them. */
export async function runChunk(run: Run, id: string, progress: Progress): Promise<void> {
  const { tools, partner } = run;
  const stored = await tools.imports.rows.get(partner.tenantId, id);
  if (stored === undefined) return;
  const rows = [...stored.value.rows];
  const left = rows.flatMap((row, at) => (isLeft(row) ? [at] : []));
  const lane = async (): Promise<void> => {
    for (let at = left.shift(); at !== undefined && !tools.ending(); at = left.shift()) {
      const row = rows[at];
      if (row === undefined) continue;
      const settled = await settle(run, row);
      rows[at] = settled;
      await noteProgress(run, progress, settled);
    }
  };
  if (left.length > 0) {
    // One that storage stops must not leave the others behind: the import is taken up again soon.
    const ended = await Promise.allSettled(Array.from({ length: atOnce }, lane));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    await writeChunk(run, id, { ...stored.value, rows }, stored.etag);
  }
  for (const row of rows) await tidyAdded(run, row);
}

/** One row, unless the import was stopped meanwhile. */
async function settle(run: Run, row: ImportRow): Promise<ImportRow> {
  const head = await run.tools.imports.heads.get(run.partner.tenantId, run.head.id);
  if (head?.value.stopping === true && row.state === 'ready') return { ...row, state: 'stopped' };
  return row.kind === 'new' ? addRow(run, row) : recordRow(run, row);
}

async function noteProgress(run: Run, progress: Progress, row: ImportRow): Promise<void> {
  progress.done++;
  progress.counts[row.state]++;
  const now = performance.now();
  if (now - progress.told < progressEvery) return;
  progress.told = now;
  const { done, counts } = progress;
  await tellProgress(run, run.head, { done, counts: { ...counts }, stopping: false, over: false });
}

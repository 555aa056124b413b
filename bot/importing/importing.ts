import type { Partner } from '../../partner-center/partner.ts';
import { StaleDocument } from '../../storage/documents.ts';
import {
  changeHead,
  chunksOf,
  countRows,
  noRows,
  type ImportHead,
  type ImportRow,
  type ImportRows,
  type RowCounts,
} from '../../storage/imports.ts';
import { durableWork, type DurableWork, type Ended } from '../work/durableWork.ts';
import { addRow, tidyAdded } from './addingRow.ts';
import { recordRow } from './recordingRow.ts';
import { isLeft, prepareRun, type Run } from './run.ts';
import { tellEnd, tellProgress } from './telling.ts';
import type { ImportTools, Whose } from './tools.ts';

/** Rows that are carried out at the same time. */
const atOnce = 4;

/** Milliseconds between two updates of the progress card; channels take only so many. */
const progressEvery = 3_000;

/** Imports on their way: each row is done once, whatever stops them in between. */
export function createImporting(tools: ImportTools): DurableWork {
  const work: DurableWork = durableWork<ImportHead>(tools, {
    name: 'importing',
    stored: tools.imports.heads,
    carryOut: (partner, { value }) => carryOut({ tools, partner }, value),
    again: ({ endedAt: _endedAt, told: _told, submitted: _submitted, ...head }) => head,
    elsewhere: (head, conversation) => ({ ...head, conversation: { ...conversation } }),
    looksAfter(partner, { id, state, submitted, endedAt, told }) {
      if (state === 'running') return false;
      if (submitted === true) tools.later(() => void work.finish(partner, id), 0);
      else if (endedAt !== undefined && told !== true) tools.later(() => void tellAgain(partner, id), 0);
      return true;
    },
  });
  const tellAgain = (partner: Partner, id: string): Promise<void> =>
    work.guarded(partner, id, async () => {
      const head = await tools.imports.heads.get(partner.tenantId, id);
      if (head !== undefined) await carryOut({ tools, partner }, head.value);
    });
  return work;
}

async function carryOut(whose: Whose, head: ImportHead): Promise<Ended> {
  const done = head.state === 'running' ? await runRows(whose, head) : head;
  if (done === undefined) return { userId: head.userId, heard: true };
  const told = await tellEnd(whose, done);
  if (told) await changeHead(whose.tools.imports, whose.partner.tenantId, done.id, (now) => ({ ...now, told: true }));
  return { userId: done.userId, heard: told };
}

/** How far a run is. */
interface Progress {
  done: number;
  counts: RowCounts;
  told: number;
}

/** Does what is left of the rows; undefined when the process ends before all of them are done. */
async function runRows(whose: Whose, head: ImportHead): Promise<ImportHead | undefined> {
  const { tools } = whose;
  const all = await rowsOf(whose, head);
  const run = await prepareRun(whose, head, all);
  const progress: Progress = { ...begun(all), told: tools.now().getTime() };
  for (const id of chunksOf(head)) {
    await runChunk(run, id, progress);
    if (tools.ending()) return undefined;
  }
  return conclude(run, progress);
}

async function rowsOf({ tools, partner }: Whose, head: ImportHead): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const id of chunksOf(head))
    rows.push(...((await tools.imports.rows.get(partner.tenantId, id))?.value.rows ?? []));
  return rows;
}

/** The rows a run finds done already; what the check left out is not counted. */
function begun(rows: readonly ImportRow[]): Pick<Progress, 'done' | 'counts'> {
  const settled = rows.filter((row) => !isLeft(row) && row.state !== 'faulty');
  return { done: settled.filter(({ state }) => state !== 'there').length, counts: noRows() };
}

async function runChunk(run: Run, id: string, progress: Progress): Promise<void> {
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
  const now = run.tools.now().getTime();
  if (now - progress.told < progressEvery) return;
  progress.told = now;
  const { done, counts } = progress;
  await tellProgress(run, run.head, { done, counts: { ...counts }, stopping: false, over: false });
}

/** Somebody may have erased a customer of these rows meanwhile: what was emptied stays empty. */
async function writeChunk({ tools, partner }: Run, id: string, chunk: ImportRows, etag: string): Promise<void> {
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

/** A row without what it says of the customer. */
const emptied = (row: ImportRow): ImportRow => ({ ...row, cells: [], name: '', faults: [] });

/** Rows whose customer is recorded say nothing any more; those that can be sent again are kept for some days. */
async function forgetDone({ tools, partner }: Run, head: ImportHead): Promise<RowCounts> {
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

/** Writes down what the import came to. */
async function conclude(run: Run, progress: Progress): Promise<ImportHead | undefined> {
  const { tools, partner, head } = run;
  const counts = await forgetDone(run, head);
  const { added, recorded, there, failed, unfinished, stopped } = counts;
  const at = tools.now().toISOString();
  await tools.audit.write(partner.tenantId, {
    at,
    userId: head.userId,
    ...(head.userName === undefined ? {} : { userName: head.userName }),
    action: 'imported',
    record: head.id,
    // Cut off after this, it is written again, which changes nothing; another Finish comes to other counts.
    change: `imported-${Object.values(counts).join('-')}`,
    data: { added, recorded, there, failed: failed + counts.faulty, unfinished, stopped },
    outcome: 'done',
    correlationId: head.id,
  });
  await tellProgress(run, head, { done: progress.done, counts: progress.counts, stopping: false, over: true });
  return changeHead(tools.imports, partner.tenantId, head.id, ({ submitted: _submitted, ...now }) => ({
    ...now,
    state: unfinished > 0 ? 'unfinished' : 'done',
    counts,
    first: [],
    endedAt: at,
  }));
}

import {
  chunksOf,
  countRows,
  type ImportHead,
  type ImportRow,
  type ImportRows,
  type RowCounts,
  withoutCells,
  zeroCounts,
} from '../../../model/import.ts';
import { safeError } from '../../log.ts';
import { createJobRunner, type JobOutcome, type JobRunner } from '../durableJob.ts';
import { isLongShown } from '../wakeUp.ts';
import {
  type HeldImport,
  type ImportContext,
  type ImportDeps,
  type ImportRun,
  isPending,
  prepareRun,
} from './importRun.ts';
import { sendImportEnd, updateImportProgress } from './importMessages.ts';
import { cleanUpRow, runNewCustomerRow } from './newCustomerRow.ts';
import { runExistingCustomerRow } from './existingCustomerRow.ts';
import { updateItem } from '../../../storage/conflicts.ts';

/** Creates the import jobs; each row is done once, whatever interrupts them. */
export function createImportJobs(deps: ImportDeps): JobRunner {
  const work: JobRunner = createJobRunner<ImportHead>(deps, {
    name: 'importing',
    stored: deps.imports.heads,
    run: (partner, held) => runImport({ deps, partner, held }),
    requeued: ({ endedAt: _endedAt, told: _told, submitted: _submitted, ...head }) => head,
    inConversation: (head, conversation) => ({ ...head, conversation: { ...conversation } }),
    handleOnStart(partner, head) {
      if (head.state === 'running') return false;
      scheduleBlanking({ deps, partner }, head);
      if (head.submitted === true) deps.later(() => void work.finish(partner, head.id), 0);
      return head.submitted === true || !isUntold(head);
    },
    isOverdue: ({ state, submitted, endedAt, credentials = [] }, now) =>
      (state === 'unfinished' && submitted === true) ||
      (state !== 'running' && credentials.length > 0 && isLongShown(endedAt, deps.passwordMinutes, now)),
    isUntold,
  });
  return work;
}

/** True for an import that ended, of which the user was not told. */
const isUntold = ({ state, submitted, endedAt, told }: ImportHead): boolean =>
  state !== 'running' && submitted !== true && endedAt !== undefined && told !== true;

async function runImport(context: HeldImport): Promise<JobOutcome> {
  const { deps, partner, held } = context;
  const { userId } = held.job;
  if (held.job.state === 'running' && !(await runRows(context))) return { userId, delivered: true };
  const done = held.job;
  await deps.credentials.rest(partner, done.id);
  const present = (await deps.imports.heads.get(partner.tenantId, done.id))?.value;
  if (present !== undefined) scheduleBlanking(context, present);
  // Not by a process that stood still meanwhile: whoever has the import now tells its end.
  await held.confirm();
  const told = await sendImportEnd(context, done);
  if (told) await held.updateLast((now) => ({ ...now, told: true }));
  return { userId, delivered: told };
}

/** Schedules the blanking of an import's passwords, counted from its end: the user waits for all of them until then. */
function scheduleBlanking({ deps, partner }: ImportContext, { id, endedAt, credentials = [] }: ImportHead): void {
  if (endedAt === undefined || credentials.length === 0) return;
  const all = deps.passwordMinutes * 60_000;
  const left = Date.parse(endedAt) + all - deps.now().getTime();
  // Capped, as a clock that was set back must not lengthen it.
  deps.later(() => void blankPasswords({ deps, partner }, id), Math.min(Math.max(0, left), all));
}

/** Blanks the passwords of an ended import; a resumed one is blanked after its new end. */
async function blankPasswords({ deps, partner }: ImportContext, id: string): Promise<void> {
  try {
    const head = (await deps.imports.heads.get(partner.tenantId, id))?.value;
    if (head?.endedAt !== undefined) await deps.credentials.blank(partner, id);
  } catch (error) {
    deps.log.error({ err: safeError(error), importing: id }, 'passwords could not be blanked; it is tried again');
    deps.later(() => void blankPasswords({ deps, partner }, id), deps.takeUpAfter);
  }
}

/** Runs the remaining rows; false when the process ends before all are done, or the import is gone. */
async function runRows(context: HeldImport): Promise<boolean> {
  const { deps, held } = context;
  const head = held.job;
  const all = await readRows(context, head);
  const run = await prepareRun(context, head, all);
  const progress: RunProgress = { ...initialProgress(all), told: performance.now() };
  for (const id of chunksOf(head)) {
    await runChunk(run, id, progress);
    if (deps.ending()) return false;
  }
  return concludeImport(run, progress);
}

/** Audits and saves the result of an import; false when it is gone. */
async function concludeImport(run: ImportRun, progress: RunProgress): Promise<boolean> {
  const { deps, partner, head, held } = run;
  const counts = await emptyFinishedRows(run, head);
  const { added, recorded, there, leftOut, failed, unfinished, stopped } = counts;
  const at = deps.now();
  await deps.audit.write(partner.tenantId, head, at, {
    kind: 'importEnd',
    id: head.id,
    // The same if this runs again after an interruption, so that there is one line; another Finish has other counts.
    end: `imported-${Object.values(counts).join('-')}`,
    counts: { added, recorded, there, leftOut, failed: failed + counts.faulty, unfinished, stopped },
  });
  await updateImportProgress(run, head, { done: progress.done, counts: progress.counts, stopping: false, over: true });
  return held.update(({ submitted: _submitted, ...now }) => ({
    ...now,
    state: unfinished > 0 ? 'unfinished' : 'done',
    counts,
    first: [],
    endedAt: at.toISOString(),
  }));
}

/** Rows run at the same time. */
const concurrentRows = 4;

/** Milliseconds between two updates of the progress card, because channels limit them. */
const progressInterval = 3_000;

/** Progress of a run. */
interface RunProgress {
  done: number;
  counts: RowCounts;
  told: number;
}

/** Initial progress: the rows already done; those that are not processed are not counted. */
function initialProgress(rows: readonly ImportRow[]): Pick<RunProgress, 'done' | 'counts'> {
  const settled = rows.filter((row) => !isPending(row) && !['faulty', 'there', 'leftOut'].includes(row.state));
  return { done: settled.length, counts: zeroCounts() };
}

/** Runs the remaining rows of one document, several at a time, and saves their outcomes. */
async function runChunk(run: ImportRun, id: string, progress: RunProgress): Promise<void> {
  const { deps, partner } = run;
  const stored = await deps.imports.rows.get(partner.tenantId, id);
  if (stored === undefined) return;
  const rows = [...stored.value.rows];
  const left = rows.flatMap((row, at) => (isPending(row) ? [at] : []));
  const lane = async (): Promise<void> => {
    for (let at = left.shift(); at !== undefined && !deps.ending(); at = left.shift()) {
      const row = rows[at];
      if (row === undefined) continue;
      const settled = await runRow(run, row);
      rows[at] = settled;
      await countRow(run, progress, settled);
    }
  };
  if (left.length > 0) {
    // Waits for all lanes even if the storage stops one: the import is resumed soon.
    const ended = await Promise.allSettled(Array.from({ length: concurrentRows }, lane));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    await saveChunk(run, id, { ...stored.value, rows });
  }
  for (const row of rows) await cleanUpRow(run, row);
}

/** Runs one row, unless the import was stopped meanwhile. */
async function runRow(run: ImportRun, row: ImportRow): Promise<ImportRow> {
  const head = await run.deps.imports.heads.get(run.partner.tenantId, run.head.id);
  if (head !== undefined) run.held.check(head.value);
  if (head?.value.stopping === true && row.state === 'ready') return { ...row, state: 'stopped' };
  return row.kind === 'new' ? runNewCustomerRow(run, row) : runExistingCustomerRow(run, row);
}

async function countRow(run: ImportRun, progress: RunProgress, row: ImportRow): Promise<void> {
  progress.done++;
  progress.counts[row.state]++;
  const now = performance.now();
  if (now - progress.told < progressInterval) return;
  progress.told = now;
  const { done, counts } = progress;
  await updateImportProgress(run, run.head, { done, counts: { ...counts }, stopping: false, over: false });
}

/** All rows of an import, in the order of the file. */
async function readRows({ deps, partner }: ImportContext, head: ImportHead): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const id of chunksOf(head))
    rows.push(...((await deps.imports.rows.get(partner.tenantId, id))?.value.rows ?? []));
  return rows;
}

/** Saves the outcomes of rows. Rows emptied meanwhile, because their customer was erased, stay empty. */
async function saveChunk({ deps, partner }: ImportContext, id: string, chunk: ImportRows): Promise<void> {
  await updateItem(deps.imports.rows, partner.tenantId, id, (present) => ({
    ...chunk,
    rows: chunk.rows.map((row, at) => (present.rows[at]?.cells.length === 0 ? withoutCells(row) : row)),
  }));
}

/** Empties the rows whose customer is recorded, and those left out, and counts all; rows that can be sent again are kept for some days. */
async function emptyFinishedRows({ deps, partner }: ImportContext, head: ImportHead): Promise<RowCounts> {
  const counts = zeroCounts();
  for (const id of chunksOf(head)) {
    const stored = await deps.imports.rows.get(partner.tenantId, id);
    const rows = stored?.value.rows ?? [];
    for (const [state, n] of Object.entries(countRows(rows)) as [keyof RowCounts, number][]) counts[state] += n;
    const done = (row: ImportRow): boolean =>
      ['added', 'recorded', 'there', 'leftOut'].includes(row.state) && row.cells.length > 0;
    if (stored === undefined || !rows.some(done)) continue;
    const kept = { ...stored.value, rows: rows.map((row) => (done(row) ? withoutCells(row) : row)) };
    await deps.imports.rows.replace(partner.tenantId, id, kept, stored.etag);
  }
  return counts;
}

import type { Partner } from '../../partner-center/partner.ts';
import { chunksOf } from '../../storage/importRows.ts';
import { changeHead, type ImportHead } from '../../storage/imports.ts';
import { failure } from '../log.ts';
import { durableWork, type DurableWork, type Ended } from '../work/durableWork.ts';
import { forgetDone, rowsOf } from './keptRows.ts';
import { prepareRun, type Run } from './run.ts';
import { begun, runChunk, type Progress } from './runningRows.ts';
import { tellEnd, tellProgress } from './telling.ts';
import type { ImportTools, Whose } from './tools.ts';

/** Imports on their way: each row is done once, whatever stops them in between. */
export function createImporting(tools: ImportTools): DurableWork {
  const work: DurableWork = durableWork<ImportHead>(tools, {
    name: 'importing',
    stored: tools.imports.heads,
    carryOut: (partner, { value }) => carryOut({ tools, partner }, value),
    again: ({ endedAt: _endedAt, told: _told, submitted: _submitted, ...head }) => head,
    elsewhere: (head, conversation) => ({ ...head, conversation: { ...conversation } }),
    looksAfter(partner, head) {
      const { id, state, submitted, endedAt, told } = head;
      if (state === 'running') return false;
      blankLater({ tools, partner }, head);
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
  await whose.tools.credentials.rest(whose.partner, done.id);
  const present = (await whose.tools.imports.heads.get(whose.partner.tenantId, done.id))?.value;
  if (present !== undefined) blankLater(whose, present);
  const told = await tellEnd(whose, done);
  if (told) await changeHead(whose.tools.imports, whose.partner.tenantId, done.id, (now) => ({ ...now, told: true }));
  return { userId: done.userId, heard: told };
}

/** The passwords it shows are blanked some minutes after it has ended: until then somebody waits for all of them. */
function blankLater({ tools, partner }: Whose, { id, endedAt, credentials = [] }: ImportHead): void {
  if (endedAt === undefined || credentials.length === 0) return;
  const all = tools.passwordMinutes * 60_000;
  const left = Date.parse(endedAt) + all - tools.now().getTime();
  // A clock that was set back must not lengthen it.
  tools.later(() => void blank({ tools, partner }, id), Math.min(Math.max(0, left), all));
}

/** One that goes on again has its time begin anew when it ends. */
async function blank({ tools, partner }: Whose, id: string): Promise<void> {
  try {
    const head = (await tools.imports.heads.get(partner.tenantId, id))?.value;
    if (head?.endedAt !== undefined) await tools.credentials.blank(partner, id);
  } catch (error) {
    tools.log.error({ err: failure(error), importing: id }, 'passwords could not be blanked; it is tried again');
    tools.later(() => void blank({ tools, partner }, id), tools.takeUpAfter);
  }
}

/** Does what is left of the rows; undefined when the process ends before all of them are done. */
async function runRows(whose: Whose, head: ImportHead): Promise<ImportHead | undefined> {
  const { tools } = whose;
  const all = await rowsOf(whose, head);
  const run = await prepareRun(whose, head, all);
  const progress: Progress = { ...begun(all), told: performance.now() };
  for (const id of chunksOf(head)) {
    await runChunk(run, id, progress);
    if (tools.ending()) return undefined;
  }
  return conclude(run, progress);
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

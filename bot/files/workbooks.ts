import { Worker } from 'node:worker_threads';
import type { UnreadWorkbook } from '../../dialogs/turn.ts';
import type { NewSheet, Sheet } from './workbook.ts';
import type { WorkbookAnswer, WorkbookTask } from './workbookWorker.ts';

/** Memory of a worker: what an archive of a few megabytes may become is not for the bot's own. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Milliseconds for one workbook: a turn waits for it to be read; nobody waits for it to be written. */
const patience = { read: 8_000, write: 120_000 };

/** Workers at once; others wait for their turn. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The sheets of an .xlsx file, or why they were not read. It is read in a thread of its own, which is ended when it takes too
 * much time or memory: whatever is sent, the bot goes on, and answers others meanwhile.
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  milliseconds = patience.read,
): Promise<readonly Sheet[] | UnreadWorkbook> {
  const answer = await run({ kind: 'read', bytes }, milliseconds);
  if (answer === undefined) return 'too-large';
  if ('sheets' in answer) return answer.sheets;
  return 'fault' in answer ? answer.fault : 'unreadable';
}

/** A sheet as the bytes of an .xlsx file; undefined where it takes too much time or memory. */
export async function writeWorkbook(sheet: NewSheet, milliseconds = patience.write): Promise<Uint8Array | undefined> {
  const answer = await run({ kind: 'write', sheet }, milliseconds);
  if (answer === undefined) return undefined;
  if ('bytes' in answer) return answer.bytes;
  throw new Error('a workbook could not be written');
}

/** Beside this file in whichever form it runs. */
const worker = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './workbookWorker.ts' : './workbookWorker.js', import.meta.url);

/** What came of a task; undefined when it took too much. */
async function run(task: WorkbookTask, milliseconds: number): Promise<WorkbookAnswer | undefined> {
  if (running >= atOnce) await new Promise<void>((resolve) => void waiting.push(resolve));
  else running += 1;
  try {
    return await begin(task, milliseconds);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

const begin = (task: WorkbookTask, milliseconds: number): Promise<WorkbookAnswer | undefined> =>
  new Promise((resolve) => {
    const thread = new Worker(worker(), { workerData: task, resourceLimits });
    const end = (answer: WorkbookAnswer | undefined): void => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(() => end(undefined), milliseconds);
    thread.once('message', (answer: WorkbookAnswer) => end(answer));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? undefined : { fault: 'unreadable' }),
    );
    thread.once('exit', () => end(undefined));
  });

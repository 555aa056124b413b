import { Worker } from 'node:worker_threads';
import type { WorkbookFault } from '../../dialogs/turn.ts';
import type { NewSheet, Sheet, WorkbookAnswer, WorkbookTask } from './workbookWorker.ts';

/** Memory limits of a worker: a small archive may expand to a size that must not use up the bot's own memory. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Milliseconds for one workbook: a turn waits for reading; nothing waits for writing. */
const timeouts = { read: 8_000, write: 120_000 };

/** Most workers at once; further tasks wait. */
const maxWorkers = 2;

let runningWorkers = 0;
const waitingTasks: (() => void)[] = [];

/**
 * Reads the sheets of an .xlsx file, or returns the reason why they were not read. A worker thread reads it and is
 * terminated when it takes too much time or memory, so that no file can stop or delay the bot.
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  milliseconds = timeouts.read,
): Promise<readonly Sheet[] | WorkbookFault> {
  const answer = await runInWorker({ kind: 'read', bytes }, milliseconds);
  if (answer === undefined) return 'too-large';
  if ('sheets' in answer) return answer.sheets;
  return 'fault' in answer ? answer.fault : 'unreadable';
}

/** Writes a sheet as an .xlsx file in a worker thread; undefined when that takes too much time or memory. */
export async function writeWorkbook(sheet: NewSheet, milliseconds = timeouts.write): Promise<Uint8Array | undefined> {
  const answer = await runInWorker({ kind: 'write', sheet }, milliseconds);
  if (answer === undefined) return undefined;
  if ('bytes' in answer) return answer.bytes;
  throw new Error('a workbook could not be written');
}

/** URL of the worker module beside this file, as source or compiled. */
const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './workbookWorker.ts' : './workbookWorker.js', import.meta.url);

/** Runs a task in a worker thread; undefined when it took too much time or memory. */
async function runInWorker(task: WorkbookTask, milliseconds: number): Promise<WorkbookAnswer | undefined> {
  if (runningWorkers >= maxWorkers) await new Promise<void>((resolve) => void waitingTasks.push(resolve));
  else runningWorkers += 1;
  try {
    return await startWorker(task, milliseconds);
  } finally {
    const next = waitingTasks.shift();
    if (next === undefined) runningWorkers -= 1;
    else next();
  }
}

const startWorker = (task: WorkbookTask, milliseconds: number): Promise<WorkbookAnswer | undefined> =>
  new Promise((resolve) => {
    const thread = new Worker(workerUrl(), { workerData: task, resourceLimits });
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

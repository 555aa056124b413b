import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook, TooLarge, writeWorkbook, type NewSheet, type Sheet } from './workbook.ts';

/** What a worker is to do: read these bytes, or write that sheet. */
export type WorkbookTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'write'; readonly sheet: NewSheet };

/** What came of it. */
export type WorkbookAnswer =
  | { readonly sheets: readonly Sheet[] }
  | { readonly bytes: Uint8Array }
  | { readonly fault: 'unreadable' | 'too-large' };

async function answer(task: WorkbookTask): Promise<WorkbookAnswer> {
  if (task.kind === 'write') return { bytes: await writeWorkbook(task.sheet) };
  try {
    return { sheets: await readWorkbook(task.bytes) };
  } catch (error) {
    // Whatever else is wrong with a file, it is no workbook that can be read.
    return { fault: error instanceof TooLarge ? 'too-large' : 'unreadable' };
  }
}

// Who starts this file gives it a task.
parentPort?.postMessage(await answer(workerData as WorkbookTask));

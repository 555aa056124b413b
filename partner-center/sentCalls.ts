import { AsyncLocalStorage } from 'node:async_hooks';

/** Tracks the calls to Partner Center that a job makes, over all its attempts. */
export interface SentCalls {
  /** Runs a part of the job. */
  within<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Correlation ID of the last changing call or, without one, of the last query; Microsoft's support finds the call by
   * it. Undefined when nothing was sent.
   */
  last(): string | undefined;
}

interface LastCallIds {
  changing?: string;
  asking?: string;
}

const currentCalls = new AsyncLocalStorage<LastCallIds>();

/** Records the correlation ID of a call about to be sent; `asks`: it changes nothing at Partner Center. */
export function recordSentCall(correlationId: string, asks: boolean): void {
  const noted = currentCalls.getStore();
  if (noted !== undefined) noted[asks ? 'asking' : 'changing'] = correlationId;
}

let running = 0;

/** Runs work whose calls are recorded there. */
async function track<T>(noted: LastCallIds, work: () => Promise<T>): Promise<T> {
  running += 1;
  try {
    return await currentCalls.run(noted, work);
  } finally {
    running -= 1;
    // Before Node 24 every promise of the process is hooked while the storage is in use: a twelfth of a turn's CPU.
    if (running === 0) currentCalls.disable();
  }
}

/** A tracker for a new job. */
export function sentCalls(): SentCalls {
  const noted: LastCallIds = {};
  return { within: (work) => track(noted, work), last: () => noted.changing ?? noted.asking };
}

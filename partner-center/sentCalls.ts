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

/** A tracker for a new job. */
export function sentCalls(): SentCalls {
  const noted: LastCallIds = {};
  return { within: (work) => currentCalls.run(noted, work), last: () => noted.changing ?? noted.asking };
}

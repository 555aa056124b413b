import { AsyncLocalStorage } from 'node:async_hooks';

/** Calls to Partner Center that a piece of work makes, however many tries it takes. */
export interface SentCalls {
  /** Does a part of the work. */
  within<T>(work: () => Promise<T>): Promise<T>;
  /**
   * The correlation ID of the last call that changes something or, where there was none, of the last that asked: by it
   * Microsoft's support finds the call. Undefined where nothing was sent.
   */
  last(): string | undefined;
}

interface Noted {
  changing?: string;
  asking?: string;
}

const present = new AsyncLocalStorage<Noted>();

/** Notes the correlation ID that a call leaves with; `asks`: it changes nothing at Partner Center. */
export function noteSentCall(correlationId: string, asks: boolean): void {
  const noted = present.getStore();
  if (noted !== undefined) noted[asks ? 'asking' : 'changing'] = correlationId;
}

/** Calls of a piece of work that begins. */
export function sentCalls(): SentCalls {
  const noted: Noted = {};
  return { within: (work) => present.run(noted, work), last: () => noted.changing ?? noted.asking };
}

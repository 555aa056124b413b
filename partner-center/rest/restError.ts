import { PartnerCenterError } from '../fault.ts';
import type { CallSubject } from './callSubject.ts';
import { faultFor, isPassing } from './faults.ts';
import type { Problem } from './problem.ts';

interface RestErrorOptions {
  readonly cause?: Error;
  /** What the call was about. */
  readonly subject?: CallSubject;
  readonly afterSilence?: boolean;
}

/** A call that Partner Center refused, or that had no answer. */
export class RestError extends PartnerCenterError {
  override readonly name = 'RestError';
  /** Absent when there was no answer. */
  readonly status: number | undefined;
  /** An earlier attempt of the same call had no answer, or was put off: what is refused now may have been done then. */
  readonly afterSilence: boolean;
  constructor(problem: Problem, correlationId: string, options: RestErrorOptions = {}) {
    const fault = faultFor(problem, options.subject);
    super(fault, correlationId, isPassing(fault.reason));
    this.status = problem.status;
    this.afterSilence = options.afterSilence ?? false;
    if (options.cause !== undefined) this.cause = options.cause;
  }
}

/** Is it unknown whether the call did its work? After a refusal it is known: it did not. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof RestError && (error.status === undefined || error.status >= 500 || error.status < 300);

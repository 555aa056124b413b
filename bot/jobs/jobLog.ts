import type { JobLease } from '../../model/requestedBy.ts';
import { awaitsCustomer } from '../../partner-center/rules/agreement.ts';
import type { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { StaleDocument } from '../../storage/documents.ts';
import { safeError } from '../log.ts';
import type { JobDeps } from './deps.ts';
import { LeaseLost } from './heldJob.ts';

/** Logs why a run stopped: an error, but where another process has the job, or this one ends and gives it back. */
export function logStopped(
  { log, ending, jobLeases: { shared } }: Pick<JobDeps, 'log' | 'ending' | 'jobLeases'>,
  name: string,
  id: string,
  error: unknown,
): void {
  const taken = error instanceof LeaseLost || (shared && error instanceof StaleDocument);
  if (taken) log.info({ [name]: id }, `${name} was left to another process`);
  else if (ending())
    log.info({ [name]: id, reason: safeError(error)['name'] }, `${name} is given back: the process ends`);
  else log.error({ err: safeError(error), [name]: id }, `${name} stopped; it is taken up again`);
}

/** Logs that a process goes on with a job that another one, or a former one, had begun and not ended. */
export function logTakenOver(
  { log }: Pick<JobDeps, 'log'>,
  name: string,
  id: string,
  former: JobLease | undefined,
  present: JobLease,
): void {
  if (former?.until !== undefined && former.owner !== present.owner)
    log.info({ [name]: id }, `${name} is taken over from a process that ended, or stands still`);
}

/** Logs an attempt that failed; that the customer has not accepted yet is no failure. */
export function logFailedAttempt(
  { log }: Pick<JobDeps, 'log'>,
  what: Readonly<Record<string, string | number>>,
  error: PartnerCenterError,
): void {
  const { reason } = error.fault;
  if (awaitsCustomer(reason)) log.info({ ...what, reason }, 'step waits for the customer');
  else log.warn({ err: safeError(error), ...what }, 'step failed');
}

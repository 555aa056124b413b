import { awaitsCustomer, nextLook } from '../../partner-center/agreement.ts';
import type { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Change } from '../../storage/changes.ts';
import { acceptance } from './handingOver.ts';
import { wakeAtOf } from './wakeUp.ts';

type Waits = Pick<Change, 'awaiting' | 'wakeAt' | 'waitsFor'>;

/** What a change that could not be done waits for: the customer's acceptance, a time, or Finish alone. */
export function waitsOf(change: Change, error: PartnerCenterError, now: Date): Waits {
  const awaiting = awaitingAfter(change, error, now);
  if (awaiting !== undefined)
    return { awaiting, wakeAt: nextLook(awaiting.since, now).toISOString(), waitsFor: acceptance };
  const wakeAt = wakeAtOf(error, now);
  return wakeAt === undefined ? {} : { wakeAt, waitsFor: error.fault.reason };
}

/** What began to wait for the customer waits for it until it is done, whatever kept it from looking this time. */
function awaitingAfter({ awaiting }: Change, { fault: { reason, page } }: PartnerCenterError, now: Date) {
  const seen = awaitsCustomer(reason);
  if (awaiting === undefined && !seen) return undefined;
  const moment = now.toISOString();
  return {
    since: moment,
    ...awaiting,
    ...(seen ? { lookedAt: moment } : {}),
    ...(page === undefined ? {} : { page }),
  };
}

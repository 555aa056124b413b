import { deepEqual, equal } from 'node:assert/strict';
import { logFailedAttempt, logStopped, logTakenOver } from '../../../bot/jobs/jobLog.ts';
import { brokenLease, createJobLeases, releasedLease } from '../../../bot/jobs/jobLeases.ts';
import { LeaseLost } from '../../../bot/jobs/heldJob.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { StaleDocument } from '../../../storage/documents.ts';
import { keepLog } from '../desk.ts';

const leasesOf = (owner: string, shared = true) =>
  createJobLeases({ owner, shared, now: () => new Date(), elapsed: () => 0 });

/** The level of each line that is written meanwhile, and whether it has an error with its stack. */
const told = (write: (log: ReturnType<typeof keepLog>['log']) => void): readonly string[] => {
  const { log, lines } = keepLog();
  write(log);
  return lines.map((line) => {
    const { level, err } = JSON.parse(line) as { readonly level: string; readonly err?: unknown };
    return err === undefined ? level : `${level} err`;
  });
};

describe('the log of a job', () => {
  it('takes a job that another process has, or that is given back at the end, for no error', () => {
    const stale = new StaleDocument({ kind: 'jobs', partner: 'p', id: 'j' });
    const stopped = (error: unknown, { ending = false, shared = true } = {}): readonly string[] =>
      told((log) => logStopped({ log, ending: () => ending, jobLeases: leasesOf('a', shared) }, 'change', 'j', error));
    deepEqual(stopped(new LeaseLost('j')), ['info']);
    deepEqual(stopped(stale), ['info']);
    deepEqual(stopped(new Error('aborted'), { ending: true }), ['info']);
    deepEqual(stopped(new Error('away')), ['error err']);
    // Where one process has all records, nobody else wrote it.
    deepEqual(stopped(stale, { shared: false }), ['error err']);
  });

  it('has a line of a job that is taken over, and none of one that was ended or is the process’s own', () => {
    const [mine, other] = [leasesOf('a').take(undefined), leasesOf('b').take(undefined)];
    const lines = (former: typeof mine | undefined): readonly string[] =>
      told((log) => logTakenOver({ log }, 'change', 'j', former, mine));
    for (const former of [other, brokenLease(other)]) deepEqual(lines(former), ['info']);
    for (const former of [undefined, mine, releasedLease(other)]) equal(lines(former).length, 0);
  });

  it('takes an order that waits for the customer for no failure', () => {
    const attempt = (reason: 'customer-accepts' | 'unavailable'): readonly string[] =>
      told((log) => logFailedAttempt({ log }, { change: 'j' }, new PartnerCenterError({ reason }, '', true)));
    deepEqual(attempt('customer-accepts'), ['info']);
    deepEqual(attempt('unavailable'), ['warn err']);
  });
});

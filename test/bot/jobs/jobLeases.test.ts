import assert from 'node:assert/strict';
import { brokenLease, createJobLeases, releasedLease, leaseTime } from '../../../bot/jobs/jobLeases.ts';
import { HeldJob, LeaseLost } from '../../../bot/jobs/heldJob.ts';
import type { JobLease } from '../../../model/requestedBy.ts';
import { minute } from '../../../lib/durations.ts';
import { changes } from '../../../storage/collections.ts';
import { StaleDocument } from '../../../storage/documents.ts';
import type { Change } from '../../../model/change.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';

const partner = 'p1';

const change: Change = {
  id: 'c1',
  state: 'running',
  userId: 'u1',
  language: 'en',
  createdAt: '2026-03-02T10:00:00.000Z',
  conversation: {},
  customer: { microsoftId: 'm1', companyName: 'Northwind', domain: 'northwind.example' },
  what: { kind: 'relationship' },
  requestId: 'q1',
};

/** A process with clocks of its own; `ahead` is how far the one that is set is ahead of the others'. */
function processOf(owner: string, { shared = true, ahead = 0 } = {}) {
  const clock = { ms: 0 };
  const timers: (() => void)[] = [];
  const now = (): Date => new Date(Date.parse('2026-03-02T10:00:00.000Z') + ahead + clock.ms);
  const elapsed = (): number => clock.ms;
  const jobLeases = createJobLeases({ owner, shared, now, elapsed });
  return { jobLeases, clock, timers, elapsed, later: (run: () => void) => void timers.push(run) };
}

describe('the lease of a job', () => {
  for (const ahead of [0, 5 * minute, -5 * minute])
    it(`runs out when it was seen unchanged for its time, however the clocks differ: by ${String(ahead / minute)} minutes`, () => {
      const [mine, other] = [processOf('a'), processOf('b', { ahead })];
      const lease = mine.jobLeases.take(undefined);
      assert.ok(other.jobLeases.isOfAnother('j', lease));
      other.clock.ms = leaseTime - 1;
      assert.ok(other.jobLeases.isOfAnother('j', lease));
      mine.clock.ms = 20_000;
      const renewed = mine.jobLeases.take(lease);
      assert.ok(other.jobLeases.isOfAnother('j', renewed));
      other.clock.ms += leaseTime - 1;
      assert.ok(other.jobLeases.isOfAnother('j', renewed));
      other.clock.ms += 1;
      assert.ok(!other.jobLeases.isOfAnother('j', renewed));
    });

  it('is nobody’s when it was given back, is long over, or where one process has all records', () => {
    const lease = processOf('a').jobLeases.take(undefined);
    const other = processOf('b');
    assert.ok(!other.jobLeases.isOfAnother('j', releasedLease(lease)));
    assert.ok(!other.jobLeases.isOfAnother('j', brokenLease(lease)));
    assert.ok(!other.jobLeases.isOfAnother('j', undefined));
    assert.ok(!processOf('b', { ahead: 60 * minute }).jobLeases.isOfAnother('j', lease));
    assert.ok(!processOf('b', { shared: false }).jobLeases.isOfAnother('j', lease));
  });

  it('says for good that another process worked on the job before', () => {
    const [first, second] = [processOf('a').jobLeases, processOf('b').jobLeases];
    const mine = first.take(first.take(undefined));
    assert.equal(mine.handedOver, undefined);
    const theirs = second.take(releasedLease(mine));
    assert.equal(theirs.handedOver, true);
    assert.equal(second.take(theirs).handedOver, true);
  });
});

describe('a job that a process holds', () => {
  async function held() {
    const stored = changes(memoryDocuments());
    const mine = processOf('a');
    const value = { ...change, lease: mine.jobLeases.take(undefined) };
    const item = { id: change.id, value, etag: await stored.insert(partner, change.id, value) };
    const lease = async (): Promise<JobLease | undefined> => (await stored.get(partner, change.id))?.value.lease;
    /** Another process takes the job. */
    const steal = async (): Promise<void> => {
      const present = await stored.get(partner, change.id);
      assert.ok(present);
      const stolen = { ...present.value, lease: processOf('b').jobLeases.take(present.value.lease) };
      await stored.replace(partner, change.id, stolen, present.etag);
    };
    return { stored, mine, job: new HeldJob(mine, stored, partner, item), lease, steal, first: value.lease };
  }

  /** Runs the timers that are set now, and waits for what they write. */
  const ring = async ({ timers }: Pick<ReturnType<typeof processOf>, 'timers'>): Promise<void> => {
    for (const timer of timers.splice(0)) timer();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };

  it('has its lease renewed by each save, beside it by a step that takes long, and given back by the last', async () => {
    const { mine, job, lease, first } = await held();
    mine.clock.ms = 1_000;
    await job.save({ ...job.job, unsure: true });
    const saved = await lease();
    assert.ok((saved?.until ?? '') > (first.until ?? ''));
    mine.clock.ms = 5_000;
    await ring(mine);
    assert.deepEqual(await lease(), saved, 'a save was made not long ago');
    mine.clock.ms = 15_000;
    await ring(mine);
    assert.ok(((await lease())?.until ?? '') > (saved?.until ?? ''));
    await job.save({ ...job.job, pending: true });
    await job.saveLast({ ...job.job, state: 'unfinished' });
    assert.deepEqual(await lease(), { owner: 'a' });
    await ring(mine);
    await ring(mine);
    assert.deepEqual(await lease(), { owner: 'a' });
    await assert.rejects(job.save(job.job), LeaseLost);
  });

  it('is written no more by a process that lost it: neither a save, nor a change, nor a card with a password', async () => {
    for (const write of [
      (job: HeldJob<Change>) => job.save(job.job),
      (job: HeldJob<Change>) => job.saveLast(job.job),
      (job: HeldJob<Change>) => job.update((present) => present),
      (job: HeldJob<Change>) => job.updateLast((present) => present),
      (job: HeldJob<Change>) => job.remove(),
      (job: HeldJob<Change>) => job.release(false),
      (job: HeldJob<Change>) => job.confirm(),
    ]) {
      const { mine, job, lease, steal } = await held();
      await steal();
      const theirs = await lease();
      mine.clock.ms = leaseTime;
      await assert.rejects(write(job), (error) => error instanceof LeaseLost || error instanceof StaleDocument);
      assert.deepEqual(await lease(), theirs);
    }
  });

  it('keeps what somebody else wrote into it while its lease was renewed, and says so with the next save', async () => {
    const { stored, mine, job } = await held();
    const present = await stored.get(partner, change.id);
    assert.ok(present);
    await stored.replace(partner, change.id, { ...present.value, finishing: true }, present.etag);
    mine.clock.ms = 15_000;
    await ring(mine);
    assert.equal((await stored.get(partner, change.id))?.value.finishing, true);
    await assert.rejects(job.save(job.job), StaleDocument);
    await job.updateLast((now) => ({ ...now, state: 'unfinished' }));
    assert.equal((await stored.get(partner, change.id))?.value.finishing, true);
  });
});

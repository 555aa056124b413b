import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyRetention, type RetentionDeps } from '../../../bot/jobs/retention.ts';
import { createLog } from '../../../bot/log.ts';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';
import { createTurns } from '../../../bot/turn/turns.ts';
import { newDraft } from '../../../forms/draftFlow.ts';
import type { Documents } from '../../../storage/documents.ts';
import type { Customer } from '../../../model/customer.ts';
import type { Submission } from '../../../model/submission.ts';
import { openLowdbDocuments } from '../../../storage/lowdb/lowdbDocuments.ts';
import { newUser } from '../../../model/user.ts';
import { readTrustedTime } from '../../../storage/trustedTime.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { customers, users, workCollections } from '../../../storage/collections.ts';
import { imports } from '../../../storage/importCollections.ts';

const partner = samplePartners[0];
assert.ok(partner);
const tenant = partner.tenantId;
const now = new Date('2026-11-21T12:00:00.000Z');
const ago = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

/** A house whose clock has gone on as it should. */
const houseOf = async (documents: Documents): Promise<RetentionDeps> => {
  for (const days of [14, 7, 1]) await readTrustedTime(documents, new Date(ago(days)));
  return untidied(documents);
};

const untidied = (documents: Documents): RetentionDeps => ({
  partners: () => [partner],
  documents,
  people: users(documents),
  customers: customers(documents),
  ...workCollections(documents),
  imports: imports(documents),
  turns: createTurns(users(documents)),
  now: () => now,
  log: createLog('silent'),
});

const jobOf = (id: string, state: Submission['state'], createdAt: string): Submission => ({
  id,
  state,
  userId: 'u',
  language: 'en',
  createdAt,
  sections: {},
  request: {
    customer: {
      companyName: 'Northwind',
      domain: 'northwind.onmicrosoft.com',
      address: { country: 'US', addressLine1: '1 Main Street', city: 'Seattle' },
      contact: { firstName: 'Anna', lastName: 'Orlova', email: 'anna@northwind.example' },
      culture: 'en-US',
      language: 'en',
    },
  },
  stages: { customer: { state: 'done', requestId: 'r' } },
  conversation: {},
});

describe('housekeeping', () => {
  it('deletes drafts nobody touched for 90 days, and no others', async () => {
    const house = await houseOf(memoryDocuments());
    const drafts = [newDraft('kept', ago(89)), newDraft('gone', ago(91))];
    await house.people.insert(tenant, 'u', { ...newUser(), drafts, open: 'gone' });
    await applyRetention(house);
    const found = await house.people.get(tenant, 'u');
    assert.deepEqual(
      found?.value.drafts.map(({ id }) => id),
      ['kept'],
    );
  });

  it('deletes drafts made from a record that was erased, which a process had not reached when it ended', async () => {
    const documents = memoryDocuments();
    const house = await houseOf(documents);
    const record: Customer = {
      id: 'there',
      companyName: 'Northwind',
      domain: 'northwind.onmicrosoft.com',
      microsoftId: '',
      country: 'US',
      cloud: 'global',
      sections: {},
      stages: { customer: { state: 'done', requestId: 'r' } },
      addedAt: ago(3),
      addedBy: { userId: 'u' },
      practice: true,
    };
    await customers(documents).insert(tenant, 'there', record);
    const from = (id: string) => ({ ...newDraft(`of ${id}`, ago(1)), from: id });
    await house.people.insert(tenant, 'u', {
      ...newUser(),
      drafts: [newDraft('own', ago(1)), from('there'), from('erased')],
      deleted: { draft: from('erased too'), at: ago(0) },
    });
    await applyRetention(house);
    const found = (await house.people.get(tenant, 'u'))?.value;
    assert.deepEqual(
      found?.drafts.map(({ id }) => id),
      ['own', 'of there'],
    );
    assert.equal(found?.deleted, undefined);
  });

  it('deletes nothing for good at starts with the clock 400 days ahead, and goes on as before when it is right again', async () => {
    const house = await houseOf(memoryDocuments());
    await house.people.insert(tenant, 'u', {
      ...newUser(),
      drafts: [newDraft('kept', ago(89)), newDraft('gone', ago(90.5))],
    });
    const ids = async () => (await house.people.get(tenant, 'u'))?.value.drafts.map(({ id }) => id);
    for (const minutes of [0, 3]) {
      await applyRetention({ ...house, now: () => new Date(now.getTime() + 400 * 86_400_000 + minutes * 60_000) });
      assert.deepEqual(await ids(), ['kept', 'gone']);
    }
    await applyRetention(house);
    assert.deepEqual(await ids(), ['kept']);
  });

  it('believes a clock that has gone on for a week after the bot was stopped for a year', async () => {
    const house = await houseOf(memoryDocuments());
    await house.people.insert(tenant, 'u', { ...newUser(), drafts: [newDraft('gone', ago(1))] });
    const left: (number | undefined)[] = [];
    for (let days = 365; days <= 372; days += 1) {
      await applyRetention({ ...house, now: () => new Date(now.getTime() + days * 86_400_000) });
      left.push((await house.people.get(tenant, 'u'))?.value.drafts.length);
    }
    assert.deepEqual(left, [1, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('does not write the state of people who have nothing to expire', async () => {
    const house = await houseOf(memoryDocuments());
    const etag = await house.people.insert(tenant, 'u', { ...newUser(), drafts: [newDraft('kept', ago(1))] });
    await applyRetention(house);
    assert.equal((await house.people.get(tenant, 'u'))?.etag, etag);
  });

  it('forgets submissions that ended 90 days ago, and keeps those that wait for somebody', async () => {
    const house = await houseOf(memoryDocuments());
    await house.jobs.insert(tenant, 'old', jobOf('old', 'done', ago(91)));
    await house.jobs.insert(tenant, 'new', jobOf('new', 'done', ago(1)));
    await house.jobs.insert(tenant, 'waits', jobOf('waits', 'unfinished', ago(400)));
    await applyRetention(house);
    const left = await house.jobs.list(tenant, { limit: 10 });
    assert.deepEqual(
      left.items.map(({ id }) => id),
      ['new', 'waits'],
    );
  });

  it('removes the notes of what a user began more than seven days ago, and no others', async () => {
    const house = await houseOf(memoryDocuments());
    const noted = (id: string, days: number) => ({
      at: ago(days),
      kind: 'change' as const,
      jobs: [{ id, ref: 'r' }],
    });
    await house.notedChanges.insert(tenant, 'away', { changes: [noted('old', 9), noted('older', 8)] });
    await house.notedChanges.insert(tenant, 'here', { changes: [noted('old', 8), noted('new', 6)] });
    await applyRetention(house);
    const { items } = await house.notedChanges.list(tenant, { limit: 9 });
    assert.deepEqual(
      items.map(({ id, value }) => [id, value.changes]),
      [['here', [noted('new', 6)]]],
    );
  });

  it('removes files that were set aside 30 days ago, and no others', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'customer-desk-'));
    const documents = await openLowdbDocuments(folder, { now: () => new Date(ago(31)) });
    try {
      const house = untidied(documents);
      await house.people.insert(tenant, 'u', newUser());
      await documents.close();
      const [file] = await readdir(path.join(folder, 'people', tenant));
      assert.ok(file !== undefined);
      await writeFile(path.join(folder, 'people', tenant, file), '{');
    } finally {
      await documents.close().catch(() => undefined);
    }
    const again = await openLowdbDocuments(folder, { now: () => new Date(ago(31)) });
    const house = await houseOf(again);
    await assert.rejects(house.people.get(tenant, 'u'));
    assert.equal((await readdir(path.join(folder, 'quarantine'))).length, 1);
    await again.purgeQuarantine(new Date(ago(32)));
    assert.equal((await readdir(path.join(folder, 'quarantine'))).length, 1);
    await applyRetention(house);
    assert.deepEqual(await readdir(path.join(folder, 'quarantine')), []);
    await again.close();
    await rm(folder, { recursive: true });
  });
});

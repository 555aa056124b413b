import assert from 'node:assert/strict';
import { auditTrail } from '../../storage/auditTrail.ts';
import type { Documents } from '../../storage/documents.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import type { AuditLine } from '../../model/auditLine.ts';

const line = (record: string, minute: number, more: Partial<AuditLine> = {}): AuditLine => ({
  at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
  userId: 'u1',
  action: 'customer',
  record,
  outcome: 'failed',
  correlationId: `c${String(minute)}`,
  ...more,
});

describe('the audit trail', () => {
  let read: number;
  let count: number;
  const trail = () => {
    const documents: Documents = memoryDocuments();
    const list: Documents['list'] = async (...page) => {
      const found = await documents.list(...page);
      read += found.items.length;
      return found;
    };
    return auditTrail({ ...documents, list }, () => String((count += 1)));
  };
  beforeEach(() => {
    read = 0;
    count = 0;
  });

  it('keeps every failure of a step, and gives a record’s lines oldest first', async () => {
    const audit = trail();
    const lines = [
      line('r1', 1),
      line('r1', 2),
      line('r1', 3, { outcome: 'done' }),
      line('r1', 4, { action: 'agreement', outcome: 'done' }),
    ];
    for (const one of lines.toReversed()) await audit.write('p', one);
    assert.deepEqual(await audit.of('p', 'r1', 100), lines);
    assert.deepEqual(await audit.of('p', 'r1', 2), lines.slice(0, 2));
  });

  it('says once that a step is done, however often it is told', async () => {
    const audit = trail();
    await audit.write('p', line('r1', 1, { outcome: 'done' }));
    await audit.write('p', line('r1', 2, { outcome: 'done' }));
    assert.deepEqual(await audit.of('p', 'r1', 100), [line('r1', 1, { outcome: 'done' })]);
  });

  it('says whether a change is over, of which there may be many a record', async () => {
    const audit = trail();
    const change = { action: 'quantity', change: 'c1' } as const;
    await audit.write('p', line('r1', 1, change));
    assert.equal(await audit.isOver('p', 'r1', 'c1'), false);
    await audit.write('p', line('r1', 2, { ...change, outcome: 'done' }));
    await audit.write('p', line('r1', 3, { ...change, outcome: 'done' }));
    await audit.write('p', line('r1', 4, { ...change, change: 'c2', outcome: 'refused' }));
    assert.deepEqual(await Promise.all(['c1', 'c2', 'c3'].map((id) => audit.isOver('p', 'r1', id))), [
      true,
      true,
      false,
    ]);
    assert.equal(await audit.isOver('q', 'r1', 'c1'), false);
    assert.equal((await audit.of('p', 'r1', 100)).length, 3);
  });

  it('gives a long history whole', async () => {
    const audit = trail();
    for (let minute = 0; minute < 300; minute += 1) await audit.write('p', line('r1', minute));
    assert.equal((await audit.of('p', 'r1', 1000)).length, 300);
  });

  it('gives no other record’s lines, nor another partner’s, and reads few of them', async () => {
    const audit = trail();
    for (let minute = 1; minute < 30; minute += 1)
      await audit.write('p', line(minute % 10 === 0 ? 'r1' : 'r2', minute));
    await audit.write('p', line('r1x', 30));
    await audit.write('q', line('r1', 31));
    assert.deepEqual(
      (await audit.of('p', 'r1', 100)).map(({ correlationId }) => correlationId),
      ['c10', 'c20'],
    );
    assert.ok(read <= 8, String(read));
    assert.equal((await audit.of('p', 'r2', 100)).length, 27);
  });

  it('forgets of an older version’s lines the ID of our own that what was done had, and keeps Partner Center’s', async () => {
    const documents = memoryDocuments();
    const former = [
      line('r1', 1, { outcome: 'done' }),
      line('r1', 2, { action: 'account', change: 'c1', outcome: 'unclear' }),
      line('r1', 3, { outcome: 'refused', reason: 'role' }),
    ];
    for (const [at, data] of former.entries())
      await documents.insert({ kind: 'audit', partner: 'p', id: `r1.${String(at)}` }, { schema: 1, data });
    const found = await auditTrail(documents, () => 'x').of('p', 'r1', 10);
    assert.deepEqual(
      found.map(({ outcome, correlationId }) => [outcome, correlationId]),
      [
        ['done', undefined],
        ['unclear', undefined],
        ['refused', 'c3'],
      ],
    );
  });
});

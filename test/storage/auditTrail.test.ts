import assert from 'node:assert/strict';
import { auditTrail, type Audit, type AuditedAct } from '../../storage/auditTrail.ts';
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

const customer = { record: 'r1', microsoftId: 'm1', companyName: 'Northwind', domain: 'northwind.example' };

/** The act whose line that is: a step, or a change of a quantity. */
const actOf = ({ action, record, change, outcome, ...call }: AuditLine): AuditedAct => {
  const sent = { reason: call.reason, code: call.code, correlationId: call.correlationId };
  if (change === undefined && (action === 'customer' || action === 'agreement'))
    return { kind: 'step', step: action, record, offers: undefined, outcome: outcome as 'done', call: sent };
  const what = { kind: 'relationship' } as const;
  const changed = { id: change ?? '', what, customer: { ...customer, record } };
  return { kind: 'change', change: changed, data: {}, ordered: undefined, offers: undefined, outcome, call: sent };
};

const write = async (audit: Audit, partner: string, one: AuditLine): Promise<void> =>
  audit.write(partner, one, new Date(one.at), actOf(one));

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
    for (const one of lines.toReversed()) await write(audit, 'p', one);
    assert.deepEqual(await audit.of('p', 'r1', 100), lines);
    assert.deepEqual(await audit.of('p', 'r1', 2), lines.slice(0, 2));
  });

  it('says once that a step is done, however often it is told', async () => {
    const audit = trail();
    await write(audit, 'p', line('r1', 1, { outcome: 'done' }));
    await write(audit, 'p', line('r1', 2, { outcome: 'done' }));
    assert.deepEqual(await audit.of('p', 'r1', 100), [line('r1', 1, { outcome: 'done' })]);
  });

  it('says whether a change is over, of which there may be many a record', async () => {
    const audit = trail();
    const change = { action: 'quantity', change: 'c1' } as const;
    await write(audit, 'p', line('r1', 1, change));
    assert.equal(await audit.isOver('p', 'r1', 'c1'), false);
    await write(audit, 'p', line('r1', 2, { ...change, outcome: 'done' }));
    await write(audit, 'p', line('r1', 3, { ...change, outcome: 'done' }));
    await write(audit, 'p', line('r1', 4, { ...change, change: 'c2', outcome: 'refused' }));
    assert.deepEqual(await Promise.all(['c1', 'c2', 'c3'].map((id) => audit.isOver('p', 'r1', id))), [
      true,
      true,
      false,
    ]);
    assert.equal(await audit.isOver('q', 'r1', 'c1'), false);
    assert.equal((await audit.of('p', 'r1', 100)).length, 3);
  });

  it('says of each act who did what, when, to which record, and with which outcome', async () => {
    const call = { reason: undefined, code: undefined, correlationId: '' };
    const refusal = { reason: 'role', code: '2001', correlationId: 'c9' };
    const change = { id: 'q1', what: { kind: 'relationship' } as const, customer };
    const acts: readonly AuditedAct[] = [
      { kind: 'step', step: 'customer', record: 'r1', offers: undefined, outcome: 'done', call },
      {
        kind: 'change',
        change,
        data: { account: 'admin' },
        ordered: undefined,
        offers: undefined,
        outcome: 'refused',
        call: refusal,
      },
      { kind: 'erasure', record: 'r1' },
      { kind: 'importedCustomer', record: 'r1' },
      { kind: 'importEnd', id: 'r1', end: 'imported-1', counts: { added: 1 } },
    ];
    const said = [
      { action: 'customer', outcome: 'done' },
      { action: 'relationship', change: 'q1', data: { account: 'admin' }, outcome: 'refused', ...refusal },
      { action: 'erase', outcome: 'done' },
      { action: 'imported', outcome: 'done' },
      { action: 'imported', change: 'imported-1', data: { added: 1 }, outcome: 'done' },
    ];
    const audit = trail();
    for (const [minute, act] of acts.entries())
      await audit.write('p', { userId: 'u1', userName: 'Robin' }, new Date(minute * 60_000), act);
    assert.deepEqual(
      await audit.of('p', 'r1', 100),
      said.map((fields, minute) => ({
        at: new Date(minute * 60_000).toISOString(),
        userId: 'u1',
        userName: 'Robin',
        record: 'r1',
        ...fields,
      })),
    );
    const exported = { kind: 'export', id: 'e1', content: 'customers', rows: 3 } as const;
    await audit.write('p', { userId: 'u1', userName: '' }, new Date(0), exported);
    const list = {
      action: 'exported',
      record: 'list',
      change: 'e1',
      data: { kind: 'customers', n: 3 },
      outcome: 'done',
    };
    assert.deepEqual(await audit.of('p', 'list', 1), [{ at: new Date(0).toISOString(), userId: 'u1', ...list }]);
  });

  it('gives a long history whole', async () => {
    const audit = trail();
    for (let minute = 0; minute < 300; minute += 1) await write(audit, 'p', line('r1', minute));
    assert.equal((await audit.of('p', 'r1', 1000)).length, 300);
  });

  it('gives no other record’s lines, nor another partner’s, and reads few of them', async () => {
    const audit = trail();
    for (let minute = 1; minute < 30; minute += 1)
      await write(audit, 'p', line(minute % 10 === 0 ? 'r1' : 'r2', minute));
    await write(audit, 'p', line('r1x', 30));
    await write(audit, 'q', line('r1', 31));
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

import assert from 'node:assert/strict';
import { type ImportHead, zeroCounts } from '../../model/import.ts';
import { imports, importRowsSchema, importSchema } from '../../storage/importCollections.ts';
import type { Json } from '../../storage/documents.ts';
import { memoryDocuments } from '../memoryDocuments.ts';

const head: ImportHead = {
  id: 'i1',
  state: 'unfinished',
  userId: 'u1',
  userName: 'Robin Sample',
  language: 'en',
  createdAt: '2026-03-02T08:00:00.000Z',
  conversation: { channelId: 'msteams' },
  today: '2026-03-02',
  header: ['companyName'],
  dates: 'mdy',
  first: ['Tailspin Rows'],
  remarks: 0,
  rows: 1,
  faulty: [],
  new: 1,
  existing: 0,
  counts: { ...zeroCounts(), ready: 1 },
};

describe('an import that a release stored in which no row could be left out', () => {
  it('is read with none left out', async () => {
    const documents = memoryDocuments();
    const { leftOut: _unknown, ...counts } = head.counts;
    const rows = {
      at: head.createdAt,
      rows: [{ n: 2, cells: ['Tailspin Rows'], kind: 'new', name: 'Tailspin Rows', state: 'ready', faults: [] }],
    };
    const stored = (data: object) => ({ schema: 1, data: JSON.parse(JSON.stringify(data)) as Json });
    await documents.insert({ kind: importSchema.kind, partner: 'p1', id: 'i1' }, stored({ ...head, counts }));
    await documents.insert({ kind: importRowsSchema.kind, partner: 'p1', id: 'i1-0000' }, stored(rows));
    const read = imports(documents);
    assert.deepEqual((await read.heads.get('p1', 'i1'))?.value, head);
    assert.deepEqual((await read.rows.get('p1', 'i1-0000'))?.value, rows);
  });
});

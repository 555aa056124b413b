import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Documents } from '../../storage/documents.ts';
import { openDocuments } from '../../storage/openDocuments.ts';
import { storedFiles } from '../../storage/storedFiles.ts';
import { azurite, newTable } from './azurite.ts';

const until = new Date('2026-03-02T10:30:00.000Z');
const earlier = new Date(until.getTime() - 1);
const file = { partner: 'p', userId: 'u', name: '客戶.csv', type: 'text/csv', content: randomBytes(2_000_000) };

describe('files in a store', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
  });
  after(() => rm(folder, { recursive: true }));

  const options = { now: () => earlier };
  const stores: Record<string, () => Promise<Documents>> = {
    lowdb: async () => openDocuments('lowdb', join(folder, 'data'), options),
    'Azure Tables': async () => {
      const { connectionString } = await azurite();
      return openDocuments({ account: { connectionString }, name: newTable() }, '', options);
    },
  };
  for (const [name, open] of Object.entries(stores))
    it(`are whole until their time, and then removed with all their parts: ${name}`, async () => {
      const documents = await open();
      const files = storedFiles(documents);
      await files.put('a', file, until);
      await files.put('b', { ...file, content: Buffer.alloc(0) }, new Date(until.getTime() + 1));
      assert.deepEqual(await files.get('a', earlier), file);
      assert.equal(await files.get('a', until), undefined);
      await Promise.all([files.removeOver(until), storedFiles(documents).removeOver(until)]);
      assert.equal((await files.get('b', until))?.content.length, 0);
      await files.removeOver(new Date(until.getTime() + 1));
      for (const { kind, partner } of await documents.partitions())
        assert.deepEqual((await documents.list(kind, partner, { limit: 100 })).items, []);
      await documents.close();
    });
});

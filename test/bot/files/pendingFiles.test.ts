import assert from 'node:assert/strict';
import { createPendingFiles, pendingFileMinutes } from '../../../bot/files/pendingFiles.ts';

const file = { partner: 'p', userId: 'u', name: 'customers.csv', type: 'text/csv', content: Buffer.from('a') };
const minute = 60_000;

describe('a file that waits to be fetched', () => {
  it('is kept for half an hour that passes, and no longer', () => {
    let passed = 1;
    const shelf = createPendingFiles({ now: () => passed });
    const id = shelf.put(file);
    passed += pendingFileMinutes * minute;
    assert.equal(shelf.find(id), file);
    passed += 1;
    assert.equal(shelf.find(id), undefined);
  });
});

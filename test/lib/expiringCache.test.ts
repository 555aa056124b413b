import assert from 'node:assert/strict';
import { expiringCache } from '../../lib/expiringCache.ts';

describe('what was read of Partner Center', () => {
  it('is read again after its time, and when the clock was set back by more than that', async () => {
    let time = Date.parse('2026-03-02T10:00:00.000Z');
    let reads = 0;
    const kept = expiringCache<number>(() => new Date(time), 1000);
    const readAt = (later: number) => {
      time += later;
      return kept('offers', () => Promise.resolve((reads += 1)));
    };
    assert.deepEqual([await readAt(0), await readAt(999), await readAt(1)], [1, 1, 2]);
    assert.equal(await readAt(-3_600_000), 3);
  });
});

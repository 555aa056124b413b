import assert from 'node:assert/strict';
import { LRUCache } from 'lru-cache';
import { cacheClock } from '../../lib/cacheClock.ts';

describe('the clock of a cache', () => {
  it('ends an entry after its lifetime, and when the clock was set back by more than that', async () => {
    let time = Date.parse('2026-03-02T10:00:00.000Z');
    let reads = 0;
    const kept = new LRUCache<string, number>({
      max: 9,
      ttl: 1000,
      fetchMethod: async () => (reads += 1),
      ...cacheClock(() => new Date(time)),
    });
    const readAt = (later: number) => {
      time += later;
      return kept.forceFetch('offers');
    };
    assert.deepEqual([await readAt(0), await readAt(1000), await readAt(1)], [1, 1, 2]);
    assert.equal(await readAt(-3_600_000), 3);
  });
});

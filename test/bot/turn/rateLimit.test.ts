import assert from 'node:assert/strict';
import { createRateLimit } from '../../../bot/turn/turnLimits.ts';

describe('the rate limit', () => {
  const start = Date.parse('2026-11-21T12:00:00.000Z');
  let time = start;
  const now = (): Date => new Date(time);
  beforeEach(() => {
    time = start;
  });

  it('takes a minute’s worth at once, tells once that it is too much, then says nothing', () => {
    const limit = createRateLimit(3, now);
    assert.deepEqual(
      Array.from({ length: 6 }, () => limit.take('anna')),
      ['taken', 'taken', 'taken', 'refused', 'silent', 'silent'],
    );
  });

  it('does not make one user pay for another', () => {
    const limit = createRateLimit(1, now);
    assert.deepEqual([limit.take('anna'), limit.take('anna'), limit.take('robin')], ['taken', 'refused', 'taken']);
  });

  it('takes again as time goes by, and tells again after a minute', () => {
    const limit = createRateLimit(2, now);
    limit.take('anna');
    limit.take('anna');
    assert.equal(limit.take('anna'), 'refused');
    time += 29_000;
    assert.equal(limit.take('anna'), 'silent');
    time += 2_000;
    assert.equal(limit.take('anna'), 'taken');
    assert.equal(limit.take('anna'), 'silent');
    time += 30_000;
    assert.deepEqual([limit.take('anna'), limit.take('anna')], ['taken', 'refused']);
  });

  it('goes on as before when the clock is set back by half an hour, and tells nobody to wait for that long', () => {
    const limit = createRateLimit(2, now);
    limit.take('anna');
    time -= 30 * 60_000;
    assert.deepEqual([limit.take('anna'), limit.take('anna')], ['taken', 'refused']);
    time += 60_000;
    assert.equal(limit.take('anna'), 'taken');
  });

  it('never saves up more than a minute’s worth', () => {
    const limit = createRateLimit(2, now);
    limit.take('anna');
    time += 3_600_000;
    assert.deepEqual([limit.take('anna'), limit.take('anna'), limit.take('anna')], ['taken', 'taken', 'refused']);
  });
});

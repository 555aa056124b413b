import assert from 'node:assert/strict';
import { isDue, wakeAtOf } from '../../../bot/jobs/wakeUp.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';

const now = new Date('2026-03-10T09:00:00.000Z');
const at = (hours: number): string => new Date(now.getTime() + hours * 60 * 60_000).toISOString();

describe('work that waits for a time', () => {
  for (const [hours, due] of [
    [-1, true],
    [0, true],
    [1, false],
    [24, false],
    [365 * 24, true],
  ] as const)
    it(`that is ${String(hours)} hours ahead ${due ? 'goes on: a clock set back delays it by no year' : 'waits'}`, () =>
      assert.equal(isDue({ state: 'unfinished', wakeAt: at(hours) }, now), due));

  it('is never told to wait so long that it would go on at once', () => {
    const error = new PartnerCenterError({ reason: 'throttled', retryAfter: 400 * 24 * 60 * 60 }, 'c1', true);
    const wakeAt = wakeAtOf(error, now);
    assert.ok(wakeAt !== undefined && !isDue({ state: 'unfinished', wakeAt }, now));
  });
});

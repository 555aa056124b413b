import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRetryAfter } from '../../lib/retryAfter.ts';

const now = new Date('2026-01-01T00:00:00Z');

describe('Retry-After', () => {
  it('is seconds or a date; anything else is no answer', () => {
    assert.equal(parseRetryAfter('0', now), 0);
    assert.equal(parseRetryAfter(' 12 ', now), 12_000);
    assert.equal(parseRetryAfter('0.5', now), 500);
    assert.equal(parseRetryAfter('Thu, 01 Jan 2026 00:00:05 GMT', now), 5_000);
    assert.equal(parseRetryAfter('Thu, 01 Jan 2025 00:00:00 GMT', now), 0);
    for (const header of [undefined, '', 'soon', '-1', '1.5.5']) assert.equal(parseRetryAfter(header, now), undefined);
  });

  it('is never a wait below nothing, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const pause = parseRetryAfter(header, now);
        return pause === undefined || pause >= 0;
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { todayOf } from '../../../bot/turn/userDate.ts';

const cases: readonly [string, string | undefined, string, string, string][] = [
  ['Taipei is ahead of UTC', '2026-03-03T06:30:00+08:00', 'TW', '2026-03-02T22:30:00Z', '2026-03-03'],
  ['Seattle is behind UTC', '2026-03-02T21:00:00-08:00', 'US', '2026-03-03T05:00:00Z', '2026-03-02'],
  ['Kiribati is fourteen hours ahead', '2026-03-03T00:00:00+14:00', 'US', '2026-03-02T10:00:00Z', '2026-03-03'],
  ['Baker Island is twelve hours behind', '2026-03-02T23:59:00-12:00', 'US', '2026-03-03T11:59:00Z', '2026-03-02'],
  ['a day of the year before', '2025-12-31T23:00:00-08:00', 'US', '2026-01-01T07:00:00Z', '2025-12-31'],
  ['a clock a year ahead is not believed', '2027-03-02T10:00:00Z', 'US', '2026-03-02T10:00:00Z', '2026-03-02'],
  ['a clock two days behind is not believed', '2026-02-28T10:00:00Z', 'TW', '2026-03-02T10:00:00Z', '2026-03-02'],
  ['no clock: the country’s, which is ahead', undefined, 'TW', '2026-03-02T20:00:00Z', '2026-03-03'],
  ['no clock: the country’s, which is behind', undefined, 'US', '2026-03-02T04:30:00Z', '2026-03-01'],
  ['no clock, many zones: the latest day of them', undefined, 'RU', '2026-03-02T13:00:00Z', '2026-03-03'],
  ['no clock, and Guam is not the United States', undefined, 'US', '2026-03-02T15:00:00Z', '2026-03-02'],
  ['not a time', 'yesterday', 'CN', '2026-03-02T17:00:00Z', '2026-03-03'],
  ['not a day', '2026-13-45T10:00:00Z', 'CN', '2026-03-02T10:00:00Z', '2026-03-02'],
  ['a day that month has not', '2026-02-30T10:00:00Z', 'US', '2026-03-02T10:00:00Z', '2026-03-02'],
  ['an empty text', '', 'DE', '2026-03-02T23:30:00Z', '2026-03-03'],
];

describe('the user’s day', () => {
  for (const [what, local, country, now, expected] of cases) {
    it(`is ${expected} where ${what}`, () => assert.equal(todayOf(local, country, new Date(now)), expected));
  }

  it('is a real day within a day of ours, whatever the client says', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const local = fc.oneof(
      fc.string(),
      moment.map((date) => date.toISOString()),
      fc.nat(99).map((day) => `2026-02-${String(day).padStart(2, '0')}T10:00:00Z`),
    );
    fc.assert(
      fc.property(
        fc.option(local, { nil: undefined }),
        fc.constantFrom('US', 'TW', 'RU', 'CN', 'FR', 'KI'),
        moment,
        (sent, country, now) => {
          const today = todayOf(sent, country, now);
          const noon = new Date(`${today}T12:00:00Z`);
          assert.equal(noon.toISOString().slice(0, 10), today);
          assert.ok(Math.abs(noon.getTime() - now.getTime()) <= 36 * 60 * 60 * 1000);
        },
      ),
    );
  });
});

import assert from 'node:assert/strict';
import { namedPeriod } from '../../../dialogs/sentences/namedPeriod.ts';

const today = '2026-11-29';

describe('a period of time that is named', () => {
  it('is that month, week, quarter or day, from today on, in every language', () => {
    for (const [text, since, until] of [
      ['renewals in december', '2026-12-01', '2026-12-31'],
      ['what renews in march', '2027-03-01', '2027-03-31'],
      ['which customers renew next month?', '2026-12-01', '2026-12-31'],
      ['renewals this month', today, '2026-11-30'],
      ['anything expiring this week', today, '2026-11-29'],
      ['what is up for renewal before Christmas', today, '2026-12-24'],
      ['renewals by december 20', today, '2026-12-20'],
      ['renewals next quarter', '2027-01-01', '2027-03-31'],
      ['продления в декабре', '2026-12-01', '2026-12-31'],
      ['кто продляется в следующем месяце', '2026-12-01', '2026-12-31'],
      ['что заканчивается до нового года?', today, '2026-12-31'],
      ['下個月到期的訂閱', '2026-12-01', '2026-12-31'],
      ['這個月有誰要到期', today, '2026-11-30'],
      ['本月到期', today, '2026-11-30'],
      ['十二月要续订的客户', '2026-12-01', '2026-12-31'],
      ['12月15号到期的是哪个客户', '2026-12-15', '2026-12-15'],
    ] as const)
      assert.deepEqual(namedPeriod(text, today), { since, until }, text);
  });

  it('is none of a number of days or months, nor of a text that names no time', () => {
    for (const text of [
      'renewals',
      'renewals in 60 days',
      'может продлить?',
      '三个月内要续的',
      'продления за две недели',
    ])
      assert.equal(namedPeriod(text, today), undefined, text);
  });
});

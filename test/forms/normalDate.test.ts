import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalDate } from '../../forms/typedText.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';

const march5 = [
  '2026-03-05',
  '2026-3-5',
  '2026/03/05',
  '2026.03.05',
  '20260305',
  '05.03.2026',
  '5.3.2026',
  '05.03.26',
  '2026年3月5日',
  '2026 年 3 月 5 日',
  '２０２６年３月５日',
  '5 марта 2026 г.',
  '5 марта 2026',
  '5 марта 2026 года',
  '5 мар. 2026 г.',
  'March 5, 2026',
  'Mar 5, 2026',
  'Mar. 5 2026',
  '5 March 2026',
  '5-Mar-2026',
  '5th of March 2026',
  'Thursday, March 5, 2026',
  '2026-03-05T09:30:00Z',
  '2026-03-05 09:30',
  '2026-03-05T00:00:00.000+03:00',
  '05.03.2026 9:30',
  'March 5, 2026 9:30 AM',
  '2026年3月5日 星期四',
  '\u202A2026-03-05\u202C',
];

describe('a day', () => {
  for (const typed of march5) it(`is read from ${typed}`, () => assert.equal(normalDate(typed), '2026-03-05'));

  it('with slashes is read in the order that is given, or that it tells itself', () => {
    assert.equal(normalDate('3/5/2026', 'mdy'), '2026-03-05');
    assert.equal(normalDate('5/3/2026', 'dmy'), '2026-03-05');
    assert.equal(normalDate('31/3/2026'), '2026-03-31');
    assert.equal(normalDate('3/31/2026'), '2026-03-31');
    assert.equal(normalDate('3/5/2026'), '3/5/2026');
  });

  it('that is none is given back, and an impossible one is not made possible', () => {
    for (const typed of ['', 'yesterday', '5', '2026', 'Smarch 5, 2026', '1 March'])
      assert.equal(normalDate(typed), typed);
    assert.equal(normalDate('29.02.2025'), '2025-02-29');
    assert.equal(normalDate('2026-13-40'), '2026-13-40');
  });

  it('is read as each language writes it out', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...locales), day, (locale, date) => {
        const iso = date.toISOString().slice(0, 10);
        assert.equal(normalDate(words(locale).day(iso)), iso, words(locale).day(iso));
      }),
    );
  });

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => assert.equal(normalDate(normalDate(text)), normalDate(text))),
    );
  });
});

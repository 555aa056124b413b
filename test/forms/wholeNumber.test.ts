import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wholeNumber } from '../../forms/typedText.ts';
import { locales } from '../../locales/translator.ts';

const read: readonly (readonly [typed: string, locale: string | undefined, number: string])[] = [
  ['25', 'en', '25'],
  ['1,000', 'en', '1000'],
  ['1,000,000', 'en', '1000000'],
  ['1,000.00', 'en', '1000'],
  ['1,000', 'zh-TW', '1000'],
  ['1，000', 'zh-CN', '1000'],
  ['１０００', 'zh-TW', '1000'],
  ['1 000', 'ru', '1000'],
  ['1\u00A0000', 'ru', '1000'],
  ['10\u202F000\u202F000', 'ru', '10000000'],
  ['1 000', 'en', '1000'],
  ['1’000', 'en', '1000'],
  ["1'000", undefined, '1000'],
  ['25.0', 'en', '25'],
  ['25,00', 'ru', '25'],
  ['\u202A25\u202C', 'en', '25'],
  ['٢٥', 'en', '25'],
];

/** What may be a thousand or one, or no number at all. */
const asked: readonly (readonly [typed: string, locale: string | undefined])[] = [
  ['1.000', 'en'],
  ['1.000', 'ru'],
  ['1,000', 'ru'],
  ['1,000', undefined],
  ['25.000', 'en'],
  ['1,00', 'zh-TW'],
  ['10,00,000', 'en'],
  ['1,000 000', 'en'],
  ['1.5', 'en'],
  ['+25', 'en'],
  ['-25', 'en'],
  ['25 licenses', 'en'],
  ['1e3', 'en'],
  ['', 'en'],
];

describe('a number of licenses', () => {
  for (const [typed, locale, number] of read)
    it(`${JSON.stringify(typed)} in ${locale ?? 'no language'} is ${number}`, () =>
      assert.equal(wholeNumber(typed, locale), number));

  for (const [typed, locale] of asked)
    it(`${JSON.stringify(typed)} in ${locale ?? 'no language'} is asked for in digits`, () => {
      // "1,00" is one with a fraction of nought, everything else stays what it was.
      assert.ok(!/^\d+$/.test(wholeNumber(typed, locale)) || typed === '1,00', typed);
    });

  it('is read as each language writes it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.integer({ min: 0, max: 999_999_999 }), (locale, number) => {
        const written = new Intl.NumberFormat(locale).format(number);
        assert.equal(wholeNumber(written, locale), String(number), written);
      }),
    );
  });
});

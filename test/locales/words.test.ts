import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Locale, locales } from '../../locales/translator.ts';
import { localeFor, words } from '../../locales/words.ts';
import { anyText } from '../anyText.ts';

/** A date and durations in every language. */
const written: Readonly<Record<Locale, { readonly day: string; readonly durations: string }>> = {
  en: {
    day: 'March\u00A02,\u00A02026',
    durations: '1 month, 6 months, 1 year, 3 years, 45 days',
  },
  'zh-TW': {
    day: '2026\u00A0年\u00A03\u00A0月\u00A02\u00A0日',
    durations: '1\u00A0個月, 6\u00A0個月, 1\u00A0年, 3\u00A0年, 45\u00A0天',
  },
  'zh-CN': {
    day: '2026\u00A0年\u00A03\u00A0月\u00A02\u00A0日',
    durations: '1\u00A0个月, 6\u00A0个月, 1\u00A0年, 3\u00A0年, 45\u00A0天',
  },
  ru: {
    day: '2\u00A0марта\u00A02026\u00A0г.',
    durations: '1\u00A0месяц, 6\u00A0месяцев, 1\u00A0год, 3\u00A0года, 45\u00A0дней',
  },
};

describe('the language of a client', () => {
  const known = {
    en: ['en', 'en-US', 'fr', 'de-DE', 'ja-JP', '', 'x', '-', 'zhx', 'rus'],
    'zh-TW': ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-HK', 'zh-Hant-TW', 'zh_TW', 'ZH-tw', 'zh-hant', 'zh-CHT'],
    'zh-CN': [
      'zh',
      'zh-CN',
      'zh-SG',
      'zh-Hans',
      'zh-Hans-CN',
      'zh-Hans-HK',
      'zh_CN',
      'zh-@@',
      'zh-',
      'zh--TW',
      'zh-CHS',
    ],
    ru: ['ru', 'ru-RU', 'ru-KZ', 'RU', 'ru_RU', 'ru-@@'],
  } as const;

  for (const locale of locales) {
    for (const tag of known[locale]) {
      it(`${JSON.stringify(tag)} is answered in ${locale}`, () => assert.equal(localeFor(tag), locale));
    }
  }

  it('is English where the client names none', () => assert.equal(localeFor(undefined), 'en'));

  it('is one of ours, whatever the client sends', () => {
    const tag = fc.oneof(
      anyText(12),
      anyText(8).map((rest) => `zh-${rest}`),
    );
    fc.assert(fc.property(tag, (text) => locales.includes(localeFor(text))));
  });
});

describe('the words of a language', () => {
  it('are made once', () => assert.equal(words('ru'), words('ru')));

  it('write a day out', () => {
    for (const locale of locales) assert.equal(words(locale).day('2026-03-02'), written[locale].day);
  });

  it('end a line of a moment between its day and its time alone', () => {
    for (const locale of locales) {
      const [day, time, ...others] = words(locale).moment('2026-03-02T10:05:00.000Z').split(' ');
      assert.deepEqual([day?.replace(/,$/, ''), others], [words(locale).day('2026-03-02'), []]);
      assert.match(time ?? '', /^10:05.*UTC$/);
    }
  });

  it('end no line within a month and its year', () => {
    for (const locale of locales) assert.doesNotMatch(words(locale).month('2026-03'), /[ \u2009]/);
  });

  it('name the time zone of a moment', () => {
    for (const locale of locales) {
      assert.match(words(locale).moment('2026-03-02T10:05:00.000Z'), /10:05.*UTC$/);
    }
  });

  it('write the day of a moment as a day alone', () => {
    const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
    for (const locale of locales)
      assert.ok(plain(words(locale).moment('2026-03-02T10:05:00.000Z')).startsWith(plain(written[locale].day)));
  });

  it('write a duration out, whichever a catalogue has', () => {
    for (const locale of locales) {
      const said = ['P1M', 'P6M', 'P1Y', 'P3Y', 'P45D'].map((iso) => words(locale).duration(iso));
      assert.equal(said.join(', '), written[locale].durations);
    }
    assert.equal(words('en').duration('PT5H'), 'PT5H');
  });

  it('write a number with its sign, and a true minus', () => {
    for (const locale of locales) {
      const spoken = words(locale);
      assert.deepEqual(
        [27, -27].map((n) => spoken.signed(n)),
        ['+27', '\u221227'],
      );
    }
  });

  it('join a list', () => assert.equal(words('ru').list(['а', 'б', 'в']), 'а, б и\u00A0в'));

  it('part Latin items of a Chinese list from its words', () => {
    assert.equal(words('zh-TW').either(['Microsoft 365', 'Office']), 'Microsoft 365 或 Office');
    assert.equal(words('zh-CN').list(['甲', 'B', '丙']), '甲、B 和丙');
  });

  it('say an unknown key as itself, and never what every object has', () => {
    for (const key of ['fault.unknown', 'toString', '__proto__', 'constructor']) {
      assert.equal(words('en').say(key), key);
    }
  });
});

describe('a moment on a user’s clock', () => {
  const at = '2026-03-02T10:00:00.000Z';
  const english = words('en');

  it('is that of the time zone, with its distance from UTC', () => {
    assert.equal(
      english.localMoment(at, { timeZone: 'Asia/Taipei' }),
      english.moment('2026-03-02T18:00:00.000Z').replace('UTC', 'UTC+8'),
    );
  });

  it('is that of the distance from UTC where only that is told', () => {
    assert.equal(
      english.localMoment(at, { offset: -210 }),
      english.moment('2026-03-02T06:30:00.000Z').replace('UTC', 'UTC\u22123:30'),
    );
  });

  it('is that of the words that were made for the clock', () => {
    const clock = { timeZone: 'Europe/Moscow' };
    assert.equal(words('ru', clock).moment(at), words('ru').localMoment(at, clock));
  });

  it('is in UTC and says so where nothing is known', () => {
    assert.equal(english.localMoment(at, {}), english.moment(at));
    assert.match(english.moment(at), /\sUTC$/);
  });
});

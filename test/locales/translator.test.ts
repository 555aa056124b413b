import assert from 'node:assert/strict';
import { base, locale, translator } from '../../locales/translator.ts';

const en = base({ hello: 'Hello {name}', seats: { one: '{n} seat', other: '{n} seats' }, done: 'Done' });
const ru = locale(
  'ru',
  en,
)({
  hello: 'Привет, {name}',
  seats: { one: '{n} место', few: '{n} места', many: '{n} мест', other: '{n} места' },
  done: 'Готово',
});
const zhTW = locale('zh-TW', en)({ hello: '{name}，您好', seats: { other: '{n} 個席位' }, done: '完成' });
const zhCN = locale('zh-CN', en)({ hello: '{name}，您好', seats: { other: '{n} 个席位' }, done: '完成' });
const speak = translator<typeof en>({ en, ru, 'zh-TW': zhTW, 'zh-CN': zhCN });

describe('a catalogue', () => {
  it('counts in English', () => {
    const { t } = speak('en');
    assert.deepEqual(
      [0, 1, 2, 1000].map((n) => t('seats', { n })),
      ['0 seats', '1 seat', '2 seats', '1,000 seats'],
    );
  });

  it('counts in Russian, by four forms', () => {
    const { t } = speak('ru');
    assert.deepEqual(
      [0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111, 1.5].map((n) => t('seats', { n })),
      [
        '0\u00A0мест',
        '1\u00A0место',
        '2\u00A0места',
        '5\u00A0мест',
        '11\u00A0мест',
        '12\u00A0мест',
        '21\u00A0место',
        '22\u00A0места',
        '25\u00A0мест',
        '101\u00A0место',
        '111\u00A0мест',
        '1,5\u00A0места',
      ],
    );
  });

  it('counts in Chinese, by one form', () => {
    assert.deepEqual(
      [1, 5].map((n) => speak('zh-TW').t('seats', { n })),
      ['1\u00A0個席位', '5\u00A0個席位'],
    );
  });

  it('writes numbers as the language does', () => {
    assert.equal(speak('ru').t('seats', { n: 1_000_000 }), '1\u00A0000\u00A0000\u00A0мест');
  });

  it('takes a value for what it is, placeholders and all', () => {
    for (const name of ['{name}', '$&', '$1', '{n}', '']) {
      assert.equal(speak('en').t('hello', { name }), `Hello ${name}`);
    }
  });

  it('is refused by the compiler where a language differs', () => {
    // @ts-expect-error -- no "few"
    locale('ru', en)({ hello: '{name}', seats: { one: '{n}', many: '{n}', other: '{n}' }, done: '' });
    // @ts-expect-error -- another placeholder
    locale('zh-TW', en)({ hello: '{nmae}', seats: { other: '{n}' }, done: '' });
    // @ts-expect-error -- a placeholder too many
    locale('zh-TW', en)({ hello: '{name}', seats: { other: '{n}' }, done: '{name}' });
    // @ts-expect-error -- a key missing
    locale('zh-CN', en)({ seats: { other: '{n}' }, done: '' });
    // @ts-expect-error -- a key too many
    locale('zh-CN', en)({ hello: '{name}', seats: { other: '{n}' }, done: '', more: '' });
    // @ts-expect-error -- plural in one language only
    locale('zh-CN', en)({ hello: { other: '{name}' }, seats: { other: '{n}' }, done: '' });
    assert.equal(speak('ru').t('done'), 'Готово');
  });

  it('is refused by the compiler where a sentence is not given what it says', () => {
    const { t } = speak('en');
    // @ts-expect-error -- a parameter missing
    t('hello');
    // @ts-expect-error -- another parameter
    t('hello', { nmae: '' });
    // @ts-expect-error -- a count is a number
    t('seats', { n: '2' });
    // @ts-expect-error -- nothing to be given
    t('done', { n: 1 });
    // @ts-expect-error -- no such key, for the compiler only
    assert.throws(() => t('helo'));
  });
});

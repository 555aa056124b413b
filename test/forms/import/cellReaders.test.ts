import assert from 'node:assert/strict';
import {
  readAccepted,
  cultureReader,
  isTotal,
  readKind,
  planReader,
  readRelationship,
  readYesNo,
} from '../../../forms/import/cellReaders.ts';
import { readHeader } from '../../../forms/import/columns.ts';
import { locales, type Locale } from '../../../locales/translator.ts';
import { offers } from '../contexts.ts';

const answers: readonly (readonly [languages: readonly Locale[], yes: readonly string[], no: readonly string[]])[] = [
  [['en'], ['yes', 'YES', 'y', '1', 'true', 'TRUE', '✓', '✔️', '☑', '√'], ['no', 'n', '0', 'false', '✗', '×', '☒']],
  [['ru'], ['да', 'Д', '+', '✓', 'yes'], ['нет', 'н', '-', '—', '×']],
  [
    ['zh-TW', 'zh-CN'],
    ['是', '有', 'V', 'Ｖ', 'v', '✓', '√', '○', '對', '对'],
    ['否', 'X', 'x', 'Ｘ', '✗', '×', '無', '无'],
  ],
];

/** Neither yes nor no in a file of those languages. */
const nothing: readonly (readonly [languages: readonly Locale[], cells: readonly string[]])[] = [
  [['en'], ['x', 'X', 'V', '○', 'да', '是', '+', 'perhaps']],
  [['ru'], ['x', 'х', 'X', 'V', '是', '○', 'y']],
  [
    ['zh-TW', 'zh-CN'],
    ['да', 'y', '+', '也許'],
  ],
];

describe('yes and no in a file', () => {
  for (const [languages, yes, no] of answers) {
    it(`is read as people who write ${languages.join(' and ')} mean it`, () => {
      for (const cell of yes) assert.equal(readYesNo(cell, languages), 'true', cell);
      for (const cell of no) assert.equal(readYesNo(cell, languages), 'false', cell);
    });
  }

  for (const [languages, cells] of nothing) {
    it(`is not guessed from other languages in a file in ${languages.join(' and ')}`, () => {
      for (const cell of cells) assert.equal(readYesNo(cell, languages), cell);
    });
  }

  it('is no yes where it means no in one of the languages of the file', () => {
    for (const cell of ['X', '✗', '×', '無', 'no', 'нет']) assert.notEqual(readYesNo(cell, locales), 'true', cell);
  });
});

describe('an acceptance in a file', () => {
  const given: readonly (readonly [Locale, string])[] = [
    ['en', 'yes'],
    ['en', 'Accepted'],
    ['en', '✓'],
    ['ru', 'да'],
    ['ru', 'Принято'],
    ['zh-TW', '是'],
    ['zh-TW', '已接受'],
    ['zh-TW', 'V'],
    ['zh-TW', '○'],
    ['zh-CN', '已接受'],
    ['zh-CN', '√'],
  ];
  for (const [language, cell] of given)
    it(`is given by ${cell} in ${language}`, () => assert.equal(readAccepted(cell, [language]), 'true'));

  const refused: readonly (readonly [Locale, string])[] = [
    ['en', 'no'],
    ['en', 'not accepted'],
    ['ru', 'не принято'],
    ['zh-TW', 'X'],
    ['zh-TW', '未接受'],
    ['zh-CN', '×'],
    ['zh-CN', '否'],
  ];
  for (const [language, cell] of refused)
    it(`is refused by ${cell} in ${language}`, () => assert.equal(readAccepted(cell, [language]), 'false'));

  for (const [language, cell] of [
    ['en', 'x'],
    ['en', '1'],
    ['en', 'y'],
    ['en', 'ok?'],
    ['en', '○'],
    ['ru', 'x'],
    ['ru', '+'],
    ['zh-TW', '1'],
    ['zh-TW', '2026-03-01'],
  ] as const)
    it(`is not certain by ${cell} in ${language}`, () => assert.equal(readAccepted(cell, [language]), cell));
});

describe('other choices in a file', () => {
  it('are read in its own languages', () => {
    assert.equal(readKind('新客戶', ['zh-TW']), 'new');
    assert.equal(readKind('Новый', ['ru']), 'new');
    assert.equal(readKind('новый', ['en']), 'новый');
    assert.equal(readRelationship('приглашён', ['ru']), 'invited');
    assert.equal(readRelationship('Reseller', ['en']), 'reseller');
    assert.ok(isTotal('Итого', ['ru']) && !isTotal('Итого', ['en']));
  });

  it('are read of a plan by term and billing, or by the billing where that is enough', () => {
    const offer = offers.find(({ plans }) => plans.length === 2);
    assert.ok(offer !== undefined);
    const read = planReader(offer);
    assert.equal(read('P1Y monthly', ['en']), '1');
    assert.equal(read('yearly', ['en']), '0');
    assert.equal(read('счёт раз в год', ['ru']), '0');
    assert.equal(read('按月', ['zh-CN']), '1');
    assert.equal(read('按月', ['en']), '按月');
  });
});

describe('the languages of a file', () => {
  it('are those its columns are named in', () => {
    assert.deepEqual(readHeader(['Company', 'Zip', 'Qty', 'Notes']).languages, ['en']);
    assert.deepEqual(readHeader(['Компания', 'Домен', 'Примечание']).languages, ['ru']);
    assert.deepEqual(readHeader(['Компания', 'Domain']).languages, ['en', 'ru']);
    assert.deepEqual(readHeader(['companyName', 'domain', 'accepted']).languages, ['en']);
    assert.deepEqual(readHeader(['公司名稱', '主要網域名稱', 'Microsoft ID']).languages, ['zh-TW', 'zh-CN']);
    assert.deepEqual(readHeader(['Company', 'Microsoft ID']).languages, ['en']);
  });
});

describe('a customer’s language in a file', () => {
  it('is read by its name in any language, and by the language alone where no other culture has it', () => {
    const read = cultureReader(['en-US', 'es-US', 'fr-CA', 'fr-FR']);
    for (const cell of [
      'en-US',
      'English (US)',
      'English (United States)',
      '英语（美国）',
      '英语',
      '英文',
      'английский',
    ])
      assert.equal(read(cell), 'en-US', cell);
    for (const cell of ['法语', 'French']) assert.equal(read(cell), cell);
  });
});

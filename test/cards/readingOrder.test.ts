import assert from 'node:assert/strict';
import { type FieldName, inReadingOrder, wholeName } from '../../cards/labels.ts';
import { words } from '../../locales/words.ts';
import { addressLine } from '../../partner-center/rules/addressRules.ts';

const fields = (...names: FieldName[]) => names.map((name) => [name] as const);
const ordered = (locale: 'en' | 'zh-TW', country: string, ...names: FieldName[]): FieldName[] =>
  inReadingOrder(fields(...names), words(locale), country).map(([name]) => name);

describe('a whole name', () => {
  it('has the family name first where its own script has it', () => {
    assert.equal(wholeName('Ana', 'Lima'), 'Ana Lima');
    assert.equal(wholeName('Иван', 'Петров'), 'Иван Петров');
    assert.equal(wholeName('小明', '王'), '王小明');
    assert.equal(wholeName('민준', '김'), '김 민준');
    assert.equal(wholeName('さくら', 'タナカ'), 'タナカ さくら');
    assert.equal(wholeName('Ana', '林'), 'Ana 林');
    assert.equal(wholeName('Ana', ''), 'Ana');
  });
});

describe('the order of a form', () => {
  it('has the family name first for readers of Chinese, and the rest where it was', () => {
    assert.deepEqual(ordered('zh-TW', 'US', 'firstName', 'lastName', 'email'), ['lastName', 'firstName', 'email']);
    assert.deepEqual(ordered('en', 'TW', 'firstName', 'lastName', 'email'), ['firstName', 'lastName', 'email']);
  });

  it('has an East Asian address from its largest part for readers of Chinese', () => {
    const parts: FieldName[] = [
      'companyName',
      'addressLine1',
      'addressLine2',
      'city',
      'state',
      'postalCode',
      'culture',
    ];
    assert.deepEqual(ordered('zh-TW', 'CN', ...parts), [
      'companyName',
      'postalCode',
      'state',
      'city',
      'addressLine1',
      'addressLine2',
      'culture',
    ]);
    assert.deepEqual(ordered('zh-TW', 'DE', ...parts), parts);
  });
});

describe('an address on one line', () => {
  const address = { country: 'TW', addressLine1: '信義路五段 7 號', city: '台北市', postalCode: '110' };

  it('is written as on an envelope of its country', () => {
    assert.equal(addressLine(address), '110 台北市信義路五段 7 號');
    assert.equal(
      addressLine({
        country: 'CN',
        addressLine1: '南京西路 1266 号',
        city: '上海市',
        state: '上海市',
        postalCode: '200040',
      }),
      '200040 上海市南京西路 1266 号',
    );
    assert.equal(
      addressLine({ country: 'US', addressLine1: '1 Main Street', city: 'Seattle', state: 'WA', postalCode: '98101' }),
      '1 Main Street, Seattle, WA 98101',
    );
  });

  it('goes from the smallest part where it is written in Latin letters', () =>
    assert.equal(
      addressLine({ ...address, addressLine1: '7 Xinyi Road Sec. 5', city: 'Taipei' }),
      '7 Xinyi Road Sec. 5, Taipei, 110',
    ));
});

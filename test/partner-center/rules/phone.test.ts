import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalPhone, shownPhone } from '../../../partner-center/rules/contact.ts';

const good: readonly (readonly [string, string, string])[] = [
  ['(425) 555-0100', 'US', '+14255550100'],
  ['425-555-0100 ext. 12', 'US', '+14255550100;ext=12'],
  ['425-555-0100 x12', 'US', '+14255550100;ext=12'],
  ['+1 425 555 0100', 'TW', '+14255550100'],
  ['8 (495) 123-45-67', 'RU', '+74951234567'],
  ['8 (495) 123-45-67 доб. 89', 'RU', '+74951234567;ext=89'],
  ['8 (495) 123-45-67 доб 89', 'RU', '+74951234567;ext=89'],
  ['02-2345-6789', 'TW', '+886223456789'],
  ['(02) 2345-6789 分機 123', 'TW', '+886223456789;ext=123'],
  ['02-2345-6789分機123', 'TW', '+886223456789;ext=123'],
  ['0912-345-678', 'TW', '+886912345678'],
  ['010-12345678 分机 8', 'CN', '+861012345678;ext=8'],
  ['０２－２３４５－６７８９', 'TW', '+886223456789'],
  ['\u202A+1 (425) 555-0100\u202C', 'US', '+14255550100'],
  ['tel:+1-425-555-0100;ext=12', 'US', '+14255550100;ext=12'],
  ['Tel.: (425) 555-0100', 'US', '+14255550100'],
  ['Mobile phone: 425.555.0100', 'US', '+14255550100'],
  ['425-555-0100 (office)', 'US', '+14255550100'],
  ['0044 20 7946 0018', 'GB', '+442079460018'],
  ['00 44 20 7946 0018', 'US', '+442079460018'],
  ['+44 (0)20 7946 0018', 'GB', '+442079460018'],
  ['8 (812) 123-45-67 (доб. 12)', 'RU', '+78121234567;ext=12'],
  ['8 (812) 123-45-67 добавочный 12', 'RU', '+78121234567;ext=12'],
  ['8 (812) 123-45-67, доб.12', 'RU', '+78121234567;ext=12'],
  ['8-812-123-45-67 вн. 12', 'RU', '+78121234567;ext=12'],
  ['моб. 8 921 123 45 67', 'RU', '+79211234567'],
  ['021-62888888转801', 'CN', '+862162888888;ext=801'],
  ['021-62888888-801', 'CN', '+862162888888;ext=801'],
  ['021-6288 8888 转 801', 'CN', '+862162888888;ext=801'],
  ['021-62888888 分机：801', 'CN', '+862162888888;ext=801'],
  ['手机 13800138000', 'CN', '+8613800138000'],
  ['电话：021-62888888', 'CN', '+862162888888'],
  ['02-2345-6789轉123', 'TW', '+886223456789;ext=123'],
  ['02-2345-6789 分機：123', 'TW', '+886223456789;ext=123'],
  ['02-2345-6789分機#123', 'TW', '+886223456789;ext=123'],
  ['電話：02-23456789', 'TW', '+886223456789'],
  ['03-1234-5678（内線12）', 'JP', '+81312345678;ext=12'],
  ['٠١١ ٤٦٤ ١١١١', 'SA', '+966114641111'],
];

describe('phone numbers', () => {
  for (const [text, country, kept] of good)
    it(`keeps ${text} of ${country} as ${kept}`, () => assert.equal(normalPhone(text, country), kept));

  for (const [text, country] of [
    ['', 'US'],
    ['12345', 'US'],
    ['555-0100', 'US'],
    ['call me at 425-555-0100', 'US'],
    ['(425) 555-0100', 'AQ'],
    ['+999 123456', 'US'],
    ['425-555-010-0100', 'US'],
    ['23456789', 'TW'],
    ['1380013800O', 'CN'],
    ['95588', 'CN'],
    ['4'.repeat(500), 'US'],
  ] as const)
    it(`refuses ${JSON.stringify(text.slice(0, 30))} of ${country}`, () =>
      assert.equal(normalPhone(text, country), undefined));

  it('gives its own answers again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), ([text, country]) => {
        const kept = normalPhone(text, country);
        assert.ok(kept !== undefined);
        assert.equal(normalPhone(kept, country), kept);
        assert.equal(normalPhone(kept, 'BR'), kept);
      }),
    );
  });
});

describe('a kept phone number', () => {
  it('is read in groups, with its country and its extension', () => {
    assert.deepEqual(shownPhone('+14255550100'), { number: '+1 425 555 0100' });
    assert.deepEqual(shownPhone('+74951234567;ext=12'), { number: '+7 495 123-45-67', extension: '12' });
    assert.deepEqual(shownPhone('+77272501234'), { number: '+7 727 250-12-34' });
    assert.deepEqual(shownPhone('+886800123456'), { number: '+886 800 123 456' });
  });
});

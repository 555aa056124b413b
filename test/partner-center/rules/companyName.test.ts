import assert from 'node:assert/strict';
import fc from 'fast-check';
import { companyNameFault, holdsDomain } from '../../../partner-center/rules/companyIdentity.ts';
import { anyText } from '../../anyText.ts';

const good = [
  'AT&T',
  '3M',
  'Contoso GmbH',
  'Contoso, Inc.',
  'ООО «Ромашка»',
  '株式会社 例',
  '台灣電子股份有限公司',
  '中华',
  "O'Neill & Söhne",
  'St. Mary Hospital',
  'Muster GmbH & Co.KG',
  'Dr.No Films',
  'L.L.C. Partners',
  'Contoso S.r.l.',
  'Proseware S.A.',
  '99 Bikes',
  'A B C Ltd',
  'Ltd. Edition Prints',
  'B & M',
  'H & M',
  'Booking.com B.V.',
  'Amazon.com, Inc.',
  'Salesforce.com Inc',
  'Check24.de GmbH',
  'Hotels.com GP LLC',
  'Shop (contoso.ru) Moscow',
];

const bad: readonly (readonly [string, string])[] = [
  ['', 'too-short'],
  ['X', 'too-short'],
  ['例', 'too-short'],
  ['😀', 'too-short'],
  [' \t ', 'too-short'],
  ['a'.repeat(256), 'too-long'],
  ['---', 'only-special'],
  ['«»', 'only-special'],
  ['😀😀', 'only-special'],
  ['llc', 'abbreviation'],
  ['L.L.C.', 'abbreviation'],
  ['l. l. p.', 'abbreviation'],
  ['C P A', 'abbreviation'],
  ['Pty Ltd', 'abbreviation'],
  ['Pty. Ltd.', 'abbreviation'],
  ['GmbH', 'abbreviation'],
  ['999', 'repeated'],
  ['AaA', 'repeated'],
  ['1 2 3', 'spaced'],
  ['a\tb', 'spaced'],
  ['contoso.com', 'looks-like-domain'],
  ['Contoso.DE', 'looks-like-domain'],
  ['www.contoso.co.uk', 'looks-like-domain'],
  ['https://contoso.com/about', 'looks-like-domain'],
  ['ромашка.укр', 'looks-like-domain'],
  ['x.com', 'looks-like-domain'],
];

describe('company names', () => {
  for (const name of good) it(`takes ${name}`, () => assert.equal(companyNameFault(name), undefined));
  for (const [name, fault] of bad)
    it(`refuses ${JSON.stringify(name.slice(0, 30))} as ${fault}`, () => assert.equal(companyNameFault(name), fault));

  it('takes 255 characters and no more', () => {
    assert.equal(companyNameFault('ab'.repeat(127) + 'c'), undefined);
    assert.equal(companyNameFault('ab'.repeat(128)), 'too-long');
  });

  it('refuses a bare domain, and finds one wherever it stands in a name', () => {
    const word = fc.stringMatching(/^[A-Za-z]{3,10}$/);
    fc.assert(
      fc.property(word, fc.constantFrom('com', 'de', 'ru', 'tw', 'org'), word, (label, end, other) => {
        assert.equal(companyNameFault(`${label}.${end}`), 'looks-like-domain');
        for (const name of [`${other} ${label}.${end}`, `${label}.${end}, ${other}`]) {
          assert.equal(companyNameFault(name), undefined);
          assert.equal(holdsDomain(name), true);
        }
        assert.equal(holdsDomain(`${label}. ${end} ${other}`), false);
      }),
    );
  });

  it('answers any text, and a long one without trying every way to part it, which would never end', () => {
    fc.assert(fc.property(anyText(5000), (text) => void companyNameFault(text)));
    for (const part of ['a-', 'a.', 'a ']) companyNameFault(part.repeat(50_000) + '.');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { domainPrefixFault } from '../../../partner-center/rules/companyIdentity.ts';
import { otherPrefixes, proposedPrefix } from '../../../partner-center/rules/proposedDomain.ts';
import { anyText } from '../../anyText.ts';

/** Company names, the country and the prefix that a person would choose. */
const names: readonly (readonly [string, string, string])[] = [
  ['Blue Wave GmbH', 'DE', 'bluewave'],
  ['Contoso, Ltd.', 'US', 'contoso'],
  ['Fabrikam Inc', 'US', 'fabrikam'],
  ['The Coffee Company', 'US', 'thecoffeecompany'],
  ['Alpine Ski House', 'US', 'alpineskihouse'],
  ['Proseware Pty Ltd', 'AU', 'proseware'],
  ['Muster Bau GmbH & Co. KG', 'DE', 'musterbau'],
  ['Müller & Söhne AG', 'CH', 'muellersoehne'],
  ['Müller & Söhne S.A.', 'FR', 'mullersohne'],
  ['Straßenbau Weiß', 'DE', 'strassenbauweiss'],
  ['Tienda Azul S.A. de C.V.', 'MX', 'tiendaazul'],
  ['Fala sp. z o.o.', 'PL', 'fala'],
  ['Łódź Okna Sp. z o.o.', 'PL', 'lodzokna'],
  ['L’Oiseau Bleu SARL', 'FR', 'loiseaubleu'],
  ['Ünal İnşaat A.Ş.', 'TR', 'unalinsaat'],
  ['Booking.com B.V.', 'NL', 'bookingcom'],
  ['3M', 'US', '3m'],
  ['GmbH', 'DE', 'gmbh'],
  ['ООО «Ромашка»', 'RU', 'romashka'],
  ['Общество с ограниченной ответственностью «Ромашка»', 'RU', 'romashka'],
  ['ПАО Щёлковский Объезд', 'RU', 'shchelkovskiyobezd'],
  ['Публичное акционерное общество «Волна»', 'RU', 'volna'],
  ['ИП Иванов', 'RU', 'ivanov'],
  ['IP Solutions', 'US', 'ipsolutions'],
  ['AO Smith Corporation', 'US', 'aosmith'],
  ['高山滑雪有限公司', 'CN', 'gaoshanhuaxue'],
  ['高山滑雪股份有限公司', 'TW', 'gaoshanhuaxue'],
  ['上海浦东国际机场进出口有限责任公司', 'CN', 'shanghaipudongguojijichang'],
  ['有限公司', 'CN', 'youxiangongsi'],
  ['株式会社東京', 'JP', 'dongjing'],
  ['(주)서울', 'KR', 'seoul'],
  ['ΑΛΦΑ ΒΗΤΑ', 'GR', 'alfavita'],
  ['Internationale Handelsgesellschaft für Wasser', 'AT', 'internationale'],
  ['Donaudampfschifffahrtsgesellschaft', 'AT', 'donaudampfschifffahrtsgesel'],
];

describe('a domain proposed from the company’s name', () => {
  for (const [name, country, prefix] of names)
    it(`is ${prefix} for ${name} (${country})`, async () => {
      assert.equal(await proposedPrefix(name, country), prefix);
    });

  it('is none where the name has nothing to make one of', async () => {
    for (const name of ['', '—', '«»', '\u{E000}']) assert.equal(await proposedPrefix(name, 'US'), undefined, name);
  });

  it('has others beside it: with the legal form, the country or a number', async () => {
    assert.deepEqual(await otherPrefixes('bluewave', 'Blue Wave GmbH', 'DE'), [
      'bluewavegmbh',
      'bluewavede',
      'bluewave2',
      'bluewave3',
    ]);
    assert.deepEqual(await otherPrefixes('contoso', 'Blue Wave', 'US'), [
      'bluewave',
      'contosous',
      'contoso2',
      'contoso3',
    ]);
    assert.deepEqual(await otherPrefixes('a'.repeat(27), '—', 'US'), [
      `${'a'.repeat(25)}us`,
      `${'a'.repeat(26)}2`,
      `${'a'.repeat(26)}3`,
    ]);
  });

  it('is a prefix that is taken as it is, and so are the others, whatever the name', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(60), fc.constantFrom('US', 'DE', 'CN', 'RU'), async (name, country) => {
        const prefix = await proposedPrefix(name, country);
        const others = await otherPrefixes(prefix ?? 'contoso', name, country);
        for (const one of [...(prefix === undefined ? [] : [prefix]), ...others])
          assert.equal(domainPrefixFault(one), undefined, one);
        assert.ok(!others.includes(prefix ?? 'contoso'));
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locales } from '../../../model/languages.ts';
import { countryCodes, countryName } from '../../../partner-center/rules/countries.ts';
import { parseCountry, similarCountries } from '../../../partner-center/rules/countryNames.ts';
import { anyText } from '../../anyText.ts';

const meant: Readonly<Record<string, string>> = {
  GB: 'UK|U.K.|GBR|Great Britain|United Kingdom|England|Великобритания|Соединенное Королевство|英國|英国',
  US: 'USA|U.S.|U.S.A.|United States of America|the United States|США|Соединённые Штаты|美國|美国|美利堅合眾國',
  CZ: 'Czech Republic|Czechia|CZE|Česko|Чехия|Чешская Республика|捷克',
  TR: 'Turkey|Türkiye|Turkiye|TÜRKİYE|TUR|Турция|土耳其',
  HK: 'Hong Kong|Hong Kong SAR|hongkong|HKG|Гонконг|香港|中國香港特別行政區',
  AE: 'UAE|U.A.E.|United Arab Emirates|ARE|ОАЭ|阿联酋|阿拉伯聯合大公國',
  KR: 'Korea|South Korea|Korea, Republic of|Republic of Korea|KOR|Южная Корея|韓國|韩国|대한민국',
  NL: 'Holland|Netherlands|The Netherlands|Nederland|NLD|Нидерланды|荷蘭|荷兰',
  DE: 'Germany|Deutschland|DEU|Германия|ФРГ|德國|德国',
  BR: 'Brazil|Brasil|BRA|Бразилия|巴西',
  RU: 'Russia|Russian Federation|RUS|Россия|РФ|Российская Федерация|俄羅斯|俄罗斯',
  TW: 'Taiwan|TWN|臺灣|台灣|台湾|中華民國|Taiwan, Province of China|Тайвань',
  CN: 'China|PRC|CHN|People’s Republic of China|КНР|Китай|中国大陆|中华人民共和国|中國',
  BY: 'Belarus|BLR|Белоруссия|Беларусь|Республика Беларусь|白俄罗斯',
  KG: 'Kyrgyzstan|Киргизия|Кыргызстан|KGZ',
  MD: 'Moldova|Молдавия|Молдова|Republic of Moldova',
  CH: 'Switzerland|Schweiz|Suisse|Svizzera|CHE|Швейцария|瑞士',
  ES: 'Spain|España|Espana|ESP|Испания|西班牙',
  AT: 'Austria|Österreich|Osterreich|AUT|Австрия|奧地利|奥地利',
  JP: 'Japan|日本|JPN|Япония',
  CI: "Ivory Coast|Côte d’Ivoire|Cote d'Ivoire|CIV",
  VN: 'Vietnam|Viet Nam|VNM|Вьетнам|越南',
  MM: 'Myanmar|Burma|MMR|Мьянма|緬甸',
  MK: 'North Macedonia|Macedonia|MKD',
  SZ: 'Eswatini|Swaziland',
  CV: 'Cape Verde|Cabo Verde',
  ZA: 'South Africa|RSA|ЮАР|南非',
  SA: 'Saudi Arabia|KSA|SAU|Саудовская Аравия|沙烏地阿拉伯|沙特阿拉伯',
  IE: 'Ireland|Éire|IRL',
  BA: 'Bosnia & Herzegovina|Bosnia and Herzegovina|Bosnia',
  GE: 'Georgia|GEO|Грузия',
};

describe('countries, as people write them', () => {
  for (const [code, names] of Object.entries(meant)) {
    it(`${code} is each of ${names.slice(0, 60)} …`, () => {
      for (const name of [code, code.toLowerCase(), ...names.split('|')]) assert.equal(parseCountry(name), code, name);
    });
  }

  it('are all known by their code, and by the name that each language shows', () => {
    for (const code of countryCodes()) {
      assert.equal(parseCountry(code), code);
      for (const locale of locales) {
        const name = countryName(code, locale);
        assert.equal(parseCountry(name), code, name);
        assert.equal(parseCountry(` ${name.toUpperCase()}. `), code, name);
      }
    }
  });

  it('are not guessed where a name is that of two, or of none', () => {
    for (const name of ['Congo', '', ' ', '-', 'Atlantis', 'Europe', 'XX', 'California'])
      assert.equal(parseCountry(name), undefined, name);
  });

  it('are told where a name is only misspelt', () => {
    const sold = ['DE', 'FR', 'US', 'CH', 'AU', 'KZ', 'BR', 'GB'];
    assert.deepEqual(similarCountries('Germny', sold), ['DE']);
    assert.deepEqual(similarCountries('Untied States', sold), ['US']);
    assert.deepEqual(similarCountries('Swizerland', sold), ['CH']);
    assert.deepEqual(similarCountries('Австралья', sold), ['AU']);
    assert.deepEqual(similarCountries('Atlantis', sold), []);
    assert.deepEqual(similarCountries('Germny', ['FR']), []);
  });

  it('raise nothing, whatever is typed', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        const code = parseCountry(text);
        assert.ok(code === undefined || countryCodes().includes(code));
        assert.ok(similarCountries(text, ['US', 'DE']).length <= 3);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { locales } from '../../../model/languages.ts';
import { countryCodes, countryRules } from '../../../partner-center/rules/countries.ts';
import { parseState, stateName } from '../../../partner-center/rules/states.ts';

const meant: readonly (readonly [country: string, typed: string, sent: string])[] = [
  ['US', 'Washington', 'WA'],
  ['US', 'wa', 'WA'],
  ['US', '華盛頓州', 'WA'],
  ['US', '华盛顿', 'WA'],
  ['US', 'Вашингтон', 'WA'],
  ['US', 'Washington, D.C.', 'DC'],
  ['US', 'Puerto Rico', 'PR'],
  ['US', 'Guam', 'GU'],
  ['US', 'State of New York', 'NY'],
  ['CA', 'Ontario', 'ON'],
  ['CA', 'Quebec', 'QC'],
  ['CA', 'Colombie-Britannique', 'BC'],
  ['AU', 'NSW', 'New South Wales'],
  ['AU', 'new south wales', 'New South Wales'],
  ['BR', 'São Paulo', 'SP'],
  ['BR', 'sao paulo', 'SP'],
  ['IN', 'KA', 'Karnataka'],
  ['IN', 'Orissa', 'Odisha'],
  ['JP', 'Tokyo', '東京都'],
  ['JP', '東京', '東京都'],
  ['JP', '东京都', '東京都'],
  ['JP', 'Osaka Prefecture', '大阪府'],
  ['JP', 'Осака', '大阪府'],
  ['MX', 'CDMX', 'Ciudad de México'],
  ['MX', 'JAL', 'Jalisco'],
  ['CN', 'Beijing', '北京市'],
  ['CN', '廣東', '广东省'],
  ['IT', 'Milano', 'MI'],
  ['IT', 'mi', 'MI'],
  ['ES', 'Vizcaya', 'Vizcaya'],
  ['KR', 'Seoul', '서울'],
  ['AE', 'Dubai', 'DU'],
];

describe('states', () => {
  for (const [country, typed, sent] of meant)
    it(`of ${country}: ${typed} is sent as ${sent}`, () =>
      assert.equal(parseState(countryRules(country), typed), sent));

  it('that are none of the country’s are not guessed', () => {
    for (const [country, typed] of [
      ['US', 'ZZ'],
      ['US', 'Ontario'],
      ['CA', 'Ontarioo'],
      ['CA', 'WA'],
      ['AU', 'ZZ'],
      ['MX', 'ZZZ'],
      ['BR', ''],
      ['TW', '台北市'],
    ] as const)
      assert.equal(parseState(countryRules(country), typed), undefined, `${country} ${typed}`);
  });

  it('have a name in every language that leads back to them, and no two the same', () => {
    for (const code of countryCodes()) {
      const rules = countryRules(code);
      for (const locale of locales) {
        const names = rules.states.map((state) => stateName(code, state, locale));
        assert.equal(new Set(names).size, names.length, `${code} ${locale}`);
        for (const [index, name] of names.entries()) assert.equal(parseState(rules, name), rules.states[index], name);
      }
    }
  });

  it('of the United States, Canada, Australia, Japan and China are in the reader’s own script', () => {
    for (const code of ['US', 'CA', 'AU', 'JP', 'CN']) {
      for (const state of countryRules(code).states) {
        assert.match(stateName(code, state, 'ru'), /\p{Script=Cyrillic}/u);
        for (const locale of ['zh-TW', 'zh-CN']) assert.match(stateName(code, state, locale), /\p{Script=Han}/u);
        assert.match(stateName(code, state, 'en'), /^[\p{Script=Latin}\s().'-]+$/u);
      }
    }
  });

  it('of a service’s own list are found whether it lists codes or names', () => {
    const served = { country: 'JP', states: ['Tokyo', 'Osaka'] };
    assert.equal(parseState(served, '東京都'), 'Tokyo');
    assert.equal(stateName('JP', 'Tokyo', 'zh-TW'), '東京都');
    assert.equal(parseState({ country: 'DE', states: ['BY'] }, 'by'), 'BY');
    assert.equal(stateName('DE', 'BY', 'en'), 'BY');
  });
});

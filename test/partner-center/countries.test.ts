import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  countryName,
  countryRules,
  languageName,
  languageOf,
  market,
  normalPostalCode,
  postalCodeFault,
  sortedCountries,
} from '../../partner-center/countries.ts';
import { countryCodes } from '../../partner-center/countryTable.ts';
import { registrationFault } from '../../partner-center/registration.ts';
import { anyText } from '../anyText.ts';

const codes = countryCodes();

const asking = 'AM AZ BY BR HU IN IQ KZ KG MD MM PL RU SA ZA SS TJ TH TR UA AE UZ VE VN'.split(' ');

describe('countries', () => {
  it('have rules exactly where they are in a market', () => {
    const sold = new Set(codes.flatMap((code) => market(code)));
    assert.deepEqual([...sold].sort(), [...codes].sort());
    for (const code of sold) assert.equal(countryRules(code).country, code);
    assert.equal(codes.length, 244);
  });

  it('are in one market only, and it holds the partner itself', () => {
    for (const code of codes) {
      assert.ok(market(code).includes(code), code);
      for (const other of market(code)) assert.deepEqual(market(other), market(code));
    }
  });

  it('without a list of countries are markets of their own', () => {
    assert.deepEqual(market('RU'), ['RU']);
    assert.deepEqual(market('BY'), ['BY']);
    assert.deepEqual(market('TW'), ['TW']);
    assert.deepEqual(market('US'), ['AS', 'GU', 'MP', 'UM', 'US']);
  });

  it('carry the names that the documented list spells otherwise', () => {
    for (const code of ['GB', 'NL', 'CZ', 'SJ']) assert.ok(market('DE').includes(code), code);
    for (const code of ['SZ', 'PS', 'MK', 'XK']) assert.ok(market('IL').includes(code), code);
    for (const code of ['BQ', 'VI', 'BL']) assert.ok(market('MX').includes(code), code);
    for (const code of ['CD', 'CG', 'RE']) assert.ok(market('KE').includes(code), code);
    for (const code of ['HK', 'MO', 'BN']) assert.ok(market('SG').includes(code), code);
    assert.deepEqual(market('KR'), ['KR']);
  });

  it('that Partner Center does not know are named in the error', () => {
    for (const code of ['XX', 'us', '', 'toString', '__proto__'])
      assert.throws(() => countryRules(code), new RegExp(`no country "${code}"`));
  });

  it('have the recorded rules for US and PT', () => {
    const us = countryRules('US');
    assert.equal(us.states.length, 51);
    assert.equal(us.stateRequired, true);
    assert.deepEqual(us.cultures, ['en-US', 'es-US']);
    assert.deepEqual(us.languages, ['en', 'es']);
    const pt = countryRules('PT');
    assert.equal(pt.stateRequired, false);
    assert.deepEqual(pt.languages, ['en', 'pt-PT']);
    assert.equal(postalCodeFault(pt, '1000-205'), undefined);
  });

  it('have a default culture that comes first, and a language for every culture', () => {
    for (const code of codes) {
      const rules = countryRules(code);
      assert.equal(rules.cultures[0], rules.defaultCulture);
      for (const culture of rules.cultures) assert.ok(rules.languages.includes(languageOf(rules, culture)), culture);
    }
    assert.equal(languageOf(countryRules('US'), 'es-US'), 'es');
    assert.equal(languageOf(countryRules('PT'), 'pt-PT'), 'pt-PT');
    assert.equal(languageOf(countryRules('TW'), 'zh-TW'), 'zh-TW');
  });

  it('ask for a registration ID where the documents say so, and nowhere else', () => {
    assert.deepEqual(
      codes.filter((code) => countryRules(code).registration !== undefined),
      [...asking].sort(),
    );
    for (const code of asking) assert.ok((countryRules(code).registration?.types.length ?? 0) > 0, code);
  });
});

describe('registration IDs', () => {
  const ru = countryRules('RU');
  for (const id of ['7707083893', 'AB-12/34.5 6'])
    it(`takes ${id}`, () => assert.equal(registrationFault(ru, id), undefined));
  for (const id of ['12_34', 'a'.repeat(51), '<b>', '1\n2'])
    it(`refuses ${JSON.stringify(id.slice(0, 10))}`, () => assert.equal(registrationFault(ru, id), 'invalid'));
  it('are missed where they are asked for', () => assert.equal(registrationFault(ru, ' '), 'missing'));
  it('are refused where they are not', () => {
    assert.equal(registrationFault(countryRules('US'), '12-345'), 'not-wanted');
    assert.equal(registrationFault(countryRules('US'), ''), undefined);
  });
  it('of Belarus are nine digits', () => {
    assert.equal(registrationFault(countryRules('BY'), '100582333'), undefined);
    assert.equal(registrationFault(countryRules('BY'), '10058233'), 'invalid');
  });
});

const postal: Readonly<Record<string, readonly [good: readonly string[], bad: readonly string[]]>> = {
  US: [
    ['98052', '98052-6399', ' ９８０５２ '],
    ['9805', '98052-63', '98052 6399', 'A8052'],
  ],
  PT: [
    ['1000', '1000-205'],
    ['100', '1000205'],
  ],
  CN: [['100000'], ['10000', '1000000']],
  RU: [['101000'], ['10100', '10100A']],
  TW: [
    ['100', '10048', '100048'],
    ['1004', '10'],
  ],
  DE: [
    ['10115', '01067'],
    ['1011', 'D-10115'],
  ],
  JP: [
    ['100-0001', '1000001', '〒100-0001', '１００－０００１', '100ー0001'],
    ['100-001', '1000 001'],
  ],
  BR: [['01310-100', '01310100'], ['1310-100']],
  IN: [
    ['110001', '110 001'],
    ['010001', '11001'],
  ],
  GB: [
    ['SW1A 1AA', 'sw1a1aa', 'M1 1AE', 'sw1a  1aa'],
    ['SW1A', '1AA SW1'],
  ],
};

describe('postal codes', () => {
  for (const [country, [good, bad]] of Object.entries(postal)) {
    const rules = countryRules(country);
    for (const code of good)
      it(`of ${country} may be ${code}`, () => assert.equal(postalCodeFault(rules, code), undefined));
    for (const code of bad)
      it(`of ${country} may not be ${code}`, () => assert.equal(postalCodeFault(rules, code), 'invalid'));
    it(`of ${country} are required`, () => assert.equal(postalCodeFault(rules, ' '), 'missing'));
  }

  it('elsewhere are optional, 1 to 12 printable characters', () => {
    const rules = countryRules('NL');
    assert.equal(postalCodeFault(rules, ''), undefined);
    assert.equal(postalCodeFault(rules, '1012 ab'), undefined);
    assert.equal(postalCodeFault(rules, '1'.repeat(13)), 'invalid');
    assert.equal(postalCodeFault(rules, '10\u000712'), 'invalid');
  });

  it('are kept in upper case with single blanks', () => assert.equal(normalPostalCode(' sw1a \t 1aa '), 'SW1A 1AA'));

  it('are normalised once, and patterns hold from end to end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), anyText(30), (country, text) => {
        const code = normalPostalCode(text);
        assert.equal(normalPostalCode(code), code);
        const { postalCode } = countryRules(country);
        if (postalCode !== undefined && postalCode.test(code)) assert.equal(postalCode.test(`${code}!`), false);
      }),
    );
  });

  it('too long for any country never meet a pattern of the service', () => {
    const slow = { ...countryRules('US'), postalCode: /(a+)+b/ };
    const begun = performance.now();
    assert.equal(postalCodeFault(slow, 'a'.repeat(50_000)), 'invalid');
    assert.ok(performance.now() - begun < 50);
  });
});

describe('names of countries and languages', () => {
  it("are in the reader's words", () => {
    assert.equal(countryName('US', 'en'), 'United States');
    assert.equal(countryName('RU', 'ru'), 'Россия');
    assert.equal(countryName('JP', 'zh-TW'), '日本');
    assert.equal(languageName('es-US', 'en'), 'Spanish (United States)');
    assert.equal(languageName('en-US', 'en'), 'English (United States)');
    assert.match(languageName('es-US', 'ru'), /испанский/);
  });

  it('exist for every country and culture in every locale of ours', () => {
    for (const locale of ['en', 'zh-TW', 'zh-CN', 'ru'])
      for (const code of codes) {
        assert.notEqual(countryName(code, locale), code);
        for (const culture of countryRules(code).cultures) assert.notEqual(languageName(culture, locale), culture);
      }
  });

  it('of what is none are given back, and nothing is thrown', () => {
    assert.equal(countryName('', 'en'), '');
    assert.equal(languageName('no culture!', 'en'), 'no culture!');
  });

  it('sort as readers of the locale expect', () => {
    assert.deepEqual(sortedCountries(['SE', 'AX', 'DE'], 'en'), ['AX', 'DE', 'SE']);
    assert.deepEqual(sortedCountries(['SE', 'AX', 'DE'], 'sv'), ['SE', 'DE', 'AX']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locales } from '../../../model/languages.ts';
import {
  countryCodes,
  countryName,
  countryRules,
  languageName,
  longLanguageName,
  languageOf,
  market,
} from '../../../partner-center/rules/countries.ts';
import { normalPostalCode, postalCodeFault } from '../../../partner-center/rules/addressRules.ts';
import { normalRegistration, registrationFault } from '../../../partner-center/rules/registrationId.ts';
import { anyText } from '../../anyText.ts';

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
    assert.equal(us.states.length, 59);
    for (const state of ['WA', 'DC', 'PR', 'GU', 'AP']) assert.ok(us.states.includes(state), state);
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
  const by = countryRules('BY');
  it('are missed where they are asked for', () => assert.equal(registrationFault(by, ' '), 'missing'));
  it('are refused where they are not', () => {
    assert.equal(registrationFault(countryRules('US'), '12-345'), 'not-wanted');
    assert.equal(registrationFault(countryRules('US'), ''), undefined);
  });
  it('have the form of the country, and a check digit that fits', () => {
    assert.equal(registrationFault(by, '100582333'), undefined);
    assert.equal(registrationFault(by, '100582334'), 'check-digit');
    for (const id of ['10058233', '1', 'x', '12_34', 'a'.repeat(51), '1\n2'])
      assert.equal(registrationFault(by, id), 'invalid', id);
  });
  it('of a country whose form is not known have letters, digits, blanks and -./', () => {
    const any = { registration: { types: [] } };
    for (const id of ['7707083893', 'AB-12/34.5 6']) assert.equal(registrationFault(any, id), undefined);
    for (const id of ['12_34', 'a'.repeat(51), '<b>', '1\n2']) assert.equal(registrationFault(any, id), 'invalid');
  });
  it('are judged by the pattern of the service alone where it gives one', () => {
    const served = { registration: { types: ['CNPJ'], pattern: /^\d{14}$/ } };
    assert.equal(registrationFault(served, '12345678000196'), undefined);
    assert.equal(normalRegistration(served, '12.345.678/0001-95'), '12345678000195');
  });
  it('are kept without the name of the number before them', () => {
    assert.equal(normalRegistration(countryRules('RU'), 'ИНН: 1234567894'), '1234567894');
    assert.equal(normalRegistration(countryRules('BR'), ' 12.345.678/0001-95\u200B'), '12.345.678/0001-95');
  });
  it('have a sample that is good, and a name', () => {
    for (const code of codes) {
      const rules = countryRules(code);
      if (rules.registration?.sample === undefined) continue;
      assert.equal(registrationFault(rules, rules.registration.sample), undefined, code);
      assert.ok(rules.registration.types.length > 0, code);
    }
  });
});

describe('postal codes', () => {
  it('are required where the country’s post requires them', () => {
    for (const code of ['US', 'CA', 'FR', 'BR', 'JP', 'SG', 'KZ'])
      assert.equal(countryRules(code).postalCodeRequired, true);
    for (const code of ['HK', 'QA', 'AE', 'IE']) assert.equal(countryRules(code).postalCodeRequired, false);
    assert.equal(postalCodeFault(countryRules('FR'), ' '), 'missing');
    assert.equal(postalCodeFault(countryRules('HK'), ''), undefined);
  });

  it('have samples of the country’s own form, in every country that has a form', () => {
    for (const code of codes) {
      const rules = countryRules(code);
      if (rules.postalCode === undefined) continue;
      assert.ok((rules.postalSamples ?? []).length > 0, code);
      for (const sample of rules.postalSamples ?? [])
        assert.equal(postalCodeFault(rules, normalPostalCode(rules, sample)), undefined, `${code} ${sample}`);
    }
  });

  it('where no form is known are 1 to 12 printable characters', () => {
    const rules = countryRules('HK');
    assert.equal(postalCodeFault(rules, '1012 ab'), undefined);
    assert.equal(postalCodeFault(rules, '1'.repeat(13)), 'invalid');
    assert.equal(postalCodeFault(rules, '10\u000712'), 'invalid');
  });

  it('are normalised once, and patterns hold from end to end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), anyText(30), (country, text) => {
        const rules = countryRules(country);
        const code = normalPostalCode(rules, text);
        assert.equal(normalPostalCode(rules, code), code);
        const { postalCode } = rules;
        if (postalCode?.test(code) === true) assert.equal(postalCode.test(`${code}!`), false);
      }),
    );
  });

  it('in letters that come apart as capitals are normalised once, too', () => {
    const rules = countryRules('AD');
    const code = normalPostalCode(rules, 'ΐ');
    assert.equal(normalPostalCode(rules, code), code);
  });

  it('typed without what parts them come back parted', () => {
    for (const country of codes) {
      const rules = countryRules(country);
      for (const sample of rules.postalSamples ?? []) {
        const together = sample.replace(/[ -]/g, '').toLowerCase();
        assert.equal(postalCodeFault(rules, normalPostalCode(rules, together)), undefined, `${country} ${together}`);
      }
    }
  });

  it('that are too long for any country never meet a pattern of the service', () => {
    let met = 0;
    const pattern = new RegExp('(a+)+b');
    Object.defineProperty(pattern, 'source', { get: () => ((met += 1), 'x') });
    const slow = { ...countryRules('US'), postalCode: pattern };
    assert.equal(postalCodeFault(slow, 'a'.repeat(50_000)), 'invalid');
    normalPostalCode(slow, 'a'.repeat(50_000));
    assert.equal(met, 0);
  });
});

describe('names of countries and languages', () => {
  it("are in the reader's words", () => {
    assert.equal(countryName('US', 'en'), 'United States');
    assert.equal(countryName('RU', 'ru'), 'Россия');
    assert.equal(countryName('JP', 'zh-TW'), '日本');
    assert.equal(languageName('es-US', 'en'), 'Spanish (US)');
    assert.equal(longLanguageName('en-US', 'en'), 'English (United States)');
    assert.equal(languageName('es-US', 'ru'), 'Испанский (США)');
  });

  it('exist for every country and culture in every locale of ours', () => {
    for (const locale of locales)
      for (const code of codes) {
        assert.notEqual(countryName(code, locale), code);
        for (const culture of countryRules(code).cultures) assert.notEqual(languageName(culture, locale), culture);
      }
  });

  it('write islands out in Russian, as the lists of states do', () => {
    assert.equal(countryName('IM', 'ru'), 'Остров Мэн');
    assert.equal(countryName('MP', 'ru'), 'Северные Марианские острова');
    for (const code of codes) assert.doesNotMatch(countryName(code, 'ru'), /(?<!\p{L})о-ва?(?!\p{L})/iu);
  });

  it('of what is none are given back, and nothing is thrown', () => {
    assert.equal(countryName('', 'en'), '');
    assert.equal(languageName('no culture!', 'en'), 'no culture!');
  });
});

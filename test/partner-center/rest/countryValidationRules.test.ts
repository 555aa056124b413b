import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countryRules, languageOf } from '../../../partner-center/rules/countries.ts';
import { postalCodeFault } from '../../../partner-center/rules/addressRules.ts';
import { readCountryRules } from '../../../partner-center/rest/countryValidationRules.ts';
import { anyText } from '../../anyText.ts';
import { example } from './example.ts';
import { stub } from './stub.ts';

const read = (country: string, body: unknown) => readCountryRules(stub([{ body }]).client, country);
const answer = (name: string) => example(name).response.body;
const recordedUs = answer('get-country-validation-rules-recorded-us');

describe('the rules of a country from the service', () => {
  it('are those of the documented shape and those of the recorded one alike', async () => {
    const recorded = await read('US', recordedUs);
    assert.deepEqual(await read('US', answer('get-country-validation-rules')), recorded);
    // The list of 2019 lacks the territories and the armed forces, which practice knows.
    const { states, ...others } = countryRules('US');
    assert.deepEqual(recorded, { ...others, states: states.slice(0, 51) });
    assert.equal(recorded.states.length, 51);
    assert.equal(recorded.stateRequired, true);
  });

  it('are those recorded for Portugal: no states, a postal pattern, languages apart from cultures', async () => {
    const rules = await read('PT', answer('get-country-validation-rules-recorded-pt'));
    assert.deepEqual([rules.states, rules.stateRequired, rules.cultures], [[], false, ['pt-PT', 'en-US']]);
    assert.equal(languageOf(rules, 'pt-PT'), 'pt-PT');
    assert.equal(postalCodeFault(rules, '1000-205'), undefined);
    assert.equal(postalCodeFault(rules, '1000-2051'), 'invalid');
  });

  it('put the default culture first', async () => {
    const body = {
      defaultCulture: 'fr-CA',
      supportedCulturesList: ['en-CA', 'fr-CA'],
      supportedLanguagesList: ['en', 'fr'],
    };
    assert.deepEqual((await read('CA', body)).cultures, ['fr-CA', 'en-CA']);
  });

  it('ask for a registration ID where the service or, when it does not say, the documented list does', async () => {
    const asked = { ...(recordedUs as object), customerOrganizationRegistrationNumberRequired: true };
    const pattern = {
      ...asked,
      customerOrganizationRegistrationNumberRegex: '^\\d{9}$',
      customerOrganizationRegistrationNumberSample: '123456789',
    };
    const { registration } = await read('US', pattern);
    assert.deepEqual([registration?.pattern?.test('123456789'), registration?.sample], [true, '123456789']);
    assert.notEqual((await read('RU', { defaultCulture: 'ru-RU' })).registration, undefined);
    const refused = { defaultCulture: 'ru-RU', customerOrganizationRegistrationNumberRequired: false };
    assert.equal((await read('RU', refused)).registration, undefined);
    assert.equal((await read('US', recordedUs)).registration, undefined);
  });

  it('take .NET’s anchors and flags as they are meant', async () => {
    const postal = async (postalCodeRegex: string) => (await read('XX', { postalCodeRegex })).postalCode;
    assert.equal((await postal('\\A\\d{3}\\z'))?.test('123'), true);
    assert.equal((await postal('(?i)[a-z]{2}'))?.test('AB'), true);
    assert.equal((await postal('^[A-Z]{2}$|^\\d{2}$'))?.test('12x'), false);
  });

  it('have no pattern when it cannot be had here: the code is then up to the service', async () => {
    for (const postalCodeRegex of ['(', '(?<!a', '[', '', ' ', 'a'.repeat(2000), null]) {
      const rules = await read('XX', { postalCodeRegex });
      assert.equal(rules.postalCode, undefined);
      assert.equal(postalCodeFault(rules, 'ABC 123'), undefined);
    }
  });

  it('never break on a pattern or list that is none', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(20), anyText(10), async (source, code) => {
        const rules = await read('XX', { postalCodeRegex: source, supportedStatesList: null });
        postalCodeFault(rules, code);
        assert.deepEqual(rules.states, []);
      }),
      { numRuns: 50 },
    );
  });
});

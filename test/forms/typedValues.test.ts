import assert from 'node:assert/strict';
import { addressFields, companySection, registrationFields } from '../../forms/companySection.ts';
import type { Context } from '../../forms/context.ts';
import { personFields } from '../../forms/contactSection.ts';
import { parseAnswer, type Field } from '../../forms/field.ts';
import { addressFault } from '../../partner-center/rules/addressRules.ts';
import { countryRules } from '../../partner-center/rules/countries.ts';
import { normalPhone } from '../../partner-center/rules/contact.ts';
import { registrationFault } from '../../partner-center/rules/registrationId.ts';
import { contextFor, provider } from './contexts.ts';
import { typed, typedValues, type TypedValues } from './typedValues.ts';

const kinds = ['postalCodes', 'states', 'registrationIds', 'phones'] as const;
type Kind = (typeof kinds)[number];

/** The inputs of a country, by what is typed into them. */
function fieldsOf(country: string): Readonly<Record<Kind, Field | undefined>> {
  const rules = countryRules(country);
  const { postalCode, state } = addressFields(rules);
  const { phoneNumber } = personFields(contextFor({ ...provider, country }) satisfies Context);
  return {
    postalCodes: postalCode,
    states: state,
    registrationIds: 'registrationNumber' in registrationFields(rules) ? registrationField(country) : undefined,
    phones: phoneNumber,
  };
}

function registrationField(country: string): Field | undefined {
  const { registrationNumber } = registrationFields(countryRules(country));
  return registrationNumber;
}

interface Case {
  readonly country: string;
  readonly kind: Kind;
  readonly value: string;
  readonly answer: string | undefined;
}

const all = (which: 0 | 1): Case[] =>
  Object.entries(typedValues).flatMap(([country, values]) => {
    const fields = fieldsOf(country);
    return kinds.flatMap((kind) =>
      (values[kind as keyof TypedValues]?.[which] ?? []).map((value): Case => {
        const field = fields[kind];
        const { answer } = field === undefined ? {} : parseAnswer(field, typed(value));
        return { country, kind, value, answer };
      }),
    );
  });

const good = all(0);
const wrong = all(1);
const refused = good.filter(({ answer }) => answer === undefined);
const accepted = wrong.filter(({ answer }) => answer !== undefined);
const told = (cases: readonly Case[]): string[] =>
  cases.map(({ country, kind, value }) => `${country} ${kind}: ${value}`);

// The figures stand in the names of the tests, so that every run prints them.
describe(`what people type in ${String(Object.keys(typedValues).length)} countries`, () => {
  it('is that of 56 countries, most of it in several spellings', () => {
    assert.equal(Object.keys(typedValues).length, 56);
    assert.ok(good.length >= 300 && wrong.length >= 260, `${String(good.length)} good, ${String(wrong.length)} wrong`);
  });

  it(`is not refused where it is good: ${String(refused.length)} of ${String(good.length)} good values`, () =>
    assert.deepEqual(told(refused), []));

  for (const kind of kinds) {
    const of = (cases: readonly Case[]): number => cases.filter((one) => one.kind === kind).length;
    it(`is refused where it is wrong: ${String(of(accepted))} of ${String(of(wrong))} wrong ${kind} accepted`, () =>
      assert.deepEqual(told(accepted.filter((one) => one.kind === kind)), []));
  }

  it('is taken by Partner Center in practice as the card keeps it', () => {
    for (const { country, kind, answer = '' } of good) {
      const rules = countryRules(country);
      if (kind === 'phones') assert.notEqual(normalPhone(answer, country), undefined, `${country} ${answer}`);
      if (kind === 'registrationIds') assert.equal(registrationFault(rules, answer), undefined, `${country} ${answer}`);
      if (kind !== 'postalCodes' && kind !== 'states') continue;
      const address = {
        country,
        addressLine1: '1 Main Street',
        city: 'City',
        state: rules.stateRequired ? (rules.states[0] ?? '') : '',
        postalCode: rules.postalCodeRequired ? (rules.postalSamples?.[0] ?? '') : '',
        ...(kind === 'states' ? { state: answer } : { postalCode: answer }),
      };
      assert.equal(addressFault(rules, address), undefined, `${country} ${answer}`);
    }
  });

  it('is asked on the company card of every one of them', () => {
    for (const country of Object.keys(typedValues)) {
      const context = contextFor({ ...provider, country });
      const names = Object.keys(
        companySection.readInputs({ state: 'x', postalCode: 'x', registrationNumber: 'x' }, {}, context),
      );
      assert.equal(names.includes('registrationNumber'), countryRules(country).registration !== undefined);
    }
  });
});

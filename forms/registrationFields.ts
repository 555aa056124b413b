import type { Words } from '../locales/words.ts';
import type { CountryRules, RegistrationRules } from '../partner-center/countries.ts';
import { normalRegistration, registrationFault } from '../partner-center/registration.ts';
import type { Rule } from './answerSchema.ts';
import { phone } from './contactField.ts';
import { normalText, type Field } from './field.ts';
import { kept } from './kept.ts';

/** What Partner Center asks of the organization in some countries: its registration ID, by the number's own name, and its phone. */
export const registrationFields = kept((rules: CountryRules) => ({
  ...(rules.registration === undefined ? {} : { registrationNumber: registrationNumber(rules, rules.registration) }),
  ...(rules.organizationPhoneRequired ? { organizationPhone: phone(rules.country) } : {}),
}));

function registrationNumber(rules: CountryRules, { types, sample }: RegistrationRules): Field {
  return normalText(50, (typed) => normalRegistration(rules, typed), {
    label: (words) => numberLabel(types, words),
    ...(sample === undefined ? {} : { sample }),
    rule: numberRule(rules, types, sample),
  });
}

const translated = ['INN', 'UNP', 'BIN', 'IIN', 'EDRPOU'] as const;

const typeKey = (type: string) => translated.find((one) => one === type);

function typeName(type: string, { t }: Words): string {
  const key = typeKey(type);
  return key === undefined ? type : t(`registrationType.${key}`);
}

function numberLabel(types: readonly string[], words: Words): string {
  const label = words.t('field.registrationNumber');
  const hint = types.map((type) => typeName(type, words)).join(' / ');
  return hint === '' ? label : words.t('form.pair', { label, hint });
}

function numberRule(rules: CountryRules, [first]: readonly string[], sample: string | undefined): Rule {
  const key = first === undefined ? undefined : typeKey(first);
  // A value that begins with @ is said as that message.
  const type = key === undefined ? first : `@registrationType.${key}`;
  return (value) => {
    const found = registrationFault(rules, value);
    if (found === undefined) return undefined;
    if (type === undefined) return 'fault.registration';
    if (found === 'check-digit') return { key: 'fault.registrationCheck', data: { type } };
    return sample === undefined
      ? { key: 'fault.registrationType', data: { type } }
      : { key: 'fault.registrationSample', data: { type, sample } };
  };
}

import type { MessageKey, Words } from '../locales/words.ts';
import type { CountryRules } from '../partner-center/countries.ts';
import { postalAddress } from '../partner-center/postalAddress.ts';
import { normalPostalCode, postalCodeFault } from '../partner-center/postalCode.ts';
import { stateMeant, stateName } from '../partner-center/states.ts';
import * as z from 'zod';
import { choice, normalText, text, type Field } from './field.ts';

/** The inputs of a customer's address, as its country writes one. */
export const addressFields = (rules: CountryRules) => ({
  addressLine1: text(200),
  addressLine2: text(200, { optional: true }),
  city: text(100, { optional: !rules.cityRequired }),
  state: stateField(rules),
  postalCode: postalCodeField(rules),
});

const stateTypes: Readonly<Record<string, MessageKey>> = {
  area: 'stateType.area',
  county: 'stateType.county',
  department: 'stateType.department',
  do_si: 'stateType.do_si',
  emirate: 'stateType.emirate',
  island: 'stateType.island',
  oblast: 'stateType.oblast',
  parish: 'stateType.parish',
  prefecture: 'stateType.prefecture',
  region: 'stateType.region',
  state: 'stateType.state',
};

/** Countries whose own word names several kinds at once. */
const ownStateTypes: Readonly<Record<string, MessageKey>> = { CN: 'stateType.china', TW: 'stateType.taiwan' };

/** What states are called in that country; the general word where nothing is known of it. */
function stateLabel({ country, states }: CountryRules): MessageKey {
  const own = ownStateTypes[country];
  if (own !== undefined) return own;
  const { stateType } = postalAddress(country);
  const known = stateType === undefined ? undefined : stateTypes[stateType];
  return known ?? (states.length > 0 ? 'stateType.province' : 'field.state');
}

/** A state by its name in the reader's language, kept as it is sent; free text where there is no list. */
function stateField(rules: CountryRules): Field {
  const { country, states } = rules;
  const optional = !rules.stateRequired;
  const key = stateLabel(rules);
  const label = (words: Words): string => words.say(key);
  if (states.length === 0) return text(100, { optional, label });
  const listed = (typed: string): string => stateMeant(rules, typed) ?? typed;
  const plain = choice(
    states.map((value) => ({ value, title: ({ locale }) => stateName(country, value, locale) })),
    { optional, sorted: true },
  );
  return {
    ...plain,
    label,
    schema: z.string().transform(listed).pipe(plain.schema),
    input: (view) => plain.input({ ...view, value: listed(view.value) }),
  };
}

const zipTypes = ['zip', 'pin', 'eircode'] as const;

/** A postal code, kept in the country's own form. */
function postalCodeField(rules: CountryRules): Field {
  const { zipType } = postalAddress(rules.country);
  const kind = zipTypes.find((one) => one === zipType) ?? 'postal';
  const sample = rules.postalSamples?.[0];
  return normalText(20, (typed) => normalPostalCode(rules, typed), {
    optional: !rules.postalCodeRequired,
    label: ({ t }) => t(`zipType.${kind}`),
    ...(sample === undefined ? {} : { sample }),
    rule: (value) => {
      if (postalCodeFault(rules, value) === undefined) return undefined;
      return sample === undefined ? 'fault.postalCode' : { key: `fault.postalCode.${kind}`, data: { sample } };
    },
  });
}

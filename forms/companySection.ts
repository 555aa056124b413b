import * as z from 'zod';
import { below, besideInput, button, buttons, command, paragraph, row } from '../cards/elements.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import {
  companyNameFault,
  domainPrefixFault,
  normalDomainPrefix,
  suggestPrefix,
} from '../partner-center/rules/companyIdentity.ts';
import { proposedPrefix } from '../partner-center/rules/proposedDomain.ts';
import {
  countryName,
  type CountryRules,
  languageName,
  type RegistrationRules,
} from '../partner-center/rules/countries.ts';
import { invitationRefusal } from '../partner-center/rules/partner.ts';
import { checkCompany } from './companyCheck.ts';
import type { Context } from './context.ts';
import { type AnswerRule, choice, type Field, normalText, text, toggle } from './field.ts';
import { form } from './form.ts';
import { memoize } from '../lib/memoize.ts';
import { isQualificationIn, qualificationChoice } from './qualificationSection.ts';
import { parseState, postalAddress, stateName } from '../partner-center/rules/states.ts';
import type { AddressPart } from '../model/address.ts';
import {
  addressLine,
  maxPartLengths,
  normalPostalCode,
  postalCodeFault,
} from '../partner-center/rules/addressRules.ts';
import { normalRegistration, registrationFault } from '../partner-center/rules/registrationId.ts';
import { phoneField } from './contactSection.ts';
import { defined } from '../lib/optional.ts';
import type { Fault, Values } from '../model/draft.ts';
import type { SectionView } from './section.ts';

/**
 * The customer's company: name, primary domain, address, language, and the further fields of its country and cloud. An
 * existing customer is asked only for what can change, which its domain cannot.
 */
export const companySection = form({
  id: 'company',
  defaults: ({ rules }) => ({ culture: rules.defaultCulture, qualification: 'none', gdap: 'true' }),
  intro: ({ words, context, token }) => [countryRow(words, context, token), ...domainLine(words, context)],
  fields: (context) =>
    context.purpose === undefined
      ? {
          companyName,
          domainPrefix: domainPrefix(context.cloud.suffix),
          ...countryFields(context.rules),
          ...registrationFields(context.rules),
          ...(context.cloud.qualification ? { qualification: qualificationChoice(context.country) } : {}),
          ...(context.cloud.gdap ? { gdap } : {}),
        }
      : knownCompanyFields(context),
  together: companyTogether,
  proposal: {
    input: 'domainPrefix',
    from: 'companyName',
    of: async (name, { purpose, country }) => (purpose === undefined ? proposedPrefix(name, country) : undefined),
  },
  faultAction: (fault, view) => {
    const ways = [...domainChoices(fault, view), ...domainWays(fault, view)];
    return ways.length === 0 ? [] : [buttons(...ways)];
  },
  check: checkCompany,
  adapt: (values, { rules, country }) => ({
    ...values,
    ...(values['culture'] === undefined || rules.cultures.includes(values['culture'])
      ? {}
      : { culture: rules.defaultCulture }),
    ...(isQualificationIn(country, values['qualification'] ?? 'none') ? {} : { qualification: 'none' }),
  }),
});

/** The company with its domain, and its address with its language, each on a line; an ordinary customer's kind is not worth one. */
function companyTogether(answers: Values, { country, cloud }: Context, { locale }: Words) {
  const { companyName: name = '', domainPrefix: prefix, addressLine1 = '', addressLine2, city = '' } = answers;
  const { state, postalCode, culture, qualification: kind } = answers;
  const parts = { country, addressLine1, city, ...defined({ addressLine2, state, postalCode }) };
  const language = culture === undefined ? [] : [languageName(culture, locale)];
  return {
    facts: [
      { label: '', name, value: prefix === undefined ? '' : prefix + cloud.suffix },
      { label: '', value: [addressLine(parts), countryName(country, locale), ...language].join(' · ') },
    ],
    fields: [
      ...([
        'companyName',
        'domainPrefix',
        'addressLine1',
        'addressLine2',
        'city',
        'state',
        'postalCode',
        'culture',
      ] as const),
      ...(kind === 'none' ? (['qualification'] as const) : []),
    ],
  };
}

/** The fields of an existing customer's company. */
const knownCompanyFields = ({ rules }: Context) => ({ companyName, ...countryFields(rules) });

/** Name of an input of an existing customer's company. */
export type KnownCompanyField = keyof ReturnType<typeof knownCompanyFields>;

/** A button for each free domain that can be taken in place of the one at fault. */
const domainChoices = ({ choices = [] }: Fault, { words, token }: SectionView) =>
  choices.map((prefix) =>
    button(words.t('button.takeDomain', { prefix }), { verb: 'takeDomain', token, argument: prefix }),
  );

/** Buttons for a customer who exists already. */
function domainWays({ key }: Fault, { context, words, token }: SectionView) {
  if (key === 'fault.domainOwn') return [button(words.t('button.customers'), command('customers'))];
  return key === 'fault.domainTaken' && invitationRefusal(context.partner) === undefined
    ? [button(words.t('button.invite'), { verb: 'invite', token })]
    : [];
}

/** The country under its label, as inputs stand, and a button to change it: beside each other they would leave a phone no room. */
function countryRow({ t, locale }: Words, context: Context, token: string) {
  const name = countryName(context.country, locale);
  const isFixed = context.market.length === 1 || context.purpose?.country !== undefined;
  if (isFixed) return paragraph(t('company.country', { country: name }));
  const told = [paragraph(t('field.country'), { subtle: true }), below(paragraph(name))];
  return row(told, [buttons(button(t('button.changeCountry'), { verb: 'changeCountry', token }))]);
}

/** The domain of an existing customer, as text. */
const domainLine = ({ t }: Words, { purpose }: Context) =>
  purpose === undefined ? [] : [paragraph(t('account.domain', { domain: purpose.customer.domain }))];

const nameFaults = {
  'too-short': 'fault.nameTooShort',
  'too-long': 'fault.nameTooLong',
  'only-special': 'fault.nameOnlySpecial',
  abbreviation: 'fault.nameAbbreviation',
  'looks-like-domain': 'fault.nameDomain',
  repeated: 'fault.nameRepeated',
  spaced: 'fault.nameSpaced',
} as const;

const companyName = text(255, {
  rule: (value) => {
    const found = companyNameFault(value);
    return found === undefined ? undefined : nameFaults[found];
  },
});

const gdap = toggle();

/** The domain prefix; the cloud's suffix is shown beside the input and removed from a pasted full name. */
const domainPrefix = memoize((suffix: string): Field => {
  const typed = normalText(255, (value) => normalDomainPrefix(value, suffix), {
    // A required answer, but one is proposed for an input left empty.
    placeholder: 'company.domainPlaceholder',
    rule: (value) => {
      if (domainPrefixFault(value) === undefined) return undefined;
      const suggestion = suggestPrefix(value);
      return suggestion === undefined ? 'fault.domainPrefix' : { key: 'fault.domainPrefixLike', data: { suggestion } };
    },
  });
  return {
    ...typed,
    input: (view) => row([typed.input(view)], [besideInput(suffix)], 'Bottom'),
    format: (value) => value + suffix,
  };
});

/** The fields that depend on the customer's country. */
const countryFields = memoize((rules: CountryRules) => ({
  ...addressFields(rules),
  culture: choice(
    rules.cultures.map((culture) => ({ value: culture, title: ({ locale }) => languageName(culture, locale) })),
  ),
}));

/** The fields of a customer's address, by the rules of its country. */
export const addressFields = (rules: CountryRules): Record<AddressPart, Field> => ({
  addressLine1: text(maxPartLengths.addressLine1),
  addressLine2: text(maxPartLengths.addressLine2, { optional: true }),
  city: text(maxPartLengths.city, { optional: !rules.cityRequired, ...cityLabel(rules) }),
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

/** Labels of countries whose own word covers several kinds of states. */
const ownStateTypes: Readonly<Record<string, MessageKey>> = { CN: 'stateType.china', TW: 'stateType.taiwan' };

/** The label of cities where they are called otherwise. */
const cityLabel = ({ country }: CountryRules) =>
  country === 'TW' ? { label: ({ t }: Words): string => t('cityType.taiwan') } : {};

/** The label of states in this country; the general word where its own is not known. */
function stateLabel({ country, states }: CountryRules): MessageKey {
  const own = ownStateTypes[country];
  if (own !== undefined) return own;
  const { stateType } = postalAddress(country);
  const known = stateType === undefined ? undefined : stateTypes[stateType];
  return known ?? (states.length > 0 ? 'stateType.province' : 'field.state');
}

/** The state: a choice of names in the reader's language, kept as Partner Center spells it; a text without a list. */
function stateField(rules: CountryRules): Field {
  const { country, states } = rules;
  const optional = !rules.stateRequired;
  const key = stateLabel(rules);
  const label = (words: Words): string => words.say(key);
  if (states.length === 0) return text(maxPartLengths.state, { optional, label });
  const listed = (typed: string): string => parseState(rules, typed) ?? typed;
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

/** The postal code, kept in the country's own format. */
function postalCodeField(rules: CountryRules): Field {
  const { zipType } = postalAddress(rules.country);
  const kind = zipTypes.find((one) => one === zipType) ?? 'postal';
  const sample = rules.postalSamples?.[0];
  return normalText(maxPartLengths.postalCode, (typed) => normalPostalCode(rules, typed), {
    optional: !rules.postalCodeRequired,
    label: ({ t }) => t(`zipType.${kind}`),
    ...defined({ sample }),
    rule: (value) => {
      if (postalCodeFault(rules, value) === undefined) return undefined;
      return sample === undefined ? 'fault.postalCode' : { key: `fault.postalCode.${kind}`, data: { sample } };
    },
  });
}

/** The organization's registration ID, labelled by the number's own name, and its phone, where a country asks them. */
export const registrationFields = memoize((rules: CountryRules) => ({
  ...(rules.registration === undefined ? {} : { registrationNumber: registrationNumber(rules, rules.registration) }),
  ...(rules.organizationPhoneRequired ? { organizationPhone: phoneField(rules.country) } : {}),
}));

function registrationNumber(rules: CountryRules, { types, sample }: RegistrationRules): Field {
  return normalText(50, (typed) => normalRegistration(rules, typed), {
    label: (words) => numberLabel(types, words),
    ...defined({ sample }),
    rule: numberRule(rules, types, sample),
  });
}

const translatedTypes = ['INN', 'UNP', 'BIN', 'IIN', 'EDRPOU'] as const;

const translatedType = (type: string) => translatedTypes.find((one) => one === type);

/** The names of a country's registration IDs, such as INN; empty where it has none of its own. */
export const numberNames = (types: readonly string[], words: Words): string =>
  types.map((one) => (translatedType(one) === undefined ? one : words.say(`registrationType.${one}`))).join(' / ');

function numberLabel(types: readonly string[], words: Words): string {
  const label = words.t('field.registrationNumber');
  const hint = numberNames(types, words);
  return hint === '' ? label : words.t('form.pair', { label, hint });
}

function numberRule(rules: CountryRules, [first]: readonly string[], sample: string | undefined): AnswerRule {
  const key = first === undefined ? undefined : translatedType(first);
  // A value that begins with @ is the key of a message.
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

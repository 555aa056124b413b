import * as z from 'zod';
import { type CountryRules, findCountryRules, postalSamples, registrationIds } from '../rules/countries.ts';
import { postalStates } from '../rules/states.ts';
import { matchesWhole, wholePattern } from '../../lib/text.ts';
import { restPath, type RestClient } from './client.ts';
import { defined } from '../../lib/optional.ts';

// The documentation nests its lists, { states: { value: [] } }; the service returns supportedStatesList: [].
const listSchema = z
  .union([z.array(z.string()), z.object({ value: z.array(z.string()) }).transform(({ value }) => value)])
  .nullish()
  .transform((values) => values ?? undefined);

const optionalFlag = z.boolean().nullish();
const optionalText = z.string().nullish();

const rulesSchema = z.object({
  defaultCulture: optionalText,
  isStateRequired: optionalFlag,
  supportedStatesList: listSchema,
  states: listSchema,
  supportedLanguagesList: listSchema,
  supportedLanguages: listSchema,
  supportedCulturesList: listSchema,
  supportedCultures: listSchema,
  isCityRequired: optionalFlag,
  isPostalCodeRequired: optionalFlag,
  postalCodeRegex: optionalText,
  customerOrganizationRegistrationNumberRequired: optionalFlag,
  customerOrganizationRegistrationNumberRegex: optionalText,
  customerOrganizationRegistrationNumberSample: optionalText,
  customerOrganizationPhoneNumberRequired: optionalFlag,
});
type ServiceRules = z.infer<typeof rulesSchema>;

/**
 * Converts the service's .NET pattern into a JavaScript pattern for whole texts; undefined when there is none, or it
 * cannot be converted. Callers must bound the length of tested texts.
 */
const patternOf = (source: string | null | undefined): RegExp | undefined => {
  if (source === null || source === undefined || source.trim() === '' || source.length > 1000) return undefined;
  const anyCase = /^\^?\(\?i\)/.test(source);
  const ours = source
    .replace('(?i)', '')
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$');
  try {
    const whole = wholePattern(ours);
    return anyCase ? new RegExp(whole.source, 'i') : whole;
  } catch {
    return undefined;
  }
};

const registrationOf = (
  country: string,
  rules: ServiceRules,
): Pick<CountryRules, 'registration' | 'organizationPhoneRequired'> => {
  const { asked, ...documented } = registrationIds(country) ?? { asked: false, types: [], sample: '' };
  const isAsked = rules.customerOrganizationRegistrationNumberRequired ?? asked;
  const organizationPhoneRequired = rules.customerOrganizationPhoneNumberRequired ?? isAsked;
  if (!isAsked) return { organizationPhoneRequired };
  const pattern = patternOf(rules.customerOrganizationRegistrationNumberRegex);
  // The service's own pattern decides alone: an ID it accepts is not refused here for a check digit.
  const rule = pattern === undefined ? documented : { types: documented.types, pattern };
  const samples = [rules.customerOrganizationRegistrationNumberSample ?? '', documented.sample ?? ''];
  const sample = samples.find((one) => one !== '' && (pattern === undefined || matchesWhole(pattern, one)));
  return { organizationPhoneRequired, registration: { ...rule, ...defined({ sample }) } };
};

const culturesOf = (rules: ServiceRules): readonly string[] => {
  const all = rules.supportedCulturesList ?? rules.supportedCultures ?? [];
  const first = rules.defaultCulture ?? all[0] ?? 'en-US';
  return [first, ...all.filter((culture) => culture !== first)];
};

/** The service's own pattern of postal codes, else that of the postal data. */
const postalCodeOf = (country: string, rules: ServiceRules): Pick<CountryRules, 'postalCode' | 'postalSamples'> => {
  const postalCode = patternOf(rules.postalCodeRegex) ?? (rules.postalCodeRegex ? undefined : knownPostalCode(country));
  return { ...defined({ postalCode }), ...postalSamples(country, postalCode) };
};

const knownPostalCode = (country: string): RegExp | undefined => findCountryRules(country)?.postalCode;

const toRules = (country: string, rules: ServiceRules): CountryRules => {
  const cultures = culturesOf(rules);
  const languages = rules.supportedLanguagesList ?? rules.supportedLanguages ?? [];
  const states = rules.supportedStatesList ?? rules.states ?? [];
  return {
    country,
    defaultCulture: cultures[0] ?? 'en-US',
    cultures,
    languages: languages.length > 0 ? languages : cultures,
    states: states.length > 0 ? states : postalStates(country),
    stateRequired: rules.isStateRequired ?? false,
    cityRequired: rules.isCityRequired ?? true,
    postalCodeRequired: rules.isPostalCodeRequired ?? false,
    ...postalCodeOf(country, rules),
    ...registrationOf(country, rules),
  };
};

/** Rules of a country from the service, completed from the documented list and the postal data. */
export const readCountryRules = async (client: RestClient, country: string): Promise<CountryRules> => {
  const call = { method: 'GET', path: restPath('countryvalidationrules', country), token: 'app' } as const;
  return toRules(country, await client.read(rulesSchema, call));
};

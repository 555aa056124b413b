import * as z from 'zod';
import type { CountryRules } from '../countries.ts';
import { knownRules, postalSamples, registrationIds } from '../countryTable.ts';
import { postalStates } from '../states.ts';
import { matchesWhole, wholePattern } from '../text.ts';
import { path, type Client } from './client.ts';

// The page nests its lists, { states: { value: [] } }; the service gives supportedStatesList: [].
const list = z
  .union([z.array(z.string()), z.object({ value: z.array(z.string()) }).transform(({ value }) => value)])
  .nullish()
  .transform((values) => values ?? undefined);

const flag = z.boolean().nullish();
const text = z.string().nullish();

const answer = z.object({
  defaultCulture: text,
  isStateRequired: flag,
  supportedStatesList: list,
  states: list,
  supportedLanguagesList: list,
  supportedLanguages: list,
  supportedCulturesList: list,
  supportedCultures: list,
  isCityRequired: flag,
  isPostalCodeRequired: flag,
  postalCodeRegex: text,
  customerOrganizationRegistrationNumberRequired: flag,
  customerOrganizationRegistrationNumberRegex: text,
  customerOrganizationRegistrationNumberSample: text,
  customerOrganizationPhoneNumberRequired: flag,
});
type Rules = z.infer<typeof answer>;

/**
 * A pattern of the service for whole texts, from .NET's writing into ours; undefined when there is none or it cannot be
 * had here. Those who use it bound the length of what they test.
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
  rules: Rules,
): Pick<CountryRules, 'registration' | 'organizationPhoneRequired'> => {
  const { asked, ...documented } = registrationIds(country) ?? { asked: false, types: [], sample: '' };
  const isAsked = rules.customerOrganizationRegistrationNumberRequired ?? asked;
  const organizationPhoneRequired = rules.customerOrganizationPhoneNumberRequired ?? isAsked;
  if (!isAsked) return { organizationPhoneRequired };
  const pattern = patternOf(rules.customerOrganizationRegistrationNumberRegex);
  // The service's own pattern decides alone: what it takes is not refused here for a check digit.
  const rule = pattern === undefined ? documented : { types: documented.types, pattern };
  const samples = [rules.customerOrganizationRegistrationNumberSample ?? '', documented.sample ?? ''];
  const sample = samples.find((one) => one !== '' && (pattern === undefined || matchesWhole(pattern, one)));
  return { organizationPhoneRequired, registration: { ...rule, ...(sample === undefined ? {} : { sample }) } };
};

const culturesOf = (rules: Rules): readonly string[] => {
  const all = rules.supportedCulturesList ?? rules.supportedCultures ?? [];
  const first = rules.defaultCulture ?? all[0] ?? 'en-US';
  return [first, ...all.filter((culture) => culture !== first)];
};

/** The service's own pattern of postal codes; where it gives none, that of the country's post. */
const postalCodeOf = (country: string, rules: Rules): Pick<CountryRules, 'postalCode' | 'postalSamples'> => {
  const postalCode = patternOf(rules.postalCodeRegex) ?? (rules.postalCodeRegex ? undefined : knownPostalCode(country));
  return { ...(postalCode === undefined ? {} : { postalCode }), ...postalSamples(country, postalCode) };
};

const knownPostalCode = (country: string): RegExp | undefined => knownRules(country)?.postalCode;

const toRules = (country: string, rules: Rules): CountryRules => {
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

/** The rules of a country as the service gives them; what it leaves out comes from the documented list and the country's post. */
export const readCountryRules = async (client: Client, country: string): Promise<CountryRules> => {
  const call = { method: 'GET', path: path('countryvalidationrules', country), token: 'app' } as const;
  return toRules(country, await client.read(answer, call));
};

import * as z from 'zod';
import type { CountryRules } from '../countries.ts';
import { knownRules } from '../countryTable.ts';
import { wholePattern } from '../text.ts';
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

const registrationOf = (country: string, rules: Rules): Pick<CountryRules, 'registration'> => {
  const documented = knownRules(country)?.registration;
  const required = rules.customerOrganizationRegistrationNumberRequired;
  const isAsked = required ?? documented !== undefined;
  if (!isAsked) return {};
  const pattern = patternOf(rules.customerOrganizationRegistrationNumberRegex) ?? documented?.pattern;
  const sample = rules.customerOrganizationRegistrationNumberSample ?? undefined;
  return {
    registration: {
      types: documented?.types ?? [],
      ...(pattern === undefined ? {} : { pattern }),
      ...(sample === undefined || sample === '' ? {} : { sample }),
    },
  };
};

const culturesOf = (rules: Rules): readonly string[] => {
  const all = rules.supportedCulturesList ?? rules.supportedCultures ?? [];
  const first = rules.defaultCulture ?? all[0] ?? 'en-US';
  return [first, ...all.filter((culture) => culture !== first)];
};

const toRules = (country: string, rules: Rules): CountryRules => {
  const cultures = culturesOf(rules);
  const postalCode = patternOf(rules.postalCodeRegex);
  const languages = rules.supportedLanguagesList ?? rules.supportedLanguages ?? [];
  return {
    country,
    defaultCulture: cultures[0] ?? 'en-US',
    cultures,
    languages: languages.length > 0 ? languages : cultures,
    states: rules.supportedStatesList ?? rules.states ?? [],
    stateRequired: rules.isStateRequired ?? false,
    cityRequired: rules.isCityRequired ?? true,
    postalCodeRequired: rules.isPostalCodeRequired ?? false,
    ...(postalCode === undefined ? {} : { postalCode }),
    ...registrationOf(country, rules),
  };
};

/** The rules of a country as the service gives them; what it leaves out of registration IDs comes from the documented list. */
export const readCountryRules = async (client: Client, country: string): Promise<CountryRules> => {
  const call = { method: 'GET', path: path('countryvalidationrules', country), token: 'app' } as const;
  return toRules(country, await client.read(answer, call));
};

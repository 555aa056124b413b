import * as z from 'zod';
import type { CountryRules } from './countries.ts';
import { dataFile } from './data.ts';
import { wholePattern } from './text.ts';

const recordedRules = z.object({
  defaultCulture: z.string(),
  supportedCulturesList: z.array(z.string()),
  supportedLanguagesList: z.array(z.string()),
  isStateRequired: z.boolean(),
  supportedStatesList: z.array(z.string()),
  isCityRequired: z.boolean(),
  isPostalCodeRequired: z.boolean(),
  postalCodeRegex: z.string(),
});

const table = dataFile(
  'countries',
  z.object({
    cultures: z.record(z.string(), z.array(z.string())),
    recorded: z.record(z.string(), recordedRules),
  }),
);
const postalCodes = dataFile('postalCodes', z.record(z.string(), z.string()));
const registrations = dataFile(
  'registrationIds',
  z.record(z.string(), z.object({ types: z.array(z.string()), pattern: z.string().optional() })),
);

const registration = (country: string): Pick<CountryRules, 'registration'> => {
  const ids = registrations()[country];
  if (ids === undefined) return {};
  return {
    registration: {
      types: ids.types,
      ...(ids.pattern === undefined ? {} : { pattern: wholePattern(ids.pattern) }),
    },
  };
};

// Recorded lists name a language by its base subtag, but Portuguese and Chinese by their region.
const languageIn = (culture: string): string => {
  const base = culture.split('-')[0] ?? culture;
  return base === 'pt' || base === 'zh' ? culture : base;
};

const tableRules = (country: string, cultures: readonly string[]): CountryRules => {
  const postalCode = postalCodes()[country];
  return {
    country,
    defaultCulture: cultures[0] ?? 'en-US',
    cultures,
    languages: [...new Set(cultures.map(languageIn))],
    states: [],
    stateRequired: false,
    cityRequired: true,
    postalCodeRequired: postalCode !== undefined,
    ...(postalCode === undefined ? {} : { postalCode: wholePattern(postalCode) }),
    ...registration(country),
  };
};

const rulesAsRecorded = (country: string, rules: z.infer<typeof recordedRules>): CountryRules => ({
  country,
  defaultCulture: rules.defaultCulture,
  cultures: rules.supportedCulturesList,
  languages: rules.supportedLanguagesList,
  states: rules.supportedStatesList,
  stateRequired: rules.isStateRequired,
  cityRequired: rules.isCityRequired,
  postalCodeRequired: rules.isPostalCodeRequired,
  postalCode: wholePattern(rules.postalCodeRegex),
  ...registration(country),
});

const made = new Map<string, CountryRules>();

/**
 * The rules of a country as recorded or by the documented tables, always the same object; undefined for a country
 * Partner Center does not know.
 */
export const knownRules = (iso2: string): CountryRules | undefined => {
  const ready = made.get(iso2);
  if (ready !== undefined) return ready;
  const { cultures, recorded } = table();
  const known = Object.hasOwn(cultures, iso2) ? cultures[iso2] : undefined;
  const asRecorded = recorded[iso2];
  if (known === undefined) return undefined;
  const rules = asRecorded === undefined ? tableRules(iso2, known) : rulesAsRecorded(iso2, asRecorded);
  made.set(iso2, rules);
  return rules;
};

/** Every country Partner Center knows, by ISO 3166 alpha-2 code. */
export const countryCodes = (): readonly string[] => Object.keys(table().cultures);

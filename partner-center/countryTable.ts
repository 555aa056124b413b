import * as z from 'zod';
import type { CountryRules, RegistrationRules } from './countries.ts';
import { dataFile } from './data.ts';
import { postalAddress } from './postalAddress.ts';
import { postalStates } from './states.ts';
import { matchesWhole, wholePattern } from './text.ts';

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
const registrations = dataFile(
  'registrationIds',
  z.record(
    z.string(),
    z.object({
      types: z.array(z.string()),
      pattern: z.string().exactOptional(),
      sample: z.string().exactOptional(),
      numbers: z.array(z.string()).exactOptional(),
      asked: z.literal(false).exactOptional(),
    }),
  ),
);

/** What a registration ID of that country is, whether it is usually asked for or not. */
export const registrationIds = (country: string): (RegistrationRules & { readonly asked: boolean }) | undefined => {
  const known = registrations();
  const ids = Object.hasOwn(known, country) ? known[country] : undefined;
  if (ids === undefined) return undefined;
  const { pattern, asked, ...others } = ids;
  return { ...others, asked: asked ?? true, ...(pattern === undefined ? {} : { pattern: wholePattern(pattern) }) };
};

const registration = (country: string): Pick<CountryRules, 'registration' | 'organizationPhoneRequired'> => {
  const { asked = false, ...ids } = registrationIds(country) ?? { types: [] };
  return { organizationPhoneRequired: asked, ...(asked ? { registration: ids } : {}) };
};

/** How codes of a country are written: the samples of its post that fit the pattern, the best known first. */
export const postalSamples = (country: string, pattern: RegExp | undefined): Pick<CountryRules, 'postalSamples'> => {
  const samples = [...(bestKnown[country] ?? []), ...(postalAddress(country).samples ?? [])];
  const good = samples.filter((one) => pattern !== undefined && matchesWhole(pattern, one));
  return good.length === 0 ? {} : { postalSamples: good };
};

// The post's own first samples say nothing to people there.
const bestKnown: Readonly<Record<string, readonly string[]>> = {
  US: ['98052', '98052-6399'],
  GB: ['SW1A 1AA'],
  CA: ['K1A 0B1'],
  BR: ['01310-100'],
  DE: ['10115'],
  RU: ['101000'],
  CN: ['100000'],
  JP: ['100-0001'],
  SE: ['111 20'],
};

// Recorded lists name a language by its base subtag, but Portuguese and Chinese by their region.
const languageIn = (culture: string): string => {
  const base = culture.split('-')[0] ?? culture;
  return base === 'pt' || base === 'zh' ? culture : base;
};

/** Cultures with the one of the language that most people of the country speak first (CLDR): English in Canada. */
const likeliestFirst = (country: string, cultures: readonly string[]): readonly string[] => {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  const likeliest = cultures.find((culture) => culture.split('-')[0] === language);
  return likeliest === undefined ? cultures : [likeliest, ...cultures.filter((culture) => culture !== likeliest)];
};

const tableRules = (country: string, listed: readonly string[]): CountryRules => {
  const { zip, require = '' } = postalAddress(country);
  const cultures = likeliestFirst(country, listed);
  const postalCode = zip === undefined ? undefined : wholePattern(zip);
  const states = postalStates(country);
  return {
    country,
    defaultCulture: cultures[0] ?? 'en-US',
    cultures,
    languages: [...new Set(cultures.map(languageIn))],
    states,
    stateRequired: states.length > 0 && require.includes('S'),
    cityRequired: true,
    postalCodeRequired: postalCode !== undefined && require.includes('Z'),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...postalSamples(country, postalCode),
    ...registration(country),
  };
};

const rulesAsRecorded = (country: string, rules: z.infer<typeof recordedRules>): CountryRules => {
  const postalCode = wholePattern(rules.postalCodeRegex);
  return {
    country,
    defaultCulture: rules.defaultCulture,
    cultures: rules.supportedCulturesList,
    languages: rules.supportedLanguagesList,
    // The list of 2019 lacks the territories and the armed forces, whose addresses are written as those of states.
    states: [...new Set([...rules.supportedStatesList, ...postalStates(country)])],
    stateRequired: rules.isStateRequired,
    cityRequired: rules.isCityRequired,
    postalCodeRequired: rules.isPostalCodeRequired,
    postalCode,
    ...postalSamples(country, postalCode),
    ...registration(country),
  };
};

const made = new Map<string, CountryRules>();

/**
 * The rules of a country as recorded or by the documented tables and those of its post, always the same object; undefined
 * for a country Partner Center does not know.
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

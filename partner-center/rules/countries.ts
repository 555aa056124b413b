import * as z from 'zod';
import { dataFile } from '../data/dataFile.ts';
import { capitalize, expandIslands, matchesWhole, wholePattern } from '../../lib/text.ts';
import { postalAddress, postalStates } from './states.ts';
import { defined } from '../../lib/optional.ts';

/** Rules of a country for a customer's address and organization (GET countryvalidationrules/{country}). */
export interface CountryRules {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly defaultCulture: string;
  /** Cultures such as en-US, the default first. */
  readonly cultures: readonly string[];
  readonly languages: readonly string[];
  /** States as they are sent, codes or names; empty when the state is free text or unused. */
  readonly states: readonly string[];
  readonly stateRequired: boolean;
  readonly cityRequired: boolean;
  readonly postalCodeRequired: boolean;
  /** Matched against the whole normalised code (NFKC, upper case, single blanks); absent: 1 to 12 printable characters. */
  readonly postalCode?: RegExp;
  /** Codes as they are written; the first is shown. */
  readonly postalSamples?: readonly string[];
  /** A registration ID is asked for. */
  readonly registration?: RegistrationRules;
  /** The organization's phone is asked for. */
  readonly organizationPhoneRequired: boolean;
}

/** Rules of a registration ID; `types` names the usual numbers, e.g. INN, CNPJ, the most usual first. */
export interface RegistrationRules {
  readonly types: readonly string[];
  /** The service's own pattern, which then decides alone, or that of our table. */
  readonly pattern?: RegExp;
  readonly sample?: string;
  /** Kinds of numbers with check digits: an ID that does not match the pattern must be one; see registrationId.ts. */
  readonly numbers?: readonly string[];
}

/**
 * Rules of a country from local data, without a call: as recorded for US and PT, else from the documented table of
 * cultures, our own postal patterns and the list of registration IDs. Raises an error for an unknown country.
 */
export const countryRules = (iso2: string): CountryRules => {
  const rules = findCountryRules(iso2);
  if (rules === undefined)
    throw new Error(`no country "${iso2}": use an ISO 3166 alpha-2 code that Partner Center knows`);
  return rules;
};

const markets = dataFile('markets', z.record(z.string(), z.array(z.string())));

/**
 * Codes of the countries in which a partner of that country may sell (regional-authorization-overview). A country on no
 * list, such as RU, is a market of its own.
 */
export const market = (partnerCountry: string): readonly string[] =>
  Object.values(markets()).find((countries) => countries.includes(partnerCountry)) ?? [partnerCountry];

/**
 * The language of a customer with that culture: the entry of `rules.languages` that is the culture, else its base
 * language, else the first; both are sent, from two lists that name languages differently.
 */
export const languageOf = (rules: CountryRules, culture: string): string => {
  const base = culture.split('-')[0] ?? culture;
  const is = (name: string) => (language: string) => language.toLowerCase() === name.toLowerCase();
  return rules.languages.find(is(culture)) ?? rules.languages.find(is(base)) ?? rules.languages[0] ?? base;
};

const displayNames = new Map<string, Intl.DisplayNames>();

type NameStyle = 'long' | 'short';

// Building one costs a millisecond; a card names 53 countries. In Taiwan the long names of Hong Kong and Macao are the mainland's.
const displayNamesIn = (type: 'region' | 'language', locale: string, asked: NameStyle): Intl.DisplayNames => {
  const style = locale === 'zh-TW' ? 'short' : asked;
  const key = `${type} ${style} ${locale}`;
  const known = displayNames.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DisplayNames([locale], { type, style, languageDisplay: 'standard', fallback: 'code' });
  displayNames.set(key, made);
  return made;
};

/** Names that were found, so that there are no more than codes in the world: asking Node again takes microseconds. */
const foundNames = new Map<string, string>();

/** The display name with a capital first letter, for lists: Russian writes some of these names without one. */
const displayNameOr = (type: 'region' | 'language', locale: string, code: string, style: NameStyle): string => {
  const key = `${type} ${style} ${locale} ${code}`;
  const found = foundNames.get(key);
  if (found !== undefined) return found;
  try {
    const name = expandIslands(displayNamesIn(type, locale, style).of(code) ?? code);
    if (name === code) return code;
    const capitalized = capitalize(name, locale);
    foundNames.set(key, capitalized);
    return capitalized;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
};

/** Name of a country in the locale; text that is no country code is returned unchanged. */
export const countryName = (iso2: string, locale: string): string => displayNameOr('region', locale, iso2, 'long');

/**
 * Name of a culture in the locale, es-US as "Spanish (US)", which an input half a card wide has room for; text that is no
 * culture is returned unchanged.
 */
export const languageName = (culture: string, locale: string): string =>
  displayNameOr('language', locale, culture, 'short');

/** The same with its country in full, es-US as "Spanish (United States)": as a file may say it. */
export const longLanguageName = (culture: string, locale: string): string =>
  displayNameOr('language', locale, culture, 'long');

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

const countryTable = dataFile(
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

/** Registration ID rules of a country; `asked` tells whether an ID is usually asked for there. */
export const registrationIds = (country: string): (RegistrationRules & { readonly asked: boolean }) | undefined => {
  const known = registrations();
  const ids = Object.hasOwn(known, country) ? known[country] : undefined;
  if (ids === undefined) return undefined;
  const { pattern, asked, ...others } = ids;
  return { ...others, asked: asked ?? true, ...(pattern === undefined ? {} : { pattern: wholePattern(pattern) }) };
};

const organizationRules = (country: string): Pick<CountryRules, 'registration' | 'organizationPhoneRequired'> => {
  const { asked = false, ...ids } = registrationIds(country) ?? { types: [] };
  return { organizationPhoneRequired: asked, ...(asked ? { registration: ids } : {}) };
};

/** Sample postal codes of a country that match the pattern, the best known first. */
export const postalSamples = (country: string, pattern: RegExp | undefined): Pick<CountryRules, 'postalSamples'> => {
  const samples = [...(bestKnownSamples[country] ?? []), ...(postalAddress(country).samples ?? [])];
  const good = samples.filter((one) => pattern !== undefined && matchesWhole(pattern, one));
  return good.length === 0 ? {} : { postalSamples: good };
};

// The first samples of the postal data are unfamiliar to people in these countries.
const bestKnownSamples: Readonly<Record<string, readonly string[]>> = {
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

/** Cultures, the one of the country's most likely language (CLDR) first: English in Canada. */
const likeliestFirst = (country: string, cultures: readonly string[]): readonly string[] => {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  const likeliest = cultures.find((culture) => culture.split('-')[0] === language);
  return likeliest === undefined ? cultures : [likeliest, ...cultures.filter((culture) => culture !== likeliest)];
};

const documentedCountryRules = (country: string, listed: readonly string[]): CountryRules => {
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
    ...defined({ postalCode }),
    ...postalSamples(country, postalCode),
    ...organizationRules(country),
  };
};

const recordedCountryRules = (country: string, rules: z.infer<typeof recordedRules>): CountryRules => {
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
    ...organizationRules(country),
  };
};

const rulesByCountry = new Map<string, CountryRules>();

/**
 * Rules of a country from recorded data, else from the documented tables and postal data, always the same object;
 * undefined for a country Partner Center does not know.
 */
export const findCountryRules = (iso2: string): CountryRules | undefined => {
  const ready = rulesByCountry.get(iso2);
  if (ready !== undefined) return ready;
  const { cultures, recorded } = countryTable();
  const known = Object.hasOwn(cultures, iso2) ? cultures[iso2] : undefined;
  const asRecorded = recorded[iso2];
  if (known === undefined) return undefined;
  const rules = asRecorded === undefined ? documentedCountryRules(iso2, known) : recordedCountryRules(iso2, asRecorded);
  rulesByCountry.set(iso2, rules);
  return rules;
};

/** ISO 3166 alpha-2 codes of every country Partner Center knows. */
export const countryCodes = (): readonly string[] => Object.keys(countryTable().cultures);

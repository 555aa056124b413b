import * as z from 'zod';
import { knownRules } from './countryTable.ts';
import { dataFile } from './data.ts';
import { capitalized, islandsWrittenOut } from './text.ts';

/** What a country asks of a customer's address and organization (GET countryvalidationrules/{country}). */
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

/** What a registration ID must be; `types` names the usual numbers, e.g. INN, CNPJ, the most usual first. */
export interface RegistrationRules {
  readonly types: readonly string[];
  /** As the service gives it, which then decides alone, or as our table has it. */
  readonly pattern?: RegExp;
  readonly sample?: string;
  /** Numbers with check digits, of which it must be one where it looks like none of the pattern's; see registration.ts. */
  readonly numbers?: readonly string[];
}

/**
 * The rules of a country without asking the service: as recorded for US and PT, else from the documented table of
 * cultures, our own postal patterns and the list of registration IDs. Raises an error for an unknown country.
 */
export const countryRules = (iso2: string): CountryRules => {
  const rules = knownRules(iso2);
  if (rules === undefined)
    throw new Error(`no country "${iso2}": use an ISO 3166 alpha-2 code that Partner Center knows`);
  return rules;
};

const markets = dataFile('markets', z.record(z.string(), z.array(z.string())));

/**
 * The countries a partner of that country may sell in (regional-authorization-overview), by code. A country on no list,
 * such as RU, is a market of its own.
 */
export const market = (partnerCountry: string): readonly string[] =>
  Object.values(markets()).find((countries) => countries.includes(partnerCountry)) ?? [partnerCountry];

/**
 * The language a customer of that culture gets: the entry of `rules.languages` that is the culture, else its base
 * language, else the first; both are sent, from two lists that name languages differently.
 */
export const languageOf = (rules: CountryRules, culture: string): string => {
  const base = culture.split('-')[0] ?? culture;
  const is = (name: string) => (language: string) => language.toLowerCase() === name.toLowerCase();
  return rules.languages.find(is(culture)) ?? rules.languages.find(is(base)) ?? rules.languages[0] ?? base;
};

const kept = new Map<string, Intl.DisplayNames>();

// Building one costs a millisecond; a card names 53 countries. In Taiwan the long names of Hong Kong and Macao are the mainland's.
const names = (type: 'region' | 'language', locale: string): Intl.DisplayNames => {
  const key = `${type} ${locale}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const style = locale === 'zh-TW' ? 'short' : 'long';
  const made = new Intl.DisplayNames([locale], { type, style, languageDisplay: 'standard', fallback: 'code' });
  kept.set(key, made);
  return made;
};

/** With a capital, as an item of a list begins: Russian writes some of these names without one. */
const nameOr = (type: 'region' | 'language', locale: string, code: string): string => {
  try {
    const name = islandsWrittenOut(names(type, locale).of(code) ?? code);
    return name === code ? code : capitalized(name, locale);
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
};

/** A country's name in the locale's words; what is no country code is given back. */
export const countryName = (iso2: string, locale: string): string => nameOr('region', locale, iso2);

/** A culture such as es-US in the locale's words: "Spanish (United States)"; what is no culture is given back. */
export const languageName = (culture: string, locale: string): string => nameOr('language', locale, culture);

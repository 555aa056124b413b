import * as z from 'zod';
import type { CountryRules } from './countries.ts';
import { parseState } from './states.ts';
import { matchesWhole, plainCapitals, textFault } from '../../lib/text.ts';
import { address as storedAddress, addressParts } from '../../model/address.ts';
import { dataFile } from '../data/dataFile.ts';

type PostalRules = Pick<CountryRules, 'country' | 'states' | 'postalCode' | 'postalSamples' | 'postalCodeRequired'>;

/**
 * A postal code in capitals, with single blanks and plain hyphens, without full width, invisible marks and Japan's 〒.
 */
const plainCode = (text: string): string => plainCapitals(text.replaceAll('〒', ' ')).replace(/[‐-―−ー]/g, '-');

// A label before a code, "CEP 01310-100", "邮编200040"; and the suffix that France adds for large receivers.
const codeLabel =
  /^(?:ZIP(?: CODE)?|POST(?:AL)? ?CODE|POSTCODE|PLZ|CAP|CEP|PIN(?: ?CODE)?|CP|C\.P\.|ИНДЕКС|[邮郵][编編][號号]?|[郵邮][遞递][區区][號号])\s*[:.]?\s*/iu;
const largeReceiver = /\s+CEDEX(?:\s+\d{1,2})?$/;

/** A code without the state of "WA 98052", the country of "D-10115" or the city of 「11049台北市」. */
const withoutPlace = (code: string, rules: PostalRules): string => {
  const bare = code
    .replace(codeLabel, '')
    .replace(largeReceiver, '')
    .replace(/^[\p{Script=Han}\s]+|[\p{Script=Han}\s]+$/gu, '')
    .replace(new RegExp(`^(?:${rules.country}[- ]|[A-Z]-)(?=[A-Z\\d]{3})|^[A-Z] (?=\\d{4,5}$)`), '');
  const [, before = '', rest = ''] = /^([A-Z]{2,3}),?\s+(.*\d.*)$/.exec(bare) ?? [];
  return before !== '' && parseState(rules, before) !== undefined ? rest : bare;
};

/** A code spaced as the country's sample of the same length; undefined when no such sample has a separator. */
const spacedAs = (code: string, samples: readonly string[]): string | undefined => {
  const signs = code.replace(/[^A-Z\d]/g, '');
  const alike = samples.find((one) => one.replace(/[^A-Z\d]/g, '').length === signs.length && /[ -]/.test(one));
  if (alike === undefined) return undefined;
  let place = 0;
  return Array.from(alike, (sign) => (/[ -]/.test(sign) ? sign : signs[place++])).join('');
};

/**
 * Normalises a postal code to the country's own form where possible, "98052 6399" to 98052-6399, "SW1A-2AA" to SW1A
 * 2AA, "75008 CEDEX 08" to 75008; any other text to capitals with single blanks.
 */
export const normalPostalCode = (rules: PostalRules, text: string): string => {
  const code = plainCode(text);
  if (code === '' || code.length > 40 || rules.postalCode === undefined) return code;
  const bare = withoutPlace(code, rules);
  // Only the separators may be wrong: "A 8052" is no code of four digits.
  const signs = /^[A-Z\d]+(?:[ .-][A-Z\d]+)*$/.test(bare) ? bare.replace(/[ .-]/g, '') : bare;
  const samples = rules.postalSamples ?? [];
  // In El Salvador the label is a part of the code.
  const forms = [spacedAs(signs, samples), bare, signs, spacedAs(code, samples), code];
  return forms.find((form) => form !== undefined && matchesForm(rules.postalCode, form)) ?? code;
};

// The pattern may come from the service: it is never tested on a longer text.
const matchesForm = (pattern: RegExp | undefined, code: string): boolean =>
  code.length <= maxPartLengths.postalCode && matchesWhole(pattern ?? /[\p{L}\p{N}\p{P} ]{1,12}/u, code);

/** Fault of a normalised code; width and case do not matter. */
export const postalCodeFault = (rules: PostalRules, text: string): 'missing' | 'invalid' | undefined => {
  const code = plainCode(text);
  if (code === '') return rules.postalCodeRequired ? 'missing' : undefined;
  return matchesForm(rules.postalCode, code) ? undefined : 'invalid';
};

/** A postal address as sent to Partner Center. `state` is the entry of the country's list where there is one. */
export type Address = Readonly<z.infer<typeof storedAddress>>;

/** Maximum lengths of an address's parts, in UTF-16 units. */
export const maxPartLengths = {
  addressLine1: 200,
  addressLine2: 200,
  city: 100,
  state: 100,
  postalCode: 20,
} as const satisfies Readonly<Record<Exclude<keyof Address, 'country'>, number>>;

/**
 * Result of the address check: `accepted`; `suggested`, with better addresses; `unconfirmed`, with the service's own
 * words, or the only country in which it knows the address; `unchecked`.
 */
export type AddressCheckResult =
  | { readonly status: 'accepted' }
  | { readonly status: 'suggested'; readonly suggestions: readonly Address[] }
  | { readonly status: 'unconfirmed'; readonly said?: string; readonly elsewhere?: string }
  | { readonly status: 'unchecked' };

const addressSchema = z.object({
  country: z.string(),
  addressLine1: z.string(),
  city: z.string(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
});

const documentedAnswers = dataFile(
  'addresses',
  z.array(z.object({ original: addressSchema, suggestions: z.array(addressSchema.required()) })),
);

const isFilled = (text: string, most: number): boolean => text.trim() !== '' && text.length <= most;

const isState = (rules: CountryRules, state = ''): boolean => {
  if (state === '') return !rules.stateRequired;
  return rules.states.length === 0 || rules.states.includes(state);
};

/** The first field of an address that breaks its country's rules. */
export const addressFault = (rules: CountryRules, address: Address): keyof Address | undefined => {
  if (address.country !== rules.country) return 'country';
  if (!isFilled(address.addressLine1, maxPartLengths.addressLine1)) return 'addressLine1';
  if ((address.addressLine2 ?? '').length > maxPartLengths.addressLine2) return 'addressLine2';
  if (rules.cityRequired && !isFilled(address.city, maxPartLengths.city)) return 'city';
  if (!isState(rules, address.state)) return 'state';
  if (postalCodeFault(rules, address.postalCode ?? '') !== undefined) return 'postalCode';
  return addressParts.find((part) => part !== 'postalCode' && textFault(address[part] ?? '') !== undefined);
};

const comparableAddress = ({
  country,
  addressLine1,
  city,
  state,
  postalCode,
}: z.infer<typeof addressSchema> | Address): string =>
  [addressLine1, city, state ?? '', postalCode ?? '', country].join('\n').toLowerCase();

/** The address check's documented answers (developer/validate-an-address); every other address is accepted. */
export const documentedAddressCheck = (address: Address): AddressCheckResult => {
  const asked = comparableAddress(address);
  const known = documentedAnswers().find(({ original }) => comparableAddress(original) === asked);
  if (known === undefined) return { status: 'accepted' };
  const { addressLine2 } = address;
  const line2 = addressLine2 === undefined ? {} : { addressLine2 };
  return { status: 'suggested', suggestions: known.suggestions.map((suggestion) => ({ ...suggestion, ...line2 })) };
};

/** Countries whose addresses, in their own script, go from the largest part to the smallest (Universal Postal Union). */
const largestFirstCountries: ReadonlySet<string> = new Set(['CN', 'HK', 'JP', 'KR', 'MO', 'TW']);

/** True for countries whose addresses are read from the largest part to the smallest. */
export const isLargestFirst = (country: string): boolean => largestFirstCountries.has(country);

const ownScript = /[\p{Script=Han}\p{Script=Hangul}]/u;

const filledParts = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

/** Most characters of a state that is abbreviated, behind which its postal code stands without a comma: WA 98052. */
const maxAbbreviation = 3;

const stateWithCode = (state = '', postalCode = ''): string =>
  filledParts(state, postalCode).join(state.length <= maxAbbreviation ? ' ' : ', ');

/**
 * An address on one line, as it is written on an envelope of its country: from the smallest part with commas or, in East
 * Asian script, from the largest one without.
 */
export function addressLine({ country, addressLine1, addressLine2, city, state, postalCode }: Address): string {
  if (!isLargestFirst(country) || !ownScript.test(addressLine1))
    return filledParts(addressLine1, addressLine2, city, stateWithCode(state, postalCode)).join(', ');
  // A municipality that is its own province is written once.
  const place = filledParts(state === city ? undefined : state, city, addressLine1, addressLine2).join('');
  return filledParts(postalCode, place).join(' ');
}

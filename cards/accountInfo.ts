import type { Words } from '../locales/words.ts';
import { nothingLeft } from '../lib/complete.ts';
import { factLabel, type FieldName, inReadingOrder } from './labels.ts';
import type { BillingProfile } from '../partner-center/management.ts';
import { countryName, languageName } from '../partner-center/rules/countries.ts';
import type { Fact } from './elements.ts';

/** Inputs of a customer's account info that can be changed, in the order of its cards. */
export const accountFields = [
  'companyName',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'culture',
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
] as const;

/** Name of an input of account info. */
export type AccountField = (typeof accountFields)[number];

/**
 * Labels of account info inputs as one list, each in quotation marks because some hold a comma, in reading order.
 * Unknown names are left out.
 */
export function fieldNames(names: readonly string[], words: Words): string {
  const known = accountFields.flatMap((name): [AccountField][] => (names.includes(name) ? [[name]] : []));
  const quoted = (text: string): string => words.t('importReview.quoted', { text });
  return words.list(inReadingOrder(known, words, '').map(([name]) => quoted(words.t(`field.${name}`))));
}

/** Facts of a billing profile at Partner Center. Parts that are unknown or empty are left out. */
export function profileFacts({ contact, address = {}, ...profile }: BillingProfile, words: Words): Fact[] {
  // The culture names the language, too.
  const { companyName, culture, language: _notShown, ...others } = profile;
  nothingLeft(others);
  const { addressLine1, addressLine2, city, state, postalCode, country, ...elsewhere } = address;
  nothingLeft(elsewhere);
  const { firstName, lastName, email, phone, ...unknown } = contact;
  nothingLeft(unknown);
  const values: readonly (readonly [FieldName, string | undefined])[] = [
    ['companyName', companyName],
    ['addressLine1', addressLine1],
    ['addressLine2', addressLine2],
    ['city', city],
    ['state', state],
    ['postalCode', postalCode],
    ['country', country === undefined ? country : countryName(country, words.locale)],
    ['culture', culture === undefined ? culture : languageName(culture, words.locale)],
    ['firstName', firstName],
    ['lastName', lastName],
    ['email', email],
    ['phoneNumber', phone],
  ];
  return inReadingOrder(values, words, country ?? '').flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ label: factLabel(name, words), value }],
  );
}

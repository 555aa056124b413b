import type { Words } from '../../locales/words.ts';
import type { BillingProfile } from '../../partner-center/management.ts';
import { countryName, languageName } from '../../partner-center/countries.ts';
import type { Fact } from '../elements.ts';
import { factLabel, type FieldName } from '../labels.ts';
import { inReadingOrder } from '../readingOrder.ts';

/** What Partner Center knows of whom it bills; what it does not know, or does not say, is left out. */
export function profileFacts({ companyName, culture, contact, address = {} }: BillingProfile, words: Words): Fact[] {
  const { addressLine1, addressLine2, city, state, postalCode, country } = address;
  const { firstName, lastName, email, phone } = contact;
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

import type { Words } from '../../locales/words.ts';
import type { BillingProfile } from '../../partner-center/management.ts';
import type { Fact } from '../elements.ts';
import { factLabel, type FieldName } from '../labels.ts';

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
    ['country', country],
    ['culture', culture],
    ['firstName', firstName],
    ['lastName', lastName],
    ['email', email],
    ['phoneNumber', phone],
  ];
  return values.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ label: factLabel(name, words), value }],
  );
}

import type { FaultField, FaultReason } from '../fault.ts';
import type { Problem } from './problem.ts';

// How the service names what is wrong: "property_name: StateInvalid", "ZipCityInvalid", "BillingProfile.Email", …
const names: readonly (readonly [RegExp, FaultField])[] = [
  [/zip|postal_?code/i, 'postalCode'],
  [/state|province/i, 'state'],
  [/city/i, 'city'],
  [/address_?line_?2/i, 'addressLine2'],
  [/address_?line|street/i, 'addressLine1'],
  [/country/i, 'country'],
  [/organization_?registration/i, 'registrationNumber'],
  [/company_?name/i, 'companyName'],
  [/first_?name/i, 'firstName'],
  [/last_?name/i, 'lastName'],
  [/e-?mail/i, 'email'],
  [/phone/i, 'phoneNumber'],
  [/culture|language/i, 'culture'],
  [/date_?agreed/i, 'dateAccepted'],
  [/validation_?code/i, 'validationCode'],
  [/website/i, 'website'],
  [/domain/i, 'domainPrefix'],
  [/associated_?partner/i, 'reseller'],
];

/** The answer of the forms a refusal is about, by the property it names; an address without one is its first line. */
export const fieldOf = (reason: FaultReason, { data, description = '' }: Problem): FaultField | undefined => {
  if (reason !== 'address' && reason !== 'invalid') return undefined;
  const said = data.length > 0 ? data : [description];
  const found = said.flatMap((line) => names.find(([name]) => name.test(line.slice(0, 200)))?.[1] ?? []);
  return found[0] ?? (reason === 'address' ? 'addressLine1' : undefined);
};

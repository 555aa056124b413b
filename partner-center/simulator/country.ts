import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import { knownRules } from '../countryTable.ts';
import { attributes } from './answer.ts';
import { type Handler, ok, param } from './call.ts';
import { refusal } from './refusal.ts';

// The rules keep their patterns as `^(?:…)$`; the service writes them as `^…$`.
const source = (pattern: RegExp | undefined): string =>
  pattern === undefined ? '' : `^${pattern.source.replace(/^\^\(\?:\^?(.*?)\$?\)\$$/s, '$1')}$`;

/** GET countryvalidationrules/{iso2}: flat lists, as recorded; an unknown country is 404. */
export const getCountryRules: Handler = (call) => {
  const iso2Code = param(call, 'country').toUpperCase();
  const rules = knownRules(iso2Code);
  if (rules === undefined) throw refusal('1000');
  const { registration } = rules;
  return ok({
    iso2Code,
    defaultCulture: rules.defaultCulture,
    isStateRequired: rules.stateRequired,
    supportedStatesList: rules.states,
    supportedLanguagesList: rules.languages,
    supportedCulturesList: rules.cultures,
    isPostalCodeRequired: rules.postalCodeRequired,
    ...(rules.postalCode === undefined ? {} : { postalCodeRegex: source(rules.postalCode) }),
    isCityRequired: rules.cityRequired,
    isVatIdSupported: false,
    isTaxIdSupported: true,
    isTaxIdOptional: true,
    countryCallingCodesList: isSupportedCountry(iso2Code) ? [getCountryCallingCode(iso2Code)] : [],
    customerOrganizationRegistrationNumberRequired: registration !== undefined,
    customerOrganizationPhoneNumberRequired: rules.organizationPhoneRequired,
    ...(registration?.pattern === undefined || registration.numbers !== undefined
      ? {}
      : { customerOrganizationRegistrationNumberRegex: source(registration.pattern) }),
    ...(registration?.sample === undefined
      ? {}
      : { customerOrganizationRegistrationNumberSample: registration.sample }),
    attributes: attributes('CountryValidationRules'),
  });
};

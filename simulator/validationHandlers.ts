import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import { attributes, type Handler, okResponse, parseBody, pathParam } from './apiRequest.ts';
import { contactAddress, type SimulatorState } from './state.ts';
import { findCountryRules } from '../partner-center/rules/countries.ts';
import { apiError } from './apiError.ts';
import { type Address, addressFault, documentedAddressCheck } from '../partner-center/rules/addressRules.ts';

// The documentation's example of a taken domain.
const documentedTaken = /^contoso\./;

/** True when a tenant has the domain; removed customers keep theirs. */
export const isDomainTaken = ({ customers }: SimulatorState, domain: string): boolean => {
  const name = domain.toLowerCase();
  return documentedTaken.test(name) || [...customers.values()].some((customer) => customer.domain === name);
};

/** HEAD domains/{domain}: 200 when the domain is taken, 404 when it is free; no body. */
export const headDomain: Handler = (request) => ({
  status: isDomainTaken(request.state, pathParam(request, 'domain')) ? 200 : 404,
});

// The rules keep their patterns as `^(?:…)$`; the service writes them as `^…$`.
const patternSource = (pattern: RegExp | undefined): string =>
  pattern === undefined ? '' : `^${pattern.source.replace(/^\^\(\?:\^?(.*?)\$?\)\$$/s, '$1')}$`;

/** GET countryvalidationrules/{iso2}: the recorded rules as flat lists; 404 for an unknown country. */
export const getCountryRules: Handler = (request) => {
  const iso2Code = pathParam(request, 'country').toUpperCase();
  const rules = findCountryRules(iso2Code);
  if (rules === undefined) throw apiError('1000');
  const { registration } = rules;
  return okResponse({
    iso2Code,
    defaultCulture: rules.defaultCulture,
    isStateRequired: rules.stateRequired,
    supportedStatesList: rules.states,
    supportedLanguagesList: rules.languages,
    supportedCulturesList: rules.cultures,
    isPostalCodeRequired: rules.postalCodeRequired,
    ...(rules.postalCode === undefined ? {} : { postalCodeRegex: patternSource(rules.postalCode) }),
    isCityRequired: rules.cityRequired,
    isVatIdSupported: false,
    isTaxIdSupported: true,
    isTaxIdOptional: true,
    countryCallingCodesList: isSupportedCountry(iso2Code) ? [getCountryCallingCode(iso2Code)] : [],
    customerOrganizationRegistrationNumberRequired: registration !== undefined,
    customerOrganizationPhoneNumberRequired: rules.organizationPhoneRequired,
    ...(registration?.pattern === undefined || registration.numbers !== undefined
      ? {}
      : { customerOrganizationRegistrationNumberRegex: patternSource(registration.pattern) }),
    ...(registration?.sample === undefined
      ? {}
      : { customerOrganizationRegistrationNumberSample: registration.sample }),
    attributes: attributes('CountryValidationRules'),
  });
};

const scriptedStatuses = [
  'InteractionRequired',
  'StreetPartial',
  'PremisesPartial',
  'Multiple',
  'None',
  'NotValidated',
];

const validationMessage = "Address field invalid for property: 'Region', 'PostalCode', 'City'";

interface AddressValidation {
  readonly status: string;
  readonly suggestedAddresses: readonly Address[];
  readonly validationMessage?: string;
}

const houseNumbers = ['1', '2', '3'];

// An address line that begins with a status gets that status, so that tests can produce each one.
const scriptedValidation = (status: string, address: Address): AddressValidation => {
  const street = (number: string): Address => ({ ...address, addressLine1: `${number} ${status} Street` });
  const better =
    status === 'None' || status === 'NotValidated' ? [] : houseNumbers.slice(0, status === 'Multiple' ? 3 : 1);
  return { status, suggestedAddresses: better.map(street), validationMessage };
};

const validatedAddress = (address: Address): AddressValidation => {
  const status = scriptedStatuses.find((name) => address.addressLine1.startsWith(name));
  if (status !== undefined) return scriptedValidation(status, address);
  const documented = documentedAddressCheck(address);
  if (documented.status === 'suggested') {
    const whole = documented.suggestions.some(({ addressLine1 }) => addressLine1 === address.addressLine1);
    const suggestedAddresses = documented.suggestions;
    return whole
      ? { status: 'VerifiedShippable', suggestedAddresses }
      : { status: 'StreetPartial', suggestedAddresses, validationMessage };
  }
  const rules = findCountryRules(address.country);
  if (rules === undefined) return { status: 'NotValidated', suggestedAddresses: [] };
  return addressFault(rules, address) === undefined
    ? { status: 'VerifiedShippable', suggestedAddresses: [address] }
    : { status: 'None', suggestedAddresses: [], validationMessage };
};

/** POST validations/address: always 200, with the result in `status`. */
export const validateAddress: Handler = (request) => {
  const originalAddress = parseBody(request.body, contactAddress);
  return okResponse({ originalAddress, ...validatedAddress(originalAddress) });
};

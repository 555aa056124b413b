import { createHash } from 'node:crypto';
import * as z from 'zod';
import { cloud } from '../partner-center/rules/clouds.ts';
import { attributes, link } from './apiRequest.ts';
import type { SimulatedPartner } from './simulatedPartner.ts';
import { contactAddress, type SimulatedCustomer } from './state.ts';
import { complete } from '../lib/complete.ts';
import { address as storedAddress } from '../model/address.ts';
import { type Address, addressFault } from '../partner-center/rules/addressRules.ts';
import { countryRules, findCountryRules } from '../partner-center/rules/countries.ts';
import { type NewCustomer, newCustomerFault } from '../partner-center/rules/customerRules.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import { type ApiError, apiError, isErrorCode } from './apiError.ts';

/** ETag of a customer's billing profile: a long number, like the service's. */
export const billingEtag = ({ billingId, version }: SimulatedCustomer): string =>
  createHash('sha256').update(`${billingId} ${version}`).digest().readBigInt64BE().toString();

/** GET customers/{id}/profiles/billing. */
export const billingProfileBody = (customer: SimulatedCustomer): object => ({
  id: customer.billingId,
  firstName: customer.address.firstName ?? '',
  lastName: customer.address.lastName ?? '',
  email: customer.email,
  culture: customer.culture,
  language: customer.language,
  companyName: customer.companyName,
  defaultAddress: { ...customer.address, phoneNumber: customer.address.phoneNumber ?? '' },
  links: { self: link(`/customers/${customer.id}/profiles/billing`) },
  attributes: attributes('CustomerBillingProfile', billingEtag(customer)),
});

const companyNames = ({ id, domain, companyName }: SimulatedCustomer): object => ({
  tenantId: id,
  domain,
  companyName,
  links: { self: link(`/customers/${id}/profiles/company`) },
  attributes: attributes('CustomerCompanyProfile'),
});

/** Body of GET customers/{id}/profiles/company; without delegated administration it lacks address and e-mail. */
export const companyProfileBody = (customer: SimulatedCustomer): object => {
  const { address, email, gdap } = customer;
  const { country, city, state, addressLine1, postalCode, phoneNumber } = address;
  const place = { country, region: state ?? '', city, addressLine1, postalCode: postalCode ?? '' };
  const whole = { address: { ...place, phoneNumber: phoneNumber ?? '' }, email };
  return { ...companyNames(customer), ...(gdap ? whole : {}) };
};

const associatedPartner = ({ associatedPartnerId }: SimulatedCustomer): object =>
  associatedPartnerId === undefined ? {} : { associatedPartnerId };

/** GET customers/{id}. */
export const customerBody = (customer: SimulatedCustomer): object => ({
  id: customer.id,
  commerceId: customer.commerceId,
  companyProfile: companyProfileBody(customer),
  billingProfile: billingProfileBody(customer),
  relationshipToPartner: customer.relationship,
  allowDelegatedAccess: customer.gdap,
  ...(customer.gdap ? { customDomains: [customer.domain] } : {}),
  ...associatedPartner(customer),
  links: { self: link(`/customers/${customer.id}`) },
  attributes: attributes('Customer'),
});

/** An item of GET customers: names only. */
export const customerListItem = (customer: SimulatedCustomer): object => ({
  id: customer.id,
  companyProfile: companyNames(customer),
  relationshipToPartner: customer.relationship,
  links: { self: link(`/customers/${customer.id}`) },
  attributes: attributes('Customer'),
});

/** Body of the response to POST customers, the only one with the password. */
export const createdCustomerBody = (
  customer: SimulatedCustomer,
  partner: SimulatedPartner,
  password: string,
): object => ({
  id: customer.id,
  commerceId: customer.commerceId,
  companyProfile: companyNames(customer),
  billingProfile: billingProfileBody(customer),
  ...(cloud(partner.cloud).gdap ? { enableGDAPByDefault: customer.gdap } : {}),
  relationshipToPartner: customer.relationship,
  allowDelegatedAccess: customer.gdap,
  userCredentials: { userName: 'admin', password },
  ...associatedPartner(customer),
  attributes: attributes('Customer'),
});

/** Schema of a billing profile in POST customers and PUT profiles/billing. */
export const billingBody = z.object({
  firstName: z.string().exactOptional(),
  lastName: z.string().exactOptional(),
  email: z.string(),
  culture: z.string(),
  language: z.string(),
  companyName: z.string(),
  defaultAddress: contactAddress,
});

/** Schema of the body of POST customers. */
export const newCustomerBody = z.object({
  companyProfile: z.object({ domain: z.string(), organizationRegistrationNumber: z.string().exactOptional() }),
  billingProfile: billingBody,
  enableGDAPByDefault: z.boolean().exactOptional(),
  associatedPartnerId: z.string().exactOptional(),
});

/** A parsed body of POST customers. */
export type NewCustomerBody = z.infer<typeof newCustomerBody>;

const invalidProperty = (property: string): ApiError => apiError('3000', { data: [`property_name: ${property}`] });

const addressErrors: Partial<Record<keyof Address, string>> = {
  state: 'StateInvalid',
  city: 'CityInvalid',
  postalCode: 'ZipCityInvalid',
};

const addressError = (field: keyof Address): ApiError =>
  apiError('27002', { data: [`property_name:  ${addressErrors[field] ?? `${field}Invalid`} - Details`] });

const spelledAs = (known: readonly string[], name: string): string =>
  known.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;

/** The profile with culture and language spelled as in the country's rules, since the service ignores their case. */
export const withSpelling = <T extends z.infer<typeof billingBody>>(profile: T): T => {
  const rules = findCountryRules(profile.defaultAddress.country);
  if (rules === undefined) return profile;
  return {
    ...profile,
    culture: spelledAs(rules.cultures, profile.culture),
    language: spelledAs(rules.languages, profile.language),
  };
};

const newCustomerOf = (body: NewCustomerBody): NewCustomer => {
  const { companyProfile, billingProfile, associatedPartnerId, enableGDAPByDefault } = body;
  const { email, defaultAddress, companyName, culture, language } = billingProfile;
  const { phoneNumber: phone } = defaultAddress;
  const { organizationRegistrationNumber } = companyProfile;
  return complete<NewCustomer>({
    companyName,
    culture,
    language,
    domain: companyProfile.domain.toLowerCase(),
    address: storedAddress.parse(defaultAddress),
    contact: {
      firstName: defaultAddress.firstName ?? billingProfile.firstName ?? '',
      lastName: defaultAddress.lastName ?? billingProfile.lastName ?? '',
      email,
      ...(phone ? { phone } : {}),
    },
    // The service takes an empty text for none.
    organizationRegistrationNumber: organizationRegistrationNumber || undefined,
    organizationPhone: phone || undefined,
    associatedPartnerId,
    enableGDAPByDefault,
  });
};

/** Error 3000 for a customer that the rules refuse without a code, naming the first property whose correction helps. */
const errorByTrial = (customer: NewCustomer, partner: Partner): ApiError => {
  const trials: readonly (readonly [string, Partial<NewCustomer>])[] = [
    ['companyName', { companyName: 'Contoso Simulated' }],
    ['email', { contact: { ...customer.contact, email: 'a@simulated-customer.example' } }],
    ['firstName', { contact: { ...customer.contact, firstName: 'Ada' } }],
    ['lastName', { contact: { ...customer.contact, lastName: 'Lovelace' } }],
    ['domain', { domain: `simulated${cloud(partner.cloud).suffix}` }],
    ['culture', { culture: countryRules(customer.address.country).defaultCulture }],
  ];
  const found = trials.find(([, change]) => newCustomerFault({ ...customer, ...change }, partner) === undefined);
  return invalidProperty(found?.[0] ?? 'body');
};

/**
 * Error with which the service refuses a new customer, or undefined: by the rules that the bot knows too, and by the
 * service's own. It does not check whether the domain is free.
 */
export const newCustomerError = (body: NewCustomerBody, partner: SimulatedPartner): ApiError | undefined => {
  const customer = newCustomerOf(body);
  const { address } = customer;
  if (partner.type === 'indirect-reseller') return apiError('1002');
  const rules = findCountryRules(address.country);
  if (rules === undefined) return invalidProperty('country');
  if (body.billingProfile.defaultAddress.region && address.country === 'US') return addressError('state');
  const known: Partner = { ...partner, resellers: partner.resellers.filter(({ state }) => state === 'Active') };
  const fault = newCustomerFault(customer, known);
  if (fault === undefined) return undefined;
  if (fault.code === undefined || !isErrorCode(fault.code)) return errorByTrial(customer, known);
  const field = addressFault(rules, address);
  if (fault.code === '27002' && field !== undefined) return addressError(field);
  return apiError(fault.code, { fill: [rules.registration?.pattern?.source ?? rules.registration?.sample ?? ''] });
};

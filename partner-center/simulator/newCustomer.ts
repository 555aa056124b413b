import * as z from 'zod';
import { addressFault } from '../address.ts';
import { cloud } from '../clouds.ts';
import { countryRules } from '../countries.ts';
import { knownRules } from '../countryTable.ts';
import { newCustomerFault } from '../customerRules.ts';
import type { Partner } from '../partner.ts';
import type { Address, NewCustomer } from '../partnerCenter.ts';
import { isErrorCode } from './errors.ts';
import type { SimulatedPartner } from './partners.ts';
import { type Refusal, refusal } from './refusal.ts';
import { contactAddress } from './world.ts';

/** The billing profile as POST customers and PUT profiles/billing take it. */
export const billingBody = z.object({
  firstName: z.string().exactOptional(),
  lastName: z.string().exactOptional(),
  email: z.string(),
  culture: z.string(),
  language: z.string(),
  companyName: z.string(),
  defaultAddress: contactAddress,
});

/** The body of POST customers. */
export const newCustomerBody = z.object({
  companyProfile: z.object({ domain: z.string(), organizationRegistrationNumber: z.string().exactOptional() }),
  billingProfile: billingBody,
  enableGDAPByDefault: z.boolean().exactOptional(),
  associatedPartnerId: z.string().exactOptional(),
});

/** A checked body of POST customers. */
export type NewCustomerBody = z.infer<typeof newCustomerBody>;

const place = z.object({
  country: z.string(),
  addressLine1: z.string(),
  addressLine2: z.string().exactOptional(),
  city: z.string(),
  state: z.string().exactOptional(),
  postalCode: z.string().exactOptional(),
});

const invalid = (property: string): Refusal => refusal('3000', { data: [`property_name: ${property}`] });

const places: Partial<Record<keyof Address, string>> = {
  state: 'StateInvalid',
  city: 'CityInvalid',
  postalCode: 'ZipCityInvalid',
};

const placeRefusal = (field: keyof Address): Refusal =>
  refusal('27002', { data: [`property_name:  ${places[field] ?? `${field}Invalid`} - Details`] });

const spelt = (known: readonly string[], name: string): string =>
  known.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;

/** A profile with culture and language as the country's rules spell them: the service does not mind their case. */
export const withSpelling = <T extends z.infer<typeof billingBody>>(profile: T): T => {
  const rules = knownRules(profile.defaultAddress.country);
  if (rules === undefined) return profile;
  return {
    ...profile,
    culture: spelt(rules.cultures, profile.culture),
    language: spelt(rules.languages, profile.language),
  };
};

const asAsked = ({ companyProfile, billingProfile, associatedPartnerId }: NewCustomerBody): NewCustomer => {
  const { email, defaultAddress, companyName, culture, language } = billingProfile;
  const { phoneNumber: phone } = defaultAddress;
  const { organizationRegistrationNumber } = companyProfile;
  return {
    companyName,
    culture,
    language,
    domain: companyProfile.domain.toLowerCase(),
    address: place.parse(defaultAddress),
    contact: {
      firstName: defaultAddress.firstName ?? billingProfile.firstName ?? '',
      lastName: defaultAddress.lastName ?? billingProfile.lastName ?? '',
      email,
      ...(phone ? { phone } : {}),
    },
    ...(organizationRegistrationNumber ? { organizationRegistrationNumber } : {}),
    ...(phone ? { organizationPhone: phone } : {}),
    ...(associatedPartnerId === undefined ? {} : { associatedPartnerId }),
  };
};

/** The first name of what is wrong with a customer the rules refuse without a code of their own. */
const unnamed = (customer: NewCustomer, partner: Partner): Refusal => {
  const trials: readonly (readonly [string, Partial<NewCustomer>])[] = [
    ['companyName', { companyName: 'Contoso Simulated' }],
    ['email', { contact: { ...customer.contact, email: 'a@simulated-customer.example' } }],
    ['firstName', { contact: { ...customer.contact, firstName: 'Ada' } }],
    ['lastName', { contact: { ...customer.contact, lastName: 'Lovelace' } }],
    ['domain', { domain: `simulated${cloud(partner.cloud).suffix}` }],
    ['culture', { culture: countryRules(customer.address.country).defaultCulture }],
  ];
  const found = trials.find(([, change]) => newCustomerFault({ ...customer, ...change }, partner) === undefined);
  return invalid(found?.[0] ?? 'body');
};

/**
 * Why the service refuses a new customer, or undefined: the rules that the bot knows too, and the service's own. Whether
 * the domain is free is another question.
 */
export const newCustomerRefusal = (body: NewCustomerBody, partner: SimulatedPartner): Refusal | undefined => {
  const customer = asAsked(body);
  const { address } = customer;
  if (partner.type === 'indirect-reseller') return refusal('1002');
  const rules = knownRules(address.country);
  if (rules === undefined) return invalid('country');
  if (body.billingProfile.defaultAddress.region && address.country === 'US') return placeRefusal('state');
  const known: Partner = { ...partner, resellers: partner.resellers.filter(({ state }) => state === 'Active') };
  const fault = newCustomerFault(customer, known);
  if (fault === undefined) return undefined;
  if (fault.code === undefined || !isErrorCode(fault.code)) return unnamed(customer, known);
  const field = addressFault(rules, address);
  if (fault.code === '27002' && field !== undefined) return placeRefusal(field);
  return refusal(fault.code, { fill: [rules.registration?.pattern?.source ?? rules.registration?.sample ?? ''] });
};

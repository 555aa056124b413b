import { addressFault } from './address.ts';
import { cloud } from './clouds.ts';
import { companyNameFault } from './companyName.ts';
import { type CountryRules, countryRules, market } from './countries.ts';
import { domainPrefixFault } from './domainPrefix.ts';
import { emailFault } from './email.ts';
import type { BillingChange } from './management.ts';
import type { Partner } from './partner.ts';
import type { NewCustomer, PartnerCenterFault, Person } from './partnerCenter.ts';
import { personNameFault } from './personName.ts';
import { normalPhone } from './phone.ts';
import { registrationFault } from './registration.ts';
import { textFault } from './text.ts';

type Fault = PartnerCenterFault | undefined;

const invalid: PartnerCenterFault = { reason: 'invalid' };

const partnerFault = ({ address, associatedPartnerId }: NewCustomer, partner: Partner): Fault => {
  const { newCustomers, resellers } = cloud(partner.cloud);
  if (partner.type === 'indirect-reseller') return { reason: 'not-allowed', code: '1002' };
  if (!newCustomers) return { reason: 'not-allowed', code: '600006' };
  if (!market(partner.country).includes(address.country)) return { reason: 'not-allowed', code: '2030' };
  if (associatedPartnerId === undefined) return undefined;
  if (!resellers || partner.type !== 'indirect-provider') return { reason: 'not-allowed', code: '1002' };
  const active = partner.resellers?.some(({ tenantId }) => tenantId === associatedPartnerId) ?? false;
  return active ? undefined : { reason: 'not-allowed', code: '900154' };
};

const isDomain = (domain: string, suffix: string): boolean =>
  domain.endsWith(suffix) && domainPrefixFault(domain.slice(0, -suffix.length)) === undefined;

const isCompanyName = (name: string): boolean => textFault(name) === undefined && companyNameFault(name) === undefined;

const companyFault = (customer: NewCustomer, partner: Partner, rules: CountryRules): Fault => {
  if (!isCompanyName(customer.companyName)) return invalid;
  if (!isDomain(customer.domain, cloud(partner.cloud).suffix)) return invalid;
  if (addressFault(rules, customer.address) !== undefined) return { reason: 'invalid', code: '27002' };
  return rules.cultures.includes(customer.culture) && rules.languages.includes(customer.language) ? undefined : invalid;
};

const registrationCodes = {
  missing: '600049',
  invalid: '600050',
  'check-digit': '600050',
  'not-wanted': '600002',
} as const;

const organizationFault = (customer: NewCustomer, rules: CountryRules): Fault => {
  const fault = registrationFault(rules, customer.organizationRegistrationNumber ?? '');
  if (fault !== undefined) return { reason: 'invalid', code: registrationCodes[fault] };
  if (rules.organizationPhoneRequired && customer.organizationPhone === undefined)
    return { reason: 'invalid', code: '600051' };
  return isPhone(customer.organizationPhone, rules.country) ? undefined : invalid;
};

const isPhone = (phone: string | undefined, country: string): boolean =>
  phone === undefined || normalPhone(phone, country) !== undefined;

const isPersonName = (name: string): boolean => textFault(name) === undefined && personNameFault(name) === undefined;

/** A person Partner Center would refuse: a name it does not take, no e-mail of a customer's own, or no phone number. */
export const personFault = (person: Person, partnerDomains: readonly string[], country: string): Fault => {
  const named = isPersonName(person.firstName) && isPersonName(person.lastName);
  if (!named || emailFault(person.email, partnerDomains) !== undefined) return invalid;
  return isPhone(person.phone, country) ? undefined : invalid;
};

/**
 * Why Partner Center would refuse a new customer of this partner, with its own code where it is documented, whether the
 * domain is free apart. The countries' rules are those known here.
 */
export const newCustomerFault = (customer: NewCustomer, partner: Partner): Fault => {
  const refused = partnerFault(customer, partner);
  if (refused !== undefined) return refused;
  const rules = countryRules(customer.address.country);
  return (
    companyFault(customer, partner, rules) ??
    organizationFault(customer, rules) ??
    personFault(customer.contact, partner.domains, rules.country)
  );
};

const placeFault = ({ address, culture, language }: BillingChange, { country }: Partner): Fault => {
  // The country of a customer is not known without its address.
  if (address === undefined) return undefined;
  if (!market(country).includes(address.country)) return { reason: 'not-allowed', code: '2030' };
  const rules = countryRules(address.country);
  if (addressFault(rules, address) !== undefined) return { reason: 'invalid', code: '27002' };
  const isKnown = (list: readonly string[], one: string | undefined) => one === undefined || list.includes(one);
  return isKnown(rules.cultures, culture) && isKnown(rules.languages, language) ? undefined : invalid;
};

/** Why Partner Center would refuse to change the billing profile of a customer, by the same rules as for a new one. */
export const billingFault = (change: BillingChange, partner: Partner): Fault => {
  const { companyName, contact, address } = change;
  if (companyName !== undefined && !isCompanyName(companyName)) return invalid;
  const country = address?.country ?? partner.country;
  return (
    placeFault(change, partner) ?? (contact === undefined ? undefined : personFault(contact, partner.domains, country))
  );
};

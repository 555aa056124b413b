import { addressFault } from './address.ts';
import { cloud } from './clouds.ts';
import { companyNameFault } from './companyName.ts';
import { type CountryRules, countryRules, market } from './countries.ts';
import { domainPrefixFault } from './domainPrefix.ts';
import { emailFault } from './email.ts';
import type { FaultField } from './fault.ts';
import type { BillingChange } from './management.ts';
import type { Partner } from './partner.ts';
import type { Address, NewCustomer, PartnerCenterFault, Person } from './partnerCenter.ts';
import { personNameFault } from './personName.ts';
import { normalPhone } from './phone.ts';
import { registrationFault } from './registration.ts';
import { textFault } from './text.ts';

type Fault = PartnerCenterFault | undefined;

/** An answer that is refused without a code of its own. */
const invalid = (field: FaultField): PartnerCenterFault => ({ reason: 'invalid', field });

// The reason is that which the codes have when Partner Center itself gives them: practice says the same.
const refusals = {
  partnerType: { reason: 'partner-type', code: '1002' },
  cloud: { reason: 'not-allowed', code: '600006' },
  market: { reason: 'market', field: 'country', code: '2030' },
  reseller: { reason: 'reseller-inactive', field: 'reseller', code: '900154' },
  phoneMissing: { reason: 'phone-missing', field: 'organizationPhone', code: '600051' },
} as const satisfies Readonly<Record<string, PartnerCenterFault>>;

const partnerFault = ({ address, associatedPartnerId }: NewCustomer, partner: Partner): Fault => {
  const { newCustomers, resellers } = cloud(partner.cloud);
  if (partner.type === 'indirect-reseller') return refusals.partnerType;
  if (!newCustomers) return refusals.cloud;
  if (!market(partner.country).includes(address.country)) return refusals.market;
  if (associatedPartnerId === undefined) return undefined;
  if (!resellers || partner.type !== 'indirect-provider') return refusals.partnerType;
  const active = partner.resellers?.some(({ tenantId }) => tenantId === associatedPartnerId) ?? false;
  return active ? undefined : refusals.reseller;
};

const isDomain = (domain: string, suffix: string): boolean =>
  domain.endsWith(suffix) && domainPrefixFault(domain.slice(0, -suffix.length)) === undefined;

const isCompanyName = (name: string): boolean => textFault(name) === undefined && companyNameFault(name) === undefined;

/** A place that breaks the rules of its country. */
const placeFault = (rules: CountryRules, address: Address): Fault => {
  const field = addressFault(rules, address);
  return field === undefined ? undefined : { reason: 'address', field, code: '27002' };
};

const companyFault = (customer: NewCustomer, partner: Partner, rules: CountryRules): Fault => {
  if (!isCompanyName(customer.companyName)) return invalid('companyName');
  if (!isDomain(customer.domain, cloud(partner.cloud).suffix)) return invalid('domainPrefix');
  const isKnown = rules.cultures.includes(customer.culture) && rules.languages.includes(customer.language);
  return placeFault(rules, customer.address) ?? (isKnown ? undefined : invalid('culture'));
};

const registrations = {
  missing: { reason: 'registration-missing', code: '600049' },
  invalid: { reason: 'registration-format', code: '600050' },
  'check-digit': { reason: 'registration-format', code: '600050' },
  'not-wanted': { reason: 'registration-unwanted', code: '600002' },
} as const;

const organizationFault = (customer: NewCustomer, rules: CountryRules): Fault => {
  const fault = registrationFault(rules, customer.organizationRegistrationNumber ?? '');
  if (fault !== undefined) return { ...registrations[fault], field: 'registrationNumber' };
  if (rules.organizationPhoneRequired && customer.organizationPhone === undefined) return refusals.phoneMissing;
  return isPhone(customer.organizationPhone, rules.country) ? undefined : invalid('organizationPhone');
};

const isPhone = (phone: string | undefined, country: string): boolean =>
  phone === undefined || normalPhone(phone, country) !== undefined;

const isPersonName = (name: string): boolean => textFault(name) === undefined && personNameFault(name) === undefined;

/** A person Partner Center would refuse: a name it does not take, no e-mail of a customer's own, or no phone number. */
export const personFault = (person: Person, partnerDomains: readonly string[], country: string): Fault => {
  if (!isPersonName(person.firstName)) return invalid('firstName');
  if (!isPersonName(person.lastName)) return invalid('lastName');
  if (emailFault(person.email, partnerDomains) !== undefined) return invalid('email');
  return isPhone(person.phone, country) ? undefined : invalid('phoneNumber');
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

const accountFault = ({ address, culture, language }: BillingChange, { country }: Partner): Fault => {
  // The country of a customer is not known without its address.
  if (address === undefined) return undefined;
  if (!market(country).includes(address.country)) return refusals.market;
  const rules = countryRules(address.country);
  const isKnown = (list: readonly string[], one: string | undefined) => one === undefined || list.includes(one);
  const isRead = isKnown(rules.cultures, culture) && isKnown(rules.languages, language);
  return placeFault(rules, address) ?? (isRead ? undefined : invalid('culture'));
};

/** Why Partner Center would refuse to change the billing profile of a customer, by the same rules as for a new one. */
export const billingFault = (change: BillingChange, partner: Partner): Fault => {
  const { companyName, contact, address } = change;
  if (companyName !== undefined && !isCompanyName(companyName)) return invalid('companyName');
  const country = address?.country ?? partner.country;
  return (
    accountFault(change, partner) ??
    (contact === undefined ? undefined : personFault(contact, partner.domains, country))
  );
};

import { addressFault, type Address } from './addressRules.ts';
import { cloud } from './clouds.ts';
import { companyNameFault, domainPrefixFault } from './companyIdentity.ts';
import { type CountryRules, countryRules, market } from './countries.ts';
import { type ContactPerson, emailFault, normalPhone, personNameFault } from './contact.ts';
import type { FaultField, PartnerCenterFault } from './fault.ts';
import type { Partner } from './partner.ts';
import { registrationFault } from './registrationId.ts';
import type { AccountChange } from '../../model/change.ts';
import type { SubmissionRequest } from '../../model/submission.ts';
import { textFault } from '../../lib/text.ts';

/** Create customer (developer/create-a-customer): one Microsoft tenant. */
export type NewCustomer = Readonly<SubmissionRequest['customer']>;

/** A change of a billing profile; absent parts stay as they are. */
export type BillingChange = Readonly<Partial<Omit<AccountChange, 'kind' | 'fields' | 'sections'>>>;

type MaybeFault = PartnerCenterFault | undefined;

/** Fault of an answer that is refused without a code of its own. */
const invalidAnswer = (field: FaultField): PartnerCenterFault => ({ reason: 'invalid', field });

// The reasons these codes have when Partner Center itself gives them, so that practice mode says the same.
const refusals = {
  partnerType: { reason: 'partner-type', code: '1002' },
  cloud: { reason: 'not-allowed', code: '600006' },
  market: { reason: 'market', field: 'country', code: '2030' },
  reseller: { reason: 'reseller-inactive', field: 'reseller', code: '900154' },
  phoneMissing: { reason: 'phone-missing', field: 'organizationPhone', code: '600051' },
} as const satisfies Readonly<Record<string, PartnerCenterFault>>;

const partnerFault = ({ address, associatedPartnerId }: NewCustomer, partner: Partner): MaybeFault => {
  const { noNewCustomers, resellers } = cloud(partner.cloud);
  if (partner.type === 'indirect-reseller') return refusals.partnerType;
  if (noNewCustomers !== undefined) return refusals.cloud;
  if (!market(partner.country).includes(address.country)) return refusals.market;
  if (associatedPartnerId === undefined) return undefined;
  if (!resellers || partner.type !== 'indirect-provider') return refusals.partnerType;
  const active = partner.resellers?.some(({ tenantId }) => tenantId === associatedPartnerId) ?? false;
  return active ? undefined : refusals.reseller;
};

const isDomain = (domain: string, suffix: string): boolean =>
  domain.endsWith(suffix) && domainPrefixFault(domain.slice(0, -suffix.length)) === undefined;

const isCompanyName = (name: string): boolean => textFault(name) === undefined && companyNameFault(name) === undefined;

/** Fault of an address that breaks the rules of its country. */
const placeFault = (rules: CountryRules, address: Address): MaybeFault => {
  const field = addressFault(rules, address);
  return field === undefined ? undefined : { reason: 'address', field, code: '27002' };
};

const companyFault = (customer: NewCustomer, partner: Partner, rules: CountryRules): MaybeFault => {
  if (!isCompanyName(customer.companyName)) return invalidAnswer('companyName');
  if (!isDomain(customer.domain, cloud(partner.cloud).suffix)) return invalidAnswer('domainPrefix');
  const isKnown = rules.cultures.includes(customer.culture) && rules.languages.includes(customer.language);
  return placeFault(rules, customer.address) ?? (isKnown ? undefined : invalidAnswer('culture'));
};

const registrationRefusals = {
  missing: { reason: 'registration-missing', code: '600049' },
  invalid: { reason: 'registration-format', code: '600050' },
  'check-digit': { reason: 'registration-format', code: '600050' },
  'not-wanted': { reason: 'registration-unwanted', code: '600002' },
} as const;

const organizationFault = (customer: NewCustomer, rules: CountryRules): MaybeFault => {
  const fault = registrationFault(rules, customer.organizationRegistrationNumber ?? '');
  if (fault !== undefined) return { ...registrationRefusals[fault], field: 'registrationNumber' };
  if (rules.organizationPhoneRequired && customer.organizationPhone === undefined) return refusals.phoneMissing;
  return isPhone(customer.organizationPhone, rules.country) ? undefined : invalidAnswer('organizationPhone');
};

const isPhone = (phone: string | undefined, country: string): boolean =>
  phone === undefined || normalPhone(phone, country) !== undefined;

const isPersonName = (name: string): boolean => textFault(name) === undefined && personNameFault(name) === undefined;

/**
 * Fault of a contact that Partner Center would refuse: its name, its e-mail (not a customer's own) or its phone number.
 */
export const personFault = (person: ContactPerson, partnerDomains: readonly string[], country: string): MaybeFault => {
  if (!isPersonName(person.firstName)) return invalidAnswer('firstName');
  if (!isPersonName(person.lastName)) return invalidAnswer('lastName');
  if (emailFault(person.email, partnerDomains) !== undefined) return invalidAnswer('email');
  return isPhone(person.phone, country) ? undefined : invalidAnswer('phoneNumber');
};

/**
 * Fault for which Partner Center would refuse a new customer of this partner, with Partner Center's code where it is
 * documented. Does not check whether the domain is free; uses the local rules of countries.
 */
export const newCustomerFault = (customer: NewCustomer, partner: Partner): MaybeFault => {
  const refused = partnerFault(customer, partner);
  if (refused !== undefined) return refused;
  const rules = countryRules(customer.address.country);
  return (
    companyFault(customer, partner, rules) ??
    organizationFault(customer, rules) ??
    personFault(customer.contact, partner.domains, rules.country)
  );
};

const billingPlaceFault = ({ address, culture, language }: BillingChange, { country }: Partner): MaybeFault => {
  // Without an address the customer's country is unknown.
  if (address === undefined) return undefined;
  if (!market(country).includes(address.country)) return refusals.market;
  const rules = countryRules(address.country);
  const isKnown = (list: readonly string[], one: string | undefined) => one === undefined || list.includes(one);
  const isRead = isKnown(rules.cultures, culture) && isKnown(rules.languages, language);
  return placeFault(rules, address) ?? (isRead ? undefined : invalidAnswer('culture'));
};

/**
 * Fault for which Partner Center would refuse a change of a billing profile, by the same rules as for a new customer.
 */
export const billingFault = (change: BillingChange, partner: Partner): MaybeFault => {
  const { companyName, contact, address } = change;
  if (companyName !== undefined && !isCompanyName(companyName)) return invalidAnswer('companyName');
  const country = address?.country ?? partner.country;
  return (
    billingPlaceFault(change, partner) ??
    (contact === undefined ? undefined : personFault(contact, partner.domains, country))
  );
};

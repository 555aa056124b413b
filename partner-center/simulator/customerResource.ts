import { createHash } from 'node:crypto';
import { cloud } from '../clouds.ts';
import { attributes, link } from './answer.ts';
import type { SimulatedPartner } from './partners.ts';
import type { SimulatedCustomer } from './world.ts';

/** The ETag of a customer's billing profile: a long number, as the service gives it. */
export const billingEtag = ({ billingId, version }: SimulatedCustomer): string =>
  createHash('sha256').update(`${billingId} ${version}`).digest().readBigInt64BE().toString();

/** GET customers/{id}/profiles/billing. */
export const billingProfile = (customer: SimulatedCustomer): object => ({
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

const thinCompany = ({ id, domain, companyName }: SimulatedCustomer): object => ({
  tenantId: id,
  domain,
  companyName,
  links: { self: link(`/customers/${id}/profiles/company`) },
  attributes: attributes('CustomerCompanyProfile'),
});

/** GET customers/{id}/profiles/company. Without delegated administration the address and e-mail are not given. */
export const companyProfile = (customer: SimulatedCustomer): object => {
  const { address, email, gdap } = customer;
  const { country, city, state, addressLine1, postalCode, phoneNumber } = address;
  const place = { country, region: state ?? '', city, addressLine1, postalCode: postalCode ?? '' };
  const whole = { address: { ...place, phoneNumber: phoneNumber ?? '' }, email };
  return { ...thinCompany(customer), ...(gdap ? whole : {}) };
};

const associated = ({ associatedPartnerId }: SimulatedCustomer): object =>
  associatedPartnerId === undefined ? {} : { associatedPartnerId };

/** GET customers/{id}. */
export const wholeCustomer = (customer: SimulatedCustomer): object => ({
  id: customer.id,
  commerceId: customer.commerceId,
  companyProfile: companyProfile(customer),
  billingProfile: billingProfile(customer),
  relationshipToPartner: customer.relationship,
  allowDelegatedAccess: customer.gdap,
  ...(customer.gdap ? { customDomains: [customer.domain] } : {}),
  ...associated(customer),
  links: { self: link(`/customers/${customer.id}`) },
  attributes: attributes('Customer'),
});

/** An item of GET customers: no more than the names. */
export const listedCustomer = (customer: SimulatedCustomer): object => ({
  id: customer.id,
  companyProfile: thinCompany(customer),
  relationshipToPartner: customer.relationship,
  links: { self: link(`/customers/${customer.id}`) },
  attributes: attributes('Customer'),
});

/** The answer of POST customers, the one time the password is given. */
export const createdCustomer = (customer: SimulatedCustomer, partner: SimulatedPartner, password: string): object => ({
  id: customer.id,
  commerceId: customer.commerceId,
  companyProfile: thinCompany(customer),
  billingProfile: billingProfile(customer),
  ...(cloud(partner.cloud).gdap ? { enableGDAPByDefault: customer.gdap } : {}),
  relationshipToPartner: customer.relationship,
  allowDelegatedAccess: customer.gdap,
  userCredentials: { userName: 'admin', password },
  ...associated(customer),
  attributes: attributes('Customer'),
});

import * as z from 'zod';
import { record } from './audit.ts';
import { type Call, type Handler, ok, parseBody } from './call.ts';
import { billingEtag, billingProfile } from './customerResource.ts';
import { customerOf } from './customers.ts';
import { billingBody, newCustomerRefusal, withSpelling } from './newCustomer.ts';
import { refusal } from './refusal.ts';

/** The ETag a change is meant for: If-Match, else the one in the body. */
export const etagOf = (call: Call): string | undefined => {
  const header = call.headers['if-match'];
  if (header !== undefined) return header.replaceAll('"', '');
  const body = z.object({ attributes: z.object({ etag: z.string() }) }).safeParse(call.body);
  return body.success ? body.data.attributes.etag.replaceAll('"', '') : undefined;
};

/** GET customers/{id}/profiles/billing. */
export const getBillingProfile: Handler = (call) => {
  const customer = customerOf(call);
  return { ...ok(billingProfile(customer)), headers: { ETag: `"${billingEtag(customer)}"` } };
};

/** PUT customers/{id}/profiles/billing: the whole profile, with the ETag it was read with. */
export const putBillingProfile: Handler = (call) => {
  const customer = customerOf(call);
  const profile = withSpelling(parseBody(call.body, billingBody));
  if (etagOf(call) !== billingEtag(customer)) throw refusal('2055');
  const { domain, organizationRegistrationNumber } = customer;
  const companyProfile = {
    domain,
    ...(organizationRegistrationNumber === undefined ? {} : { organizationRegistrationNumber }),
  };
  const refused = newCustomerRefusal({ companyProfile, billingProfile: profile }, call.partner);
  if (refused !== undefined) throw refused;
  const { email, culture, language, companyName, defaultAddress, firstName, lastName } = profile;
  const address = { firstName: firstName ?? '', lastName: lastName ?? '', ...defaultAddress };
  const changed = { ...customer, email, culture, language, companyName, address, version: customer.version + 1 };
  call.world.customers.set(customer.id, changed);
  const operationType = 'update_customer_billing_profile';
  record(call, changed, { resourceType: 'customer', operationType, value: billingProfile(changed) });
  return { ...ok(billingProfile(changed)), headers: { ETag: `"${billingEtag(changed)}"` } };
};

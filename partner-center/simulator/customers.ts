import * as z from 'zod';
import { cloud } from '../clouds.ts';
import { attributes } from './answer.ts';
import { record } from './audit.ts';
import { type Answer, type Call, created, type Handler, ok, param, parseBody } from './call.ts';
import { companyProfile, createdCustomer, listedCustomer, wholeCustomer } from './customerResource.ts';
import { isTaken } from './domains.ts';
import { type NewCustomerBody, newCustomerBody, newCustomerRefusal, withSpelling } from './newCustomer.ts';
import { pageOf } from './pages.ts';
import type { Subscription } from './records.ts';
import { refusal } from './refusal.ts';
import { isUsage, present } from './terms.ts';
import type { SimulatedCustomer } from './world.ts';

/** The customer a call is about. Raises Refusal 20002 when this partner has none such. */
export const customerOf = (call: Call): SimulatedCustomer => {
  const id = param(call, 'customer').toLowerCase();
  const found = call.world.customers.get(id);
  if (found?.partner === call.partner.tenantId && found.relationship !== 'none') return found;
  throw refusal('20002', { fill: [call.partner.tenantId, id] });
};

const newRecord = (call: Call, body: NewCustomerBody): SimulatedCustomer => {
  const { associatedPartnerId, enableGDAPByDefault = true } = body;
  const { email, culture, language, companyName, defaultAddress, firstName, lastName } = body.billingProfile;
  const { organizationRegistrationNumber } = body.companyProfile;
  return {
    id: call.newId(),
    partner: call.partner.tenantId,
    commerceId: call.newId(),
    billingId: call.newId(),
    adminId: call.newId(),
    domain: body.companyProfile.domain.toLowerCase(),
    email,
    culture,
    language,
    companyName,
    address: { firstName: firstName ?? '', lastName: lastName ?? '', ...defaultAddress },
    version: 1,
    relationship: 'reseller',
    gdap: cloud(call.partner.cloud).gdap ? enableGDAPByDefault : true,
    ...(associatedPartnerId === undefined ? {} : { associatedPartnerId }),
    ...(organizationRegistrationNumber === undefined ? {} : { organizationRegistrationNumber }),
    validationStatus: call.partner.newCustomerStatus,
    directSigned: false,
    agreements: [],
    qualifications: [],
    created: call.now().toISOString(),
  };
};

const resellerCheck = ({ partner, token }: Call, { associatedPartnerId }: NewCustomerBody): void => {
  if (associatedPartnerId === undefined) return;
  if (token.kind === 'app-only') throw refusal('900329');
  if (!partner.mpaSigned) throw refusal('900124');
  const signed = partner.resellers.find(({ tenantId }) => tenantId === associatedPartnerId)?.mpaSigned ?? true;
  if (!signed) throw refusal('900123');
};

/** POST customers: a new tenant, its password given this once. */
export const createCustomer: Handler = (call) => {
  const chosen = z.object({ userCredentials: z.object({ password: z.string() }) }).safeParse(call.body);
  if (chosen.success) throw refusal('3000', { data: ['property_name: userCredentials.password'] });
  const parsed = parseBody(call.body, newCustomerBody);
  const body = { ...parsed, billingProfile: withSpelling(parsed.billingProfile) };
  const refused = newCustomerRefusal(body, call.partner);
  if (refused !== undefined) throw refused;
  resellerCheck(call, body);
  if (isTaken(call.world, body.companyProfile.domain))
    throw refusal('3000', { data: ['property_name: domain - the domain is already in use'] });
  const customer = newRecord(call, body);
  call.world.customers.set(customer.id, customer);
  const value = createdCustomer(customer, call.partner, '');
  record(call, customer, { resourceType: 'customer', operationType: 'add_customer', value });
  const password = call.newPassword();
  call.world.passwords.set(customer.id, password);
  return created(createdCustomer(customer, call.partner, password));
};

const filterSchema = z.object({
  field: z.enum(['CompanyName', 'Domain', 'IndirectReseller']),
  value: z.string(),
  operator: z.literal('starts_with'),
});

const fields = { CompanyName: 'companyName', Domain: 'domain', IndirectReseller: 'associatedPartnerId' } as const;

/** GET customers?size&filter, in the order in which they were added; a filter is a prefix, in any case. */
export const listCustomers: Handler = (call) =>
  ok(
    pageOf(call, '/customers', (asked) => {
      const filter = asked === undefined ? undefined : parseBody(asked, filterSchema);
      const prefix = filter?.value.toLowerCase() ?? '';
      return [...call.world.customers.values()]
        .filter(({ partner, relationship }) => partner === call.partner.tenantId && relationship !== 'none')
        .filter((one) => filter === undefined || (one[fields[filter.field]] ?? '').toLowerCase().startsWith(prefix))
        .map(listedCustomer);
    }),
  );

/** GET customers/{id}. */
export const getCustomer: Handler = (call) => ok(wholeCustomer(customerOf(call)));

/** GET customers/{id}/profiles/company. */
export const getCompanyProfile: Handler = (call) => ok(companyProfile(customerOf(call)));

/** What runs stands in the way, and a term that was bought also while it is suspended. */
const isInTheWay = (one: Subscription): boolean =>
  one.status === 'active' || (one.status === 'suspended' && !isUsage(one));

/** PATCH customers/{id} {"relationshipToPartner":"none"}: only when no subscription stands in the way. */
export const removeRelationship: Handler = (call) => {
  const customer = customerOf(call);
  parseBody(call.body, z.object({ relationshipToPartner: z.literal('none') }));
  const left = [...call.world.subscriptions.values()]
    .map((one) => present(one, call.now()))
    .filter((one) => one.customer === customer.id && isInTheWay(one));
  if (left.length > 0) throw refusal('600006', { data: left.map(({ id, status }) => `${status} subscription: ${id}`) });
  call.world.customers.set(customer.id, { ...customer, relationship: 'none' });
  const body = { relationshipToPartner: 'none', attributes: attributes('Customer') };
  const operationType = 'remove_partner_customer_relationship';
  record(call, customer, { resourceType: 'partner_customer_relationship', operationType, value: body });
  return ok(body);
};

/** DELETE customers/{id}: in an integration sandbox only; the tenant is gone and its domain free again. */
export const deleteCustomer: Handler = (call): Answer => {
  const customer = customerOf(call);
  if (!call.partner.sandbox) throw refusal('600006');
  const { customers, carts, orders, subscriptions } = call.world;
  customers.delete(customer.id);
  for (const records of [carts, orders, subscriptions])
    for (const [id, one] of records) if (one.customer === customer.id) records.delete(id);
  record(call, customer, { resourceType: 'customer', operationType: 'delete_tip_customer', value: {} });
  return { status: 204 };
};

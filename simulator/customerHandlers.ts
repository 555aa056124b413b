import * as z from 'zod';
import { cloud } from '../partner-center/rules/clouds.ts';
import {
  type ApiRequest,
  type ApiResponse,
  attributes,
  createdResponse,
  type Handler,
  link,
  listBody,
  okResponse,
  pageBody,
  parseBody,
  pathParam,
} from './apiRequest.ts';
import { writeAuditRecord } from './auditRecords.ts';
import {
  billingBody,
  billingEtag,
  billingProfileBody,
  companyProfileBody,
  createdCustomerBody,
  customerBody,
  customerListItem,
  type NewCustomerBody,
  newCustomerBody,
  newCustomerError,
  withSpelling,
} from './customerBody.ts';
import { isDomainTaken } from './validationHandlers.ts';
import type { SimulatedCustomer, SubscriptionRecord } from './state.ts';
import { apiError } from './apiError.ts';
import { afterTerms, isUsageBased } from './subscriptionResource.ts';
import { defined } from '../lib/optional.ts';

/** The customer that a request names. Raises ApiError 20002 when this partner has no such customer. */
export const requireCustomer = (request: ApiRequest): SimulatedCustomer => {
  const id = pathParam(request, 'customer').toLowerCase();
  const found = request.state.customers.get(id);
  if (found?.partner === request.partner.tenantId && found.relationship !== 'none') return found;
  throw apiError('20002', { fill: [request.partner.tenantId, id] });
};

const newCustomerRecord = (request: ApiRequest, body: NewCustomerBody): SimulatedCustomer => {
  const { associatedPartnerId, enableGDAPByDefault = true } = body;
  const { email, culture, language, companyName, defaultAddress, firstName, lastName } = body.billingProfile;
  const { organizationRegistrationNumber } = body.companyProfile;
  return {
    id: request.newId(),
    partner: request.partner.tenantId,
    commerceId: request.newId(),
    billingId: request.newId(),
    adminId: request.newId(),
    domain: body.companyProfile.domain.toLowerCase(),
    email,
    culture,
    language,
    companyName,
    address: { firstName: firstName ?? '', lastName: lastName ?? '', ...defaultAddress },
    version: 1,
    relationship: 'reseller',
    gdap: cloud(request.partner.cloud).gdap ? enableGDAPByDefault : true,
    ...defined({ associatedPartnerId, organizationRegistrationNumber }),
    validationStatus: request.partner.newCustomerStatus,
    directSigned: false,
    agreements: [],
    qualifications: [],
    created: request.now().toISOString(),
  };
};

const checkReseller = ({ partner, token }: ApiRequest, { associatedPartnerId }: NewCustomerBody): void => {
  if (associatedPartnerId === undefined) return;
  if (token.kind === 'app-only') throw apiError('900329');
  if (!partner.mpaSigned) throw apiError('900124');
  const signed = partner.resellers.find(({ tenantId }) => tenantId === associatedPartnerId)?.mpaSigned ?? true;
  if (!signed) throw apiError('900123');
};

/** POST customers: creates a tenant; only this response holds its password. */
export const postCustomer: Handler = (request) => {
  const chosen = z.object({ userCredentials: z.object({ password: z.string() }) }).safeParse(request.body);
  if (chosen.success) throw apiError('3000', { data: ['property_name: userCredentials.password'] });
  const parsed = parseBody(request.body, newCustomerBody);
  const body = { ...parsed, billingProfile: withSpelling(parsed.billingProfile) };
  const refused = newCustomerError(body, request.partner);
  if (refused !== undefined) throw refused;
  checkReseller(request, body);
  if (isDomainTaken(request.state, body.companyProfile.domain))
    throw apiError('3000', { data: ['property_name: domain - the domain is already in use'] });
  const customer = newCustomerRecord(request, body);
  request.state.customers.set(customer.id, customer);
  const value = createdCustomerBody(customer, request.partner, '');
  writeAuditRecord(request, customer, { resourceType: 'customer', operationType: 'add_customer', value });
  const password = request.newPassword();
  request.state.passwords.set(customer.id, password);
  return createdResponse(createdCustomerBody(customer, request.partner, password));
};

const filterSchema = z.object({
  field: z.enum(['CompanyName', 'Domain', 'IndirectReseller']),
  value: z.string(),
  operator: z.literal('starts_with'),
});

const fields = { CompanyName: 'companyName', Domain: 'domain', IndirectReseller: 'associatedPartnerId' } as const;

/** GET customers?size&filter, in the order they were added; a filter is a case-insensitive prefix. */
export const listCustomers: Handler = (request) =>
  okResponse(
    pageBody(request, '/customers', (asked) => {
      const filter = asked === undefined ? undefined : parseBody(asked, filterSchema);
      const prefix = filter?.value.toLowerCase() ?? '';
      return [...request.state.customers.values()]
        .filter(({ partner, relationship }) => partner === request.partner.tenantId && relationship !== 'none')
        .filter((one) => filter === undefined || (one[fields[filter.field]] ?? '').toLowerCase().startsWith(prefix))
        .map(customerListItem);
    }),
  );

/** GET customers/{id}. */
export const getCustomer: Handler = (request) => okResponse(customerBody(requireCustomer(request)));

/** GET customers/{id}/profiles/company. */
export const getCompanyProfile: Handler = (request) => okResponse(companyProfileBody(requireCustomer(request)));

/** True when a subscription blocks the removal: it is active, or suspended within a paid term. */
const blocksRemoval = (one: SubscriptionRecord): boolean =>
  one.status === 'active' || (one.status === 'suspended' && !isUsageBased(one));

/** PATCH customers/{id} {"relationshipToPartner":"none"}: refused while a subscription blocks the removal. */
export const patchRelationship: Handler = (request) => {
  const customer = requireCustomer(request);
  parseBody(request.body, z.object({ relationshipToPartner: z.literal('none') }));
  const left = [...request.state.subscriptions.values()]
    .map((one) => afterTerms(one, request.now()))
    .filter((one) => one.customer === customer.id && blocksRemoval(one));
  if (left.length > 0)
    throw apiError('600006', { data: left.map(({ id, status }) => `${status} subscription: ${id}`) });
  request.state.customers.set(customer.id, { ...customer, relationship: 'none' });
  const body = { relationshipToPartner: 'none', attributes: attributes('Customer') };
  const operationType = 'remove_partner_customer_relationship';
  writeAuditRecord(request, customer, { resourceType: 'partner_customer_relationship', operationType, value: body });
  return okResponse(body);
};

/** DELETE customers/{id}, in an integration sandbox only: removes the tenant and frees its domain. */
export const deleteCustomer: Handler = (request): ApiResponse => {
  const customer = requireCustomer(request);
  if (!request.partner.sandbox) throw apiError('600006');
  const { customers, carts, orders, subscriptions } = request.state;
  customers.delete(customer.id);
  for (const records of [carts, orders, subscriptions])
    for (const [id, one] of records) if (one.customer === customer.id) records.delete(id);
  writeAuditRecord(request, customer, { resourceType: 'customer', operationType: 'delete_tip_customer', value: {} });
  return { status: 204 };
};

/** The ETag that a change names: If-Match, else the one in the body. */
export const etagOf = (request: ApiRequest): string | undefined => {
  const header = request.headers['if-match'];
  if (header !== undefined) return header.replaceAll('"', '');
  const body = z.object({ attributes: z.object({ etag: z.string() }) }).safeParse(request.body);
  return body.success ? body.data.attributes.etag.replaceAll('"', '') : undefined;
};

/** GET customers/{id}/profiles/billing. */
export const getBillingProfile: Handler = (request) => {
  const customer = requireCustomer(request);
  return { ...okResponse(billingProfileBody(customer)), headers: { ETag: `"${billingEtag(customer)}"` } };
};

/** PUT customers/{id}/profiles/billing: the whole profile, with the ETag it was read with. */
export const putBillingProfile: Handler = (request) => {
  const customer = requireCustomer(request);
  const profile = withSpelling(parseBody(request.body, billingBody));
  if (etagOf(request) !== billingEtag(customer)) throw apiError('2055');
  const { domain, organizationRegistrationNumber } = customer;
  const companyProfile = {
    domain,
    ...defined({ organizationRegistrationNumber }),
  };
  const refused = newCustomerError({ companyProfile, billingProfile: profile }, request.partner);
  if (refused !== undefined) throw refused;
  const { email, culture, language, companyName, defaultAddress, firstName, lastName } = profile;
  const address = { firstName: firstName ?? '', lastName: lastName ?? '', ...defaultAddress };
  const changed = { ...customer, email, culture, language, companyName, address, version: customer.version + 1 };
  request.state.customers.set(customer.id, changed);
  const operationType = 'update_customer_billing_profile';
  writeAuditRecord(request, changed, { resourceType: 'customer', operationType, value: billingProfileBody(changed) });
  return { ...okResponse(billingProfileBody(changed)), headers: { ETag: `"${billingEtag(changed)}"` } };
};

const adminUser = ({ id, adminId, domain, companyName, address }: SimulatedCustomer): object => ({
  usageLocation: address.country,
  id: adminId,
  userPrincipalName: `admin@${domain}`,
  firstName: address.firstName ?? '',
  lastName: address.lastName ?? '',
  displayName: companyName,
  userDomainType: 'none',
  state: 'active',
  links: { self: link(`/customers/${id}/users/${adminId}`) },
  attributes: attributes('CustomerUser'),
});

const checkPasswordReset = ({ partner }: ApiRequest): void => {
  if (!cloud(partner.cloud).passwordReset) throw apiError('600006');
};

/** GET customers/{id}/users: the admin user, the only one of a simulated customer. */
export const listUsers: Handler = (request) => {
  const customer = requireCustomer(request);
  return okResponse(listBody([adminUser(customer)], `/customers/${customer.id}/users`));
};

const characterKinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Schema of a password by Microsoft Entra's rules: 8 to 256 ASCII characters of at least three kinds. */
const passwordSchema = z
  .string()
  .min(8)
  .max(256)
  .regex(/^[ -~]*$/)
  .refine((text) => characterKinds.filter((kind) => kind.test(text)).length >= 3);

const passwordBody = z.object({
  passwordProfile: z.object({ password: passwordSchema, forceChangePassword: z.boolean() }),
});

/**
 * PATCH customers/{id}/users/{user}, as Microsoft's clients send it, or …/resetpassword, as documented; refused in a
 * cloud where programs may not set passwords.
 */
export const patchPassword: Handler = (request) => {
  checkPasswordReset(request);
  const customer = requireCustomer(request);
  if (pathParam(request, 'user').toLowerCase() !== customer.adminId) throw apiError('60002');
  const { passwordProfile } = parseBody(request.body, passwordBody);
  request.state.passwords.set(customer.id, passwordProfile.password);
  const operationType = 'reset_customer_user_password';
  writeAuditRecord(request, customer, { resourceType: 'customer_user', operationType, value: adminUser(customer) });
  return okResponse({ ...adminUser(customer), passwordProfile });
};

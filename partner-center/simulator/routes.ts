import { validateAddress } from './addresses.ts';
import { confirmAgreement, getDirectSignStatus, getDocument, listAgreements, listTemplates } from './agreements.ts';
import { addAttestation } from './attestations.ts';
import { listAudit } from './audit.ts';
import { getBillingProfile, putBillingProfile } from './billing.ts';
import type { Handler } from './call.ts';
import { createCart, getCart, updateCart } from './carts.ts';
import { checkout } from './checkout.ts';
import { getCountryRules } from './country.ts';
import {
  createCustomer,
  deleteCustomer,
  getCompanyProfile,
  getCustomer,
  listCustomers,
  removeRelationship,
} from './customers.ts';
import { headDomain } from './domains.ts';
import { getOrder, getProvisioningStatus, listOrders } from './orders.ts';
import { getAgreementStatus, getRelationshipRequest, listResellers, listResellersOfCustomer } from './relationships.ts';
import { getProduct, listAvailabilities, listProducts, listSkus } from './products.ts';
import { getLegalProfile, getMpnProfile, getOrganizationProfile } from './profiles.ts';
import { addQualification, getValidationStatus, listQualifications, listValidations } from './qualifications.ts';
import { changeSubscription } from './subscriptionChange.ts';
import { getSubscription, getSubscriptionProvisioning, listAddOns, listSubscriptions } from './subscriptions.ts';
import { listUsers, resetPassword } from './users.ts';

/** The HTTP methods of the API. */
export type Method = 'HEAD' | 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation: where it is, whether it needs an app+user token, and what does it. */
export interface Route {
  readonly method: Method;
  /** After `/v1`. */
  readonly path: string;
  readonly user: boolean;
  readonly handler: Handler;
}

const anyToken = (method: Method, path: string, handler: Handler): Route => ({ method, path, user: false, handler });
const userToken = (method: Method, path: string, handler: Handler): Route => ({ method, path, user: true, handler });

const customer = '/customers/:customer';
const subscription = `${customer}/subscriptions/:subscription`;
const sku = '/products/:product/skus/:sku';

/** Every operation, with the kind of token its page names. */
export const routes: readonly Route[] = [
  anyToken('HEAD', '/domains/:domain', headDomain),
  anyToken('GET', '/countryvalidationrules/:country', getCountryRules),
  anyToken('POST', '/validations/address', validateAddress),
  userToken('GET', '/agreements', listTemplates),
  userToken('GET', '/agreementtemplates/:template/document', getDocument),
  userToken('GET', '/relationships', listResellers),
  userToken('GET', '/compliance/csp/agreementstatus', getAgreementStatus),
  userToken('GET', '/profiles/mpn', getMpnProfile),
  userToken('GET', '/profiles/organization', getOrganizationProfile),
  anyToken('GET', '/profiles/legalbusiness', getLegalProfile),
  anyToken('GET', '/auditrecords', listAudit),
  anyToken('GET', '/products', listProducts),
  anyToken('GET', '/products/:product', getProduct),
  anyToken('GET', '/products/:product/skus', listSkus),
  anyToken('GET', `${sku}/availabilities`, listAvailabilities),
  anyToken('POST', '/customers', createCustomer),
  anyToken('GET', '/customers', listCustomers),
  userToken('GET', '/customers/relationshiprequests', getRelationshipRequest),
  anyToken('GET', '/customers/all/validations', listValidations),
  anyToken('GET', customer, getCustomer),
  userToken('PATCH', customer, removeRelationship),
  anyToken('DELETE', customer, deleteCustomer),
  userToken('GET', `${customer}/profiles/company`, getCompanyProfile),
  anyToken('GET', `${customer}/profiles/billing`, getBillingProfile),
  anyToken('PUT', `${customer}/profiles/billing`, putBillingProfile),
  userToken('GET', `${customer}/validationStatus`, getValidationStatus),
  userToken('GET', `${customer}/agreements`, listAgreements),
  // With an attestation the application's own token is enough, and without one it is refused there.
  anyToken('POST', `${customer}/agreements`, confirmAgreement),
  anyToken('POST', '/attestations/enhanced', addAttestation),
  userToken('GET', `${customer}/directSignedMicrosoftCustomerAgreementStatus`, getDirectSignStatus),
  anyToken('GET', `${customer}/qualifications`, listQualifications),
  userToken('POST', `${customer}/qualifications`, addQualification),
  userToken('GET', `${customer}/relationships`, listResellersOfCustomer),
  anyToken('GET', `${customer}/products`, listProducts),
  anyToken('GET', `${customer}/products/:product`, getProduct),
  anyToken('GET', `${customer}/products/:product/skus`, listSkus),
  anyToken('GET', `${customer}${sku}/availabilities`, listAvailabilities),
  anyToken('POST', `${customer}/carts`, createCart),
  anyToken('GET', `${customer}/carts/:cart`, getCart),
  anyToken('PUT', `${customer}/carts/:cart`, updateCart),
  anyToken('POST', `${customer}/carts/:cart/checkout`, checkout),
  anyToken('GET', `${customer}/orders`, listOrders),
  anyToken('GET', `${customer}/orders/:order`, getOrder),
  userToken('GET', `${customer}/orders/:order/provisioningstatus`, getProvisioningStatus),
  anyToken('GET', `${customer}/subscriptions`, listSubscriptions),
  anyToken('GET', subscription, getSubscription),
  anyToken('PATCH', subscription, changeSubscription),
  anyToken('GET', `${subscription}/addons`, listAddOns),
  userToken('GET', `${subscription}/provisioningstatus`, getSubscriptionProvisioning),
  userToken('GET', `${customer}/users`, listUsers),
  userToken('PATCH', `${customer}/users/:user`, resetPassword),
  userToken('PATCH', `${customer}/users/:user/resetpassword`, resetPassword),
];

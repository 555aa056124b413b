import { getCountryRules, headDomain, validateAddress } from './validationHandlers.ts';
import {
  addAttestation,
  confirmAgreement,
  getDirectSignStatus,
  getDocument,
  listAgreements,
  listTemplates,
} from './agreementHandlers.ts';
import { listAudit } from './auditRecords.ts';
import {
  deleteCustomer,
  getBillingProfile,
  getCompanyProfile,
  getCustomer,
  listCustomers,
  listUsers,
  patchPassword,
  patchRelationship,
  postCustomer,
  putBillingProfile,
} from './customerHandlers.ts';
import type { Handler } from './apiRequest.ts';
import { getCart, postCart, postCheckout, putCart } from './cartHandlers.ts';
import { getOrder, getProvisioningStatus, listOrders } from './orderHandlers.ts';
import {
  getAgreementStatus,
  getLegalProfile,
  getMpnProfile,
  getOrganizationProfile,
  getRelationshipRequest,
  listResellers,
  listResellersOfCustomer,
} from './partnerHandlers.ts';
import { getProduct, listAvailabilities, listProducts, listSkus } from './productHandlers.ts';
import { addQualification, getValidationStatus, listQualifications, listValidations } from './qualificationHandlers.ts';
import {
  getSubscription,
  getSubscriptionProvisioning,
  listAddOns,
  listSubscriptions,
  patchSubscription,
} from './subscriptionHandlers.ts';

/** The HTTP methods of the API. */
export type Method = 'HEAD' | 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Route of one operation: its path, whether it needs an app+user token, and its handler. */
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

/** Routes of all operations, with the kind of token their pages name. */
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
  anyToken('POST', '/customers', postCustomer),
  anyToken('GET', '/customers', listCustomers),
  userToken('GET', '/customers/relationshiprequests', getRelationshipRequest),
  anyToken('GET', '/customers/all/validations', listValidations),
  anyToken('GET', customer, getCustomer),
  userToken('PATCH', customer, patchRelationship),
  anyToken('DELETE', customer, deleteCustomer),
  userToken('GET', `${customer}/profiles/company`, getCompanyProfile),
  anyToken('GET', `${customer}/profiles/billing`, getBillingProfile),
  anyToken('PUT', `${customer}/profiles/billing`, putBillingProfile),
  userToken('GET', `${customer}/validationStatus`, getValidationStatus),
  userToken('GET', `${customer}/agreements`, listAgreements),
  // An app-only token is enough with an attestation; the handler refuses it without one.
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
  anyToken('POST', `${customer}/carts`, postCart),
  anyToken('GET', `${customer}/carts/:cart`, getCart),
  anyToken('PUT', `${customer}/carts/:cart`, putCart),
  anyToken('POST', `${customer}/carts/:cart/checkout`, postCheckout),
  anyToken('GET', `${customer}/orders`, listOrders),
  anyToken('GET', `${customer}/orders/:order`, getOrder),
  userToken('GET', `${customer}/orders/:order/provisioningstatus`, getProvisioningStatus),
  anyToken('GET', `${customer}/subscriptions`, listSubscriptions),
  anyToken('GET', subscription, getSubscription),
  anyToken('PATCH', subscription, patchSubscription),
  anyToken('GET', `${subscription}/addons`, listAddOns),
  userToken('GET', `${subscription}/provisioningstatus`, getSubscriptionProvisioning),
  userToken('GET', `${customer}/users`, listUsers),
  userToken('PATCH', `${customer}/users/:user`, patchPassword),
  userToken('PATCH', `${customer}/users/:user/resetpassword`, patchPassword),
];

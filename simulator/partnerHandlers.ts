import { type ApiRequest, attributes, type Handler, link, listBody, okResponse } from './apiRequest.ts';
import { cloud } from '../partner-center/rules/clouds.ts';
import { invitationRefusal } from '../partner-center/rules/partner.ts';
import { requireCustomer } from './customerHandlers.ts';
import type { SimulatedPartner } from './simulatedPartner.ts';
import { apiError } from './apiError.ts';

const sampleAddress = ({ partner }: ApiRequest): object => ({
  country: partner.country,
  city: 'Simulated City',
  state: '',
  addressLine1: '1 Simulated Street',
  addressLine2: '',
  postalCode: '',
});

/** GET profiles/mpn. */
export const getMpnProfile: Handler = ({ partner }) =>
  okResponse({
    mpnId: partner.mpnId,
    profileType: 'MpnProfile',
    links: { self: link('/profiles/mpn') },
    attributes: attributes('MpnProfile'),
  });

/** GET profiles/organization. */
export const getOrganizationProfile: Handler = (request) => {
  const { partner } = request;
  const domain = partner.domains[0] ?? 'simulated.example';
  return okResponse({
    id: partner.tenantId,
    companyName: partner.name,
    defaultAddress: { ...sampleAddress(request), firstName: 'Ada', lastName: 'Lovelace', phoneNumber: '' },
    tenantId: partner.tenantId,
    domain,
    email: `partner@${domain}`,
    language: 'en',
    culture: 'en-US',
    profileType: 'OrganizationProfile',
    links: { self: link('/profiles/organization') },
    attributes: attributes('OrganizationProfile', '1'),
  });
};

/** GET profiles/legalbusiness. */
export const getLegalProfile: Handler = (request) => {
  const email = `partner@${request.partner.domains[0] ?? 'simulated.example'}`;
  const person = { firstName: 'Ada', lastName: 'Lovelace', phoneNumber: '' };
  return okResponse({
    companyName: request.partner.name,
    address: { ...sampleAddress(request), ...person },
    primaryContact: { ...person, email },
    companyApproverAddress: sampleAddress(request),
    companyApproverEmail: email,
    vettingStatus: 'authorized',
    vettingSubStatus: 'none',
    profileType: 'LegalBusinessProfile',
    links: { self: link('/profiles/legalbusiness') },
    attributes: attributes('LegalBusinessProfile'),
  });
};

const checkProvider = ({ partner }: ApiRequest): void => {
  if (partner.type !== 'indirect-provider' || !cloud(partner.cloud).resellers) throw apiError('1002');
};

const relationshipBody = (reseller: SimulatedPartner['resellers'][number], partner: SimulatedPartner): object => ({
  id: reseller.tenantId,
  name: reseller.name,
  relationshipType: 'is_indirect_cloud_solution_provider_of',
  state: reseller.state,
  mpnId: reseller.mpnId,
  location: reseller.location ?? partner.country,
  attributes: attributes('PartnerRelationship'),
});

/** GET relationships?relationship_type=IsIndirectCloudSolutionProviderOf: a provider's resellers, active or not. */
export const listResellers: Handler = (request) => {
  if (request.query.get('relationship_type') !== 'IsIndirectCloudSolutionProviderOf')
    throw apiError('3000', { data: ['property_name: relationship_type'] });
  checkProvider(request);
  return okResponse(listBody(request.partner.resellers.map((reseller) => relationshipBody(reseller, request.partner))));
};

/** GET customers/{id}/relationships: the reseller of a provider's customer. */
export const listResellersOfCustomer: Handler = (request) => {
  const { associatedPartnerId } = requireCustomer(request);
  const own = request.partner.resellers.filter(({ tenantId }) => tenantId === associatedPartnerId);
  return okResponse(listBody(own.map((reseller) => relationshipBody(reseller, request.partner))));
};

// The two forms Partner Center gives (request-a-relationship-with-a-customer, regional-authorization-overview).
const invitationLink = ({ type, cloud: cloudId, tenantId, mpnId, provider }: SimulatedPartner): string =>
  type === 'indirect-reseller'
    ? `https://portal.office.com/partner/partnersignup.aspx?type=IndirectResellerRelationship&id=${tenantId}` +
      `&csp=1&msppid=${mpnId}&indirectCSP=${provider}`
    : `${cloud(cloudId).adminCenter ?? ''}Adminportal/Home?invType=ResellerRelationship&partnerId=${tenantId}` +
      '&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

/** GET customers/relationshiprequests: the partner's invitation link for new customers. */
export const getRelationshipRequest: Handler = ({ partner }) => {
  if (invitationRefusal(partner) !== undefined) throw apiError('600006');
  return okResponse({ url: invitationLink(partner), attributes: attributes('RelationshipRequest') });
};

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const valueOf = ({ query }: ApiRequest, name: string): string | undefined =>
  [...query].find(([key]) => key.toLowerCase() === name)?.[1];

/** GET compliance/csp/agreementstatus?mpnId= or tenantId=: tells that a reseller signed the Partner Agreement. */
export const getAgreementStatus: Handler = (request) => {
  const [mpnId, tenantId] = [valueOf(request, 'mpnid'), valueOf(request, 'tenantid')];
  const wrong = (text: string) => apiError('2000', { fill: [text] });
  if (mpnId !== undefined && tenantId !== undefined) throw wrong('Both MPN Id and Tenant Id should not be passed.');
  if (mpnId === undefined && tenantId === undefined) throw wrong('Both MPN Id and Tenant Id cannot be empty.');
  if (tenantId !== undefined && !guidPattern.test(tenantId)) throw wrong('Tenant Id must be a GUID.');
  if (mpnId !== undefined && !/^\d+$/.test(mpnId)) throw wrong('MPN Id must be numeric.');
  const name = mpnId === undefined ? `Tenant Id ${tenantId}` : `MPN Id ${mpnId}`;
  const found = request.partner.resellers.find(
    (one) => one.mpnId === mpnId || one.tenantId === tenantId?.toLowerCase(),
  );
  if (found === undefined) throw apiError('2200', { fill: [name] });
  if (!found.mpaSigned) throw apiError('2203', { fill: [name] });
  return okResponse({ isAgreementSigned: true });
};

import { cloud } from '../clouds.ts';
import { invitationRefusal } from '../invitation.ts';
import { attributes, collection } from './answer.ts';
import { type Call, type Handler, ok } from './call.ts';
import { customerOf } from './customers.ts';
import type { SimulatedPartner } from './partners.ts';
import { refusal } from './refusal.ts';

const providerOnly = ({ partner }: Call): void => {
  if (partner.type !== 'indirect-provider' || !cloud(partner.cloud).resellers) throw refusal('1002');
};

const relationship = (reseller: SimulatedPartner['resellers'][number], partner: SimulatedPartner): object => ({
  id: reseller.tenantId,
  name: reseller.name,
  relationshipType: 'is_indirect_cloud_solution_provider_of',
  state: reseller.state,
  mpnId: reseller.mpnId,
  location: reseller.location ?? partner.country,
  attributes: attributes('PartnerRelationship'),
});

/** GET relationships?relationship_type=IsIndirectCloudSolutionProviderOf: a provider's resellers, active or not. */
export const listResellers: Handler = (call) => {
  if (call.query.get('relationship_type') !== 'IsIndirectCloudSolutionProviderOf')
    throw refusal('3000', { data: ['property_name: relationship_type'] });
  providerOnly(call);
  return ok(collection(call.partner.resellers.map((reseller) => relationship(reseller, call.partner))));
};

/** GET customers/{id}/relationships: the reseller of a provider's customer. */
export const listResellersOfCustomer: Handler = (call) => {
  const { associatedPartnerId } = customerOf(call);
  const own = call.partner.resellers.filter(({ tenantId }) => tenantId === associatedPartnerId);
  return ok(collection(own.map((reseller) => relationship(reseller, call.partner))));
};

// The two forms Partner Center gives (request-a-relationship-with-a-customer, regional-authorization-overview).
const invitationLink = ({ type, tenantId, mpnId, provider }: SimulatedPartner): string =>
  type === 'indirect-reseller'
    ? `https://portal.office.com/partner/partnersignup.aspx?type=IndirectResellerRelationship&id=${tenantId}` +
      `&csp=1&msppid=${mpnId}&indirectCSP=${provider}`
    : `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${tenantId}` +
      '&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

/** GET customers/relationshiprequests: the partner's link for customers it does not have yet. */
export const getRelationshipRequest: Handler = ({ partner }) => {
  if (invitationRefusal(partner) !== undefined) throw refusal('600006');
  return ok({ url: invitationLink(partner), attributes: attributes('RelationshipRequest') });
};

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const valueOf = ({ query }: Call, name: string): string | undefined =>
  [...query].find(([key]) => key.toLowerCase() === name)?.[1];

/** GET compliance/csp/agreementstatus?mpnId= or tenantId=: has a reseller signed the Microsoft Partner Agreement? */
export const getAgreementStatus: Handler = (call) => {
  const [mpnId, tenantId] = [valueOf(call, 'mpnid'), valueOf(call, 'tenantid')];
  const wrong = (text: string) => refusal('2000', { fill: [text] });
  if (mpnId !== undefined && tenantId !== undefined) throw wrong('Both MPN Id and Tenant Id should not be passed.');
  if (mpnId === undefined && tenantId === undefined) throw wrong('Both MPN Id and Tenant Id cannot be empty.');
  if (tenantId !== undefined && !guid.test(tenantId)) throw wrong('Tenant Id must be a GUID.');
  if (mpnId !== undefined && !/^\d+$/.test(mpnId)) throw wrong('MPN Id must be numeric.');
  const name = mpnId === undefined ? `Tenant Id ${tenantId}` : `MPN Id ${mpnId}`;
  const found = call.partner.resellers.find((one) => one.mpnId === mpnId || one.tenantId === tenantId?.toLowerCase());
  if (found === undefined) throw refusal('2200', { fill: [name] });
  if (!found.mpaSigned) throw refusal('2203', { fill: [name] });
  return ok({ isAgreementSigned: true });
};

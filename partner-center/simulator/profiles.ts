import { attributes, link } from './answer.ts';
import { type Call, type Handler, ok } from './call.ts';

const address = ({ partner }: Call): object => ({
  country: partner.country,
  city: 'Simulated City',
  state: '',
  addressLine1: '1 Simulated Street',
  addressLine2: '',
  postalCode: '',
});

/** GET profiles/mpn. */
export const getMpnProfile: Handler = ({ partner }) =>
  ok({
    mpnId: partner.mpnId,
    profileType: 'MpnProfile',
    links: { self: link('/profiles/mpn') },
    attributes: attributes('MpnProfile'),
  });

/** GET profiles/organization. */
export const getOrganizationProfile: Handler = (call) => {
  const { partner } = call;
  const domain = partner.domains[0] ?? 'simulated.example';
  return ok({
    id: partner.tenantId,
    companyName: partner.name,
    defaultAddress: { ...address(call), firstName: 'Ada', lastName: 'Lovelace', phoneNumber: '' },
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
export const getLegalProfile: Handler = (call) => {
  const email = `partner@${call.partner.domains[0] ?? 'simulated.example'}`;
  const person = { firstName: 'Ada', lastName: 'Lovelace', phoneNumber: '' };
  return ok({
    companyName: call.partner.name,
    address: { ...address(call), ...person },
    primaryContact: { ...person, email },
    companyApproverAddress: address(call),
    companyApproverEmail: email,
    vettingStatus: 'authorized',
    vettingSubStatus: 'none',
    profileType: 'LegalBusinessProfile',
    links: { self: link('/profiles/legalbusiness') },
    attributes: attributes('LegalBusinessProfile'),
  });
};

import { cloud, type CloudId } from './clouds.ts';
import { invitationRefusal, type Partner, type PartnerType, type Reseller } from './partner.ts';

const tenantId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const mpnId = (number: number): string => String(4_000_000 + number);

const resellerNames = ['Northwind Cloud Services', 'Coho Networks', 'Lucerne IT'];

const sampleResellers = (number: number): readonly Reseller[] =>
  resellerNames.map((name, index) => {
    const own = number * 100 + index + 1;
    return { tenantId: tenantId(own), mpnId: mpnId(own), name };
  });

// The two forms Partner Center gives (request-a-relationship-with-a-customer, regional-authorization-overview).
const sampleInvitationLink = (number: number, cloudId: CloudId, type: PartnerType): string =>
  type === 'indirect-reseller'
    ? `https://portal.office.com/partner/partnersignup.aspx?type=IndirectResellerRelationship&id=${tenantId(number)}` +
      `&csp=1&msppid=${mpnId(number)}&indirectCSP=${tenantId(1)}`
    : `${cloud(cloudId).adminCenter ?? ''}Adminportal/Home?invType=ResellerRelationship&partnerId=${tenantId(number)}` +
      '&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

const samplePartner = (
  number: number,
  name: string,
  cloudId: CloudId,
  type: PartnerType,
  country: string,
): Partner => ({
  tenantId: tenantId(number),
  name,
  cloud: cloudId,
  type,
  country,
  mpnId: mpnId(number),
  domains: [`${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`],
  ...(type === 'indirect-provider' && cloud(cloudId).resellers ? { resellers: sampleResellers(number) } : {}),
  ...(invitationRefusal({ cloud: cloudId, type }) === undefined
    ? { invitationLink: sampleInvitationLink(number, cloudId, type) }
    : {}),
});

/** Invented partners to try the bot with: every type in every cloud, the first (a US provider) the default, then other countries. */
export const samplePartners: readonly Partner[] = [
  samplePartner(1, 'Fabrikam Distribution', 'global', 'indirect-provider', 'US'),
  samplePartner(2, 'Contoso Direct', 'global', 'direct-bill', 'US'),
  samplePartner(3, 'Adatum Resale', 'global', 'indirect-reseller', 'US'),
  samplePartner(4, 'Woodgrove Public Distribution', 'usGovernment', 'indirect-provider', 'US'),
  samplePartner(5, 'Woodgrove Public', 'usGovernment', 'direct-bill', 'US'),
  samplePartner(6, 'Woodgrove Public Resale', 'usGovernment', 'indirect-reseller', 'US'),
  samplePartner(7, 'Litware Vertrieb', 'germany', 'indirect-provider', 'DE'),
  samplePartner(8, 'Litware Direkt', 'germany', 'direct-bill', 'DE'),
  samplePartner(9, 'Litware Handel', 'germany', 'indirect-reseller', 'DE'),
  samplePartner(10, 'Tailspin China Distribution', 'china', 'indirect-provider', 'CN'),
  samplePartner(11, 'Tailspin China', 'china', 'direct-bill', 'CN'),
  samplePartner(12, 'Tailspin China Resale', 'china', 'indirect-reseller', 'CN'),
  samplePartner(13, 'Fabrikam Taiwan', 'global', 'indirect-provider', 'TW'),
  samplePartner(14, 'Proseware Russia', 'global', 'indirect-provider', 'RU'),
  samplePartner(15, 'Wide World France', 'global', 'indirect-provider', 'FR'),
];

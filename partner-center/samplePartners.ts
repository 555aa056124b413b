import { cloud, type CloudId } from './clouds.ts';
import { invitationRefusal } from './invitation.ts';
import type { Partner, PartnerType, Reseller } from './partner.ts';

const tenantId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const mpnId = (number: number): string => String(4_000_000 + number);

const resellerNames = ['Northwind Cloud Services', 'Coho Networks', 'Lucerne IT'];

const resellersOf = (number: number): readonly Reseller[] =>
  resellerNames.map((name, index) => {
    const own = number * 100 + index + 1;
    return { tenantId: tenantId(own), mpnId: mpnId(own), name };
  });

// The two forms Partner Center gives (request-a-relationship-with-a-customer, regional-authorization-overview).
const invitationLink = (number: number, type: PartnerType): string =>
  type === 'indirect-reseller'
    ? `https://portal.office.com/partner/partnersignup.aspx?type=IndirectResellerRelationship&id=${tenantId(number)}` +
      `&csp=1&msppid=${mpnId(number)}&indirectCSP=${tenantId(1)}`
    : `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${tenantId(number)}` +
      '&msppId=0&DAP=true#/BillingAccounts/partner-invitation';

const sample = (number: number, name: string, cloudId: CloudId, type: PartnerType, country: string): Partner => ({
  tenantId: tenantId(number),
  name,
  cloud: cloudId,
  type,
  country,
  mpnId: mpnId(number),
  domains: [`${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`],
  ...(type === 'indirect-provider' && cloud(cloudId).resellers ? { resellers: resellersOf(number) } : {}),
  ...(invitationRefusal({ cloud: cloudId, type }) === undefined
    ? { invitationLink: invitationLink(number, type) }
    : {}),
});

/** Invented partners to try the bot with: every type in every cloud, the first (a US provider) the default, then other countries. */
export const samplePartners: readonly Partner[] = [
  sample(1, 'Fabrikam Distribution', 'global', 'indirect-provider', 'US'),
  sample(2, 'Contoso Direct', 'global', 'direct-bill', 'US'),
  sample(3, 'Adatum Resale', 'global', 'indirect-reseller', 'US'),
  sample(4, 'Woodgrove Public Distribution', 'usGovernment', 'indirect-provider', 'US'),
  sample(5, 'Woodgrove Public', 'usGovernment', 'direct-bill', 'US'),
  sample(6, 'Woodgrove Public Resale', 'usGovernment', 'indirect-reseller', 'US'),
  sample(7, 'Litware Vertrieb', 'germany', 'indirect-provider', 'DE'),
  sample(8, 'Litware Direkt', 'germany', 'direct-bill', 'DE'),
  sample(9, 'Litware Handel', 'germany', 'indirect-reseller', 'DE'),
  sample(10, 'Tailspin China Distribution', 'china', 'indirect-provider', 'CN'),
  sample(11, 'Tailspin China', 'china', 'direct-bill', 'CN'),
  sample(12, 'Tailspin China Resale', 'china', 'indirect-reseller', 'CN'),
  sample(13, 'Fabrikam Taiwan', 'global', 'indirect-provider', 'TW'),
  sample(14, 'Proseware Russia', 'global', 'indirect-provider', 'RU'),
  sample(15, 'Wide World France', 'global', 'indirect-provider', 'FR'),
];

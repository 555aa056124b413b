import * as z from 'zod';
import { cloudIds } from '../../partner-center/clouds.ts';
import { isCountry } from './country.ts';

const guid = z.guid('must be a GUID such as 00000000-0000-4000-8000-000000000001').toLowerCase();
const mpnId = z.string('must be text in quotation marks').regex(/^\d{1,10}$/, 'must be 1 to 10 digits');
const name = z.string('must be a name').trim().min(1, 'must not be empty').max(100, 'must be at most 100 characters');
const domainPattern = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const domain = z
  .string('must be a domain')
  .toLowerCase()
  .regex(domainPattern, 'must be a domain such as fabrikam.example');
const right = z.enum(['view', 'add', 'manage', 'remove'], 'must be view, add, manage or remove');
const reseller = z.strictObject({ tenantId: guid, mpnId, name });

/** The fields of one partner of the partners file, each by itself; GUIDs and domains come out in lower case, the country in capitals. */
export const partnerFields = z.strictObject({
  tenantId: guid,
  name,
  cloud: z.enum(cloudIds, `must be one of ${cloudIds.join(', ')}`),
  type: z.enum(
    ['direct-bill', 'indirect-provider', 'indirect-reseller'],
    'must be direct-bill, indirect-provider or indirect-reseller',
  ),
  country: z
    .string('must be a country code')
    .toUpperCase()
    .refine(isCountry, 'must be an ISO 3166 alpha-2 code such as US'),
  mpnId,
  domains: z.array(domain, 'must be a list of domains').min(1, 'must name at least one domain'),
  resellers: z.array(reseller, 'must be a list of resellers').exactOptional(),
  invitationLink: z.url({ protocol: /^https$/, error: 'must be the https link Partner Center gives' }).exactOptional(),
  catalogue: z.string('must be a path').min(1, 'must be the path of a JSON file').exactOptional(),
  users: z.record(guid, z.array(right, 'must be a list of rights'), 'must map user ids to rights').exactOptional(),
});

import * as z from 'zod';
import type { PartnerCenterFault } from '../fault.ts';
import type { Reseller } from '../partner.ts';
import type { Client } from './client.ts';
import { everyItem } from './pages.ts';
import { RestError } from './restError.ts';

const relationship = z.object({
  id: z.string(),
  name: z.string().nullish(),
  state: z.string().nullish(),
  mpnId: z.union([z.string(), z.number()]).transform(String).nullish(),
});

/** A provider's indirect resellers that are active and can be sold through (developer/retrieve-a-list-of-indirect-resellers). */
export const readResellers = async (client: Client): Promise<readonly Reseller[]> => {
  const query = { relationship_type: 'IsIndirectCloudSolutionProviderOf' };
  const all = await everyItem(client, relationship, { path: 'relationships', query, token: 'user' });
  return all
    .filter(({ state }) => state?.toLowerCase() === 'active')
    .flatMap(({ id, name, mpnId }) =>
      mpnId === null || mpnId === undefined ? [] : [{ tenantId: id.toLowerCase(), mpnId, name: name ?? mpnId }],
    );
};

const status = z.object({ isAgreementSigned: z.boolean() });

/** Why orders for a reseller would be refused: no Microsoft Partner Agreement, or no reseller (verify-indirect-reseller-mpa-status). */
export const resellerFault = async (client: Client, { mpnId }: Reseller): Promise<PartnerCenterFault | undefined> => {
  const call = { method: 'GET', path: 'compliance/csp/agreementstatus', query: { mpnId }, token: 'user' } as const;
  try {
    const { isAgreementSigned } = await client.read(status, call);
    return isAgreementSigned ? undefined : { reason: 'reseller-agreement', field: 'reseller' };
  } catch (error) {
    if (error instanceof RestError && error.status === 400)
      return { ...error.fault, correlationId: error.correlationId };
    throw error;
  }
};

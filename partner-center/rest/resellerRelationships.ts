import * as z from 'zod';
import { PartnerCenterError, type PartnerCenterFault } from '../rules/fault.ts';
import { readAll, type RestClient, restPath } from './client.ts';
import { RestError } from './restError.ts';
import { readSubscriptions } from './readSubscriptions.ts';
import type { Reseller } from '../rules/partner.ts';

/**
 * Link by which a customer accepts the relationship, as the service gives it (developer/request-reseller-relationship).
 */
export const readInvitationLink = async (client: RestClient): Promise<string> => {
  const call = { method: 'GET', path: restPath('customers', 'relationshiprequests'), token: 'user' } as const;
  return (await client.read(z.object({ url: z.url() }), call)).url;
};

/** True when a subscription is active, or suspended within a paid term. */
const hasActiveSubscriptions = async (client: RestClient, microsoftId: string): Promise<boolean> => {
  const all = await readSubscriptions(client, microsoftId).catch(() => []);
  return all.some(({ status, commerce }) => status === 'active' || (status === 'suspended' && commerce === 'new'));
};

/**
 * Ends the relationship with a customer (remove-a-reseller-relationship-with-a-customer). Raises `active-subscriptions`
 * while a subscription may block it: that refusal has no documented code, so the subscriptions are read after a
 * refusal.
 */
export const removeRelationship = async (client: RestClient, microsoftId: string, requestId: string): Promise<void> => {
  const body = { relationshipToPartner: 'none', attributes: { objectType: 'Customer' } };
  const call = { method: 'PATCH', path: restPath('customers', microsoftId), body, token: 'user', requestId } as const;
  try {
    await client.send(call);
  } catch (error) {
    const mayBeActive = error instanceof RestError && !error.retryable && error.fault.reason !== 'no-relationship';
    if (!mayBeActive || !(await hasActiveSubscriptions(client, microsoftId))) throw error;
    const { fault, correlationId } = error;
    throw new PartnerCenterError({ ...fault, reason: 'active-subscriptions' }, correlationId, false);
  }
};

const resellerSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  state: z.string().nullish(),
  mpnId: z.union([z.string(), z.number()]).transform(String).nullish(),
});

/** A provider's active indirect resellers that have an MPN ID (developer/retrieve-a-list-of-indirect-resellers). */
export const readResellers = async (client: RestClient): Promise<readonly Reseller[]> => {
  const query = { relationship_type: 'IsIndirectCloudSolutionProviderOf' };
  const all = await readAll(client, resellerSchema, { path: 'relationships', query, token: 'user' });
  return all
    .filter(({ state }) => state?.toLowerCase() === 'active')
    .flatMap(({ id, name, mpnId }) =>
      mpnId === null || mpnId === undefined ? [] : [{ tenantId: id.toLowerCase(), mpnId, name: name ?? mpnId }],
    );
};

const agreementStatusSchema = z.object({ isAgreementSigned: z.boolean() });

/** Fault of orders for a reseller: no Microsoft Partner Agreement, or unknown (verify-indirect-reseller-mpa-status). */
export const resellerFault = async (
  client: RestClient,
  { mpnId }: Reseller,
): Promise<PartnerCenterFault | undefined> => {
  const call = { method: 'GET', path: 'compliance/csp/agreementstatus', query: { mpnId }, token: 'user' } as const;
  try {
    const { isAgreementSigned } = await client.read(agreementStatusSchema, call);
    return isAgreementSigned ? undefined : { reason: 'reseller-agreement', field: 'reseller' };
  } catch (error) {
    if (error instanceof RestError && error.status === 400)
      return { ...error.fault, correlationId: error.correlationId };
    throw error;
  }
};

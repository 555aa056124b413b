import * as z from 'zod';
import { PartnerCenterError } from '../fault.ts';
import { path, type Client } from './client.ts';
import { RestError } from './restError.ts';
import { readSubscriptions } from './subscriptions.ts';

/** The link by which a customer accepts the relationship, unchanged (developer/request-reseller-relationship). */
export const readInvitationLink = async (client: Client): Promise<string> => {
  const call = { method: 'GET', path: path('customers', 'relationshiprequests'), token: 'user' } as const;
  return (await client.read(z.object({ url: z.url() }), call)).url;
};

/** Does a subscription run, or a term that was bought go on although it is suspended? */
const isAnyLeft = async (client: Client, microsoftId: string): Promise<boolean> => {
  const all = await readSubscriptions(client, microsoftId).catch(() => []);
  return all.some(({ status, commerce }) => status === 'active' || (status === 'suspended' && commerce === 'new'));
};

/**
 * Ends the relationship with a customer (remove-a-reseller-relationship-with-a-customer). Raises `active-subscriptions`
 * while one of its subscriptions may stand in the way: no code of that refusal is documented, so what is left is looked up.
 */
export const removeRelationship = async (client: Client, microsoftId: string, requestId: string): Promise<void> => {
  const body = { relationshipToPartner: 'none', attributes: { objectType: 'Customer' } };
  const call = { method: 'PATCH', path: path('customers', microsoftId), body, token: 'user', requestId } as const;
  try {
    await client.send(call);
  } catch (error) {
    const mayBeActive = error instanceof RestError && !error.retryable && error.fault.reason !== 'no-relationship';
    if (!mayBeActive || !(await isAnyLeft(client, microsoftId))) throw error;
    const { fault, correlationId } = error;
    throw new PartnerCenterError({ ...fault, reason: 'active-subscriptions' }, correlationId, false);
  }
};

import { z } from 'zod';
import { path, type Client } from './client.ts';

/** The link by which a customer accepts the relationship, unchanged (developer/request-reseller-relationship). */
export const readInvitationLink = async (client: Client): Promise<string> => {
  const call = { method: 'GET', path: path('customers', 'relationshiprequests'), token: 'user' } as const;
  return (await client.read(z.object({ url: z.url() }), call)).url;
};

/** Ends the relationship with a customer; refused while one of its subscriptions is active (remove-a-reseller-relationship-with-a-customer). */
export const removeRelationship = async (client: Client, microsoftId: string, requestId: string): Promise<void> => {
  const body = { relationshipToPartner: 'none', attributes: { objectType: 'Customer' } };
  await client.send({ method: 'PATCH', path: path('customers', microsoftId), body, token: 'user', requestId });
};

const status = z.object({ status: z.string() });

/**
 * Is a new customer's account reviewed by Microsoft? No status at all (404) lets orders pass, as `Allowed` and
 * `Not Ready` do (developer/retrieve-validation-status).
 */
export const readAccountStatus = async (
  client: Client,
  microsoftId: string,
): Promise<'allowed' | 'under-review' | 'not-approved'> => {
  const answer = await client.send({
    method: 'GET',
    path: path('customers', microsoftId, 'validationStatus'),
    query: { type: 'account' },
    token: 'user',
    accept: [404],
  });
  const found = answer.status === 404 ? undefined : status.safeParse(answer.body).data?.status.toLowerCase();
  if (found === 'notallowed') return 'not-approved';
  return found === 'underreview' || found === 'unknown' ? 'under-review' : 'allowed';
};

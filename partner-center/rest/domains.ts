import { path, type Client } from './client.ts';
import { customerOfDomain } from './customers.ts';
import type { Memory } from './memory.ts';

/** Is the full domain name free? The service answers 404 for a free one (developer/verify-domain-availability). */
export const isDomainFree = async (client: Client, domain: string): Promise<boolean> => {
  const name = path('domains', domain.toLowerCase());
  const { status } = await client.send({ method: 'HEAD', path: name, token: 'app', accept: [404] });
  return status === 404;
};

/** The same for a new customer: one that was left half made of that domain is gone on with. */
export const mayBeginWith = async (client: Client, memory: Memory, domain: string): Promise<boolean> =>
  (await isDomainFree(client, domain)) || (await memory.halfMade(domain)) !== undefined;

/** Has a customer of this partner's that primary domain? */
export const ownsDomain = async (client: Client, domain: string): Promise<boolean> =>
  (await customerOfDomain(client, domain)) !== undefined;

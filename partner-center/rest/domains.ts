import { path, type Client } from './client.ts';

/** Is the full domain name free? The service answers 404 for a free one (developer/verify-domain-availability). */
export const isDomainFree = async (client: Client, domain: string): Promise<boolean> => {
  const name = path('domains', domain.toLowerCase());
  const { status } = await client.send({ method: 'HEAD', path: name, token: 'app', accept: [404] });
  return status === 404;
};

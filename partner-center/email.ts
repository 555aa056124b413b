import * as z from 'zod';

const address = z.email().max(254);

const isIn = (host: string, domain: string): boolean => {
  const name = domain.toLowerCase().replace(/^[@.]+/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
};

/**
 * Why an e-mail may not be a customer's: no address of at most 254 characters, Microsoft's own, or of one of the
 * partner's domains, their subdomains included (validate-names-addresses).
 */
export const emailFault = (
  email: string,
  partnerDomains: readonly string[],
): 'invalid' | 'microsoft' | 'own-domain' | undefined => {
  if (!address.safeParse(email).success) return 'invalid';
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (isIn(host, 'microsoft.com')) return 'microsoft';
  return partnerDomains.some((domain) => isIn(host, domain)) ? 'own-domain' : undefined;
};

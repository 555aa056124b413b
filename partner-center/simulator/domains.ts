import { type Handler, param } from './call.ts';
import type { World } from './world.ts';

// The documentation's own example of a domain that is taken.
const documented = /^contoso\./;

/** Whether some tenant has the domain; customers that a partner removed still have theirs. */
export const isTaken = ({ customers }: World, domain: string): boolean => {
  const name = domain.toLowerCase();
  return documented.test(name) || [...customers.values()].some((customer) => customer.domain === name);
};

/** HEAD domains/{domain}: 200 when it is taken, 404 when it is free; no body. */
export const headDomain: Handler = (call) => ({ status: isTaken(call.world, param(call, 'domain')) ? 200 : 404 });

import * as z from 'zod';
import { attributes, collection, link } from './answer.ts';
import { record } from './audit.ts';
import { type Call, type Handler, ok, param, parseBody } from './call.ts';
import { customerOf } from './customers.ts';
import { refusal } from './refusal.ts';
import type { SimulatedCustomer } from './world.ts';

const admin = ({ id, adminId, domain, companyName, address }: SimulatedCustomer): object => ({
  usageLocation: address.country,
  id: adminId,
  userPrincipalName: `admin@${domain}`,
  firstName: address.firstName ?? '',
  lastName: address.lastName ?? '',
  displayName: companyName,
  userDomainType: 'none',
  state: 'active',
  links: { self: link(`/customers/${id}/users/${adminId}`) },
  attributes: attributes('CustomerUser'),
});

const openTo = ({ partner }: Call): void => {
  if (partner.cloud === 'china' || partner.cloud === 'usGovernment') throw refusal('600006');
};

/** GET customers/{id}/users: the admin user; the simulator knows no other. */
export const listUsers: Handler = (call) => {
  const customer = customerOf(call);
  return ok(collection([admin(customer)], `/customers/${customer.id}/users`));
};

const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Microsoft Entra's rules of passwords: 8 to 256 characters that everybody can type, of three kinds. */
const password = z
  .string()
  .min(8)
  .max(256)
  .regex(/^[ -~]*$/)
  .refine((text) => kinds.filter((kind) => kind.test(text)).length >= 3);

const body = z.object({ passwordProfile: z.object({ password, forceChangePassword: z.boolean() }) });

/**
 * PATCH customers/{id}/users/{user}, as Microsoft's clients send it, or …/resetpassword, as the page has it: not in the US
 * Government's cloud nor in China.
 */
export const resetPassword: Handler = (call) => {
  openTo(call);
  const customer = customerOf(call);
  if (param(call, 'user').toLowerCase() !== customer.adminId) throw refusal('60002');
  const { passwordProfile } = parseBody(call.body, body);
  call.world.passwords.set(customer.id, passwordProfile.password);
  const operationType = 'reset_customer_user_password';
  record(call, customer, { resourceType: 'customer_user', operationType, value: admin(customer) });
  return ok({ ...admin(customer), passwordProfile });
};

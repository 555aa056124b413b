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

const body = z.object({ passwordProfile: z.object({ password: z.string().min(8), forceChangePassword: z.boolean() }) });

/** PATCH customers/{id}/users/{user}/resetpassword: not in the US Government's cloud nor in China. */
export const resetPassword: Handler = (call) => {
  openTo(call);
  const customer = customerOf(call);
  if (param(call, 'user').toLowerCase() !== customer.adminId) throw refusal('60002');
  const { passwordProfile } = parseBody(call.body, body);
  const operationType = 'reset_customer_user_password';
  record(call, customer, { resourceType: 'customer_user', operationType, value: admin(customer) });
  return ok({ ...admin(customer), passwordProfile });
};

import * as z from 'zod';
import { PartnerCenterError } from '../fault.ts';
import type { PasswordReset } from '../management.ts';
import { path, type Client } from './client.ts';
import { everyItem } from './pages.ts';
import { RestError } from './restError.ts';

const user = z.object({ id: z.string(), userPrincipalName: z.string().nullish() });

/** The id of the user who signs in by that name (get-a-list-of-all-user-accounts-for-a-customer); undefined: there is none. */
const userOf = async (client: Client, microsoftId: string, account: string): Promise<string | undefined> => {
  const users = await everyItem(client, user, { path: path('customers', microsoftId, 'users'), token: 'user' });
  return users.find(({ userPrincipalName: name }) => name?.toLowerCase() === account.toLowerCase())?.id;
};

/** The page names another address than the one Microsoft's own clients send it to: where one is not known, the other is. */
const isUnknownAddress = (error: unknown): boolean =>
  error instanceof RestError && error.fault.code === undefined && (error.status === 404 || error.status === 405);

/**
 * Sets the password of a customer's user, who must change it at the first sign-in (reset-user-password-for-a-customer). The
 * same twice changes nothing. Raises PartnerCenterError, `no-account` where the customer has no such user.
 */
export const resetPassword = async (
  client: Client,
  microsoftId: string,
  { account, password }: PasswordReset,
  requestId: string,
): Promise<void> => {
  const id = await userOf(client, microsoftId, account);
  if (id === undefined) throw new PartnerCenterError({ reason: 'no-account' }, '', false);
  const place = path('customers', microsoftId, 'users', id);
  const body = {
    passwordProfile: { password, forceChangePassword: true },
    attributes: { objectType: 'CustomerUser' },
  };
  const send = (to: string) => client.send({ method: 'PATCH', path: to, body, token: 'user', requestId });
  try {
    await send(place);
  } catch (error) {
    if (!isUnknownAddress(error)) throw error;
    await send(`${place}/resetpassword`);
  }
};

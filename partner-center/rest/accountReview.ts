import * as z from 'zod';
import type { AccountReview } from '../management.ts';
import { path, type Client } from './client.ts';
import { RestError } from './restError.ts';

const words = {
  allowed: 'allowed',
  'not ready': 'allowed',
  underreview: 'under-review',
  unknown: 'under-review',
  notallowed: 'not-approved',
} as const satisfies Readonly<Record<string, AccountReview>>;

const known = Object.keys(words) as (keyof typeof words)[];

const shape = z.object({
  status: z
    .string()
    .transform((word) => word.toLowerCase())
    .pipe(z.enum(known)),
});

/**
 * What Microsoft's review of a customer's account allows. No status at all (404 with 600074) lets orders pass, as `Allowed`
 * and `Not Ready` do (developer/retrieve-validation-status). Raises RestError `unreadable` for a word that is not documented.
 */
export const readAccountReview = async (client: Client, microsoftId: string): Promise<AccountReview> => {
  const place = path('customers', microsoftId, 'validationStatus');
  try {
    const { status } = await client.read(shape, {
      method: 'GET',
      path: place,
      query: { type: 'account' },
      token: 'user',
    });
    return words[status];
  } catch (error) {
    if (error instanceof RestError && error.status === 404 && error.fault.code === '600074') return 'allowed';
    throw error;
  }
};

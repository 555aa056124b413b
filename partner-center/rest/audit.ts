import * as z from 'zod';
import type { Activity } from '../management.ts';
import type { Client } from './client.ts';
import { everyItem } from './pages.ts';

const text = z.string().nullish();

const record = z.object({
  operationDate: z.string(),
  operationType: text,
  operationStatus: text,
  userPrincipalName: text,
  customerId: text,
  customerName: text,
});

const toActivity = (found: z.infer<typeof record>): Activity => ({
  at: found.operationDate,
  operation: found.operationType ?? 'undefined',
  outcome: found.operationStatus ?? 'undefined',
  ...(typeof found.userPrincipalName === 'string' ? { user: found.userPrincipalName } : {}),
  ...(typeof found.customerId === 'string' ? { microsoftId: found.customerId } : {}),
  ...(typeof found.customerName === 'string' ? { companyName: found.customerName } : {}),
});

/** Partner Center's activity log from one day to another, YYYY-MM-DD, 90 days at most (get-a-record-of-partner-center-activity-by-user). */
export const readActivity = async (
  client: Client,
  from: string,
  to: string,
  { microsoftId, size = 500 }: { readonly microsoftId?: string | undefined; readonly size?: number } = {},
): Promise<readonly Activity[]> => {
  const filter =
    microsoftId === undefined
      ? {}
      : { filter: JSON.stringify({ Field: 'CustomerId', Value: microsoftId, Operator: 'equals' }) };
  const query = { startDate: from, endDate: to, size: String(size), ...filter };
  return (await everyItem(client, record, { path: 'auditrecords', query, token: 'app' })).map(toActivity);
};

import * as z from 'zod';
import { PartnerCenterError } from '../fault.ts';
import type { Changed, Subscription } from '../management.ts';
import { changeOnce, type Fields, type OnceTools, versionOf } from './changingOnce.ts';
import { parsed, path, type Client } from './client.ts';
import { shape, toSubscription } from './subscriptions.ts';

const whole = z.record(z.string(), z.unknown());

/** A change of one subscription. */
interface Wanted {
  readonly place: string;
  readonly changes: { readonly quantity: number } | { readonly status: string };
  /** Is it as the partner saw it? */
  readonly expected: (found: Subscription) => boolean;
  readonly requestId: string;
}

const fieldsOf = ({ quantity, status }: Pick<Subscription, 'quantity' | 'status'>): Fields => ({
  quantity: String(quantity),
  status,
});

/** A subscription as it is, and as it is to be. */
const readOne = async (client: Client, { place, changes }: Wanted) => {
  const answer = await client.send({ method: 'GET', path: place, token: 'app' });
  const found = parsed(shape, answer);
  const shown = toSubscription(found);
  const etag = found.attributes?.etag;
  return {
    shown,
    version: versionOf(etag, answer.body),
    is: fieldsOf(shown),
    wanted: fieldsOf({ ...shown, ...changes }),
    answer,
    etag,
  };
};

/** Sends it whole with its ETag, because what is left out is reset (auto-renewal above all). 202 says that it goes on. */
const send = async (
  client: Client,
  { place, changes, expected, requestId }: Wanted,
  { shown, answer, etag }: Awaited<ReturnType<typeof readOne>>,
): Promise<Changed> => {
  if (!expected(shown)) throw new PartnerCenterError({ reason: 'stale' }, answer.correlationId, false);
  const made = await client.send({
    method: 'PATCH',
    path: place,
    body: { ...parsed(whole, answer), ...changes },
    token: 'app',
    requestId,
    ...(etag === undefined ? {} : { etag }),
  });
  if (made.status === 202) return { state: 'pending' };
  return { state: 'done', subscription: toSubscription(parsed(shape, made)) };
};

/** Changes a subscription once. Raises PartnerCenterError `stale` when `expected` refuses what was read. */
const change = async (tools: OnceTools, wanted: Wanted): Promise<Changed> => {
  const changed = await changeOnce(
    tools,
    wanted.requestId,
    () => readOne(tools.client, wanted),
    (read) => send(tools.client, wanted, read),
  );
  return 'shown' in changed ? { state: changed.state, subscription: changed.shown } : changed;
};

/** Changes a count of licenses (developer/change-the-quantity-of-a-subscription); `from` is the count the partner saw. */
export const changeQuantity = (
  tools: OnceTools,
  microsoftId: string,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
  requestId: string,
): Promise<Changed> =>
  change(tools, {
    place: path('customers', microsoftId, 'subscriptions', id),
    changes: { quantity: to },
    expected: ({ quantity }) => quantity === from || quantity === to,
    requestId,
  });

/** Suspends or resumes a subscription (developer/suspend-a-subscription, reactivate-a-suspended-a-subscription). */
export const changeStatus = (
  tools: OnceTools,
  microsoftId: string,
  id: string,
  status: 'active' | 'suspended',
  requestId: string,
): Promise<Changed> =>
  change(tools, {
    place: path('customers', microsoftId, 'subscriptions', id),
    changes: { status },
    expected: () => true,
    requestId,
  });

import * as z from 'zod';
import { PartnerCenterError } from '../fault.ts';
import { chosenEndOf, isSameNextTerm, nextTermKey } from '../lifecycle.ts';
import type { Changed, CustomerManagement, EndOfTerm, NextTerm, Subscription } from '../management.ts';
import { changeOnce, type Fields, type OnceTools, versionOf } from './changingOnce.ts';
import { parsed, path, type Client } from './client.ts';
import { productOfNextTerm } from './nextTerm.ts';
import { shape, toSubscription } from './subscriptions.ts';

const whole = z.record(z.string(), z.unknown());
type Whole = z.infer<typeof whole>;

/** A change of one subscription. */
interface Wanted {
  readonly place: string;
  /** How it is to be. */
  readonly wanted: (shown: Subscription) => Subscription;
  /** What is sent of what was read, beside what nothing of is scheduled in. */
  readonly sent: (plain: Whole, shown: Subscription, bought: string) => Whole | Promise<Whole>;
  /** Is it as the partner saw it? */
  readonly expected: (found: Subscription) => boolean;
  readonly requestId: string;
}

const fieldsOf = (one: Subscription): Fields => ({
  quantity: String(one.quantity),
  status: one.status,
  end: chosenEndOf(one),
  nextTerm: nextTermKey(one.nextTerm),
});

/** A subscription as it is, and as it is to be. */
const readOne = async (client: Client, { place, wanted }: Wanted) => {
  const answer = await client.send({ method: 'GET', path: place, token: 'app' });
  const found = parsed(shape, answer);
  const shown = toSubscription(found);
  const etag = found.attributes?.etag;
  return {
    shown,
    bought: found.offerId ?? '',
    version: versionOf(etag, answer.body),
    is: fieldsOf(shown),
    wanted: fieldsOf(wanted(shown)),
    answer,
    etag,
  };
};

/**
 * Sends it whole with its ETag, because what is left out is reset (auto-renewal above all), but for what is scheduled: one
 * decision goes in a call, a change in the middle of a term deletes the others by itself, and one that was read a moment
 * ago is not to be written over a colleague's. 202 says that it goes on.
 */
const send = async (
  client: Client,
  { place, sent, expected, requestId }: Wanted,
  { shown, bought, answer, etag }: Awaited<ReturnType<typeof readOne>>,
): Promise<Changed> => {
  if (!expected(shown)) throw new PartnerCenterError({ reason: 'stale' }, answer.correlationId, false);
  const { scheduledActions: _actions, scheduledNextTermInstructions: _next, ...plain } = parsed(whole, answer);
  const body = await sent(plain, shown, bought);
  const made = await client.send({
    method: 'PATCH',
    path: place,
    body,
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

const placeOf = (microsoftId: string, id: string): string => path('customers', microsoftId, 'subscriptions', id);

/** Changes a count of licenses (developer/change-the-quantity-of-a-subscription); `from` is the count the partner saw. */
export const changeQuantity =
  (tools: OnceTools): CustomerManagement['changeQuantity'] =>
  (microsoftId, id, { from, to }, requestId) =>
    change(tools, {
      place: placeOf(microsoftId, id),
      wanted: (shown) => ({ ...shown, quantity: to }),
      sent: (plain) => ({ ...plain, quantity: to }),
      expected: ({ quantity }) => quantity === from || quantity === to,
      requestId,
    });

/**
 * Suspends, resumes or cancels a subscription (developer/suspend-a-subscription,
 * reactivate-a-suspended-a-subscription, cancel-an-azure-marketplace-subscription).
 */
export const changeStatus =
  (tools: OnceTools): CustomerManagement['changeStatus'] =>
  (microsoftId, id, status, requestId) =>
    change(tools, {
      place: placeOf(microsoftId, id),
      wanted: (shown) => ({ ...shown, status }),
      sent: (plain) => ({ ...plain, status }),
      expected: () => true,
      requestId,
    });

const actionTypes: Readonly<Record<EndOfTerm, string>> = {
  renew: 'RenewToNewTerm',
  cancel: 'Cancel',
  extend: 'RenewToExtendedServiceTerm',
};

const withEnd = (shown: Subscription, to: EndOfTerm): Subscription => {
  const { nextTerm: _next, ...rest } = shown;
  return { ...rest, autoRenews: to === 'renew', scheduled: [{ action: to }] };
};

/**
 * Chooses what happens at the end of a term (customers/extended-service-terms): the explicit action and auto-renewal with
 * it, because auto-renewal alone no longer ends anything.
 */
export const chooseEnd =
  (tools: OnceTools): CustomerManagement['chooseEnd'] =>
  (microsoftId, id, { from, to }, requestId) =>
    change(tools, {
      place: placeOf(microsoftId, id),
      wanted: (shown) => withEnd(shown, to),
      sent: (plain) => ({
        ...plain,
        autoRenewEnabled: to === 'renew',
        scheduledActions: [{ scheduleType: 'TermEnd', actionType: actionTypes[to] }],
      }),
      expected: (found) => chosenEndOf(found) === from,
      requestId,
    });

/** A next term with the plan of the present one where none is said. */
const filled = (next: NextTerm, { term, billing }: Subscription): NextTerm => ({
  ...(term === undefined ? {} : { term }),
  ...(billing === undefined ? {} : { billing }),
  ...next,
});

const withNextTerm = (shown: Subscription, to: NextTerm | undefined): Subscription => {
  const { nextTerm: _next, scheduled: _scheduled, ...rest } = shown;
  return { ...rest, autoRenews: true, ...(to === undefined ? {} : { nextTerm: filled(to, shown) }) };
};

/**
 * Schedules what the next term is to be like (developer/create-scheduled-changes), or takes it back: with auto-renewal,
 * and with the explicit action only where it was scheduled by one.
 */
export const scheduleNextTerm =
  (tools: OnceTools): CustomerManagement['scheduleNextTerm'] =>
  (microsoftId, id, { from, to }, requestId) =>
    change(tools, {
      place: placeOf(microsoftId, id),
      wanted: (shown) => withNextTerm(shown, to),
      sent: async (plain, shown, bought) => ({
        ...plain,
        autoRenewEnabled: true,
        ...(to === undefined
          ? takenBack(shown)
          : {
              scheduledNextTermInstructions: {
                product: await productOfNextTerm(tools.client, microsoftId, shown, bought, to),
                quantity: to.quantity,
              },
            }),
      }),
      expected: (found) => isSameNextTerm(found.nextTerm, from === undefined ? from : filled(from, found)),
      requestId,
    });

const takenBack = ({ scheduled = [] }: Subscription): Whole =>
  scheduled.some(({ action }) => action === 'renew')
    ? { scheduledActions: [{ scheduleType: 'TermEnd', actionType: actionTypes.renew }] }
    : { scheduledNextTermInstructions: null };

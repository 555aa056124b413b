import { subscriptionsCard } from '../../cards/customers/subscriptionCards.ts';
import type { PresentSubscription } from '../../forms/subscriptionInputs.ts';
import { licensesBeside } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { customerActions } from './showCustomer.ts';
import {
  customerSubscriptions,
  customerWithRight,
  type FoundCustomer,
  isRelated,
  orShowRefusal,
} from './customerAccess.ts';
import { readOpenOrders } from './openChanges.ts';
import { offerFactsSoFar } from './offerFacts.ts';
import { refOf } from '../../model/customerRef.ts';
import { isRefresh, keepUnlessLeft } from '../pressedCard.ts';
import type { Turn } from '../turn.ts';
import { scheduledKey } from '../../partner-center/lifecycle.ts';

/** Subscriptions: shows a page of them; argument `ref from`, the number of entries before it. */
export async function showSubscriptions(turn: Turn, argument: string): Promise<void> {
  const [ref = '', from = '0'] = argument.split(' ');
  if (!isRefresh(turn)) keepUnlessLeft(turn);
  const found = await customerWithRight(turn, ref, 'view');
  const subscriptions =
    found === undefined ? undefined : isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (found === undefined || subscriptions === undefined) return;
  turn.replies.show(
    subscriptionsCard({
      words: turn.words,
      now: turn.now,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      subscriptions,
      orders: await readOpenOrders(turn, found, subscriptions),
      from: /^\d{1,4}$/.test(from) ? Number(from) : 0,
      factsOf: (one) => offerFactsSoFar(turn, found, one),
      canManage: customerActions(turn, found).manage,
    }),
    { ref: refOf(found.target), verb: 'subscriptions', argument },
  );
}

/** Subscriptions of the customer; undefined when Partner Center refused, and that was shown. */
export const subscriptionsOrRefusal = (
  turn: Turn,
  found: FoundCustomer,
): Promise<readonly Subscription[] | undefined> => orShowRefusal(turn, () => customerSubscriptions(turn, found));

/** Present state of one subscription; undefined when it is gone or Partner Center refused, and that was shown. */
export const subscriptionOrRefusal = (
  turn: Turn,
  found: FoundCustomer,
  id: string,
): Promise<PresentSubscription | undefined> => orShowRefusal(turn, () => readSubscription(turn, found, id));

/** Present state of one subscription; undefined when it is gone, and the user was told so. May raise PartnerCenterError. */
export async function readSubscription(
  turn: Turn,
  found: FoundCustomer,
  id: string,
): Promise<PresentSubscription | undefined> {
  const all = await customerSubscriptions(turn, found);
  const one = all.find((subscription) => subscription.id === id);
  if (one === undefined) turn.replies.say(turn.words.t('subscription.gone'));
  return one === undefined ? undefined : { ...one, beside: licensesBeside(all, one) };
}

/**
 * True when the pressed card shows the schedule that the change may delete. On an older card nobody agreed to lose a
 * choice that was made since.
 */
export const showsSchedule = ({ press }: Pick<Turn, 'press'>, subscription: Subscription): boolean => {
  const key = scheduledKey(subscription);
  return key === '' || press?.values['scheduled'] === key;
};

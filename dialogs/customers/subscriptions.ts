import { subscriptionsCard } from '../../cards/customers/subscriptionsCard.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { whatCan } from './customer.ts';
import { existing, isRelated, orTrouble, readSubscriptions } from './existing.ts';
import { readOpenOrders } from './openOrders.ts';
import { refOf, type Targeted } from './targets.ts';
import { isRefresh } from '../refresh.ts';
import type { Turn } from '../turn.ts';

/** Subscriptions: a page of them, by `ref page`. */
export async function showSubscriptions(turn: Turn, argument: string): Promise<void> {
  const [ref = '', page = '0'] = argument.split(' ');
  if (!isRefresh(turn)) turn.replies.keep();
  const found = await existing(turn, ref, 'view');
  const subscriptions = found === undefined ? undefined : isRelated(found) ? await subscriptionsOf(turn, found) : [];
  if (found === undefined || subscriptions === undefined) return;
  turn.replies.show(
    subscriptionsCard({
      words: turn.words,
      now: turn.now,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      subscriptions,
      orders: await readOpenOrders(turn, found, subscriptions),
      page: /^\d{1,4}$/.test(page) ? Number(page) : 0,
      canManage: whatCan(turn, found).manage,
    }),
  );
}

/** The customer's subscriptions; where Partner Center does not give them, that was shown. */
export const subscriptionsOf = (turn: Turn, found: Targeted): Promise<readonly Subscription[] | undefined> =>
  orTrouble(turn, () => readSubscriptions(turn, found));

/** One subscription as it is now; where there is none such any more, that was said, or shown as trouble. */
export const subscriptionOf = (turn: Turn, found: Targeted, id: string): Promise<Subscription | undefined> =>
  orTrouble(turn, () => readOne(turn, found, id));

/** One subscription as it is now; undefined when there is none such any more, which was said. May raise PartnerCenterError. */
export async function readOne(turn: Turn, found: Targeted, id: string): Promise<Subscription | undefined> {
  const one = (await readSubscriptions(turn, found)).find((subscription) => subscription.id === id);
  if (one === undefined) turn.replies.say(turn.words.t('subscription.gone'));
  return one;
}

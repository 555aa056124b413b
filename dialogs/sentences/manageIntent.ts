import { foldCase, matcher } from '../../lib/foldCase.ts';
import { refOf } from '../../model/customerRef.ts';
import { activeSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import { manageSubscription } from '../customers/changeLicenses.ts';
import { customerWithRight, isRelated } from '../customers/customerAccess.ts';
import { showSubscriptions, subscriptionsOrRefusal } from '../customers/subscriptionList.ts';
import type { Turn } from '../turn.ts';

/** Data of the button that opens what can become of a customer's subscriptions, of those of an offer if named. */
export const manageData = (ref: string, product: string) => ({
  verb: 'fillIn',
  argument: ref,
  wish: 'manage',
  product,
});

/**
 * Opens the card of the only subscription that can be meant, where what was asked for is a button; the customer's
 * subscriptions where several can be, or none. Nothing is changed.
 */
export async function openToManage(turn: Turn, ref: string, product: string): Promise<void> {
  const found = await customerWithRight(turn, ref, 'view');
  const all = found === undefined ? undefined : isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (found === undefined || all === undefined) return;
  const isMeant = matcher(product) ?? (() => true);
  const [only, ...others] = activeSubscriptions(all).filter(({ name }) => isMeant(foldCase(name)));
  const place = refOf(found.target);
  return only === undefined || others.length > 0
    ? showSubscriptions(turn, place)
    : manageSubscription(turn, `${place} ${only.id}`);
}

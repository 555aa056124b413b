import { manageCard } from '../../cards/customers/manageCard.ts';
import type { OfferKnown } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Offer } from '../../partner-center/offer.ts';
import { addOnNames } from '../../partner-center/owned.ts';
import { whatCan } from './customer.ts';
import { existing, isRelated } from './existing.ts';
import { offerOf } from './licenses.ts';
import { changesOf } from './openChanges.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { refOf, type Targeted } from './targets.ts';
import { wayBack } from './wayBack.ts';
import type { Turn } from '../turn.ts';

/** Manage: the card of one subscription, by `ref subscription`. */
export async function manageSubscription(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const found = await existing(turn, ref, 'view');
  const all = found === undefined ? undefined : isRelated(found) ? await subscriptionsOf(turn, found) : [];
  if (found === undefined || all === undefined) return;
  const subscription = all.find((one) => one.id === id);
  if (subscription === undefined) return turn.replies.say(turn.words.t('subscription.gone'));
  const base = all.find((one) => one.id === subscription.parentId && one.status === 'suspended');
  const made = manageCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    subscription,
    now: turn.now,
    known: await knownOffer(turn, found, subscription),
    addOns: addOnNames(all, id),
    ...(base === undefined ? {} : { suspendedBase: base.name }),
    changes: await changesOfSubscription(turn, found, id),
    canManage: whatCan(turn, found).manage,
  });
  turn.replies.show(wayBack(turn, made));
}

/** What the catalogue knows of a subscription's offer; nothing where it is not asked soon. */
export const knownOffer = async (turn: Turn, found: Targeted, one: Subscription): Promise<OfferKnown> =>
  knownOf(await offerOf(turn, found, one));

/** What is known of an offer for the sentence of its subscriptions. */
export const knownOf = (offer: Offer | undefined): OfferKnown =>
  offer === undefined ? {} : { monthlyPlan: offer.plans.some(({ term }) => term === 'P1M') };

/** Changes of one subscription that are not over. */
export const changesOfSubscription = async (turn: Turn, found: Targeted, id: string) =>
  (await changesOf(turn, found.target)).filter(
    ({ state, what }) => state !== 'done' && 'subscriptionId' in what && what.subscriptionId === id,
  );

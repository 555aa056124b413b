import { keepInputs } from '../../forms/draftFlow.ts';
import { withReadyLines } from '../../forms/readyCarts.ts';
import { activeSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { BundleLine } from '../../model/bundle.ts';
import { readyCartsOf } from '../bundles.ts';
import { customerWithRight, isRelated, manageableCustomer, orShowManageRefusal } from '../customers/customerAccess.ts';
import { subscriptionsOrRefusal } from '../customers/subscriptionList.ts';
import { cartKindFor, openDraftFor } from '../customers/startChange.ts';
import { contextOf, offersSoon } from '../drafts.ts';
import { fillLicenses } from '../sentences/licensesIntent.ts';
import type { Turn } from '../turn.ts';
import { lastLines } from './repeatFor.ts';

/** Opens the cart of a customer with these lines in it. Nothing is ordered. */
const openCartWith = (turn: Turn, ref: string, lines: readonly BundleLine[]): Promise<void> =>
  orShowManageRefusal(turn, async () => {
    const found = await manageableCustomer(turn, ref);
    if (found === undefined) return;
    const kind = await turn.withinAnswerTime(cartKindFor(turn, found));
    await offersSoon(turn, kind.country ?? turn.partner.country);
    const context = await contextOf(turn, { accepted: {}, purpose: kind });
    await openDraftFor(turn, kind, [], true, (draft) =>
      keepInputs(draft, 'subscriptions', withReadyLines({}, lines, context)),
    );
  });

/** Opens for a customer what was done last for another one: the license change, or the cart. */
export async function fillSame(turn: Turn, ref: string): Promise<void> {
  const { subscription } = turn.person.changed ?? {};
  if (subscription?.to !== undefined)
    return fillLicenses(turn, ref, { product: subscription.name, change: { way: 'to', n: subscription.to } });
  return openCartWith(turn, ref, await lastLines(turn));
}

/** Opens the cart of a customer with a bundle in it, by its id; with none where the bundle is gone. */
export async function fillBundle(turn: Turn, ref: string, id: string): Promise<void> {
  const bundle = (await readyCartsOf(turn, false)).bundles.find((one) => one.id === id);
  await openCartWith(turn, ref, bundle?.lines ?? []);
}

/** The line of a cart that orders what this subscription is; none of a trial, or where its offer is not known. */
const lineOf = ({ offerId, offerName, name, term, billing, quantity, trial }: Subscription): readonly BundleLine[] =>
  offerId === undefined || trial
    ? []
    : [
        {
          offer: offerId,
          offerName: offerName ?? name,
          ...(term === undefined || billing === undefined ? {} : { plan: { term, billing } }),
          quantity,
        },
      ];

/** Opens the cart of a customer with what another one has, by its reference; says so where that has nothing to order. */
export async function fillAlike(turn: Turn, ref: string, model: string): Promise<void> {
  const found = await customerWithRight(turn, model, 'view');
  const all = found === undefined ? undefined : isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (found === undefined || all === undefined) return;
  const lines = activeSubscriptions(all).flatMap(lineOf);
  if (lines.length === 0) turn.replies.say(turn.words.t('sentence.hasNothing', { name: found.target.companyName }));
  await openCartWith(turn, ref, lines);
}

import { type AllowedAction, allowedActions } from '../../partner-center/allowedActions.ts';
import { cancellationOf, lifecycleOf, type OfferKnown } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { buttons } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { actionButton } from './actionButtons.ts';
import { changeWords } from './changeWords.ts';
import { lifecycleWords } from './lifecycleWords.ts';
import { subscriptionFacts } from './subscriptionLine.ts';
import type { OpenChange } from './underWay.ts';
import { openCustomer, openSubscriptions, type Whose } from './whose.ts';

/** One subscription: where it is in its life, and everything that can be done with it. */
export interface ManageView extends Whose {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly known: OfferKnown;
  /** Names of its add-ons that are there. */
  readonly addOns: readonly string[];
  /** The name of its base, while that is suspended. */
  readonly suspendedBase?: string;
  /** Changes of it that are not over. */
  readonly changes: readonly OpenChange[];
  readonly canManage: boolean;
}

/** Actions as they stand in rows: what is chosen for it, then what is done with it. */
const rows: readonly (readonly AllowedAction[])[] = [
  ['licenses', 'nextTerm', 'endOfTerm'],
  ['reactivate', 'cancelSubscription', 'suspend', 'addOns'],
];

/** The card of one subscription, where all choices about it begin. */
export function manageCard(view: ManageView): Card {
  const { words, ref, subscription, now, known } = view;
  const { t } = words;
  const life = lifecycleOf(subscription, now, known);
  const allowed = view.canManage ? allowedActions(subscription, now) : [];
  return card(
    t('manage.title'),
    [
      heading(t('manage.title')),
      strong(shortened(view.companyName)),
      strong(shortened(subscription.name)),
      paragraph(subscriptionFacts(subscription, life, words)),
      paragraph(lifecycleWords(life, subscription.unit, words)),
      ...more(view),
      ...rows
        .map((row) => row.filter((action) => allowed.includes(action)))
        .filter((row) => row.length > 0)
        .map((row) => buttons(...row.map((action) => actionButton(action, { words, ref, id: subscription.id })))),
    ],
    [openSubscriptions(view), openCustomer(view)],
  );
}

/** What is to be known before something is done with it. */
function more({ words, subscription, now, addOns, suspendedBase, changes }: ManageView): Element[] {
  const { t } = words;
  const cancellation = cancellationOf(subscription, now);
  const isOrdinary = subscription.extended !== true;
  return [
    ...(cancellation === undefined || !isOrdinary
      ? []
      : [paragraph(t('manage.cancelUntil', { moment: words.moment(cancellation.until) }))]),
    ...(isOrdinary || subscription.status !== 'active' ? [] : [paragraph(t('manage.extended'))]),
    ...(subscription.commerce === 'azure' ? [paragraph(t('manage.azure'))] : []),
    ...(suspendedBase === undefined ? [] : [strong(t('manage.baseSuspended', { name: shortened(suspendedBase) }))]),
    ...(addOns.length === 0 ? [] : [paragraph(t('manage.addOns', { names: words.list(addOns.map(shortened)) }))]),
    ...changes.map(({ what }) => strong(t('licenses.underWay', { change: changeWords(what, words) }))),
  ];
}

import {
  type Cancellation,
  cancellationOf,
  lastDayOf,
  scheduledChangesOf,
  scheduledKey,
} from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import {
  below,
  button,
  card,
  type Card,
  dangerButton,
  type Element,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { actionButton, type ChangeCardBase, customerButton, manageButton } from './customerCardBase.ts';
import { deletedScheduleWarning, subscriptionLine } from './subscriptionWords.ts';

/** Data of the card that suspends or reactivates one subscription. */
interface StatusView extends ChangeCardBase {
  readonly subscription: Subscription;
  readonly status: 'active' | 'suspended';
  readonly now: Date;
  /** Days the data of a suspended subscription that was sold before new commerce is kept. */
  readonly days: number;
  /** Names of its active add-ons. */
  readonly addOns: readonly string[];
}

/** Card that asks once before suspending or reactivating, with the effect on users, bill and data. */
export function statusCard(view: StatusView): Card {
  const { words, ref, changeId, subscription, status } = view;
  const { t } = words;
  const { id, name } = subscription;
  const title = t(status === 'suspended' ? 'suspend.title' : 'reactivate.title');
  const argument = `${ref} ${id} ${changeId} ${status}`;
  const press = { verb: 'setStatus', argument, scheduled: scheduledKey(subscription) };
  return card(
    title,
    [
      ...titleLines(title, shortened(view.companyName), shortened(name)),
      ...(status === 'suspended' ? suspendLines(view) : [paragraph(reactivateWords(view))]),
    ],
    [
      ...(status === 'active' ? [button(t('button.reactivate'), press, true)] : []),
      manageButton({ words, ref, id }),
      customerButton(view),
      ...(status === 'suspended' && canCancel(view) ? [actionButton('cancelSubscription', { words, ref, id })] : []),
      ...(status === 'suspended' ? [dangerButton(t('button.suspend'), press)] : []),
    ],
  );
}

const canCancel = ({ subscription, now }: StatusView): boolean => cancellationOf(subscription, now) !== undefined;

function suspendLines(view: StatusView): Element[] {
  const { words, subscription, now, addOns } = view;
  const { t } = words;
  const cancellation = cancellationOf(subscription, now);
  return [
    paragraph(suspendWords(view)),
    ...deletedScheduleWarning(scheduledChangesOf(subscription), subscription.unit, words),
    ...(cancellation === undefined
      ? []
      : [strong(t('suspend.cancelInstead', { moment: words.moment(cancellation.until) }))]),
    ...(addOns.length === 0 ? [] : [strong(t('suspend.addOns', { names: words.list(addOns.map(shortened)) }))]),
  ];
}

function suspendWords({ words, subscription, days }: StatusView): string {
  const { t } = words;
  const { commerce, trial } = subscription;
  if (commerce === 'azure') return t('suspend.azure');
  if (trial) return t('suspend.trial');
  if (commerce === 'legacy') return t('suspend.legacy', { n: days });
  if (commerce === 'unknown') return t('suspend.unknown');
  const lastDay = lastDayOf(subscription);
  return lastDay === undefined ? t('suspend.new') : t('suspend.newUntil', { day: words.day(lastDay) });
}

function reactivateWords({ words: { t }, subscription: { commerce, trial } }: StatusView): string {
  if (trial) return t('reactivate.trial');
  if (commerce === 'new') return t('reactivate.new');
  return t(commerce === 'legacy' ? 'reactivate.legacy' : 'reactivate.unknown');
}

/** Data of the card that cancels a subscription: the deadline and the refund. */
interface CancelSubscriptionView extends ChangeCardBase {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly cancellation: Cancellation;
  /** Names of its existing add-ons. */
  readonly addOns: readonly string[];
}

/** Card that asks once before cancelling: the time left, the refund, and the effect on users and data. */
export function cancelSubscriptionCard(view: CancelSubscriptionView): Card {
  const { words, ref, changeId, subscription, now, addOns } = view;
  const { t } = words;
  const { id, name } = subscription;
  return card(
    t('cancelSubscription.title'),
    [
      ...titleLines(t('cancelSubscription.title'), shortened(view.companyName), shortened(name)),
      below(paragraph(subscriptionLine(subscription, now, words), { subtle: true })),
      strong(timeLeftWords(view)),
      paragraph(refundWords(view)),
      paragraph(t('cancelSubscription.follows')),
      ...(addOns.length === 0
        ? []
        : [strong(t('cancelSubscription.addOns', { names: words.list(addOns.map(shortened)) }))]),
    ],
    [
      manageButton({ words, ref, id }),
      customerButton(view),
      dangerButton(t('button.cancelSubscription'), { verb: 'setStatus', argument: `${ref} ${id} ${changeId} deleted` }),
    ],
  );
}

const hourMs = 3_600_000;

/** Time left in words, in days or hours, the begun one counted: a week is told as less than seven days, never as six. */
function timeLeftWords({ words, now, cancellation: { until } }: CancelSubscriptionView): string {
  const hours = (Date.parse(until) - now.getTime()) / hourMs;
  const moment = words.moment(until);
  return hours > 24
    ? words.t('cancelSubscription.days', { n: Math.ceil(hours / 24), moment })
    : words.t('cancelSubscription.hours', { n: Math.max(1, Math.ceil(hours)), moment });
}

function refundWords({ words, subscription, cancellation: { until, refund } }: CancelSubscriptionView): string {
  const { t } = words;
  if (subscription.trial) return t('cancelSubscription.trial');
  if (refund.kind === 'prorated') return t('cancelSubscription.prorated');
  return refund.until === undefined || Date.parse(refund.until) >= Date.parse(until)
    ? t('cancelSubscription.full')
    : t('cancelSubscription.fullUntil', { moment: words.moment(refund.until) });
}

import type { Cancellation } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { button } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card } from '../elements.ts';
import { manageButton } from './actionButtons.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { openCustomer, type Once } from './whose.ts';

/** Cancel: until when, and for what refund. */
export interface CancelSubscriptionView extends Once {
  readonly subscription: Subscription;
  readonly now: Date;
  readonly cancellation: Cancellation;
  /** Names of its add-ons that are there. */
  readonly addOns: readonly string[];
}

/** Cancelling asks once: how much time is left, what is given back, and what becomes of users and data. */
export function cancelSubscriptionCard(view: CancelSubscriptionView): Card {
  const { words, ref, changeId, subscription, now, addOns } = view;
  const { t } = words;
  const { id, name } = subscription;
  return card(
    t('cancelSubscription.title'),
    [
      heading(t('cancelSubscription.title')),
      strong(shortened(view.companyName)),
      strong(shortened(name)),
      paragraph(subscriptionLine(subscription, now, words)),
      strong(leftWords(view)),
      paragraph(refundWords(view)),
      paragraph(t('cancelSubscription.follows')),
      ...(addOns.length === 0
        ? []
        : [strong(t('cancelSubscription.addOns', { names: words.list(addOns.map(shortened)) }))]),
    ],
    [
      button(t('button.cancelSubscription'), { verb: 'setStatus', argument: `${ref} ${id} ${changeId} deleted` }),
      manageButton({ words, ref, id }),
      openCustomer(view),
    ],
  );
}

const hourMs = 3_600_000;

/** How much time is left: whole days, or the hours that have begun. */
function leftWords({ words, now, cancellation: { until } }: CancelSubscriptionView): string {
  const hours = (Date.parse(until) - now.getTime()) / hourMs;
  const moment = words.moment(until);
  return hours >= 24
    ? words.t('cancelSubscription.days', { n: Math.floor(hours / 24), moment })
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

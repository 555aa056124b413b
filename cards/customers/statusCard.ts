import { cancellationOf, lastDayOf, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { scheduledKey } from '../../partner-center/scheduledKey.ts';
import { button } from '../buttons.ts';
import { card, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { actionButton, manageButton } from './actionButtons.ts';
import { goneWarning } from './scheduledWords.ts';
import { openCustomer, openSubscriptions, type Once } from './whose.ts';

/** Suspend or Reactivate one subscription. */
export interface StatusView extends Once {
  readonly subscription: Subscription;
  readonly status: 'active' | 'suspended';
  readonly now: Date;
  /** Days the data of a suspended subscription that was sold before new commerce is kept. */
  readonly days: number;
  /** Names of its add-ons that are active. */
  readonly addOns: readonly string[];
}

/** Suspend and Reactivate ask once, and say what follows for the users, the bill and the data. */
export function statusCard(view: StatusView): Card {
  const { words, ref, changeId, subscription, status } = view;
  const { t } = words;
  const { id, name } = subscription;
  const title = t(status === 'suspended' ? 'suspend.title' : 'reactivate.title');
  const argument = `${ref} ${id} ${changeId} ${status}`;
  const scheduled = scheduledKey(subscription);
  const press = status === 'suspended' ? 'button.suspend' : 'button.reactivate';
  return card(
    title,
    [
      heading(title),
      strong(shortened(view.companyName)),
      paragraph(shortened(name)),
      ...(status === 'suspended' ? suspending(view) : [paragraph(reactivating(view))]),
    ],
    [
      button(t(press), { verb: 'setStatus', argument, scheduled }, status === 'active'),
      ...(status === 'suspended' && canCancel(view) ? [actionButton('cancelSubscription', { words, ref, id })] : []),
      manageButton({ words, ref, id }),
      openSubscriptions(view),
      openCustomer(view),
    ],
  );
}

const canCancel = ({ subscription, now }: StatusView): boolean => cancellationOf(subscription, now) !== undefined;

function suspending(view: StatusView): Element[] {
  const { words, subscription, now, addOns } = view;
  const { t } = words;
  const cancellation = cancellationOf(subscription, now);
  return [
    paragraph(suspendWords(view)),
    ...goneWarning(scheduledChangesOf(subscription), subscription.unit, words),
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

function reactivating({ words: { t }, subscription: { commerce, trial } }: StatusView): string {
  if (trial) return t('reactivate.trial');
  if (commerce === 'new') return t('reactivate.new');
  return t(commerce === 'legacy' ? 'reactivate.legacy' : 'reactivate.unknown');
}

import { canChooseEnd, cancellationOf } from './lifecycle.ts';
import type { Subscription } from './management.ts';

/** What can be done with a subscription. */
export type AllowedAction =
  'licenses' | 'nextTerm' | 'endOfTerm' | 'cancelSubscription' | 'suspend' | 'reactivate' | 'addOns';

const isCounted = ({ unit }: Subscription): boolean => unit.toLowerCase() !== 'usage-based';

/** The status of what is active is changed: an Azure plan's only when nothing runs under it (900115), an extended term's not. */
const canSuspend = ({ commerce, extended }: Subscription): boolean => commerce !== 'azure' && extended !== true;

const ofActive = (one: Subscription, now: Date): readonly AllowedAction[] => {
  const isAddOn = one.parentId !== undefined || one.unit.toLowerCase().startsWith('add-on');
  return [
    ...(isCounted(one) && canSuspend(one) ? (['licenses'] as const) : []),
    ...(canChooseEnd(one, now) ? (['nextTerm', 'endOfTerm'] as const) : []),
    ...(cancellationOf(one, now) === undefined ? [] : (['cancelSubscription'] as const)),
    ...(canSuspend(one) ? (['suspend'] as const) : []),
    ...(isAddOn || one.commerce === 'azure' ? [] : (['addOns'] as const)),
  ];
};

/** What Partner Center takes for a subscription as it is at that moment; what it would refuse is not offered. */
export function allowedActions(one: Subscription, now: Date): readonly AllowedAction[] {
  switch (one.status.toLowerCase()) {
    case 'active':
      return ofActive(one, now);
    case 'suspended':
      return ['reactivate', ...(cancellationOf(one, now) === undefined ? [] : (['cancelSubscription'] as const))];
    default:
      return [];
  }
}

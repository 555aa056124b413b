import { nextTermKey, scheduledChangesOf } from './lifecycle.ts';
import type { Subscription } from './management.ts';

/** What is scheduled for a subscription as one text, for comparing; empty where nothing is. */
export const scheduledKey = (subscription: Subscription): string => {
  const scheduled = scheduledChangesOf(subscription);
  return scheduled === undefined ? '' : `${scheduled.end ?? ''}/${nextTermKey(scheduled.nextTerm)}`;
};

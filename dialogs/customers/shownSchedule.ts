import { scheduledKey } from '../../partner-center/scheduledKey.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Turn } from '../turn.ts';

/**
 * Did the card that was pressed show what stands scheduled now, and may be deleted by the change? An older card asks about
 * a choice that was made since: nobody agreed to lose it.
 */
export const isAnnounced = ({ press }: Pick<Turn, 'press'>, subscription: Subscription): boolean => {
  const key = scheduledKey(subscription);
  return key === '' || press?.values['scheduled'] === key;
};

import { isAwaiting } from '../../cards/agreement/acceptanceGroup.ts';
import { acceptanceState, type Acceptance } from '../../partner-center/agreement.ts';
import type { Change } from '../../storage/changes.ts';
import type { Turn } from '../turn.ts';

/**
 * Takes up what waits for the customer's acceptance where that was seen just now: the one who asked for it is told what
 * becomes of it. Gives the changes as they are then.
 */
export function takeUpSeen(turn: Turn, agreement: Acceptance | undefined, changes: readonly Change[]): Change[] {
  if (agreement === undefined || acceptanceState(agreement) !== 'accepted') return [...changes];
  return changes.map((change) => {
    if (!isAwaiting(change) || change.finishing === true) return change;
    turn.effects.push({ kind: 'wakeChange', id: change.id });
    return { ...change, state: 'running' };
  });
}

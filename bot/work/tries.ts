import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { failure } from '../log.ts';
import { askedToWait } from './wakeUp.ts';
import type { WorkTools } from './workTools.ts';

/** Milliseconds before the next try; undefined: there is none at present. */
function pauseAfter(
  { soon, fault }: PartnerCenterError,
  { waits, longestPause }: Pick<WorkTools, 'waits' | 'longestPause'>,
  made: number,
): number | undefined {
  const usual = waits[made];
  const asked = (askedToWait(fault) ?? 0) * 1000;
  const { reason } = fault;
  // A call that is merely throttled was repeated by the client already, as often as it should be.
  if (usual === undefined || !soon || reason === 'throttled' || asked > longestPause) return undefined;
  return Math.max(usual, asked);
}

/**
 * Tries as often as the waits say, while Partner Center's fault may pass soon, and never before the time it names; gives
 * the last fault, or undefined when it was done. `what` names it in the log. Every other error is raised.
 */
export async function tries(
  tools: Pick<WorkTools, 'waits' | 'longestPause' | 'wait' | 'log'>,
  what: Readonly<Record<string, string>>,
  attempt: () => Promise<void>,
): Promise<PartnerCenterError | undefined> {
  const { wait, log } = tools;
  for (let made = 0; ; made++) {
    try {
      await attempt();
      return undefined;
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      log.warn({ err: failure(error), ...what, attempt: made }, 'step failed');
      const pause = pauseAfter(error, tools, made);
      if (pause === undefined) return error;
      await wait(pause);
    }
  }
}

import { passesSoon } from '../../partner-center/fault.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { failure } from '../log.ts';
import type { WorkTools } from './workTools.ts';

/**
 * Tries as often as the waits say, while Partner Center's fault may pass soon; gives the last fault, or undefined when
 * it was done. `what` names it in the log. Every other error is raised.
 */
export async function tries(
  { waits, wait, log }: Pick<WorkTools, 'waits' | 'wait' | 'log'>,
  what: Readonly<Record<string, string>>,
  attempt: () => Promise<void>,
): Promise<PartnerCenterError | undefined> {
  for (let made = 0; ; made++) {
    try {
      await attempt();
      return undefined;
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      log.warn({ err: failure(error), ...what, attempt: made }, 'step failed');
      const pause = passesSoon(error.fault.reason) ? waits[made] : undefined;
      if (pause === undefined) return error;
      await wait(pause);
    }
  }
}

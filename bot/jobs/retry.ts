import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Submission } from '../../model/submission.ts';
import { retryAfterSeconds } from './wakeUp.ts';
import type { JobDeps } from './deps.ts';
import { logFailedAttempt } from './jobLog.ts';

/** Milliseconds before the next attempt; undefined when there is none. */
function pauseAfter(
  { soon, fault }: PartnerCenterError,
  { waits, longestPause }: Pick<JobDeps, 'waits' | 'longestPause'>,
  made: number,
): number | undefined {
  const usual = waits[made];
  const asked = (retryAfterSeconds(fault) ?? 0) * 1000;
  const { reason } = fault;
  // The REST client has already repeated a throttled call.
  if (usual === undefined || !soon || reason === 'throttled' || asked > longestPause) return undefined;
  return Math.max(usual, asked);
}

/**
 * Runs an attempt with the retries of `waits`, while Partner Center's fault may pass soon, and never before the time it
 * names. Resolves to the last fault, or undefined on success; `what` names it in the log. Every other error is raised.
 */
export async function retry(
  deps: Pick<JobDeps, 'waits' | 'longestPause' | 'wait' | 'log'>,
  what: Readonly<Record<string, string>>,
  attempt: () => Promise<void>,
): Promise<PartnerCenterError | undefined> {
  const { wait } = deps;
  for (let made = 0; ; made++) {
    try {
      await attempt();
      return undefined;
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      logFailedAttempt(deps, { ...what, attempt: made }, error);
      const pause = pauseAfter(error, deps, made);
      if (pause === undefined) return error;
      await wait(pause);
    }
  }
}

/**
 * Runs a step and returns its result. If it takes longer than `progressAfter`, `tell` reports the progress meanwhile:
 * once, and never after the step has ended.
 */
export async function reportWhileSlow<T>(
  { later, progressAfter }: Pick<JobDeps, 'later' | 'progressAfter'>,
  tell: () => Promise<void>,
  step: () => Promise<T>,
): Promise<T> {
  let isOver = false;
  let telling = Promise.resolve();
  later(() => {
    if (!isOver) telling = tell();
  }, progressAfter);
  try {
    return await step();
  } finally {
    isOver = true;
    await telling;
  }
}

/**
 * True for a job that another process may have worked on: it was handed over, or created before this process started, or in
 * the future by a clock that was set back since.
 */
export function isResumed(
  { startedAt, now }: Pick<JobDeps, 'startedAt' | 'now'>,
  { createdAt, lease }: Pick<Submission, 'createdAt' | 'lease'>,
): boolean {
  if (lease?.handedOver === true) return true;
  const began = Date.parse(createdAt);
  return began < startedAt.getTime() || began > now().getTime();
}

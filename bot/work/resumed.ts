import type { WorkTools } from './workTools.ts';

/** Did this work begin in a former life of the bot? By a clock that was set back since, work of the future did. */
export function isResumed({ startedAt, now }: Pick<WorkTools, 'startedAt' | 'now'>, createdAt: string): boolean {
  const began = Date.parse(createdAt);
  return began < startedAt.getTime() || began > now().getTime();
}

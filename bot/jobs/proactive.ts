import type { Activity, TurnContext } from 'botbuilder-core';
import { safeError } from '../log.ts';
import type { DurableJob } from './durableJob.ts';
import type { JobDeps } from './deps.ts';

/** Sends proactively in the conversation of a job. An error is logged and not raised; false then. */
export async function sendProactive(
  { resume, log }: Pick<JobDeps, 'resume' | 'log'>,
  { id, conversation }: Pick<DurableJob, 'id' | 'conversation'>,
  what: string,
  logic: (context: TurnContext) => Promise<unknown>,
): Promise<boolean> {
  try {
    await resume(conversation, async (context) => void (await logic(context)));
    return true;
  } catch (error) {
    log.error({ err: safeError(error), work: id, what }, 'message could not be sent');
    return false;
  }
}

/** Updates a card; false without a card, or when the client refused and keeps the old one. */
export async function updateCard(
  context: TurnContext,
  id: string | undefined,
  activity: Partial<Activity>,
  log: JobDeps['log'],
): Promise<boolean> {
  if (id === undefined || id === '') return false;
  try {
    await context.updateActivity({ ...activity, id });
    return true;
  } catch (error) {
    log.info({ err: safeError(error) }, 'card could not be replaced');
    return false;
  }
}

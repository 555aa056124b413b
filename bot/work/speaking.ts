import type { Activity, TurnContext } from 'botbuilder-core';
import { failure } from '../log.ts';
import type { Work } from './durableWork.ts';
import type { WorkTools } from './workTools.ts';

/** Speaks in the conversation that work came from; what cannot be said is logged, and stops nothing. False: it was not. */
export async function speak(
  { resume, log }: Pick<WorkTools, 'resume' | 'log'>,
  { id, conversation }: Pick<Work, 'id' | 'conversation'>,
  what: string,
  logic: (context: TurnContext) => Promise<unknown>,
): Promise<boolean> {
  try {
    await resume(conversation, async (context) => void (await logic(context)));
    return true;
  } catch (error) {
    log.error({ err: failure(error), work: id, what }, 'message could not be sent');
    return false;
  }
}

/** Replaces a card, where there is one; a client that refuses keeps the old one, which is harmless. False: it was not. */
export async function replaceCard(
  context: TurnContext,
  id: string | undefined,
  activity: Partial<Activity>,
  log: WorkTools['log'],
): Promise<boolean> {
  if (id === undefined || id === '') return false;
  try {
    await context.updateActivity({ ...activity, id });
    return true;
  } catch (error) {
    log.info({ err: failure(error) }, 'card could not be replaced');
    return false;
  }
}

import type { TurnContext } from 'botbuilder-core';
import { ActivityTypes } from '../sdk.ts';

/** Shows typing when the work takes longer than `after` milliseconds. */
export async function withTyping(context: TurnContext, after: number, run: () => Promise<void>): Promise<void> {
  const timer = setTimeout(() => {
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined); // cosmetic: nothing depends on it
  }, after);
  try {
    await run();
  } finally {
    clearTimeout(timer);
  }
}

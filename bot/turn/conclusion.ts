import type { Effect } from '../../dialogs/turn.ts';
import { correlationId } from '../door/adapter.ts';
import { failure, hashedUser, type Log } from '../log.ts';
import { TurnContext } from '../sdk.ts';
import { beginEffect, type EffectParts } from './effects.ts';
import type { Buffer } from './replies.ts';
import { nameOf, type Who } from './who.ts';

/** What a turn leaves to be done when it is saved. */
export interface Done {
  readonly replies: Buffer;
  readonly effects: readonly Effect[];
  readonly key: string | undefined;
}

/** What this process knows of its answers; a new one begins with nothing. */
export interface Answers {
  /** Activities whose answers were sent. */
  readonly sent: Set<string>;
  /** Users whose last answer could not be sent. */
  readonly unanswered: Set<string>;
}

/** Sends the answers of a turn that is saved, and begins what it left to be done. */
export async function conclude(
  parts: EffectParts,
  context: TurnContext,
  who: Who,
  done: Done,
  answers: Answers,
): Promise<void> {
  const { partner, userId } = who;
  const { log, submissions, changing, importing } = parts;
  const { arrived, progress } = await send(context, done, log);
  if (!arrived) keep(answers.unanswered, nameOf(who));
  if (done.key !== undefined) keep(answers.sent, done.key);
  // Not awaited: the turn answers at once, and the confirmation follows.
  for (const effect of done.effects) beginEffect(parts, partner, effect, progress);
  const here = { ...TurnContext.getConversationReference(context.activity) };
  for (const work of [submissions, changing, importing]) void work.remind(partner, userId, here);
  const { tenantId } = partner;
  const { type } = context.activity;
  const user = hashedUser(tenantId, userId);
  log.info({ correlationId: correlationId(context), tenant: tenantId, user, type, outcome: 'done' }, 'turn');
}

// The state is saved: what cannot be sent is shown when the person writes again, and must not make the channel repeat.
async function send(
  context: TurnContext,
  { replies }: Done,
  log: Log,
): Promise<{ readonly arrived: boolean; readonly progress?: string | undefined }> {
  try {
    return { arrived: true, progress: await replies.send(context, log) };
  } catch (error) {
    log.error({ err: failure(error) }, 'reply could not be sent');
    return { arrived: false };
  }
}

/** Remembers a name; the oldest are forgotten. */
function keep(names: Set<string>, name: string): void {
  names.add(name);
  if (names.size > 10_000) names.delete(names.values().next().value ?? '');
}

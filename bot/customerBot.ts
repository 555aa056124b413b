import type { Activity } from 'botbuilder-core';
import { commands } from '../dialogs/commandActions.ts';
import { expire } from '../dialogs/drafts.ts';
import { consentKey, takeFileConsent } from '../dialogs/files/fileConsent.ts';
import { runMainDialog } from '../dialogs/mainDialog.ts';
import { showOpen } from '../dialogs/openCard.ts';
import { bindTurn, type Effect, type Turn } from '../dialogs/turn.ts';
import { localeFor, words } from '../locales/words.ts';
import type { Partner } from '../partner-center/partner.ts';
import { correlationId } from './door/adapter.ts';
import { beginEffect, type EffectParts } from './turn/effects.ts';
import { failure, hashedUser, type Log } from './log.ts';
import type { RateLimit } from './door/rateLimit.ts';
import { textActivity, type Buffer } from './turn/replies.ts';
import { ActivityTypes, TurnContext } from './sdk.ts';
import { turnFor, type TurnParts } from './turn/turnFor.ts';
import { activityKey, remember, type State } from './turn/turns.ts';
import { whoIs, type Who } from './turn/who.ts';

/** What the bot is made of. */
export interface BotParts extends TurnParts, EffectParts {
  readonly partners: readonly Partner[];
  readonly anonymous: boolean;
  readonly limit: RateLimit;
  /** After this many milliseconds of work, typing is shown. */
  readonly typingAfter: number;
}

/** What a turn leaves to be done when it is saved. */
interface Done {
  readonly replies: Buffer;
  readonly effects: readonly Effect[];
  readonly key: string | undefined;
}

/** What this process knows of its answers; a new one begins with nothing. */
interface Memory {
  /** Activities whose answers were sent. */
  readonly sent: Set<string>;
  /** Users whose last answer could not be sent. */
  readonly unanswered: Set<string>;
}

const nameOf = ({ partner, userId }: Pick<Who, 'partner' | 'userId'>): string => `${partner.tenantId}/${userId}`;

/** Answers activities of a channel: messages, and the beginning of a conversation. */
export function createBot(parts: BotParts): (context: TurnContext) => Promise<void> {
  const memory: Memory = { sent: new Set(), unanswered: new Set() };
  return async (context) => {
    const { activity } = context;
    if (!isHeard(activity)) return;
    if (isConsent(activity)) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    const who = whoIs(activity, parts.partners, parts.anonymous);
    if (typeof who === 'string') {
      if (activity.type === ActivityTypes.Message) await refuse(context, who);
      return;
    }
    if (!(await isTaken(parts, context, who))) return;
    await withTyping(context, parts.typingAfter, () => take(parts, context, who, memory));
  };
}

/** One turn. Should it fail where it submits, the storage says whether it was saved. */
async function take(parts: BotParts, context: TurnContext, who: Who, memory: Memory): Promise<void> {
  const { partner, userId } = who;
  let effects: readonly Effect[] = [];
  try {
    await parts.turns.run(
      partner.tenantId,
      userId,
      (state) => {
        // They press again because they saw nothing: this is no double press.
        if (memory.unanswered.delete(nameOf(who))) delete state.person.lastPress;
        const turn = turnFor(parts, context.activity, who, state.person);
        effects = turn.effects;
        return work(context, turn, state, memory.sent);
      },
      (done) => conclude(parts, context, who, done, memory),
    );
  } catch (error) {
    for (const effect of effects) {
      if (effect.kind === 'importing') void parts.importing.reconsider(partner, effect.id);
      if (effect.kind === 'submit') void parts.submissions.reconsider(partner, effect.id);
      if (effect.kind === 'change') void parts.changing.reconsider(partner, effect.id);
    }
    throw error;
  }
}

/** The answer to a file consent card; Teams waits for a response of its own. */
const isConsent = ({ type, name }: Activity): boolean => type === ActivityTypes.Invoke && name === 'fileConsent/invoke';

const isHeard = (activity: Activity): boolean =>
  activity.type === ActivityTypes.Message || isConsent(activity) || begins(activity);

const begins = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  (type === ActivityTypes.InstallationUpdate && action !== 'remove') ||
  (type === ActivityTypes.ConversationUpdate && (membersAdded ?? []).some(({ id }) => id !== recipient?.id));

/** Not too many of this user; who sends more is told once. */
async function isTaken({ limit }: BotParts, context: TurnContext, { partner, userId }: Who): Promise<boolean> {
  const taken = limit.take(nameOf({ partner, userId }));
  if (taken === 'refused') await refuse(context, 'trouble.busy');
  return taken === 'taken';
}

async function refuse(
  context: TurnContext,
  reason: 'refusal.partner' | 'refusal.personal' | 'trouble.busy',
): Promise<void> {
  const text = words(localeFor(context.activity.locale)).t(reason);
  await context.sendActivity(textActivity(text));
}

/** Shows typing when the work takes longer than a moment. */
async function withTyping(context: TurnContext, after: number, run: () => Promise<void>): Promise<void> {
  const timer = setTimeout(() => {
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined); // cosmetic: nothing depends on it
  }, after);
  try {
    await run();
  } finally {
    clearTimeout(timer);
  }
}

async function work(
  context: TurnContext,
  turn: ReturnType<typeof turnFor>,
  { person, recovered }: State,
  sent: ReadonlySet<string>,
) {
  const { activity } = context;
  const key = keyOf(activity);
  const result: Done = { replies: turn.replies, effects: turn.effects, key };
  if (recovered) turn.replies.say(turn.words.t('trouble.unreadable'));
  if (key !== undefined && !remember(person, key)) {
    // Taken before. If this process did not send its reply, a former one may have ended before it could.
    if (!sent.has(key)) await showOpen(turn);
    return { save: false, result };
  }
  if (activity.type === ActivityTypes.Message) await runMainDialog(context, turn);
  else if (isConsent(activity)) takeFileConsent(turn, activity.value);
  else await greet(context, turn);
  return { save: true, result };
}

/** What an activity is known by when it comes again: an invoke comes with another id then. */
function keyOf({ id, ...activity }: Activity): string | undefined {
  const own = isConsent(activity) ? consentKey(activity.value) : id;
  return own === undefined || own === '' ? undefined : activityKey(own);
}

/** One greeting a conversation, however many events begin it. */
async function greet(context: TurnContext, turn: Turn): Promise<void> {
  bindTurn(context, turn);
  expire(turn);
  const conversation = activityKey(context.activity.conversation.id);
  if (turn.person.greeted.includes(conversation)) return;
  turn.person.greeted = [...turn.person.greeted.slice(-19), conversation];
  await commands.hello(turn);
}

async function conclude(parts: BotParts, context: TurnContext, who: Who, done: Done, memory: Memory): Promise<void> {
  const { partner, userId } = who;
  const { log, submissions, changing, importing } = parts;
  const { arrived, progress } = await send(context, done, log);
  if (!arrived) keep(memory.unanswered, nameOf(who));
  if (done.key !== undefined) keep(memory.sent, done.key);
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

import { commands } from '../dialogs/commandActions.ts';
import { takeFileConsent } from '../dialogs/files/fileConsent.ts';
import { runMainDialog } from '../dialogs/mainDialog.ts';
import { showOpen } from '../dialogs/openCard.ts';
import { bindTurn, type Effect, type Turn } from '../dialogs/turn.ts';
import { localeFor, words } from '../locales/words.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { RateLimit } from './door/rateLimit.ts';
import { ActivityTypes, Channels, type TurnContext } from './sdk.ts';
import { conclude, type Answers, type Done } from './turn/conclusion.ts';
import { reconsiderEffect, type EffectParts } from './turn/effects.ts';
import { isConsent, isHeard, keyOf } from './turn/incoming.ts';
import { textActivity } from './turn/replies.ts';
import { createStrangers } from './turn/strangers.ts';
import { turnFor, type TurnParts } from './turn/turnFor.ts';
import { remember, type State } from './turn/turns.ts';
import { withTyping } from './turn/typing.ts';
import { createWaiting } from './turn/waiting.ts';
import { nameOf, whoIs, type Who } from './turn/who.ts';

/** What the bot is made of. */
export interface BotParts extends TurnParts, EffectParts {
  readonly partners: readonly Partner[];
  readonly anonymous: boolean;
  readonly limit: RateLimit;
  /** After this many milliseconds of work, typing is shown. */
  readonly typingAfter: number;
}

/** Answers activities of a channel: messages, and the beginning of a conversation. */
export function createBot(parts: BotParts): (context: TurnContext) => Promise<void> {
  const answers: Answers = { sent: new Set(), unanswered: new Set() };
  const refuseStranger = createStrangers(parts.log, parts.now);
  const waiting = createWaiting();
  return async (context) => {
    const { activity } = context;
    if (!isHeard(activity)) return;
    if (isConsent(activity)) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    const who = whoIs(activity, parts.partners, parts.anonymous);
    if (typeof who === 'string') return refuseStranger(context, who);
    if (!(await isTaken(context, parts.limit.take(nameOf(who))))) return;
    if (!(await isTaken(context, waiting.enter(nameOf(who))))) return;
    try {
      await withTyping(context, parts.typingAfter, () => take(parts, context, who, answers));
    } finally {
      waiting.leave(nameOf(who));
    }
  };
}

/** One turn. Should it fail where it submits, the storage says whether it was saved. */
async function take(parts: BotParts, context: TurnContext, who: Who, answers: Answers): Promise<void> {
  const { partner, userId } = who;
  let effects: readonly Effect[] = [];
  try {
    await parts.turns.run(
      partner.tenantId,
      userId,
      (state) => {
        // They press again because they saw nothing: this is no double press.
        if (answers.unanswered.delete(nameOf(who))) delete state.person.lastPress;
        const turn = turnFor(parts, context.activity, who, state.person);
        effects = turn.effects;
        return work(context, turn, state, answers.sent);
      },
      (done) => conclude(parts, context, who, done, answers),
    );
  } catch (error) {
    for (const effect of effects) reconsiderEffect(parts, partner, effect);
    throw error;
  }
}

/** Not too many of this user; who sends more is told once. */
async function isTaken(context: TurnContext, taken: ReturnType<RateLimit['take']>): Promise<boolean> {
  if (taken === 'refused')
    await context.sendActivity(textActivity(words(localeFor(context.activity.locale)).t('trouble.busy')));
  return taken === 'taken';
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

/** Milliseconds in which several events begin one and the same conversation. */
const beginning = 10_000;

/**
 * One greeting a conversation, however many events begin it; another one when the app is installed again, or the Emulator
 * begins the conversation again: its window is empty then, as Teams' is not when somebody joins.
 */
async function greet(context: TurnContext, turn: Turn): Promise<void> {
  bindTurn(context, turn);
  const { person, now, chat } = turn;
  const { type, channelId } = context.activity;
  const isEmptied = type === ActivityTypes.InstallationUpdate || channelId !== Channels.Msteams;
  const isAgain = isEmptied && !wasJustGreeted(turn);
  if (person.greeted.includes(chat) && !isAgain) return;
  // Whoever sees an empty window is welcomed again.
  person.greeted = person.greeted.filter((one) => one !== chat);
  person.greetedAt = now.toISOString();
  await commands.hello(turn);
}

const wasJustGreeted = ({ person, now }: Turn): boolean =>
  person.greetedAt !== undefined && Math.abs(now.getTime() - Date.parse(person.greetedAt)) < beginning;

import { commands } from '../dialogs/commandActions.ts';
import { handleFileConsent } from '../dialogs/files/fileConsent.ts';
import { runMainDialog } from '../dialogs/mainDialog.ts';
import { showCurrentCard } from '../dialogs/add/currentCard.ts';
import { bindTurn, type Turn } from '../dialogs/turn.ts';
import { localeFor, words } from '../locales/words.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import { createPendingTurns, createRejectionReply, type RateLimit } from './turn/turnLimits.ts';
import { ActivityTypes, Channels, type TurnContext } from './sdk.ts';
import {
  type EffectDeps,
  emptySentLog,
  finishTurn,
  reconcileEffect,
  type SentLog,
  type TurnResult,
} from './turn/afterTurn.ts';
import {
  deduplicationKey,
  identify,
  type Identity,
  isFileConsent,
  isHandled,
  userKey,
} from './turn/incomingActivity.ts';
import { textActivity, withTyping } from './turn/replies.ts';
import { createTurn, type TurnDeps } from './turn/createTurn.ts';
import { TurnAttempts } from './turn/turnAttempts.ts';
import { rememberActivity, type TurnState } from './turn/turns.ts';

/** Dependencies of the bot. */
interface BotDeps extends TurnDeps, EffectDeps {
  readonly partners: () => readonly Partner[];
  readonly anonymous: boolean;
  readonly limit: RateLimit;
  /** After this many milliseconds of work, typing is shown. */
  readonly typingAfter: number;
}

/** The bot's turn handler: answers messages, card presses, file consents and the start of a conversation. */
export function createBot(deps: BotDeps): (context: TurnContext) => Promise<void> {
  const sentLog = emptySentLog();
  const replyToRejected = createRejectionReply(deps.log, deps.now);
  const pendingTurns = createPendingTurns();
  return async (context) => {
    const { activity } = context;
    if (!isHandled(activity)) return;
    if (isFileConsent(activity))
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    const identity = identify(activity, deps.partners(), deps.anonymous);
    if (typeof identity === 'string') return replyToRejected(context, identity);
    if (!(await isAdmitted(context, deps.limit.take(userKey(identity))))) return;
    if (!(await isAdmitted(context, pendingTurns.enter(userKey(identity))))) return;
    try {
      await withTyping(context, deps.typingAfter, () => runTurn(deps, context, identity, sentLog));
    } finally {
      pendingTurns.leave(userKey(identity));
    }
  };
}

/**
 * Runs one turn. Effects of attempts that were not saved, and of a turn that throws, are reconciled: what was written for them
 * is looked up.
 */
async function runTurn(deps: BotDeps, context: TurnContext, identity: Identity, sentLog: SentLog): Promise<void> {
  const { partner, userId } = identity;
  const attempts = new TurnAttempts(deps);
  let isUnanswered = false;
  try {
    await deps.turns.run(
      partner.tenantId,
      userId,
      (state) => {
        isUnanswered ||= sentLog.unanswered.delete(userKey(identity));
        // Their last reply did not arrive, so a second press of the same button is not a double press.
        if (isUnanswered) delete state.person.lastPress;
        const turn = attempts.next((own) => createTurn(own, context.activity, identity, state.person));
        return handleActivity(context, turn, state, sentLog);
      },
      (result) => finishTurn(deps, context, identity, result, sentLog),
    );
  } catch (error) {
    for (const effect of attempts.effects()) reconcileEffect(deps, partner, effect);
    throw error;
  }
  for (const effect of attempts.leftEffects()) reconcileEffect(deps, partner, effect);
}

/** True when the user is within the limit; a refused user is told once. */
async function isAdmitted(context: TurnContext, taken: ReturnType<RateLimit['take']>): Promise<boolean> {
  if (taken === 'refused')
    await context.sendActivity(textActivity(words(localeFor(context.activity.locale)).t('trouble.busy')));
  return taken === 'taken';
}

async function handleActivity(
  context: TurnContext,
  turn: ReturnType<typeof createTurn>,
  { person, recovered }: TurnState,
  { sent }: SentLog,
) {
  const { activity } = context;
  const key = deduplicationKey(activity);
  const result: TurnResult = { replies: turn.replies, effects: turn.effects, key };
  if (recovered) turn.replies.say(turn.words.t('trouble.unreadable'));
  if (key !== undefined && !rememberActivity(person, key)) {
    // A repeat of an activity already handled. If this process did not reply to it, an earlier one may have ended
    // before it could.
    if (!sent.has(key)) await showCurrentCard(turn);
    return { save: false, result };
  }
  if (activity.type === ActivityTypes.Message) await runMainDialog(context, turn);
  else if (isFileConsent(activity)) handleFileConsent(turn, activity.value);
  else await greet(context, turn);
  return { save: true, result };
}

/** Milliseconds within which several events count as the start of the same conversation. */
const greetingWindow = 10_000;

/**
 * Greets once a conversation, however many events start it. Greets again when the app is reinstalled, or when the
 * Emulator restarts the conversation: its window is empty then, unlike that of Teams when a member joins.
 */
async function greet(context: TurnContext, turn: Turn): Promise<void> {
  bindTurn(context, turn);
  const { person, now, chat } = turn;
  const { type, channelId } = context.activity;
  const isEmptied = type === ActivityTypes.InstallationUpdate || channelId !== Channels.Msteams;
  const isAgain = isEmptied && !wasJustGreeted(turn);
  if (person.greeted.includes(chat) && !isAgain) return;
  // The user sees an empty window, so greet again.
  person.greeted = person.greeted.filter((one) => one !== chat);
  person.greetedAt = now.toISOString();
  await commands.hello(turn);
}

const wasJustGreeted = ({ person, now }: Turn): boolean =>
  person.greetedAt !== undefined && Math.abs(now.getTime() - Date.parse(person.greetedAt)) < greetingWindow;

import type { Activity, TurnContext } from 'botbuilder-core';
import type { Card } from '../../cards/elements.ts';
import type { Replies } from '../../dialogs/turn.ts';
import { type Log, safeError } from '../log.ts';
import { ActivityTypes, CardFactory } from '../sdk.ts';
import { defined } from '../../lib/optional.ts';

interface OutgoingActivity {
  readonly activity: Partial<Activity>;
  /** Id of the activity to replace; a new message without it. */
  readonly replaces?: string;
  /** The name its id is returned by, for what is done with the card after the turn. */
  readonly tracked?: keyof SentCards;
}

/** Ids of the cards of a turn that were sent: its progress card, and the one sent in place of the pressed card. */
export interface SentCards {
  readonly progress?: string;
  readonly replacement?: string;
}

/** Replies of a turn, held back until its state is saved. */
export interface Outbox extends Replies {
  /** Sends everything in order. */
  send(context: TurnContext, log: Log): Promise<SentCards>;
}

/** A message with a card; notifications and screen readers use its summary. */
export const cardActivity = (card: Card): Partial<Activity> => ({
  type: ActivityTypes.Message,
  attachments: [CardFactory.adaptiveCard(card)],
  ...(card.speak === undefined ? {} : { summary: card.speak, speak: card.speak }),
});

/** A message of plain text: never read as Markdown. */
export const textActivity = (text: string): Partial<Activity> => ({
  type: ActivityTypes.Message,
  text,
  textFormat: 'plain',
  summary: text,
});

/** An outbox for the replies to a message; `pressed` is the id of the card it came from, if the client names it. */
export function createOutbox(pressed: string | undefined): Outbox {
  const outgoing: OutgoingActivity[] = [];
  let free = pressed;
  let last: Card | undefined;
  const add = (card: Card, tracked?: keyof SentCards): void => {
    outgoing.push({ activity: cardActivity(card), ...defined({ tracked, replaces: free }) });
    free = undefined;
    last = card;
  };
  return {
    say: (text) => void outgoing.push({ activity: textActivity(text) }),
    show: (card) => add(card),
    replaceCard: (card) => {
      if (free !== undefined) outgoing.push({ activity: cardActivity(card), replaces: free, tracked: 'replacement' });
      free = undefined;
    },
    keep: () => (free = undefined),
    progress: (card) => add(card, 'progress'),
    get shown() {
      return last !== undefined;
    },
    get last() {
      return last;
    },
    replaces: pressed !== undefined,
    pressed,
    send: (context, log) => sendAll(context, outgoing, log),
  };
}

async function sendAll(context: TurnContext, outgoing: readonly OutgoingActivity[], log: Log): Promise<SentCards> {
  let cards: SentCards = {};
  for (const one of outgoing) {
    const id = await sendOne(context, one, log);
    if (one.tracked !== undefined && id !== undefined) cards = { ...cards, [one.tracked]: id };
  }
  return cards;
}

/** Sends one activity; where the client refuses an update, it is sent as a new message. */
async function sendOne(
  context: TurnContext,
  { activity, replaces }: OutgoingActivity,
  log: Log,
): Promise<string | undefined> {
  if (replaces !== undefined) {
    try {
      await context.updateActivity({ ...activity, id: replaces });
      return replaces;
    } catch (error) {
      log.info({ err: safeError(error) }, 'card could not be replaced');
    }
  }
  return (await context.sendActivity(activity))?.id;
}

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

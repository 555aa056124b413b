import type { Activity, TurnContext } from 'botbuilder-core';
import { LRUCache } from 'lru-cache';
import type { Card } from '../../cards/elements.ts';
import type { Replies, ShownState } from '../../dialogs/turn.ts';
import { type Log, safeError } from '../log.ts';
import { ActivityTypes, CardFactory } from '../sdk.ts';
import { defined } from '../../lib/optional.ts';

interface OutgoingActivity {
  readonly activity: Partial<Activity>;
  /** Id of the activity to replace; a new message without it. */
  readonly replaces?: string;
  /** The customer's present state that the card shows. */
  readonly state?: ShownState;
  /** The name its id is returned by, for what is done with the card after the turn. */
  readonly tracked?: keyof SentCards;
}

/** Ids of the cards of a turn that were sent: its progress card, and the one sent in place of the pressed card. */
export interface SentCards {
  readonly progress?: string;
  readonly replacement?: string;
}

/**
 * The messages with a customer's state that this process sent last, by conversation, so that those from before a change can be
 * marked. Cosmetic, so they are kept in memory.
 */
export interface CustomerCards {
  /** Notes that a message shows that state now, or none. */
  note(conversation: string, message: string, state?: ShownState): void;
  /** Messages with the state of that customer; they are forgotten. */
  take(conversation: string, ref: string): readonly StateMessage[];
}

const [mostConversations, mostOfConversation] = [2_000, 8];

interface StateMessage {
  readonly message: string;
  readonly state: ShownState;
}

/** The messages of a process that starts. */
export function createCustomerCards(): CustomerCards {
  const kept = new LRUCache<string, readonly StateMessage[]>({ max: mostConversations });
  return {
    note(conversation, message, state) {
      const former = kept.get(conversation);
      if (former === undefined && state === undefined) return;
      const others = (former ?? []).filter((one) => one.message !== message);
      const all = [...others, ...(state === undefined ? [] : [{ message, state }])];
      kept.set(conversation, all.slice(-mostOfConversation));
    },
    take(conversation, ref) {
      const former = kept.get(conversation) ?? [];
      const left = former.filter(({ state }) => state.ref !== ref);
      if (left.length < former.length) kept.set(conversation, left);
      return former.filter((one) => !left.includes(one));
    },
  };
}

/** Replies of a turn, held back until its state is saved. */
export interface Outbox extends Replies {
  /** Sends everything in order. */
  send(context: TurnContext, log: Log, customerCards?: CustomerCards): Promise<SentCards>;
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
  const add = (card: Card, { tracked, state }: Pick<OutgoingActivity, 'tracked' | 'state'> = {}): void => {
    outgoing.push({ activity: cardActivity(card), ...defined({ tracked, state, replaces: free }) });
    free = undefined;
    last = card;
  };
  return {
    say: (text) => void outgoing.push({ activity: textActivity(text) }),
    show: (card, state) => add(card, defined({ state })),
    replaceCard: (card) => {
      if (free !== undefined) outgoing.push({ activity: cardActivity(card), replaces: free, tracked: 'replacement' });
      free = undefined;
    },
    keep: () => (free = undefined),
    progress: (card) => add(card, { tracked: 'progress' }),
    get shown() {
      return last !== undefined;
    },
    get last() {
      return last;
    },
    replaces: pressed !== undefined,
    pressed,
    send: (context, log, customerCards) => sendAll(context, outgoing, log, customerCards),
  };
}

async function sendAll(
  context: TurnContext,
  outgoing: readonly OutgoingActivity[],
  log: Log,
  customerCards: CustomerCards | undefined,
): Promise<SentCards> {
  let cards: SentCards = {};
  const note = (id: string | undefined, state?: ShownState): void => {
    if (id !== undefined && id !== '') customerCards?.note(context.activity.conversation.id, id, state);
  };
  for (const one of outgoing) {
    // Before it is sent: nobody must mark what is shown there from now on.
    note(one.replaces);
    const id = await sendOne(context, one, log);
    if (one.state !== undefined) note(id, one.state);
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

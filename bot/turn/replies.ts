import type { Activity, TurnContext } from 'botbuilder-core';
import type { Card } from '../../cards/elements.ts';
import type { Replies } from '../../dialogs/turn.ts';
import { failure, type Log } from '../log.ts';
import { ActivityTypes, CardFactory } from '../sdk.ts';

interface Outgoing {
  readonly activity: Partial<Activity>;
  /** The activity to replace; a new message without it. */
  readonly replaces?: string;
  /** Its id is wanted, to keep it up to date. */
  readonly tracked?: boolean;
  /** Where the client refuses to replace, nothing is said instead. */
  readonly cosmetic?: boolean;
}

/** Answers of a turn, held back until its state is saved. */
export interface Buffer extends Replies {
  /** Sends everything in order; gives the id of the progress card, when there is one. */
  send(context: TurnContext, log: Log): Promise<string | undefined>;
}

/** A message with a card; its summary is what notifications and screen readers say. */
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

/** Buffers the answers to a message; `pressed` is the card it came from, where the client says so. */
export function createBuffer(pressed: string | undefined): Buffer {
  const outgoing: Outgoing[] = [];
  let free = pressed;
  let shown = false;
  const add = (activity: Partial<Activity>, tracked = false): void => {
    outgoing.push({ activity, tracked, ...(free === undefined ? {} : { replaces: free }) });
    free = undefined;
    shown = true;
  };
  return {
    say: (text) => void outgoing.push({ activity: textActivity(text) }),
    show: (card) => add(cardActivity(card)),
    settle: (card) => {
      if (free !== undefined) outgoing.push({ activity: cardActivity(card), replaces: free });
      free = undefined;
    },
    keep: () => (free = undefined),
    amend: (id, card) => void outgoing.push({ activity: cardActivity(card), replaces: id, cosmetic: true }),
    progress: (card) => add(cardActivity(card), true),
    get shown() {
      return shown;
    },
    replaces: pressed !== undefined,
    pressed,
    send: (context, log) => send(context, outgoing, log),
  };
}

async function send(context: TurnContext, outgoing: readonly Outgoing[], log: Log): Promise<string | undefined> {
  let tracked: string | undefined;
  for (const one of outgoing) {
    const id = await sendOne(context, one, log);
    if (one.tracked === true) tracked = id;
  }
  return tracked;
}

/** An update is cosmetic: where the client refuses it, the same is said as a new message. */
async function sendOne(
  context: TurnContext,
  { activity, replaces, cosmetic }: Outgoing,
  log: Log,
): Promise<string | undefined> {
  if (replaces !== undefined) {
    try {
      await context.updateActivity({ ...activity, id: replaces });
      return replaces;
    } catch (error) {
      log.info({ err: failure(error) }, 'card could not be replaced');
      if (cosmetic === true) return undefined;
    }
  }
  return (await context.sendActivity(activity))?.id;
}

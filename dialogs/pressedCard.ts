import type { Turn } from './turn.ts';
import { card, paragraph } from '../cards/elements.ts';

/** True when Refresh was pressed: the updated card replaces the pressed one. */
export const isRefresh = ({ press }: Pick<Turn, 'press'>): boolean => press?.values['again'] !== undefined;

/** Leaves the pressed card as it is, unless it asks a question that this press leaves: then it is replaced. */
export function keepUnlessLeft({ press, replies }: Pick<Turn, 'press' | 'replies'>): void {
  if (press?.values['leaves'] === undefined) replies.keep();
}

/** Milliseconds within which the same press again is a double press. */
const doublePressMs = 10_000;

/**
 * True when this card was pressed just now: the same press again is a double press, and is not answered. A clock that
 * was set back must not make a press count for hours.
 */
export function isDoublePress({ person: { lastPress }, now }: Pick<Turn, 'person' | 'now'>, token: string): boolean {
  if (lastPress?.token !== token) return false;
  return Math.abs(now.getTime() - Date.parse(lastPress.at)) < doublePressMs;
}

/** Replaces the pressed card with a text, or says it when the client did not name the card. */
export function replaceCardWithText({ replies }: Turn, text: string): void {
  if (replies.replaces) replies.replaceCard(card(text, [paragraph(text)]));
  else replies.say(text);
}

import { withLeaving } from '../cards/customers/wayBack.ts';
import type { Card } from '../cards/elements.ts';
import { replaceCardWithText } from './pressedCard.ts';
import type { Turn } from './turn.ts';

/** The buttons that answer a card's question by doing something, mostly one, and the key of that question. */
interface Asked {
  readonly yes: readonly string[];
  readonly key: string;
}

/**
 * Shows a card that asks once before something is ordered, changed or deleted. Its yes counts while nothing else was
 * asked since, and the card was not left by another of its buttons.
 */
export function showAsking(turn: Turn, made: Card, { yes, key }: Asked): void {
  turn.person.asked = key;
  turn.replies.show(withLeaving(made, yes, key));
}

/** Withdraws the question asked before, because a form now asks for the same: its old yes is asked again. */
export function withdrawAsking({ person }: Pick<Turn, 'person'>): void {
  delete person.asked;
}

/** Withdraws the question whose card is left by this press. */
export function leaveAsking({ person, press }: Pick<Turn, 'person' | 'press'>): void {
  if (person.asked !== undefined && press?.values['leaves'] === person.asked) delete person.asked;
}

/**
 * True when the pressed yes is that of the question asked last. Else its card is replaced by the sentence that it is
 * out of date, and the caller asks again.
 */
export function isLastAsked(turn: Turn, key: string): boolean {
  if (turn.person.asked === key) return true;
  replaceCardWithText(turn, turn.words.t('outdated'));
  return false;
}

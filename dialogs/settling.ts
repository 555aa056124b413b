import { card, paragraph } from '../cards/elements.ts';
import type { Turn } from './turn.ts';

/** Says what became of the pressed card: in its place, or where the client did not say which it was, as a line. */
export function settleWith({ replies }: Turn, text: string): void {
  if (replies.replaces) replies.settle(card(text, [paragraph(text)]));
  else replies.say(text);
}
